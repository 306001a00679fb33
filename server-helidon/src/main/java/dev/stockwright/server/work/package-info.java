/// What every activity with documents stands on: the transaction it works in, and who does the work
/// of which command.
///
/// Knows: the ledger's locked stock. Must not know: Helidon, a thread.
@NullMarked
package dev.stockwright.server.work;

import org.jspecify.annotations.NullMarked;
