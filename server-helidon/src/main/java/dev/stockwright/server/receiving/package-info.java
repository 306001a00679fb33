/// Receiving: goods come in from a supplier.
///
/// Knows: the transaction it works in; its rules know the stock as rules see it. Must not know:
/// Helidon, a thread.
@NullMarked
package dev.stockwright.server.receiving;

import org.jspecify.annotations.NullMarked;
