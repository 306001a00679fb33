package dev.stockwright.simulator.walk;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Comparator;
import java.util.Optional;

/// Goods that are alike and lie together.
///
/// @param lot or serial number; empty without
/// @param unit the handling unit; empty when loose
/// @param condition as in the tables
record Pile(String warehouse, String place, String sku, String lot, String unit, String condition)
    implements Comparable<Pile> {
  private static final Comparator<Pile> ORDER =
      Comparator.comparing(Pile::warehouse)
          .thenComparing(Pile::place)
          .thenComparing(Pile::sku)
          .thenComparing(Pile::lot)
          .thenComparing(Pile::unit)
          .thenComparing(Pile::condition);

  @Override
  public int compareTo(Pile other) {
    return ORDER.compare(this, other);
  }

  /// Loose, without lot, available.
  static Pile plain(WarehouseCode warehouse, LocationCode place, Sku sku) {
    return new Pile(warehouse.code(), place.code(), sku.code(), "", "", "available");
  }

  Cell cell() {
    return new Cell(warehouse, sku);
  }

  Pile at(LocationCode other) {
    return new Pile(warehouse, other.code(), sku, lot, unit, condition);
  }

  Pile in(String otherUnit) {
    return new Pile(warehouse, place, sku, lot, otherUnit, condition);
  }

  Pile of(String otherLot) {
    return new Pile(warehouse, place, sku, otherLot, unit, condition);
  }

  Pile now(Condition other) {
    return new Pile(warehouse, place, sku, lot, unit, other.code());
  }

  boolean sellable() {
    return condition.equals("available");
  }

  boolean loose() {
    return unit.isEmpty();
  }

  WarehouseCode site() {
    return new WarehouseCode(warehouse);
  }

  LocationCode location() {
    return new LocationCode(place);
  }

  Sku product() {
    return new Sku(sku);
  }

  Optional<LotCode> lotCode() {
    return lot.isEmpty() ? Optional.empty() : Optional.of(new LotCode(lot));
  }

  Optional<HandlingUnit> handlingUnit() {
    return unit.isEmpty() ? Optional.empty() : Optional.of(new HandlingUnit(unit));
  }

  /// Absent where a command takes it for granted.
  Optional<Condition> given() {
    return sellable() ? Optional.empty() : Optional.of(Condition.of(condition));
  }
}
