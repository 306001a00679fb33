package dev.stockwright.server.catalogue;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.WarehouseCode;

/// The full name of a location.
public record Place(WarehouseCode warehouse, LocationCode location) {
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Place that
            && location.equals(that.location)
            && warehouse.equals(that.warehouse));
  }

  @Override
  public int hashCode() {
    return 31 * location.hashCode() + warehouse.hashCode();
  }
}
