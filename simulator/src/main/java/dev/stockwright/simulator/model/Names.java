package dev.stockwright.simulator.model;

import dev.stockwright.simulator.site.SiteFill;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;

/// The few names that a history uses, so that its commands collide. Products, orders, devices
/// and its handling unit are its own; the warehouses and bins are shared with every other history
/// of the database.
///
/// @param number of the history in its database
public record Names(int number) {
  public static final List<WarehouseCode> WAREHOUSES =
      List.of(new WarehouseCode("NORTH"), new WarehouseCode("EAST"), new WarehouseCode("SOUTH"));
  public static final List<LocationCode> BINS =
      List.of(new LocationCode("A-01"), new LocationCode("A-02"));

  /// Ordered on the purchase order of each history, with the usual tolerance of 5 percent.
  public static final long ORDERED = 20;

  static final WarehouseCode NOWHERE = new WarehouseCode("NOWHERE");
  static final LocationCode NO_PLACE = new LocationCode("Z-99");
  static final Sku NOTHING = new Sku("NOTHING");
  static final Reference NO_ORDER = new Reference("PO-NONE");

  /// Where goods arrive when nobody says where.
  static LocationCode dock() {
    return SiteFill.DOCK;
  }

  public List<Sku> products() {
    return List.of(new Sku("H" + number + "-1"), new Sku("H" + number + "-2"));
  }

  /// Every purchase order is for the first product in the first warehouse.
  public Reference purchaseOrder() {
    return new Reference("PO-" + number);
  }

  List<Reference> orders() {
    return List.of(new Reference("O-" + number + "-1"), new Reference("O-" + number + "-2"));
  }

  /// The only handling unit.
  HandlingUnit unit() {
    return new HandlingUnit("HU-" + number);
  }

  DeviceId numbering() {
    return new DeviceId("D-" + number);
  }

  DeviceId unnumbered() {
    return new DeviceId("U-" + number);
  }
}
