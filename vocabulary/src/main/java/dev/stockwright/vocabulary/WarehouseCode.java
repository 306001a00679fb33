package dev.stockwright.vocabulary;

/// The code of one site, a shop too: 1 to 32 letters, digits or `- _ . / + #`.
public record WarehouseCode(String code) {
  public WarehouseCode {
    Form.code("warehouse", code, 32);
  }

  /// By hand: a key of the server's busiest maps, and what a record brings is slower there.
  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof WarehouseCode that && code.equals(that.code));
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
