/// Work by cards at the desk: the activities of the handheld as a panel for keyboard and scanner.
///
/// Knows: cards in words, what can be pressed. Must not know: workflows, the store, other screens.
@NullMarked
package dev.stockwright.desktop.work;

import org.jspecify.annotations.NullMarked;
