package dev.stockwright.vocabulary;

/// The document a change belongs to: a purchase order, an order, a count, a transfer.
public record Reference(String code) {
  public Reference {
    Form.printable("reference", code, 64);
  }

  @Override
  public String toString() {
    return code;
  }
}
