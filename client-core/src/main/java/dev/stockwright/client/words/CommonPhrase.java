package dev.stockwright.client.words;

import java.util.Locale;

/// Figures and words that every activity needs.
public enum CommonPhrase implements Phrase {
  /// What stands for itself: a name, a number of an order.
  AS_IS,
  PLUS,
  MINUS,
  /// `3 of 9`.
  OF,
  /// `3/9`, where there is room for a figure only.
  FRACTION;

  @Override
  public String key() {
    return "common." + name().toLowerCase(Locale.ROOT);
  }
}
