/// The parts of which every screen of the handheld is made, and how they look and sound.
///
/// Knows: cards, signals, texts. Must not know: workflows, stock, the network.
@NullMarked
package dev.stockwright.mobile.look;

import org.jspecify.annotations.NullMarked;
