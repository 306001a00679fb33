/// Adjusting: the books are put right, with a reason.
///
/// Knows: the stock as rules see it. Must not know: jOOQ, JDBC, Helidon, a clock, a thread.
@NullMarked
package dev.stockwright.server.adjusting;

import org.jspecify.annotations.NullMarked;
