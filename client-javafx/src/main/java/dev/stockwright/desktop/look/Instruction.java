package dev.stockwright.desktop.look;

/// What to do now.
///
/// @param text an imperative of at most 26 characters
/// @param hint the second line; empty when there is none
public record Instruction(Kind kind, String text, String hint) {
  /// What is awaited next.
  public enum Kind {
    SCAN("scan", Icon.SCAN_BARCODE),
    TOUCH("touch", Icon.KEYBOARD),
    DECIDE("decide", Icon.TRIANGLE_ALERT);

    private final String styleClass;
    private final Icon icon;

    Kind(String styleClass, Icon icon) {
      this.styleClass = styleClass;
      this.icon = icon;
    }

    String styleClass() {
      return styleClass;
    }

    Icon icon() {
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
