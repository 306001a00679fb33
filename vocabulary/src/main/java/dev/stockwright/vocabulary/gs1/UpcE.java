package dev.stockwright.vocabulary.gs1;

import dev.stockwright.vocabulary.CheckDigit;
import java.util.Optional;

/// UPC-E: a UPC-A of number system 0 or 1 without most of its zeros, written as eight digits of
/// which the first is the number system and the last the check digit of the UPC-A (GS1 General
/// Specifications 5.2.2.4).
///
/// Eight digits alone do not say whether they are a UPC-E or a GTIN-8: with 5 to 9 as the sixth of
/// its digits, a UPC-E has always also the check digit of a GTIN-8. So this is asked only where
/// something else says that it is one.
public final class UpcE {
  private UpcE() {}

  /// The twelve digits of the UPC-A, or nothing where the eight are no UPC-E.
  public static Optional<String> expanded(String eight) {
    if (eight.length() != 8 || Charset.DIGITS.firstOutside(eight) >= 0 || eight.charAt(0) > '1') {
      return Optional.empty();
    }
    String six = eight.substring(1, 7);
    char last = six.charAt(5);
    String body =
        switch (last) {
          case '0', '1', '2' -> six.substring(0, 2) + last + "0000" + six.substring(2, 5);
          case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
          case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
          default -> six.substring(0, 5) + "0000" + last;
        };
    String twelve = eight.charAt(0) + body + eight.charAt(7);
    return CheckDigit.right(twelve, 0, 12) ? Optional.of(twelve) : Optional.empty();
  }
}
