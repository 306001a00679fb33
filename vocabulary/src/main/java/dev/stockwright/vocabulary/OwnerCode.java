package dev.stockwright.vocabulary;

/// Whose goods they are; most sites have one owner.
public record OwnerCode(String code) {
  public OwnerCode {
    Form.code("owner", code, 32);
  }

  @Override
  public String toString() {
    return code;
  }
}
