package dev.stockwright.desktop.stock;

import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;

/// The stock of one product in one warehouse.
///
/// @param lastMovement what moved last, such as `received +12`; empty when nothing ever did
/// @param n the event of the warehouse that this is the state after; an older one never overwrites
///     a newer one
public record StockRow(
    WarehouseCode warehouse,
    Sku sku,
    String product,
    long onHand,
    long reserved,
    long blocked,
    long available,
    Instant lastUpdated,
    String lastMovement,
    long n) {
  /// Which product where.
  public record Key(WarehouseCode warehouse, Sku sku) {}

  public Key key() {
    return new Key(warehouse, sku);
  }
}
