package dev.stockwright.desktop.look;

import dev.stockwright.fx.look.Pictogram;

/// What to do now.
///
/// @param text an imperative of at most 26 characters
/// @param hint the second line; empty when there is none
public record Instruction(Kind kind, String text, String hint) {
  /// What is awaited next.
  public enum Kind {
    SCAN("scan", Pictogram.SCAN_BARCODE),
    TOUCH("touch", Pictogram.KEYBOARD),
    DECIDE("decide", Pictogram.TRIANGLE_ALERT);

    private final String styleClass;
    private final Pictogram icon;

    Kind(String styleClass, Pictogram icon) {
      this.styleClass = styleClass;
      this.icon = icon;
    }

    String styleClass() {
      return styleClass;
    }

    Pictogram icon() {
      return icon;
    }
  }

  public static Instruction scan(String text, String hint) {
    return new Instruction(Kind.SCAN, text, hint);
  }

  public static Instruction touch(String text, String hint) {
    return new Instruction(Kind.TOUCH, text, hint);
  }

  public static Instruction decide(String text, String hint) {
    return new Instruction(Kind.DECIDE, text, hint);
  }
}
