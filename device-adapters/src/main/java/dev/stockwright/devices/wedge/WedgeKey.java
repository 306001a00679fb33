package dev.stockwright.devices.wedge;

import java.util.Locale;

/// A key that types no character, as far as scanners use such keys: `F1` to `F24`, `DOWN`, or Ctrl
/// with one other key.
///
/// @param ctrl whether Ctrl is held
/// @param name upper case: `F8`, `DOWN`, or with Ctrl the character on the key, such as `]`
public record WedgeKey(boolean ctrl, String name) {
  private static final String CTRL = "Ctrl+";

  public WedgeKey {
    boolean known =
        ctrl ? name.length() == 1 : name.equals("DOWN") || name.matches("F([1-9]|1\\d|2[0-4])");
    if (!known || !name.equals(name.toUpperCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "key \"" + name + "\": give F1 to F24, DOWN, or Ctrl and one character");
    }
  }

  /// Reads `F8`, `Down` or `Ctrl+]`.
  ///
  /// @throws IllegalArgumentException when it is none of these
  public static WedgeKey of(String text) {
    boolean ctrl = text.regionMatches(true, 0, CTRL, 0, CTRL.length());
    String name = ctrl ? text.substring(CTRL.length()) : text;
    return new WedgeKey(ctrl, name.toUpperCase(Locale.ROOT));
  }

  /// How it stands in a text of characters: `{F8}`.
  public String inText() {
    return "{" + this + "}";
  }

  @Override
  public String toString() {
    return ctrl ? CTRL + name : name.equals("DOWN") ? "Down" : name;
  }
}
