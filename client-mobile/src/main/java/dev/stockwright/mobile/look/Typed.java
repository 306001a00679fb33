package dev.stockwright.mobile.look;

import dev.stockwright.fx.look.Figures;
import java.util.Optional;

/// The number on a keypad, digit by digit.
///
/// @param digits as typed, without leading zeros; empty: nothing typed
/// @param below less than zero
record Typed(String digits, boolean below) {
  /// What is longer is a barcode scanned into the quantity.
  static final int DIGITS_MAX = 6;

  static final Typed NOTHING = new Typed("", false);

  static Typed of(long number) {
    return new Typed(Long.toString(Math.abs(number)), number < 0);
  }

  Typed digits(String more) {
    String next = digits.equals("0") ? more : digits + more;
    next = next.equals("00") ? "0" : next;
    return next.length() > DIGITS_MAX ? this : new Typed(next, below);
  }

  Typed shorter() {
    return digits.isEmpty() ? NOTHING : new Typed(digits.substring(0, digits.length() - 1), below);
  }

  Typed turned() {
    return new Typed(digits, !below);
  }

  /// As many packs as were typed; one when nothing was.
  Typed times(long pack) {
    long number = digits.isEmpty() ? pack : Long.parseLong(digits) * pack;
    return Long.toString(number).length() > DIGITS_MAX ? this : new Typed("" + number, below);
  }

  Optional<Long> number() {
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    long number = Long.parseLong(digits);
    return Optional.of(below ? -number : number);
  }

  String text() {
    return number().map(Figures::of).orElse("");
  }
}
