/// Receiving: goods come in from a supplier.
///
/// Knows: the stock as rules see it. Must not know: jOOQ, JDBC, Helidon, a clock, a thread.
@NullMarked
package dev.stockwright.server.receiving;

import org.jspecify.annotations.NullMarked;
