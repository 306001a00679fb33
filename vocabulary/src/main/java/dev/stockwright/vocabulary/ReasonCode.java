package dev.stockwright.vocabulary;

/// Why stock changed: a reason code such as `receipt` or `damaged`, or a short free text.
public record ReasonCode(String code) {
  public ReasonCode {
    Form.printable("reason", code, 64);
  }

  @Override
  public String toString() {
    return code;
  }
}
