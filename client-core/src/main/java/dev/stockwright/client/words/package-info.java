/// What people read, as keys and values, and the catalogue that puts it into their language.
///
/// Knows: texts, numbers, days. Must not know: what the texts are about, screens.
///
/// The files `messages_*.properties` beside these classes are the one catalogue of all apps: an
/// enum of [Phrase] for each activity lists the keys, and `PhrasesTest` keeps both equal.
@NullMarked
package dev.stockwright.client.words;

import org.jspecify.annotations.NullMarked;
