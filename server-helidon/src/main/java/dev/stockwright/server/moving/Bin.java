package dev.stockwright.server.moving;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.OptionalLong;

/// A location with what it allows and what lies there.
///
/// @param kind `bin`, `dock`, `staging`, `cart` or `packing`
/// @param lockReason empty when nobody said
/// @param mixing `any`, `one_product` or `one_lot`
/// @param units how many base units may lie there; absent: no limit, and so with weight and volume
/// @param loads what lies there now
public record Bin(
    WarehouseCode warehouse,
    LocationCode code,
    String kind,
    boolean lockedIn,
    boolean lockedOut,
    String lockReason,
    String mixing,
    OptionalLong units,
    OptionalLong grams,
    OptionalLong millilitres,
    List<Load> loads) {
  public Bin {
    loads = List.copyOf(loads);
  }

  /// Goods of one product and lot.
  ///
  /// @param lot empty: without lot
  /// @param unitGrams of one base unit, 0 when nobody has weighed it
  public record Load(String sku, String lot, long units, long unitGrams, long unitMillilitres) {}

  /// Do goods only pass through here, so that somebody has to put them away?
  public boolean passage() {
    return kind.equals("dock") || kind.equals("staging");
  }
}
