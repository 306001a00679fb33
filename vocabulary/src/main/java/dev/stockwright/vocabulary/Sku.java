package dev.stockwright.vocabulary;

/// Our code for a product: 1 to 64 letters, digits or `- _ . / + #`; case matters.
public record Sku(String code) {
  public Sku {
    Form.code("sku", code, 64);
  }

  /// By hand: a key of the server's busiest maps, and what a record brings is slower there.
  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Sku that && code.equals(that.code));
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public String toString() {
    return code;
  }
}
