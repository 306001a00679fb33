package dev.stockwright.client.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// One text of the catalogue, taken apart: `{0}` is a gap, `{1|one=box|other=boxes}` the word that
/// goes with the count in gap 1 (the count itself is `{1}`). No other sign has a meaning, and a
/// form has no gaps in it.
record Template(List<Piece> pieces) {
  Template {
    pieces = List.copyOf(pieces);
  }

  /// A part of the text.
  sealed interface Piece {}

  /// As it stands.
  record Literal(String text) implements Piece {}

  /// What the text was given.
  record Gap(int index) implements Piece {}

  /// A word by the count in a gap.
  record Forms(int index, Map<Plural, String> words) implements Piece {
    Forms {
      words = Map.copyOf(words);
    }

    /// The form wanted, else the last resort of all languages.
    String of(Plural form) {
      String word = words.get(form);
      String other = word == null ? words.get(Plural.OTHER) : word;
      return other == null ? words.values().iterator().next() : other;
    }
  }

  /// Throws [IllegalArgumentException] when it cannot be taken apart.
  static Template parse(String text) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      if (open < 0) {
        pieces.add(new Literal(text.substring(at)));
        break;
      }
      if (open > at) {
        pieces.add(new Literal(text.substring(at, open)));
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw new IllegalArgumentException("no end of the gap in: " + text);
      }
      pieces.add(gap(text.substring(open + 1, close)));
      at = close + 1;
    }
    return new Template(pieces);
  }

  private static Piece gap(String inside) {
    int bar = inside.indexOf('|');
    if (bar < 0) {
      return new Gap(Integer.parseInt(inside));
    }
    Map<Plural, String> words = new EnumMap<>(Plural.class);
    int at = bar + 1;
    while (at <= inside.length()) {
      int next = inside.indexOf('|', at);
      int end = next < 0 ? inside.length() : next;
      int equal = inside.indexOf('=', at);
      if (equal < 0 || equal > end) {
        throw new IllegalArgumentException("no form in: " + inside);
      }
      Plural form = Plural.valueOf(inside.substring(at, equal).toUpperCase(Locale.ROOT));
      words.put(form, inside.substring(equal + 1, end));
      at = end + 1;
    }
    return new Forms(Integer.parseInt(inside.substring(0, bar)), words);
  }

  /// Which gaps it has, and whether a word goes with their count.
  Map<Integer, Boolean> gaps() {
    Map<Integer, Boolean> gaps = new TreeMap<>();
    for (Piece piece : pieces) {
      switch (piece) {
        case Literal literal -> {}
        case Gap gap -> gaps.merge(gap.index(), false, Boolean::logicalOr);
        case Forms forms -> gaps.put(forms.index(), true);
      }
    }
    return gaps;
  }

  /// The words of it without what fills the gaps.
  String literals() {
    StringBuilder all = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Literal literal -> all.append(literal.text());
        case Gap gap -> {}
        case Forms forms -> all.append(forms.of(Plural.OTHER));
      }
    }
    return all.toString();
  }
}
