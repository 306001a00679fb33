package dev.stockwright.fx.look;

import java.util.OptionalLong;

/// Numbers as people read them: `1 204`, a true minus sign, `?` for what is not known.
public final class Figures {
  private static final char BLANK = '\u00a0';

  private Figures() {}

  public static String of(long number) {
    String digits = Long.toString(Math.abs(number));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        text.append(BLANK);
      }
      text.append(digits.charAt(i));
    }
    return number < 0 ? "\u2212" + text : text.toString();
  }

  public static String of(OptionalLong number) {
    return number.isPresent() ? of(number.getAsLong()) : "?";
  }

  /// With its sign: `+12`, `−8`.
  public static String change(long number) {
    return number > 0 ? "+" + of(number) : of(number);
  }

  /// `1 line`, `2 lines`.
  public static String count(long number, String one, String many) {
    return of(number) + " " + (number == 1 ? one : many);
  }
}
