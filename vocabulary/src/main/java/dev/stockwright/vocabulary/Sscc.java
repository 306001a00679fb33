package dev.stockwright.vocabulary;

/// GS1 number of a handling unit (AI 00), 18 digits with a right check digit.
public record Sscc(String digits) {
  public Sscc {
    Form.checkedDigits("sscc", digits, 18);
  }

  @Override
  public String toString() {
    return digits;
  }
}
