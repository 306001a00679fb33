/// Master data as sheets of rows and columns: one set of rules for a single change and for a file
/// of many.
///
/// Knows: the master tables. Must not know: HTTP, the ledger, a thread.
@NullMarked
package dev.stockwright.server.masterdata.sheet;

import org.jspecify.annotations.NullMarked;
