/// What both apps are drawn with: colours, typefaces, pictograms, numbers as people read them, and
/// waiting on the thread of the screen.
///
/// Knows: JavaFX, the pictures that a card asks for, the five signals. Must not know: screens,
/// workflows, the network.
@NullMarked
package dev.stockwright.fx.look;

import org.jspecify.annotations.NullMarked;
