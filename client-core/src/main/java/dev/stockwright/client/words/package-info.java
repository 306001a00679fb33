/// What people read, as keys and values, and the catalogue that puts it into their language.
///
/// Knows: texts, numbers, days. Must not know: what the texts are about, screens.
@NullMarked
package dev.stockwright.client.words;

import org.jspecify.annotations.NullMarked;
