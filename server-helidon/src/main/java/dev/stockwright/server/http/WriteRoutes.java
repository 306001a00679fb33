package dev.stockwright.server.http;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.server.health.ServerMetrics;
import dev.stockwright.server.security.BlindAnswers;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.json.JsonWriter;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The single writes of the project's source documents: each becomes an envelope of its own.
final class WriteRoutes {
  private static final HeaderName COMMAND_ID = HeaderNames.create("Command-Id");

  private final Gate gate;
  private final Judge judge;
  private final ServerMetrics metrics;

  WriteRoutes(Gate gate, Judge judge, ServerMetrics metrics) {
    this.gate = gate;
    this.judge = judge;
    this.metrics = metrics;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/v1/inventory/receive", this::receive),
        Route.post("/api/v1/inventory/transfer", this::transfer),
        Route.post("/api/v1/inventory/adjust", this::adjust),
        Route.post("/api/v1/reservations", this::reserve),
        Route.post(
            "/api/v1/reservations/{order_id}/confirm",
            request ->
                reservation(
                    request,
                    new ConfirmReservation(request.path("order_id", Reference::new)),
                    "committed")),
        Route.post(
            "/api/v1/reservations/{order_id}/release",
            request ->
                reservation(
                    request,
                    new ReleaseReservation(request.path("order_id", Reference::new)),
                    "released")));
  }

  private Reply receive(Request request) throws InterruptedException {
    JsonFields body = request.fields();
    ReceiveGoods command =
        new ReceiveGoods(
            body.required("warehouse_code", WarehouseCode::new),
            body.required("sku", Sku::new),
            body.quantity("quantity"),
            body.optional("location", LocationCode::new),
            body.optional("lot", LotCode::new),
            body.optional("expiry", WriteRoutes::date),
            body.optional("serial", SerialNumber::new),
            body.optional("handling_unit", HandlingUnit::new),
            body.optional("condition", Condition::of),
            body.optional("purchase_order", Reference::new),
            body.optional("reason", ReasonCode::new));
    return changed(judged(request, command), command.sku(), command.warehouse());
  }

  private Reply adjust(Request request) throws InterruptedException {
    JsonFields body = request.fields();
    AdjustStock command =
        new AdjustStock(
            body.required("warehouse_code", WarehouseCode::new),
            body.required("sku", Sku::new),
            body.change("quantity_change"),
            Optional.of(body.required("reason", ReasonCode::new)),
            body.optional("location", LocationCode::new),
            body.optional("lot", LotCode::new),
            body.optional("handling_unit", HandlingUnit::new),
            body.optional("condition", Condition::of));
    return changed(judged(request, command), command.sku(), command.warehouse());
  }

  private Reply transfer(Request request) throws InterruptedException {
    JsonFields body = request.fields();
    TransferStock command =
        new TransferStock(
            body.required("from_warehouse", WarehouseCode::new),
            body.required("to_warehouse", WarehouseCode::new),
            body.required("sku", Sku::new),
            body.quantity("quantity"),
            body.optional("from_location", LocationCode::new),
            body.optional("to_location", LocationCode::new),
            body.optional("lot", LotCode::new),
            body.optional("reference", Reference::new),
            body.optional("reason", ReasonCode::new));
    Answer.Accepted accepted = judged(request, command);
    Answer.Change from = change(accepted, command.fromWarehouse());
    Answer.Change to = change(accepted, command.toWarehouse());
    return reply(
        200,
        accepted,
        writer -> {
          level(writer, command.sku(), from);
          side(writer, "from", from);
          side(writer, "to", to);
        });
  }

  private Reply reserve(Request request) throws InterruptedException {
    JsonFields body = request.fields();
    Reference order = body.required("order_id", Reference::new);
    List<PlaceReservation.Line> lines =
        body.objects("items", PlaceReservation.LINES_MAX).stream()
            .map(
                item ->
                    new PlaceReservation.Line(
                        item.required("sku", Sku::new),
                        item.required("warehouse_code", WarehouseCode::new),
                        item.quantity("quantity")))
            .toList();
    long ttl =
        body.number("ttl", "invalid_ttl", WriteRoutes::seconds)
            .orElse(PlaceReservation.TTL_SECONDS_DEFAULT);
    if (ttl < 1) {
      throw new InvalidValue(
          "invalid_ttl", "ttl " + ttl + " is not from 1 second to 30 days (2592000)");
    }
    PlaceReservation command = new PlaceReservation(order, lines, ttl);
    return reply(
        201,
        judged(request, command),
        writer -> {
          Json.field(writer, "status", "success");
          Json.field(writer, "order_id", order.code());
          Json.field(writer, "state", "placed");
          Json.field(writer, "ttl_seconds", command.ttlSeconds());
        });
  }

  private Reply reservation(Request request, Command command, String state)
      throws InterruptedException {
    String order = request.path("order_id", text -> text);
    return reply(
        200,
        judged(request, command),
        writer -> {
          Json.field(writer, "status", "success");
          Json.field(writer, "order_id", order);
          Json.field(writer, "state", state);
        });
  }

  private Answer.Accepted judged(Request request, Command command) throws InterruptedException {
    Envelope envelope =
        new Envelope(
            IdempotencyKey.of(request),
            request.who().device(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            command);
    metrics.asked(command);
    long deadline = judge.deadline();
    Answer answer =
        BlindAnswers.of(
            request.who(),
            judge.await(judge.submit(gate.admit(request.who(), envelope)), deadline));
    metrics.answered(answer);
    return switch (answer) {
      case Answer.Accepted accepted -> accepted;
      case Answer.Refused refused -> throw new RequestRefused(Problem.of(refused.refusal()));
      case Answer.Deferred deferred -> throw new RequestRefused(Problem.of(deferred));
    };
  }

  private static Reply changed(Answer.Accepted accepted, Sku sku, WarehouseCode warehouse) {
    Answer.Change change = change(accepted, warehouse);
    return reply(200, accepted, writer -> level(writer, sku, change));
  }

  private static Answer.Change change(Answer.Accepted accepted, WarehouseCode warehouse) {
    return accepted.changes().stream()
        .filter(change -> change.warehouse().equals(warehouse))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("accepted without a change in " + warehouse));
  }

  private static void level(JsonWriter writer, Sku sku, Answer.Change change) {
    Json.field(writer, "status", "success");
    Json.field(writer, "sku", sku.code());
    Json.field(writer, "warehouse", change.warehouse().code());
    Json.field(writer, "old_quantity", change.oldQuantity());
    Json.field(writer, "new_quantity", change.newQuantity());
  }

  private static void side(JsonWriter writer, String name, Answer.Change change) {
    writer.name(name);
    writer.beginObject();
    Json.field(writer, "warehouse", change.warehouse().code());
    Json.field(writer, "old_quantity", change.oldQuantity());
    Json.field(writer, "new_quantity", change.newQuantity());
    writer.endObject();
  }

  private static Reply reply(
      int status, Answer.Accepted accepted, java.util.function.Consumer<JsonWriter> fields) {
    byte[] body =
        Json.bytes(
            writer -> {
              writer.beginObject();
              fields.accept(writer);
              writer.endObject();
            });
    return Reply.json(status, body).with(HeaderValues.create(COMMAND_ID, accepted.id().toString()));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidValue("invalid_expiry", "expiry is no date such as 2027-01-31");
    }
  }

  private static long seconds(String text) {
    try {
      return Duration.parse(text).toSeconds();
    } catch (DateTimeException | ArithmeticException e) {
      throw new InvalidValue(
          "invalid_ttl", "ttl is neither seconds nor a duration such as PT15M; give one");
    }
  }
}
