package dev.stockwright.mobile.look;

/// Numbers as people read them: `1 204`, a true minus sign.
final class Figures {
  private static final char BLANK = '\u00a0';

  private Figures() {}

  static String of(long number) {
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
}
