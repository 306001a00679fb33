package dev.stockwright.devices.wedge;

import java.util.OptionalInt;

/// A character that is entered by its number, digit by digit, with Alt held.
///
/// The numbers up to 127 are ASCII; from 160 on, with a leading zero, Latin-1. The others mean
/// something else on each machine, so they are left to it.
final class AltEntry {
  private static final int DIGITS_MAX = 4;
  private final StringBuilder digits = new StringBuilder();

  void digit(int digit) {
    if (digits.length() <= DIGITS_MAX) {
      digits.append((char) ('0' + digit));
    }
  }

  boolean pending() {
    return !digits.isEmpty();
  }

  /// The character, when the number names one; forgets the number.
  OptionalInt take() {
    String text = digits.toString();
    digits.setLength(0);
    if (text.isEmpty() || text.length() > DIGITS_MAX) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(text);
    boolean latin = text.charAt(0) == '0' && number >= 160 && number <= 255;
    return number > 0 && number < 127 || latin ? OptionalInt.of(number) : OptionalInt.empty();
  }
}
