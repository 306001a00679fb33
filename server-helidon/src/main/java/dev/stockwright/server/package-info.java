/// The whole server put together, and its main.
///
/// Knows: every part and the order in which they start and stop. Must not know: what they do.
@NullMarked
package dev.stockwright.server;

import org.jspecify.annotations.NullMarked;
