package dev.stockwright.server.http;

import dev.stockwright.protocol.Wire;
import dev.stockwright.server.queries.LookUpQueries;
import dev.stockwright.server.queries.MasterQueries;
import dev.stockwright.server.queries.MovementQueries;
import dev.stockwright.server.queries.Page;
import dev.stockwright.server.security.Question;
import dev.stockwright.server.security.Rights;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import io.avaje.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Movements and master data.
final class BookRoutes {
  private final Seen seen;
  private final MovementQueries movements;
  private final MasterQueries master;
  private final LookUpQueries lookUp;

  BookRoutes(Seen seen, MovementQueries movements, MasterQueries master, LookUpQueries lookUp) {
    this.seen = seen;
    this.movements = movements;
    this.master = master;
    this.lookUp = lookUp;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/movements", this::movements),
        Route.get("/api/v1/lookup", this::lookUp),
        Route.get("/api/v1/warehouses", this::warehouses),
        Route.get("/api/v1/products", this::products),
        Route.get("/api/v1/locations", this::locations),
        Route.get("/api/v1/purchase-orders", this::purchaseOrders));
  }

  private Reply movements(Request request) {
    Page<MovementQueries.Found> page =
        movements.find(
            seen.scope(request, Question.MOVEMENTS),
            new MovementQueries.Filter(
                request.query("sku", Sku::new),
                request.query("location", LocationCode::new),
                request.query("reference", Reference::new),
                request.query("reason", ReasonCode::new),
                request.query("by", Operator::new),
                request.query("device", DeviceId::new),
                request.query("command_id", CommandId::of),
                request.query("lot", LotCode::new),
                request.query("handling_unit", HandlingUnit::new),
                request.time("from"),
                request.time("to")),
            request.limit(),
            request.query("after"));
    StringBuilder json = new StringBuilder(page.items().size() * 512 + 64).append("{\"items\":[");
    String separator = "";
    for (MovementQueries.Found found : page.items()) {
      String event = Wire.EVENT.text(found.movement());
      json.append(separator)
          .append("{\"warehouse\":\"")
          .append(found.warehouse())
          .append("\",")
          .append(event, 1, event.length());
      separator = ",";
    }
    json.append("],\"next\":")
        .append(page.next().map(next -> "\"" + next + "\"").orElse("null"))
        .append('}');
    return Reply.json(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Reply lookUp(Request request) {
    var scope = seen.scope(request, Question.LOOK_UP);
    String barcode =
        request
            .query("barcode")
            .orElseThrow(
                () -> new InvalidValue("missing_barcode", "barcode is missing; add ?barcode="));
    if (barcode.indexOf('\0') >= 0) {
      throw new InvalidValue("invalid_barcode", "the barcode holds a NUL; scan again");
    }
    List<LookUpQueries.Found> found = lookUp.find(scope, barcode);
    return Reply.json(
        Json.bytes(
            writer -> {
              writer.beginObject();
              Json.items(writer, found, BookRoutes::write);
              writer.endObject();
            }));
  }

  private Reply warehouses(Request request) {
    var scope = seen.scope(request, Question.PLACES);
    var page = master.warehouses(scope, request.limit(), request.query("after"));
    return Reply.json(Json.page(page.items(), page.next(), BookRoutes::write));
  }

  private Reply products(Request request) {
    seen.check(request, Question.PRODUCTS);
    var found =
        master.products(
            request.limit(),
            request.query("after"),
            request.query("changed_after", BookRoutes::mark));
    return Reply.json(
        Json.bytes(
            writer -> {
              writer.beginObject();
              Json.items(writer, found.page().items(), BookRoutes::write);
              writer.name("next");
              found.page().next().ifPresentOrElse(writer::value, writer::nullValue);
              Json.field(writer, "mark", Long.toString(found.mark()));
              writer.endObject();
            }));
  }

  private static long mark(String text) {
    try {
      long mark = Long.parseLong(text);
      if (mark >= 0) {
        return mark;
      }
    } catch (NumberFormatException e) {
      throw noMark();
    }
    throw noMark();
  }

  private static InvalidValue noMark() {
    return new InvalidValue(
        "invalid_changed_after",
        "changed_after is no mark of this list; take it from mark of an earlier answer");
  }

  private Reply locations(Request request) {
    var scope = seen.scope(request, Question.PLACES);
    return Reply.json(Json.page(master.locations(scope, request.limit(), request.query("after"))));
  }

  /// Devices fetch them with the rest of what they know; for those who count there are none.
  private Reply purchaseOrders(Request request) {
    if (Rights.blind(request.who())) {
      seen.scope(request, Question.PLACES);
      return Reply.json(Json.page(new Page<Reference>(List.of(), Optional.empty())));
    }
    var scope = seen.scope(request, Question.PURCHASE_ORDERS);
    var page = master.purchaseOrders(scope, request.limit(), request.query("after"));
    return Reply.json(Json.page(page.items(), page.next(), BookRoutes::write));
  }

  private static void write(JsonWriter writer, LookUpQueries.Found found) {
    writer.beginObject();
    switch (found) {
      case LookUpQueries.Found.Product product -> {
        Json.field(writer, "kind", "product");
        Json.field(writer, "sku", product.sku());
        Json.field(writer, "name", product.name());
        Json.field(writer, "pack", product.pack());
        Json.field(writer, "units", product.units());
        Json.field(writer, "gtin", product.gtin());
      }
      case LookUpQueries.Found.Location location -> {
        Json.field(writer, "kind", "location");
        Json.field(writer, "code", location.code());
        Json.field(writer, "warehouse", location.warehouse());
        Json.field(writer, "zone", location.zone());
        Json.field(writer, "location_kind", location.kind());
      }
      case LookUpQueries.Found.PurchaseOrder order -> {
        Json.field(writer, "kind", "purchase_order");
        Json.field(writer, "number", order.number());
        Json.field(writer, "supplier", order.supplier());
        Json.field(writer, "warehouse", order.warehouse());
      }
    }
    writer.endObject();
  }

  private static void write(JsonWriter writer, MasterQueries.WarehouseItem item) {
    writer.beginObject();
    Json.field(writer, "code", item.code());
    Json.field(writer, "name", item.name());
    Json.field(writer, "time_zone", item.timeZone());
    Json.field(writer, "receiving_location", item.receivingLocation());
    writer.endObject();
  }

  private static void write(JsonWriter writer, MasterQueries.ProductItem item) {
    writer.beginObject();
    Json.field(writer, "sku", item.sku());
    Json.field(writer, "name", item.name());
    Json.field(writer, "unit", item.unit());
    Json.field(writer, "category", item.category());
    Json.field(writer, "lot_tracked", item.lotTracked());
    Json.field(writer, "serial_tracked", item.serialTracked());
    Json.field(writer, "expiry_tracked", item.expiryTracked());
    Json.field(writer, "active", item.active());
    writer.name("barcodes");
    Json.list(
        writer,
        item.barcodes(),
        (out, barcode) -> {
          out.beginObject();
          Json.field(out, "code", barcode.code());
          Json.field(out, "pack", barcode.pack());
          Json.field(out, "units", barcode.units());
          out.endObject();
        });
    writer.endObject();
  }

  private static void write(JsonWriter writer, MasterQueries.PurchaseOrderItem item) {
    writer.beginObject();
    Json.field(writer, "number", item.number());
    Json.field(writer, "supplier", item.supplier());
    Json.field(writer, "warehouse", item.warehouse());
    Json.field(writer, "state", item.state());
    Json.field(writer, "expected_on", item.expectedOn().map(LocalDate::toString));
    writer.name("lines");
    Json.list(
        writer,
        item.lines(),
        (out, line) -> {
          out.beginObject();
          Json.field(out, "line", line.line());
          Json.field(out, "sku", line.sku());
          Json.field(out, "name", line.name());
          Json.field(out, "ordered", line.ordered());
          Json.field(out, "received", line.received());
          Json.field(out, "over_percent", line.overPercent());
          Json.field(out, "over_allowed", line.overAllowed());
          out.endObject();
        });
    writer.endObject();
  }
}
