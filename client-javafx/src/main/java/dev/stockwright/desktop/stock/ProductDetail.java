package dev.stockwright.desktop.stock;

import dev.stockwright.vocabulary.Sku;
import java.util.List;

/// What the drawer shows of a product beside its row.
///
/// @param codes pack levels and GTIN, a line each
public record ProductDetail(
    Sku sku, List<String> codes, List<Place> places, List<MovementLine> movements) {
  /// Stock of the product in one location.
  public record Place(String location, String note, long onHand, long reserved) {}

  public ProductDetail {
    codes = List.copyOf(codes);
    places = List.copyOf(places);
    movements = List.copyOf(movements);
  }
}
