package dev.stockwright.vocabulary;

/// The code of one site, a shop too: 1 to 32 letters, digits or `- _ . / + #`.
public record WarehouseCode(String code) {
  public WarehouseCode {
    Form.code("warehouse", code, 32);
  }

  @Override
  public String toString() {
    return code;
  }
}
