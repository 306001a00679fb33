package dev.stockwright.protocol;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/// The sites, their zones and locations, and what is kept there at least. Versions as in
/// [CatalogCommand].
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = PlaceCommand.OpenWarehouse.class, name = "open_warehouse")
@Json.SubType(type = PlaceCommand.ChangeWarehouse.class, name = "change_warehouse")
@Json.SubType(type = PlaceCommand.SaveZone.class, name = "save_zone")
@Json.SubType(type = PlaceCommand.SaveLocation.class, name = "save_location")
@Json.SubType(type = PlaceCommand.LockLocation.class, name = "lock_location")
@Json.SubType(type = PlaceCommand.UnlockLocation.class, name = "unlock_location")
@Json.SubType(type = PlaceCommand.SaveMinimum.class, name = "save_minimum")
public sealed interface PlaceCommand extends WorkCommand {
  WarehouseCode warehouse();

  @Override
  default List<WarehouseCode> warehouses() {
    return List.of(warehouse());
  }

  /// A new site, with the location where goods come in.
  ///
  /// @param timeZone such as `Europe/Berlin`; UTC when absent
  /// @param receivingLocation `DOCK` when absent
  /// @param siteKind `warehouse` or `store`
  @Json(naming = Json.Naming.LowerUnderscore)
  record OpenWarehouse(
      WarehouseCode warehouse,
      Optional<String> name,
      Optional<String> timeZone,
      Optional<LocationCode> receivingLocation,
      Optional<String> siteKind)
      implements PlaceCommand {
    public OpenWarehouse {
      Required.field("warehouse", warehouse);
      name = Required.orEmpty(name);
      timeZone = Required.orEmpty(timeZone);
      receivingLocation = Required.orEmpty(receivingLocation);
      siteKind = Required.orEmpty(siteKind);
    }

    /// It is not there yet.
    @Override
    public List<WarehouseCode> warehouses() {
      return List.of();
    }
  }

  /// A site becomes another in some respect.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ChangeWarehouse(
      WarehouseCode warehouse,
      Optional<String> name,
      Optional<String> timeZone,
      Optional<LocationCode> receivingLocation,
      Optional<String> siteKind,
      Optional<Boolean> active,
      Optional<Long> version)
      implements PlaceCommand {
    public ChangeWarehouse {
      Required.field("warehouse", warehouse);
      name = Required.orEmpty(name);
      timeZone = Required.orEmpty(timeZone);
      receivingLocation = Required.orEmpty(receivingLocation);
      siteKind = Required.orEmpty(siteKind);
      active = Required.orEmpty(active);
      version = Required.orEmpty(version);
    }
  }

  /// A group of locations that is worked together.
  @Json(naming = Json.Naming.LowerUnderscore)
  record SaveZone(
      WarehouseCode warehouse,
      Reference zoneCode,
      Optional<String> name,
      Optional<Boolean> active,
      Optional<Long> version)
      implements PlaceCommand {
    public SaveZone {
      Required.field("warehouse", warehouse);
      Required.field("zone_code", zoneCode);
      name = Required.orEmpty(name);
      active = Required.orEmpty(active);
      version = Required.orEmpty(version);
    }
  }

  /// A real place.
  ///
  /// @param locationKind `bin` (also when absent), `dock`, `staging`, `cart` or `packing`
  /// @param xMm from the site's corner; so are y and z
  /// @param pickSequence where it lies on the way through the warehouse
  /// @param pickFace people pick here, and it is filled up from reserve
  /// @param capacityUnits what may lie here at once; 0: no limit; so for grams and millilitres
  /// @param heightMm how high goods may be that are put here; 0: no limit
  /// @param mixing `any`, `one_product` or `one_lot`
  @Json(naming = Json.Naming.LowerUnderscore)
  record SaveLocation(
      WarehouseCode warehouse,
      LocationCode location,
      Optional<String> zone,
      Optional<String> locationKind,
      Optional<Integer> xMm,
      Optional<Integer> yMm,
      Optional<Integer> zMm,
      Optional<Integer> pickSequence,
      Optional<Boolean> pickFace,
      Optional<Long> capacityUnits,
      Optional<Long> capacityGrams,
      Optional<Long> capacityMl,
      Optional<Long> heightMm,
      Optional<String> mixing,
      Optional<Boolean> active,
      Optional<Long> version)
      implements PlaceCommand {
    public SaveLocation {
      Required.field("warehouse", warehouse);
      Required.field("location", location);
      zone = Required.orEmpty(zone);
      locationKind = Required.orEmpty(locationKind);
      xMm = Required.orEmpty(xMm);
      yMm = Required.orEmpty(yMm);
      zMm = Required.orEmpty(zMm);
      pickSequence = Required.orEmpty(pickSequence);
      pickFace = Required.orEmpty(pickFace);
      capacityUnits = Required.orEmpty(capacityUnits);
      capacityGrams = Required.orEmpty(capacityGrams);
      capacityMl = Required.orEmpty(capacityMl);
      heightMm = Required.orEmpty(heightMm);
      mixing = Required.orEmpty(mixing);
      active = Required.orEmpty(active);
      version = Required.orEmpty(version);
    }
  }

  /// Nothing may be put there, or nothing taken from there, or both, until it is unlocked.
  ///
  /// @param lockIn nothing may be put there
  /// @param lockOut nothing may be taken from there
  @Json(naming = Json.Naming.LowerUnderscore)
  record LockLocation(
      WarehouseCode warehouse,
      LocationCode location,
      boolean lockIn,
      boolean lockOut,
      ReasonCode reason)
      implements PlaceCommand {
    public LockLocation {
      Required.field("warehouse", warehouse);
      Required.field("location", location);
      Required.field("reason", reason);
    }
  }

  /// Goods come and go there again.
  @Json(naming = Json.Naming.LowerUnderscore)
  record UnlockLocation(WarehouseCode warehouse, LocationCode location) implements PlaceCommand {
    public UnlockLocation {
      Required.field("warehouse", warehouse);
      Required.field("location", location);
    }
  }

  /// Below this a product is low in the warehouse.
  ///
  /// @param lowAt base units; 0 for never
  @Json(naming = Json.Naming.LowerUnderscore)
  record SaveMinimum(WarehouseCode warehouse, Sku sku, long lowAt) implements PlaceCommand {
    public SaveMinimum {
      Required.field("warehouse", warehouse);
      Required.field("sku", sku);
    }
  }
}
