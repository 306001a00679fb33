package dev.stockwright.vocabulary;

/// The GS1 check digit, modulo 10 with weights 3 and 1 from the right (GS1 General Specifications
/// 7.9).
public final class CheckDigit {
  private CheckDigit() {}

  /// The digit that follows `digits`, which holds digits only.
  public static char of(String digits) {
    return of(digits, 0, digits.length());
  }

  /// Whether the last of the digits from `from` to `to` is the check digit of those before it.
  public static boolean right(String text, int from, int to) {
    return of(text, from, to - 1) == text.charAt(to - 1);
  }

  private static char of(String text, int from, int to) {
    int sum = 0;
    int weight = 3;
    for (int i = to - 1; i >= from; i--) {
      sum += weight * (text.charAt(i) - '0');
      weight = 4 - weight;
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
