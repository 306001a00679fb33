package dev.stockwright.server.putaway;

import dev.stockwright.vocabulary.Sku;
import java.util.List;

/// What taking goods in and putting them away must know of a product.
///
/// @param daysLeftMin how many days before its expiry it must be here at the latest
/// @param unitGrams what one base unit weighs; 0: nobody knows
/// @param handling words such as `cold`, `hazard`, `inspect`
/// @param preferredZone empty: none
public record ProductCard(
    int id,
    Sku sku,
    Tracking tracking,
    int daysLeftMin,
    long unitGrams,
    long unitMl,
    String category,
    List<String> handling,
    String preferredZone) {
  /// The word for products that are looked at before they may be used.
  public static final String INSPECT = "inspect";

  public ProductCard {
    handling = List.copyOf(handling);
  }

  /// By what its goods are kept apart.
  public record Tracking(boolean lot, boolean expiry, boolean serial) {}

  /// Must somebody look at it before it may be used?
  public boolean inspected() {
    return handling.contains(INSPECT);
  }
}
