package dev.stockwright.server.http;

import dev.stockwright.protocol.ShippingCommand;
import java.util.List;

/// Where the commands of [ShippingCommand] are taken.
final class ShippingPaths {
  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/orders/{order}/pack",
              "pack_goods",
              ShippingCommand.PackGoods.class,
              "Goods of an order go into a package"),
          new WorkPath(
              "/api/v1/orders/{order}/pack-all",
              "pack_order",
              ShippingCommand.PackOrder.class,
              "Everything of the order that lies there goes into one package"),
          new WorkPath(
              "/api/v1/packages/{unit}/close",
              "close_package",
              ShippingCommand.ClosePackage.class,
              "Nothing more goes into the package"),
          new WorkPath(
              "/api/v1/packages/{unit}/unpack",
              "unpack_package",
              ShippingCommand.UnpackPackage.class,
              "Everything comes out of a package again"),
          new WorkPath(
              "/api/v1/shipments",
              "open_shipment",
              ShippingCommand.OpenShipment.class,
              "A vehicle stands at the dock"),
          new WorkPath(
              "/api/v1/shipments/{shipment}/load",
              "load_package",
              ShippingCommand.LoadPackage.class,
              "A closed package goes into the vehicle"),
          new WorkPath(
              "/api/v1/packages/{unit}/unload",
              "unload_package",
              ShippingCommand.UnloadPackage.class,
              "A package comes out of the vehicle again"),
          new WorkPath(
              "/api/v1/shipments/{shipment}/ship",
              "ship_goods",
              ShippingCommand.ShipGoods.class,
              "The vehicle leaves with what is loaded"),
          new WorkPath(
              "/api/v1/shipments/{shipment}/cancel",
              "cancel_shipment",
              ShippingCommand.CancelShipment.class,
              "It does not leave"));

  private ShippingPaths() {}
}
