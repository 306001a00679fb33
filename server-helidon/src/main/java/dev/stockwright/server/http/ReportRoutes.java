package dev.stockwright.server.http;

import dev.stockwright.db.Database;
import dev.stockwright.server.queries.AgeQueries;
import dev.stockwright.server.queries.FlowQueries;
import dev.stockwright.server.queries.Scope;
import dev.stockwright.server.queries.ServiceQueries;
import dev.stockwright.server.queries.Span;
import dev.stockwright.server.queries.TotalsQueries;
import dev.stockwright.server.security.Question;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Reports about the stock of a warehouse, its flow and its service.
final class ReportRoutes {
  private static final int DAYS_MAX = 3_650;

  static final List<AskPath> ASKS =
      List.of(
          AskPath.page(
              "/api/v1/reports/expiry",
              "Lots that expire within some days, soonest first",
              AgeQueries.ExpiryLine.class,
              "warehouse",
              "days"),
          AskPath.page(
              "/api/v1/reports/fill-rate",
              "How much of what was ordered has been shipped, by warehouse",
              ServiceQueries.FillRate.class,
              "warehouse",
              "from",
              "to"),
          AskPath.page(
              "/api/v1/reports/short-lines",
              "The order lines that the fill rate is short of",
              ServiceQueries.ShortLine.class,
              "warehouse",
              "from",
              "to"),
          AskPath.page(
              "/api/v1/reports/accuracy",
              "How well the books said what was there, by warehouse and counting class",
              ServiceQueries.Accuracy.class,
              "warehouse",
              "from",
              "to"),
          AskPath.page(
              "/api/v1/reports/{warehouse}/value",
              "What is worth most, first",
              TotalsQueries.ValueLine.class),
          AskPath.page(
              "/api/v1/reports/{warehouse}/ageing",
              "How long ago what is on hand arrived, by SKU",
              AgeQueries.AgeLine.class),
          AskPath.page(
              "/api/v1/reports/{warehouse}/dead-stock",
              "What was here all the time and of which nothing left, by SKU",
              AgeQueries.DeadLine.class,
              "days"),
          AskPath.page(
              "/api/v1/reports/{warehouse}/turnover",
              "How often stock turned over, by SKU",
              FlowQueries.TurnoverLine.class,
              "from",
              "to"),
          AskPath.page(
              "/api/v1/reports/{warehouse}/top-moving",
              "What moved most often, first",
              FlowQueries.TopLine.class,
              "from",
              "to"),
          AskPath.page(
              "/api/v1/reports/{warehouse}/out-of-stock",
              "When the last unit went, newest first",
              FlowQueries.OutLine.class,
              "from",
              "to"));

  private final Seen seen;
  private final InstantSource clock;
  private final TotalsQueries totals;
  private final AgeQueries ages;
  private final FlowQueries flows;
  private final ServiceQueries service;

  ReportRoutes(Seen seen, Database database, InstantSource clock) {
    this.seen = seen;
    this.clock = clock;
    this.totals = new TotalsQueries(database);
    this.ages = new AgeQueries(database);
    this.flows = new FlowQueries(database);
    this.service = new ServiceQueries(database);
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/reports/expiry", this::expiry),
        Route.get("/api/v1/reports/fill-rate", this::fillRate),
        Route.get("/api/v1/reports/short-lines", this::shortLines),
        Route.get("/api/v1/reports/accuracy", this::accuracy),
        Route.get("/api/v1/reports/{warehouse}/value", this::value),
        Route.get("/api/v1/reports/{warehouse}/ageing", this::ageing),
        Route.get("/api/v1/reports/{warehouse}/dead-stock", this::dead),
        Route.get("/api/v1/reports/{warehouse}/turnover", this::turnover),
        Route.get("/api/v1/reports/{warehouse}/top-moving", this::top),
        Route.get("/api/v1/reports/{warehouse}/out-of-stock", this::outOfStock));
  }

  private Reply expiry(Request request) {
    var scope = seen.scope(request, Question.REPORTS);
    return Reply.json(
        Json.page(
            ages.expiring(
                scope,
                clock.instant(),
                days(request, 30),
                request.limit(),
                request.query("after"))));
  }

  private Reply fillRate(Request request) {
    var scope = seen.scope(request, Question.REPORTS);
    return Reply.json(
        Json.page(service.fillRate(scope, span(request), request.limit(), request.query("after"))));
  }

  private Reply shortLines(Request request) {
    var scope = seen.scope(request, Question.REPORTS);
    return Reply.json(
        Json.page(
            service.shortLines(scope, span(request), request.limit(), request.query("after"))));
  }

  private Reply accuracy(Request request) {
    var scope = seen.scope(request, Question.REPORTS);
    return Reply.json(
        Json.page(
            service.accuracy(
                scope,
                span(request),
                seen.may(request, Question.VALUES),
                request.limit(),
                request.query("after"))));
  }

  private Reply value(Request request) {
    WarehouseCode warehouse = seen.warehouse(request, "warehouse", Question.VALUES);
    return Reply.json(
        Json.page(
            totals.values(
                only(request, warehouse), warehouse, request.limit(), request.query("after"))));
  }

  private Reply ageing(Request request) {
    WarehouseCode warehouse = seen.warehouse(request, "warehouse", Question.REPORTS);
    return Reply.json(
        Json.page(
            ages.ages(
                only(request, warehouse),
                warehouse,
                clock.instant(),
                request.limit(),
                request.query("after"))));
  }

  private Reply dead(Request request) {
    AgeQueries.Sight sight = sight(request);
    Instant since = clock.instant().minus(Duration.ofDays(days(request, 90)));
    return Reply.json(
        Json.page(
            ages.dead(
                only(request, sight.warehouse()),
                sight,
                since,
                request.limit(),
                request.query("after"))));
  }

  private Reply turnover(Request request) {
    AgeQueries.Sight sight = sight(request);
    return Reply.json(
        Json.page(
            flows.turnover(
                only(request, sight.warehouse()),
                sight,
                span(request),
                request.limit(),
                request.query("after"))));
  }

  private Reply top(Request request) {
    WarehouseCode warehouse = seen.warehouse(request, "warehouse", Question.REPORTS);
    return Reply.json(
        Json.page(
            flows.top(
                only(request, warehouse),
                warehouse,
                span(request),
                request.limit(),
                request.query("after"))));
  }

  private Reply outOfStock(Request request) {
    WarehouseCode warehouse = seen.warehouse(request, "warehouse", Question.REPORTS);
    return Reply.json(
        Json.page(
            flows.outOfStock(
                only(request, warehouse),
                warehouse,
                span(request),
                request.limit(),
                request.query("after"))));
  }

  private AgeQueries.Sight sight(Request request) {
    return new AgeQueries.Sight(
        seen.warehouse(request, "warehouse", Question.REPORTS), seen.may(request, Question.VALUES));
  }

  private Span span(Request request) {
    return Span.of(request.time("from"), request.time("to"), clock.instant());
  }

  private static int days(Request request, int otherwise) {
    return (int) request.number("days", 0, DAYS_MAX).orElse(otherwise);
  }

  private static Scope only(Request request, WarehouseCode warehouse) {
    return Scope.of(request.who()).narrowed(Optional.of(warehouse));
  }
}
