/// What people read, as keys and values, and the catalogue that puts it into their language: the
/// files `messages_*.properties` beside these classes. An enum of [Phrase] for each activity lists
/// its keys; `PhrasesTest` keeps both equal.
///
/// Knows: texts, numbers, days. Must not know: what the texts are about, screens.
@NullMarked
package dev.stockwright.client.words;

import org.jspecify.annotations.NullMarked;
