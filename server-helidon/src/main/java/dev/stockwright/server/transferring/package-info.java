/// Transferring: goods go from one warehouse to another.
///
/// Knows: the stock as rules see it. Must not know: jOOQ, JDBC, Helidon, a clock, a thread.
@NullMarked
package dev.stockwright.server.transferring;

import org.jspecify.annotations.NullMarked;
