package dev.stockwright.vocabulary.gs1;

/// International bank account numbers (ISO 13616): country, two check digits, account.
final class Iban {
  private static final int SHORTEST = 10;

  private Iban() {}

  static boolean right(String text) {
    if (text.length() <= SHORTEST || !IsoCodes.countryLetters(text.substring(0, 2))) {
      return false;
    }
    int remainder = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = digit(text.charAt((i + 4) % text.length()));
      if (value < 0) {
        return false;
      }
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder == 1;
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
  }
}
