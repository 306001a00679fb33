package dev.stockwright.vocabulary;

/// The code of a place inside a warehouse, real or virtual, such as `A-03-02`.
public record LocationCode(String code) {
  public LocationCode {
    Form.code("location", code, 48);
  }

  /// By hand: a key of the server's busiest maps, and what a record brings is slower there.
  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof LocationCode that && code.equals(that.code));
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
