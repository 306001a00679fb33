/// Cycle counts: what is counted when, what came out, and how it gets into the books while goods
/// move.
///
/// Knows: tasks, the transaction it works in. Must not know: Helidon, a thread of its own.
@NullMarked
package dev.stockwright.server.counting;

import org.jspecify.annotations.NullMarked;
