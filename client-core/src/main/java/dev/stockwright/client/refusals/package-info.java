/// Why the server refused something, as texts in the languages of the catalogue.
///
/// Knows: refusals, texts. Must not know: what was done before, screens.
@NullMarked
package dev.stockwright.client.refusals;

import org.jspecify.annotations.NullMarked;
