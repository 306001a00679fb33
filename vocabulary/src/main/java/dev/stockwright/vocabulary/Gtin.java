package dev.stockwright.vocabulary;

/// GS1 number of a trade item at one pack level, always 14 digits with a right check digit.
public record Gtin(String digits) {
  public Gtin {
    Form.checkedDigits("gtin", digits, 14);
  }

  /// Reads a GTIN of 8, 12, 13 or 14 digits and brings it to 14.
  public static Gtin of(String digits) {
    int length = digits.length();
    if (!Form.digits(digits) || length != 8 && length != 12 && length != 13 && length != 14) {
      throw Form.invalid("gtin", digits, "8, 12, 13 or 14 digits");
    }
    return new Gtin("0".repeat(14 - length) + digits);
  }

  @Override
  public String toString() {
    return digits;
  }
}
