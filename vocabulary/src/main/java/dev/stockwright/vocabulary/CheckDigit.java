package dev.stockwright.vocabulary;

/// The GS1 check digit, modulo 10 with weights 3 and 1 from the right (GS1 General Specifications
// 7.9).
public final class CheckDigit {
  private CheckDigit() {}

  /// The digit that follows `digits`, which holds digits only.
  public static char of(String digits) {
    int sum = 0;
    int weight = 3;
    for (int i = digits.length() - 1; i >= 0; i--) {
      sum += weight * (digits.charAt(i) - '0');
      weight = 4 - weight;
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
