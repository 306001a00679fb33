package dev.stockwright.devices.rfid;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.WarehouseCode;

/// Where a tag can be: a shelf, a door. Antennas with the same place are one to it.
public record Place(WarehouseCode warehouse, LocationCode zone) {
  /// Such as `HUB/DOCK-1`.
  @Override
  public String toString() {
    return warehouse.code() + "/" + zone.code();
  }
}
