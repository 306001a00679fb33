package dev.stockwright.server.http;

import dev.stockwright.server.queries.PurchaseQueries;
import dev.stockwright.server.security.Duty;
import dev.stockwright.server.security.Question;
import dev.stockwright.vocabulary.InvalidValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/// What is bought, announced and expected.
final class PurchaseRoutes {
  static final List<AskPath> ASKS =
      List.of(
          AskPath.page(
              "/api/v1/purchasing/orders",
              "Purchase orders by number",
              PurchaseQueries.OrderItem.class,
              "warehouse",
              "state=open|closed|cancelled",
              "supplier"),
          AskPath.one(
              "/api/v1/purchasing/orders/{order}",
              "One purchase order with its lines",
              PurchaseQueries.OrderWhole.class,
              "warehouse"),
          AskPath.page(
              "/api/v1/asns",
              "Advance shipping notices by number",
              PurchaseQueries.AsnItem.class,
              "warehouse",
              "state=announced|arriving|received|closed|cancelled",
              "supplier"),
          AskPath.one(
              "/api/v1/asns/{asn}", "One notice", PurchaseQueries.AsnItem.class, "warehouse"),
          AskPath.page(
              "/api/v1/asns/{asn}/lines",
              "What is in it",
              PurchaseQueries.AsnLine.class,
              "warehouse"),
          AskPath.page(
              "/api/v1/purchasing/expected",
              "What is expected until a day, today when none is given",
              PurchaseQueries.Expected.class,
              "warehouse",
              "until"));

  private final Seen seen;
  private final PurchaseQueries purchases;

  PurchaseRoutes(Seen seen, PurchaseQueries purchases) {
    this.seen = seen;
    this.purchases = purchases;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/purchasing/orders", this::orders),
        Route.get("/api/v1/purchasing/orders/{order}", this::order),
        Route.get("/api/v1/asns", this::asns),
        Route.get("/api/v1/asns/{asn}", this::asn),
        Route.get("/api/v1/asns/{asn}/lines", this::asnLines),
        Route.get("/api/v1/purchasing/expected", this::expected));
  }

  private Reply orders(Request request) {
    var scope = seen.scope(request, Question.PURCHASE_ORDERS);
    return Reply.json(
        Json.page(
            purchases.orders(scope, filter(request), request.limit(), request.query("after"))));
  }

  private static PurchaseQueries.Filter filter(Request request) {
    return new PurchaseQueries.Filter(request.query("state"), request.query("supplier"));
  }

  private Reply order(Request request) {
    var scope = seen.scope(request, Question.PURCHASE_ORDERS);
    String number = request.path("order", text -> text);
    return purchases
        .order(scope, number, told(request))
        .map(order -> Reply.json(Json.one(order)))
        .orElseThrow(() -> Problem.unknown("purchase order", number));
  }

  private Reply asns(Request request) {
    var scope = seen.scope(request, Question.PURCHASE_ORDERS);
    return Reply.json(
        Json.page(purchases.asns(scope, filter(request), request.limit(), request.query("after"))));
  }

  private Reply asn(Request request) {
    var scope = seen.scope(request, Question.PURCHASE_ORDERS);
    String number = request.path("asn", text -> text);
    return purchases
        .asn(scope, number)
        .map(asn -> Reply.json(Json.one(asn)))
        .orElseThrow(() -> Problem.unknown("ASN", number));
  }

  private Reply asnLines(Request request) {
    var scope = seen.scope(request, Question.PURCHASE_ORDERS);
    return Reply.json(
        Json.page(
            purchases.asnLines(
                scope,
                request.path("asn", text -> text),
                told(request),
                request.limit(),
                request.query("after"))));
  }

  private Reply expected(Request request) {
    var scope = seen.scope(request, Question.PURCHASE_ORDERS);
    return Reply.json(
        Json.page(
            purchases.expected(
                scope,
                request.query("until").map(PurchaseRoutes::day),
                told(request),
                request.limit(),
                request.query("after"))));
  }

  /// May they know the figures of what is received blind? Those who decide may.
  private static boolean told(Request request) {
    return Duty.DECIDING.includes(request.who().role());
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidValue("invalid_until", "until is no day such as 2026-11-20");
    }
  }
}
