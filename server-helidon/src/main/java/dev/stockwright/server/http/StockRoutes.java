package dev.stockwright.server.http;

import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.queries.BalanceQueries;
import dev.stockwright.server.queries.HistoryQueries;
import dev.stockwright.server.queries.Page;
import dev.stockwright.server.queries.Scope;
import dev.stockwright.server.queries.StockLine;
import dev.stockwright.server.queries.StockQueries;
import dev.stockwright.server.queries.StockSort;
import dev.stockwright.server.security.Question;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.JsonType;
import java.util.List;

/// Questions about stock, now and earlier.
final class StockRoutes {
  /// What is said of a product in all warehouses.
  private record Everywhere(
      List<Level> items,
      long totalQuantity,
      long totalReserved,
      long totalBlocked,
      long totalAvailable) {}

  static final List<AskPath> ASKS =
      List.of(
          AskPath.one(
              "/api/v1/inventory/{sku}/as-of",
              "The stock of a product in all your warehouses at a moment, as the books knew it then"
                  + " or know it now",
              Everywhere.class,
              "time",
              "known"),
          AskPath.one(
              "/api/v1/balances",
              "Where everything of a warehouse lies, for devices that keep it; `n` is the event"
                  + " that a part is the state after, and `next` goes on",
              BalanceQueries.Balances.class,
              "warehouse",
              "limit",
              "after"));

  private static final JsonType<Level> LEVEL = Wire.jsonb().type(Level.class);

  private final Seen seen;
  private final StockQueries stock;
  private final BalanceQueries balances;
  private final HistoryQueries history;

