package dev.stockwright.desktop.devices;

import dev.stockwright.client.words.EquipmentPhrase;
import dev.stockwright.desktop.look.Speech;
import dev.stockwright.devices.scanner.TestCode;

/// A code that is shown to be scanned from the screen.
///
/// @param content what it says; GS as 0x1D
/// @param caption what stands below it for people
record SymbolOnScreen(Kind kind, String content, String caption) {
  private static final String GS1_IN_BRACKETS = "(01) 09501101530003 (10) SWa1 (21) 7Zy";

  /// The symbologies that are shown.
  enum Kind {
    CODE_128,
    GS1_128,
    EAN_13,
    QR
  }

  static SymbolOnScreen of(TestCode code, Speech speech) {
    return switch (code) {
      case LAYOUT -> new SymbolOnScreen(Kind.CODE_128, code.content(), code.content());
      case GS1 -> new SymbolOnScreen(Kind.GS1_128, code.content(), GS1_IN_BRACKETS);
      case EAN -> new SymbolOnScreen(Kind.EAN_13, code.content(), code.content());
      case LINES ->
          new SymbolOnScreen(Kind.QR, code.content(), speech.say(EquipmentPhrase.QR_LINES));
    };
  }
}
