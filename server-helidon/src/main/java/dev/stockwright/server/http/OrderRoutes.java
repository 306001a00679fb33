package dev.stockwright.server.http;

import dev.stockwright.server.queries.OrderQueries;
import dev.stockwright.server.queries.Scope;
import dev.stockwright.server.security.Question;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;

/// Questions about customers' orders, and who holds stock.
final class OrderRoutes {
  static final List<AskPath> ASKS =
      List.of(
          AskPath.page(
              "/api/v1/orders",
              "Orders, newest first; with ship_before those that leave before it, soonest first",
              OrderQueries.OrderItem.class,
              "warehouse",
              "state",
              "type=order|cart|manual",
              "number",
              "customer",
              "ship_before"),
          AskPath.one(
              "/api/v1/orders/{order}",
              "One order with its lines, what is held for it, and what happened to it",
              OrderQueries.OrderWhole.class,
              "warehouse"),
          AskPath.page(
              "/api/v1/inventory/{sku}/{warehouse}/holders",
              "Who holds this stock, oldest promise first",
              OrderQueries.Holder.class));

  private final Seen seen;
  private final OrderQueries orders;

  OrderRoutes(Seen seen, OrderQueries orders) {
    this.seen = seen;
    this.orders = orders;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/orders", this::list),
        Route.get("/api/v1/orders/{order}", this::one),
        Route.get("/api/v1/inventory/{sku}/{warehouse}/holders", this::holders));
  }

  private Reply list(Request request) {
    var scope = seen.scope(request, Question.ORDERS);
    return Reply.json(
        Json.page(
            orders.list(
                scope,
                new OrderQueries.Filter(
                    request.query("state"),
                    request.query("type"),
                    request.query("number"),
                    request.query("customer"),
                    request.time("ship_before")),
                request.limit(),
                request.query("after"))));
  }

  private Reply one(Request request) {
    var scope = seen.scope(request, Question.ORDERS);
    String number = request.path("order", text -> text);
    return orders
        .find(scope, number)
        .map(order -> Reply.json(Json.one(order)))
        .orElseThrow(() -> Problem.unknown("order", number));
  }

  private Reply holders(Request request) {
    var warehouse = seen.warehouse(request, "warehouse", Question.ORDERS);
    Scope scope = Scope.of(request.who()).narrowed(Optional.of(warehouse));
    return Reply.json(
        Json.page(
            orders.holders(
                scope, request.path("sku", Sku::new), request.limit(), request.query("after"))));
  }
}
