/// Puts a card of the client core on the screen and hands back what was pressed.
///
/// Knows: cards and the kit. Must not know: workflows, stock, the network.
@NullMarked
package dev.stockwright.mobile.card;

import org.jspecify.annotations.NullMarked;
