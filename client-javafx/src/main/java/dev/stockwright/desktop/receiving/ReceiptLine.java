package dev.stockwright.desktop.receiving;

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
    OPEN("Open"),
    DONE("Done"),
    OVER("Over"),
    EXTRA("Not ordered");

    private final String word;

    State(String word) {
      this.word = word;
    }
  }

  String stateWord() {
    return note.isEmpty() ? state.word : note;
  }

  double part() {
    long whole = expected.orElse(0);
    return whole == 0 ? (received > 0 ? 1 : 0) : (double) received / whole;
  }
}
