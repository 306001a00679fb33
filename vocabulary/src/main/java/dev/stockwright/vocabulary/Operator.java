package dev.stockwright.vocabulary;

/// The person (or program) that signs a command; the name they sign in with.
public record Operator(String code) {
  public Operator {
    Form.printable("operator", code, 64);
  }

  @Override
  public String toString() {
    return code;
  }
}