  StockRoutes(Seen seen, StockQueries stock, BalanceQueries balances, HistoryQueries history) {
    this.seen = seen;
    this.stock = stock;
    this.balances = balances;
    this.history = history;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/inventory/warehouse/{code}/low-stock", this::low),
        Route.get("/api/v1/inventory/warehouse/{code}", this::list),
        Route.get("/api/v1/inventory", this::listEverywhere),
        Route.get("/api/v1/inventory/{sku}/all-warehouses", this::everywhere),
        Route.get("/api/v1/inventory/{sku}/as-of", this::everywhereAsOf),
        Route.get("/api/v1/inventory/{sku}/{warehouse}/as-of", this::asOf),
        Route.get("/api/v1/inventory/{sku}/{warehouse}/balances", this::bins),
        Route.get("/api/v1/inventory/{sku}/{warehouse}", this::level),
        Route.get("/api/v1/balances", this::balances));
  }

  private Reply level(Request request) {
    Sku sku = request.path("sku", Sku::new);
    WarehouseCode warehouse = seen.warehouse(request, "warehouse", Question.LEVELS);
    List<Level> levels = stock.levels(only(request, warehouse), sku);
    if (levels.isEmpty()) {
      throw unknown(sku);
    }
    return Reply.json(Wire.LEVEL.bytes(levels.getFirst()));
  }

  private Reply everywhere(Request request) {
    Sku sku = request.path("sku", Sku::new);
    List<Level> levels = stock.levels(seen.everywhere(request, Question.LEVELS), sku);
    if (levels.isEmpty() && !stock.knows(sku)) {
      throw unknown(sku);
    }
    return Reply.json(Json.bytes(writer -> withTotals(writer, levels)));
  }

  /// The same at a moment of the past.
  private Reply everywhereAsOf(Request request) {
    Sku sku = request.path("sku", Sku::new);
    HistoryQueries.Moment moment = moment(request);
    List<Level> levels = history.asOf(seen.everywhere(request, Question.HISTORY), sku, moment);
    if (levels.isEmpty() && !stock.knows(sku)) {
      throw unknown(sku);
    }
    return Reply.json(Json.bytes(writer -> withTotals(writer, levels)));
  }

  private static void withTotals(JsonWriter writer, List<Level> levels) {
    writer.beginObject();
    Json.items(writer, levels, StockRoutes::write);
    Json.field(writer, "total_quantity", levels.stream().mapToLong(Level::quantity).sum());
    Json.field(writer, "total_reserved", levels.stream().mapToLong(Level::reserved).sum());
    Json.field(writer, "total_blocked", levels.stream().mapToLong(Level::blocked).sum());
    Json.field(writer, "total_available", levels.stream().mapToLong(Level::available).sum());
    writer.endObject();
  }

  private Reply list(Request request) {
    WarehouseCode warehouse = seen.warehouse(request, "code", Question.LEVELS);
    return listed(stock.list(only(request, warehouse), warehouse, wanted(request)));
  }

  /// The same of all their warehouses, or of the one in the query.
  private Reply listEverywhere(Request request) {
    return listed(stock.list(seen.scope(request, Question.LEVELS), wanted(request)));
  }

  private static StockQueries.ListRequest wanted(Request request) {
    return new StockQueries.ListRequest(
        request.query("sort", StockSort::of).orElse(StockSort.SKU),
        request.query("order", StockRoutes::descending).orElse(false),
        request.query("filter"),
        request.limit(),
        request.query("after"),
        request.number("offset", 0, Integer.MAX_VALUE).orElse(0));
  }

  private static Reply listed(StockQueries.StockList list) {
    return Reply.json(
        Json.bytes(
            writer -> {
              writer.beginObject();
              Json.items(writer, list.page().items(), StockRoutes::write);
              writer.name("next");
              list.page().next().ifPresentOrElse(writer::value, writer::nullValue);
              Json.field(writer, "total", list.total());
              writer.endObject();
            }));
  }

  private Reply low(Request request) {
    WarehouseCode warehouse = seen.warehouse(request, "code", Question.LOW_STOCK);
    Page<StockLine> page =
        stock.low(only(request, warehouse), warehouse, request.limit(), request.query("after"));
    return Reply.json(Json.page(page.items(), page.next(), StockRoutes::write));
  }

  private Reply asOf(Request request) {
    Sku sku = request.path("sku", Sku::new);
    WarehouseCode warehouse = seen.warehouse(request, "warehouse", Question.HISTORY);
    return Reply.json(
        Wire.LEVEL.bytes(
            history
                .asOf(only(request, warehouse), sku, warehouse, moment(request))
                .orElseThrow(() -> unknown(sku))));
  }

  private static HistoryQueries.Moment moment(Request request) {
    return new HistoryQueries.Moment(
        request
            .time("time")
            .orElseThrow(
                () -> new InvalidValue("missing_time", "time is missing; add ?time=<moment>")),
        request.query("known", HistoryQueries.Known::of).orElse(HistoryQueries.Known.THEN));
  }

  private Reply bins(Request request) {
    Sku sku = request.path("sku", Sku::new);
    WarehouseCode warehouse = seen.warehouse(request, "warehouse", Question.BALANCES);
    if (!stock.knows(sku)) {
      throw unknown(sku);
    }
    List<StockQueries.Bin> bins = stock.bins(only(request, warehouse), sku, warehouse);
    return Reply.json(
        Json.bytes(
            writer -> {
              writer.beginObject();
              Json.items(writer, bins, StockRoutes::write);
              writer.endObject();
            }));
  }

  private Reply balances(Request request) {
    var scope = seen.scope(request, Question.BALANCES);
    WarehouseCode warehouse =
        request
            .query("warehouse", WarehouseCode::new)
            .orElseThrow(
                () ->
                    new InvalidValue("missing_warehouse", "warehouse is missing; add ?warehouse="));
    return balances
        .find(scope, warehouse, request.limit(), request.query("after"))
        .map(found -> Reply.json(Json.one(found)))
        .orElseThrow(() -> Problem.unknown("warehouse", warehouse.code()));
  }

  private static Scope only(Request request, WarehouseCode warehouse) {
    return Scope.of(request.who()).narrowed(java.util.Optional.of(warehouse));
  }

  private static boolean descending(String order) {
    return switch (order) {
      case "asc" -> false;
      case "desc" -> true;
      default -> throw new InvalidValue("invalid_order", "order is neither asc nor desc");
    };
  }

  private static RequestRefused unknown(Sku sku) {
    return new RequestRefused(Problem.of(new Refusal.UnknownProduct(sku)));
  }

  private static void write(JsonWriter writer, Level level) {
    LEVEL.toJson(level, writer);
  }

  private static void write(JsonWriter writer, StockLine line) {
    Level level = line.level();
    writer.beginObject();
    Json.field(writer, "sku", level.sku().code());
    Json.field(writer, "name", line.name());
    Json.field(writer, "warehouse", level.warehouse().code());
    Json.field(writer, "quantity", level.quantity());
    Json.field(writer, "reserved", level.reserved());
    Json.field(writer, "blocked", level.blocked());
    Json.field(writer, "available", level.available());
    Json.field(writer, "minimum", line.minimum());
    Json.field(writer, "last_updated", level.lastUpdated().toString());
    Json.field(writer, "n", level.n());
    writer.endObject();
  }

  private static void write(JsonWriter writer, StockQueries.Bin bin) {
    writer.beginObject();
    Json.field(writer, "location", bin.location());
    if (!bin.lot().isEmpty()) {
      Json.field(writer, "lot", bin.lot());
    }
    if (!bin.handlingUnit().isEmpty()) {
      Json.field(writer, "handling_unit", bin.handlingUnit());
    }
    Json.field(writer, "condition", bin.condition());
    Json.field(writer, "quantity", bin.quantity());
    writer.endObject();
  }
}
