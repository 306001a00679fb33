/// How everything looks and sounds: colours, type, icons, components, tones.
///
/// Knows: JavaFX and the five outcomes. Must not know: stock, orders, commands, scanners.
@NullMarked
package dev.stockwright.desktop.look;

import org.jspecify.annotations.NullMarked;
