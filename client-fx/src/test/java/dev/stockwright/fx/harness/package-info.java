/// JavaFX without a display, and what the tests of both apps need besides.
///
/// Knows: JavaFX. Must not know: an app.
@NullMarked
package dev.stockwright.fx.harness;

import org.jspecify.annotations.NullMarked;
