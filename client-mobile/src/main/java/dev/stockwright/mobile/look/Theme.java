package dev.stockwright.mobile.look;

/// How light it is where the handheld is used.
public enum Theme {
  LIGHT("light"),
  DARK("dark"),
  /// Black on white for a yard in the sun.
  SUN("sun");

  private final String styleClass;

  Theme(String styleClass) {
    this.styleClass = styleClass;
  }

  /// The one of this name, as the settings keep it; any other is light.
  public static Theme called(String name) {
    return switch (name) {
      case "DARK" -> DARK;
      case "SUN" -> SUN;
      default -> LIGHT;
    };
  }

  public String styleClass() {
    return styleClass;
  }
}
