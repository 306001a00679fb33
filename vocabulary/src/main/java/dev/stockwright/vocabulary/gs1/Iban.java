package dev.stockwright.vocabulary.gs1;

/// International bank account numbers (ISO 13616): country, two check digits, account.
final class Iban {
  private static final int SHORTEST = 10;

  private Iban() {}

  static boolean right(String text, int from, int to) {
    if (to - from <= SHORTEST || !IsoCodes.countryLetters(text, from, from + 2)) {
      return false;
    }
    return remainder(text, from, to) == 1;
  }

  /// The number that the account makes with country and check digits behind it, modulo 97; -1 where
  /// a character is neither digit nor capital letter.
  static int remainder(String text, int from, int to) {
    int length = to - from;
    int remainder = 0;
    for (int i = 0; i < length; i++) {
      int value = digit(text.charAt(from + (i + 4) % length));
      if (value < 0) {
        return -1;
      }
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder;
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
  }
}
