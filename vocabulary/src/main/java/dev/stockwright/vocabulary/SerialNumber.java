package dev.stockwright.vocabulary;

/// One single piece (GS1 AI 21).
public record SerialNumber(String code) {
  public SerialNumber {
    Form.printable("serial", code, 40);
  }

  @Override
  public String toString() {
    return code;
  }
}
