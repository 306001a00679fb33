/// Transferring: goods go from one warehouse to another, at once or from a request to a receipt.
///
/// Knows: the stock as rules see it; its clerk: the transaction it works in, tasks, handling units.
/// Must not know: Helidon, a clock, a thread.
@NullMarked
package dev.stockwright.server.transferring;

import org.jspecify.annotations.NullMarked;
