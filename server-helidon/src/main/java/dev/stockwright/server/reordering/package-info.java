/// Reordering: what should be bought, how that was calculated, and what became of it.
///
/// Knows: the stock's view, tables. Must not know: Helidon, a thread.
@NullMarked
package dev.stockwright.server.reordering;

import org.jspecify.annotations.NullMarked;
