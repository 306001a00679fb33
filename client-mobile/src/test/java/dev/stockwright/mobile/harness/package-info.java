/// JavaFX without a display, and cards filled with believable goods.
///
/// Knows: cards and the kit. Must not know: how they are wired in production.
@NullMarked
package dev.stockwright.mobile.harness;

import org.jspecify.annotations.NullMarked;
