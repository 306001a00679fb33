/// Undoing: movements of an earlier command are reversed by new ones.
///
/// Knows: the stock as rules see it. Must not know: jOOQ, JDBC, Helidon, a clock, a thread.
@NullMarked
package dev.stockwright.server.undoing;

import org.jspecify.annotations.NullMarked;
