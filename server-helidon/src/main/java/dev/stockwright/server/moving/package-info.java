/// Moving: goods go from bin to bin in one warehouse.
///
/// Knows: the stock as rules see it. Must not know: jOOQ, JDBC, Helidon, a clock, a thread.
@NullMarked
package dev.stockwright.server.moving;

import org.jspecify.annotations.NullMarked;
