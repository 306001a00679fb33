package dev.stockwright.desktop.receiving;

import dev.stockwright.client.words.DockPhrase;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.vocabulary.Sku;
import java.util.OptionalLong;

/// One product of the open receipt.
///
/// @param key stable; a line with the same key replaces it
/// @param expected absent when it was not announced
/// @param note said instead of the usual word of the state; empty when there is none
public record ReceiptLine(
    String key,
    int number,
    String product,
    Sku sku,
    OptionalLong expected,
    long received,
    State state,
    String note) {
  /// How far it is.
  public enum State {
    OPEN(DockPhrase.STATE_OPEN),
    DONE(DockPhrase.STATE_DONE),
    OVER(DockPhrase.STATE_OVER),
    EXTRA(DockPhrase.STATE_EXTRA);

    private final DockPhrase word;

    State(DockPhrase word) {
      this.word = word;
    }
  }

  String stateWord(Speech words) {
    return note.isEmpty() ? words.say(state.word) : note;
  }

  double part() {
    long whole = expected.orElse(0);
    return whole == 0 ? (received > 0 ? 1 : 0) : (double) received / whole;
  }
}
