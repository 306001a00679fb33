package dev.stockwright.devices.wedge;

import java.util.Locale;

/// A key that types no character, as far as scanners use such keys: `F1` to `F24`, `DOWN`, or Ctrl
/// with one other key.
///
/// @param ctrl whether Ctrl is held
/// @param name upper case: `F8`, `DOWN`, or with Ctrl the character on the key, such as `]`
public record WedgeKey(boolean ctrl, String name) {
  private static final String CTRL = "Ctrl+";
  private static final int FIRST = 0x80;
  private static final int DOWN = 0x1D;

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

  /// One character that stands for it in a text, of those that no code holds (C1 controls): 0x81
  /// for F1 and so on, 0x9D for Down. Keys with Ctrl have none.
  ///
  /// @throws IllegalStateException with Ctrl
  public String inText() {
    if (ctrl) {
      throw new IllegalStateException(this + " has no character of its own");
    }
    int number = name.equals("DOWN") ? DOWN : Integer.parseInt(name.substring(1));
    return String.valueOf((char) (FIRST + number));
  }

  @Override
  public String toString() {
    return ctrl ? CTRL + name : name.equals("DOWN") ? "Down" : name;
  }
}
