/// JavaFX without a display, and a floor app filled with believable goods.
///
/// Knows: the view models. Must not know: how they are wired in production.
@NullMarked
package dev.stockwright.desktop.harness;

import org.jspecify.annotations.NullMarked;
