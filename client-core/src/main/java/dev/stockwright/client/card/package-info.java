/// What a screen shows and what a person does on it, without a screen.
///
/// Knows: texts. Must not know: workflows, stock, JavaFX.
@NullMarked
package dev.stockwright.client.card;

import org.jspecify.annotations.NullMarked;
