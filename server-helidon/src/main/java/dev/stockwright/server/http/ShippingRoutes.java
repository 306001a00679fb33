package dev.stockwright.server.http;

import dev.stockwright.server.queries.ShippingQueries;
import dev.stockwright.server.security.Question;
import java.util.List;

/// Packing and shipping.
final class ShippingRoutes {
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
