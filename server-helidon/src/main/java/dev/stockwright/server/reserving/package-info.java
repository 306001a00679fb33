/// Reserving: stock is promised to orders for a limited time.
///
/// Knows: the stock as rules see it. Must not know: jOOQ, JDBC, Helidon, a clock, a thread.
@NullMarked
package dev.stockwright.server.reserving;

import org.jspecify.annotations.NullMarked;
