/// What rules see of the stock and what they decide.
///
/// Knows: the nouns of the protocol. Must not know: jOOQ, JDBC, Helidon, a clock, a thread.
@NullMarked
package dev.stockwright.server.stock;

import org.jspecify.annotations.NullMarked;
