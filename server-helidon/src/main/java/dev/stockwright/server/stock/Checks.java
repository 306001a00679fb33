package dev.stockwright.server.stock;

import dev.stockwright.protocol.Refusal;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Optional;

/// Questions that several rules ask in the same order.
public final class Checks {
  private Checks() {}

  /// Does the stock know the warehouse and the product?
  public static Optional<Refusal> known(Stock stock, WarehouseCode warehouse, Sku sku) {
    if (stock.knows(warehouse, sku)) {
      return Optional.empty();
    }
    if (!stock.knows(warehouse)) {
      return Optional.of(new Refusal.UnknownWarehouse(warehouse));
    }
    return Optional.of(new Refusal.UnknownProduct(sku));
  }

  /// Does the warehouse have the location? An absent one is no question.
  public static Optional<Refusal> known(
      Stock stock, WarehouseCode warehouse, Optional<LocationCode> location) {
    return location
        .filter(code -> !stock.knows(warehouse, code))
        .map(code -> new Refusal.UnknownLocation(warehouse, code));
  }
}
