package dev.stockwright.vocabulary;

/// Our code for a product: 1 to 64 letters, digits or `- _ . / + #`; case matters.
public record Sku(String code) {
  public Sku {
    Form.code("sku", code, 64);
  }

  @Override
  public String toString() {
    return code;
  }
}
