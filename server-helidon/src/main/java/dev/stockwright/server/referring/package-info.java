/// Referring: refused work that a supervisor decides about, and scans that did not belong to the
/// work.
///
/// Knows: the answers that the ledger remembers; its clerk: the transaction it works in. Must not
/// know: Helidon, a clock, a thread.
@NullMarked
package dev.stockwright.server.referring;

import org.jspecify.annotations.NullMarked;
