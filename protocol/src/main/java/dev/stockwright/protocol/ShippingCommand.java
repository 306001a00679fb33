package dev.stockwright.protocol;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/// Packing what was picked into handling units, loading them, and letting them leave.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = ShippingCommand.PackGoods.class, name = "pack_goods")
@Json.SubType(type = ShippingCommand.PackOrder.class, name = "pack_order")
@Json.SubType(type = ShippingCommand.ClosePackage.class, name = "close_package")
@Json.SubType(type = ShippingCommand.OpenShipment.class, name = "open_shipment")
@Json.SubType(type = ShippingCommand.LoadPackage.class, name = "load_package")
@Json.SubType(type = ShippingCommand.UnloadPackage.class, name = "unload_package")
@Json.SubType(type = ShippingCommand.ShipGoods.class, name = "ship_goods")
@Json.SubType(type = ShippingCommand.CancelShipment.class, name = "cancel_shipment")
@Json.SubType(type = ShippingCommand.UnpackPackage.class, name = "unpack_package")
public sealed interface ShippingCommand extends WorkCommand {
  long GRAMS_MAX = 100_000_000L;
  int CARRIER_MAX = 200;

  /// Where the goods are.
  WarehouseCode warehouse();

  @Override
  default List<WarehouseCode> warehouses() {
    return List.of(warehouse());
  }

  /// Goods of an order go from the bench into a package.
  ///
  /// @param at where they lie, a cart or a packing place; the package is there as well
  /// @param lot the lot or serial number; what there is when absent
  /// @param into a package that is open; a new one with an SSCC of its own when absent
  @Json(naming = Json.Naming.LowerUnderscore)
  record PackGoods(
      WarehouseCode warehouse,
      Reference order,
      Sku sku,
      Quantity quantity,
      LocationCode at,
      Optional<LotCode> lot,
      Optional<HandlingUnit> into)
      implements ShippingCommand {
    public PackGoods {
      Required.field("warehouse", warehouse);
      Required.field("order", order);
      Required.field("sku", sku);
      Required.field("quantity", quantity);
      Required.field("at", at);
      lot = Required.orEmpty(lot);
      into = Required.orEmpty(into);
    }
  }

  /// Everything of the order that lies there goes into one package.
  @Json(naming = Json.Naming.LowerUnderscore)
  record PackOrder(
      WarehouseCode warehouse, Reference order, LocationCode at, Optional<HandlingUnit> into)
      implements ShippingCommand {
    public PackOrder {
      Required.field("warehouse", warehouse);
      Required.field("order", order);
      Required.field("at", at);
      into = Required.orEmpty(into);
    }
  }

  /// Nothing more goes into the package.
  ///
  /// @param grams what it weighs; 0 when nobody weighed it
  @Json(naming = Json.Naming.LowerUnderscore)
  record ClosePackage(WarehouseCode warehouse, HandlingUnit unit, long grams)
      implements ShippingCommand {
    public ClosePackage {
      Required.field("warehouse", warehouse);
      Required.field("unit", unit);
      if (grams < 0 || grams > GRAMS_MAX) {
        throw new InvalidValue(
            "invalid_grams", "grams " + grams + " is not from 0 to 100000000 (100 tonnes)");
      }
    }
  }

  /// Everything comes out of a package that has not been loaded; it lies loose where the package
  /// stands and can be packed again.
  @Json(naming = Json.Naming.LowerUnderscore)
  record UnpackPackage(WarehouseCode warehouse, HandlingUnit unit) implements ShippingCommand {
    public UnpackPackage {
      Required.field("warehouse", warehouse);
      Required.field("unit", unit);
    }
  }

  /// A vehicle stands at the dock.
  ///
  /// @param number of the shipment; one is made up when absent
  @Json(naming = Json.Naming.LowerUnderscore)
  record OpenShipment(
      WarehouseCode warehouse,
      Optional<Reference> number,
      LocationCode dock,
      Optional<String> carrier)
      implements ShippingCommand {
    public OpenShipment {
      Required.field("warehouse", warehouse);
      number = Required.orEmpty(number);
      Required.field("dock", dock);
      carrier = Required.orEmpty(carrier);
      carrier
          .filter(name -> name.isBlank() || name.length() > CARRIER_MAX)
          .ifPresent(
              name -> {
                throw new InvalidValue("invalid_carrier", "carrier is not 1 to 200 characters");
              });
    }
  }

  /// A closed package goes to the shipment's dock and into the vehicle.
  @Json(naming = Json.Naming.LowerUnderscore)
  record LoadPackage(WarehouseCode warehouse, Reference shipment, HandlingUnit unit)
      implements ShippingCommand {
    public LoadPackage {
      Required.field("warehouse", warehouse);
      Required.field("shipment", shipment);
      Required.field("unit", unit);
    }
  }

  /// It comes out of the vehicle again, to a place in the warehouse.
  @Json(naming = Json.Naming.LowerUnderscore)
  record UnloadPackage(WarehouseCode warehouse, HandlingUnit unit, LocationCode to)
      implements ShippingCommand {
    public UnloadPackage {
      Required.field("warehouse", warehouse);
      Required.field("unit", unit);
      Required.field("to", to);
    }
  }

  /// The vehicle leaves with what is loaded.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ShipGoods(WarehouseCode warehouse, Reference shipment) implements ShippingCommand {
    public ShipGoods {
      Required.field("warehouse", warehouse);
      Required.field("shipment", shipment);
    }
  }

  /// It does not leave; nothing may be loaded.
  @Json(naming = Json.Naming.LowerUnderscore)
  record CancelShipment(WarehouseCode warehouse, Reference shipment) implements ShippingCommand {
    public CancelShipment {
      Required.field("warehouse", warehouse);
      Required.field("shipment", shipment);
    }
  }
}
