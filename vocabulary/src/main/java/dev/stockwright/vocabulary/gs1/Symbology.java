package dev.stockwright.vocabulary.gs1;

import java.util.List;
import java.util.Optional;

/// Kinds of symbols, by the AIM identifier that a scanner sends before the data (ISO/IEC 15424):
/// `]`, a letter for the kind and a modifier.
public enum Symbology {
  GS1_128("C1", Content.ELEMENTS),
  GS1_DATABAR("e0", Content.ELEMENTS),
  GS1_DATAMATRIX("d2", Content.ELEMENTS),
  GS1_QR("Q3", Content.ELEMENTS),
  GS1_DOTCODE("J1", Content.ELEMENTS),
  EAN_13("E0", Content.DIGITS_13),
  EAN_13_WITH_ADD_ON("E3", Content.DIGITS_13),
  EAN_8("E4", Content.DIGITS_8),
  ITF_14("I1", Content.DIGITS_14),
  DATAMATRIX("d*", Content.TEXT_OR_LINK),
  QR("Q*", Content.TEXT_OR_LINK),
  DOTCODE("J*", Content.TEXT_OR_LINK),
  CODE_128("C*", Content.TEXT),
  CODE_39("A*", Content.TEXT),
  CODE_93("G*", Content.TEXT),
  CODABAR("F*", Content.TEXT),
  CODE_11("H*", Content.TEXT),
  ITF("I*", Content.TEXT),
  TWO_OF_FIVE("S*", Content.TEXT),
  TWO_OF_FIVE_IATA("R*", Content.TEXT),
  MSI("M*", Content.TEXT),
  PDF417("L*", Content.TEXT),
  MAXICODE("U*", Content.TEXT),
  AZTEC("z*", Content.TEXT),
  EAN_ADD_ON("E*", Content.TEXT),
  DATABAR_OTHER("e*", Content.TEXT),
  OTHER("X*", Content.TEXT);

  /// What a symbol of a kind carries.
  enum Content {
    ELEMENTS(0),
    DIGITS_8(8),
    DIGITS_13(13),
    DIGITS_14(14),
    TEXT(0),
    TEXT_OR_LINK(0);

    private final int digits;

    Content(int digits) {
      this.digits = digits;
    }

    /// How many digits; 0 where it carries something else.
    int digits() {
      return digits;
    }
  }

  private static final String MODIFIERS = "0123456789ABCDEFabcdef";
  private static final List<Symbology> ALL = List.of(values());

  private final char letter;
  private final char modifier;
  private final Content content;

  Symbology(String aimId, Content content) {
    this.letter = aimId.charAt(0);
    this.modifier = aimId.charAt(1);
    this.content = content;
  }

  /// The kind of symbol of a text that begins with an AIM identifier we know.
  static Optional<Symbology> of(String text) {
    if (text.length() < 3 || text.charAt(0) != ']' || MODIFIERS.indexOf(text.charAt(2)) < 0) {
      return Optional.empty();
    }
    for (Symbology symbology : ALL) {
      if (symbology.letter == text.charAt(1)
          && (symbology.modifier == '*' || symbology.modifier == text.charAt(2))) {
        return Optional.of(symbology);
      }
    }
    return Optional.empty();
  }

  Content content() {
    return content;
  }
}
