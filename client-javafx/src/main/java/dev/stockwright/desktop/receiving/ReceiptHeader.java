package dev.stockwright.desktop.receiving;

import dev.stockwright.client.words.DockPhrase;
import dev.stockwright.desktop.look.Speech;
import java.util.OptionalLong;

/// The open receipt as a whole.
///
/// @param document such as `PO-1012`
/// @param party who it comes from
/// @param detail where it is staged, since when, by whom
/// @param expected absent for a blind receipt
/// @param unit what is counted, such as `pieces`
public record ReceiptHeader(
    String document,
    String party,
    String detail,
    long received,
    OptionalLong expected,
    String unit,
    int linesDone,
    int lines) {
  /// `3 of 7 lines`.
  String lineCount(Speech words) {
    return expected.isPresent()
        ? words.say(DockPhrase.LINES_DONE, linesDone, lines)
        : words.say(DockPhrase.PRODUCTS, lines);
  }
}
