/// How outcomes are heard.
///
/// Knows: the five signals. Must not know: screens, work.
@NullMarked
package dev.stockwright.fx.sound;

import org.jspecify.annotations.NullMarked;
