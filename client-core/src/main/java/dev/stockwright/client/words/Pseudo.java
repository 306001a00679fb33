package dev.stockwright.client.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Makes a text of the pseudo-locale out of an English one.
final class Pseudo {
  static final char OPEN = '⟦';
  static final char CLOSE = '⟧';

  private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String ACCENTED = "àƀçđéƒĝĥîĵķļɱñôþǫŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻḾÑÔÞǪŔŠŢÛṼŴẊÝŽ";

  private Pseudo() {}

  static Template of(Template english) {
    List<Template.Piece> pieces = new ArrayList<>();
    for (Template.Piece piece : english.pieces()) {
      pieces.add(
          switch (piece) {
            case Template.Literal literal -> new Template.Literal(accented(literal.text()));
            case Template.Gap gap -> gap;
            case Template.Forms forms -> new Template.Forms(forms.index(), accented(forms.words()));
          });
    }
    int letters = english.literals().length();
    pieces.add(new Template.Literal("~".repeat((letters * 4 + 9) / 10)));
    return new Template(pieces);
  }

  private static Map<Plural, String> accented(Map<Plural, String> words) {
    Map<Plural, String> accented = new EnumMap<>(Plural.class);
    words.forEach((form, word) -> accented.put(form, accented(word)));
    return accented;
  }

  static String accented(String text) {
    StringBuilder accented = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      int letter = PLAIN.indexOf(text.charAt(i));
      if (letter >= 0) {
        accented.setCharAt(i, ACCENTED.charAt(letter));
      }
    }
    return accented.toString();
  }
}
