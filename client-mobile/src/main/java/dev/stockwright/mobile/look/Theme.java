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

  public String styleClass() {
    return styleClass;
  }
}
