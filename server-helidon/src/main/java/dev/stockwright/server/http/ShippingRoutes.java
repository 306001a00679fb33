package dev.stockwright.server.http;

import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.server.queries.ShippingQueries;
import dev.stockwright.server.security.Question;
import java.util.List;

/// Packing and shipping.
final class ShippingRoutes {
  static final List<WorkPath> COMMANDS =
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

  static final List<AskPath> ASKS =
      List.of(
          AskPath.page(
              "/api/v1/packages",
              "Packages of orders",
              ShippingQueries.PackageItem.class,
              "warehouse",
              "order",
              "shipment",
              "state=open|closed|loaded|shipped|put_back"),
          AskPath.one(
              "/api/v1/packages/{unit}",
              "One package and what is in it",
              ShippingQueries.PackageWhole.class,
              "warehouse"),
          AskPath.page(
              "/api/v1/shipments",
              "Shipments, newest first",
              ShippingQueries.ShipmentItem.class,
              "warehouse",
              "state=open|shipped|cancelled"));

  private final Seen seen;
  private final ShippingQueries shipping;

  ShippingRoutes(Seen seen, ShippingQueries shipping) {
    this.seen = seen;
    this.shipping = shipping;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/packages", this::packages),
        Route.get("/api/v1/packages/{unit}", this::one),
        Route.get("/api/v1/shipments", this::shipments));
  }

  private Reply packages(Request request) {
    var scope = seen.scope(request, Question.ORDERS);
    return Reply.json(
        Json.page(
            shipping.packages(
                scope,
                new ShippingQueries.Filter(
                    request.query("order"), request.query("shipment"), request.query("state")),
                request.limit(),
                request.query("after"))));
  }

  private Reply one(Request request) {
    var scope = seen.scope(request, Question.ORDERS);
    String unit = request.path("unit", text -> text);
    return shipping
        .find(scope, unit)
        .map(whole -> Reply.json(Json.one(whole)))
        .orElseThrow(() -> Problem.unknown("package", unit));
  }

  private Reply shipments(Request request) {
    var scope = seen.scope(request, Question.ORDERS);
    return Reply.json(
        Json.page(
            shipping.shipments(
                scope, request.query("state"), request.limit(), request.query("after"))));
  }
}
