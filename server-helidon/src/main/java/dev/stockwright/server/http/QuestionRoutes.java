package dev.stockwright.server.http;

import dev.stockwright.server.queries.ExplainQueries;
import dev.stockwright.server.queries.SearchQueries;
import dev.stockwright.server.queries.TotalsQueries;
import dev.stockwright.server.queries.TraceQueries;
import dev.stockwright.server.security.Question;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;

/// Finding, adding up, tracing and explaining.
final class QuestionRoutes {
  static final List<AskPath> ASKS =
      List.of(
          AskPath.page(
              "/api/v1/search/products",
              "Products by a part of a name, SKU or barcode, by SKU",
              SearchQueries.ProductHit.class,
              "text"),
          AskPath.page(
              "/api/v1/totals",
              "All stock of each warehouse, added up",
              TotalsQueries.WarehouseTotals.class,
              "warehouse"),
          AskPath.page(
              "/api/v1/trace/steps",
              "The movements of a lot, serial number or handling unit, oldest first",
              TraceQueries.TraceStep.class,
              "lot",
              "handling_unit",
              "sku"),
          AskPath.one(
              "/api/v1/trace",
              "Where a lot, serial number or handling unit came from, is, and went",
              TraceQueries.Trace.class,
              "lot",
              "handling_unit",
              "sku"),
          AskPath.one(
              "/api/v1/explain/{figure}",
              "The rows behind a figure: on_hand, reserved, blocked, available, moved, in_transit,"
                  + " expected, value",
              ExplainQueries.Explained.class,
              "warehouse",
              "sku",
              "time",
              "limit",
              "after"));

  private final Seen seen;
  private final SearchQueries search;
  private final TotalsQueries totals;
  private final TraceQueries traces;
  private final ExplainQueries explain;

  QuestionRoutes(Seen seen, dev.stockwright.db.Database database) {
    this.seen = seen;
    this.search = new SearchQueries(database);
    this.totals = new TotalsQueries(database);
    this.traces = new TraceQueries(database);
    this.explain = new ExplainQueries(database);
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/search/products", this::search),
        Route.get("/api/v1/totals", this::totals),
        Route.get("/api/v1/trace/steps", this::steps),
        Route.get("/api/v1/trace", this::trace),
        Route.get("/api/v1/explain/{figure}", this::explain));
  }

  private Reply search(Request request) {
    var scope = seen.everywhere(request, Question.LEVELS);
    String text =
        request
            .query("text")
            .orElseThrow(() -> new InvalidValue("missing_text", "text is missing; add ?text="));
    return Reply.json(
        Json.page(search.products(scope, text, request.limit(), request.query("after"))));
  }

  private Reply totals(Request request) {
    var scope = seen.scope(request, Question.LEVELS);
    return Reply.json(
        Json.page(
            totals.totals(
                scope,
                seen.may(request, Question.VALUES),
                request.limit(),
                request.query("after"))));
  }

  private Reply steps(Request request) {
    var scope = seen.everywhere(request, Question.TRACES);
    return Reply.json(
        Json.page(traces.steps(scope, subject(request), request.limit(), request.query("after"))));
  }

  private Reply trace(Request request) {
    var scope = seen.everywhere(request, Question.TRACES);
    return Reply.json(Json.one(traces.trace(scope, subject(request))));
  }

  private static TraceQueries.Subject subject(Request request) {
    var sku = request.query("sku", Sku::new);
    return request
        .query("handling_unit", HandlingUnit::new)
        .map(unit -> new TraceQueries.Subject(true, unit.code(), sku))
        .or(
            () ->
                request
                    .query("lot", LotCode::new)
                    .map(lot -> new TraceQueries.Subject(false, lot.code(), sku)))
        .orElseThrow(
            () ->
                new InvalidValue(
                    "missing_lot", "lot is missing; add ?lot= (or a serial), or ?handling_unit="));
  }

  private Reply explain(Request request) {
    String word = request.path("figure", text -> text);
    ExplainQueries.Figure figure =
        ExplainQueries.Figure.of(word).orElseThrow(() -> Problem.unknown("figure", word));
    boolean worth = figure == ExplainQueries.Figure.VALUE;
    var scope = seen.scope(request, worth ? Question.VALUES : Question.REASONS);
    var asked =
        new ExplainQueries.Asked(
            figure,
            request
                .query("sku", Sku::new)
                .orElseThrow(() -> new InvalidValue("missing_sku", "sku is missing; add ?sku=")),
            request
                .query("warehouse", WarehouseCode::new)
                .orElseThrow(
                    () ->
                        new InvalidValue(
                            "missing_warehouse", "warehouse is missing; add ?warehouse=")),
            seen.may(request, Question.VALUES),
            request.time("time"));
    return explain
        .explain(scope, asked, request.limit(), request.query("after"))
        .map(found -> Reply.json(Json.one(found)))
        .orElseThrow(() -> Problem.unknown("product", asked.sku().code()));
  }
}
