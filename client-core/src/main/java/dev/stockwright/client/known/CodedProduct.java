package dev.stockwright.client.known;

import java.util.List;

/// A product with the barcodes that stand for it.
public record CodedProduct(Product product, List<Barcode> barcodes) {
  public CodedProduct {
    barcodes = List.copyOf(barcodes);
  }

  /// @param code a GTIN of 14 digits, or any other text
  public record Barcode(String code, PackLevel pack) {}
}
