package dev.stockwright.server.ledger;

import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;

/// A product in a warehouse: what is locked.
public record ShelfKey(WarehouseCode warehouse, Sku sku) {
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ShelfKey that
            && sku.equals(that.sku)
            && warehouse.equals(that.warehouse));
  }

  @Override
  public int hashCode() {
    return 31 * sku.hashCode() + warehouse.hashCode();
  }
}
