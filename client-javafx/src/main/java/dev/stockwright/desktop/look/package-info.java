/// How everything looks and sounds: colours, type, components.
///
/// Knows: JavaFX, the five outcomes, what both apps share of the look. Must not know: stock,
/// orders, commands, scanners.
@NullMarked
package dev.stockwright.desktop.look;

import org.jspecify.annotations.NullMarked;
