package dev.stockwright.server.putaway;

import dev.stockwright.vocabulary.Sku;
import java.util.List;

/// What taking goods in and putting them away must know of a product.
///
/// @param daysLeftMin how many days before its expiry it must be here at the latest
/// @param unitGrams what one base unit weighs; 0: nobody knows
/// @param handling words such as `cold`, `hazard`, `inspect`
/// @param preferredZone empty: none
/// @param packs those whose height is known, the smallest first
public record ProductCard(
    int id,
    Sku sku,
    Tracking tracking,
    int daysLeftMin,
    long unitGrams,
    long unitMl,
    String category,
    List<String> handling,
    String preferredZone,
    List<Pack> packs) {
  /// The word for products that are looked at before they may be used.
  public static final String INSPECT = "inspect";

  public ProductCard {
    handling = List.copyOf(handling);
    packs = List.copyOf(packs);
  }

  /// By what its goods are kept apart.
  public record Tracking(boolean lot, boolean expiry, boolean serial) {}

  /// A pack level.
  ///
  /// @param units base units in it
  public record Pack(long units, long heightMm) {}

  /// How high so many units are at least; 0: nobody knows. Loose goods can be taken out of their
  /// packs; what stands on a handling unit stands in the largest pack that is wholly there.
  long heightMm(long units, boolean whole) {
    if (!whole) {
      return packs.isEmpty() ? 0 : packs.getFirst().heightMm();
    }
    return packs.stream()
        .filter(pack -> pack.units() <= units)
        .mapToLong(Pack::heightMm)
        .reduce(0, (smaller, larger) -> larger);
  }

  /// Must somebody look at it before it may be used?
  public boolean inspected() {
    return handling.contains(INSPECT);
  }
}
