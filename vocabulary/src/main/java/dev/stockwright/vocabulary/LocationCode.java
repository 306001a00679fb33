package dev.stockwright.vocabulary;

/// The code of a place inside a warehouse, real or virtual, such as `A-03-02`.
public record LocationCode(String code) {
  public LocationCode {
    Form.code("location", code, 48);
  }

  @Override
  public String toString() {
    return code;
  }
}
