package dev.stockwright.protocol;

import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One small message of each kind, and beside it a full one where fields may be absent. Every value
/// differs from its neighbours, so that fields that change places are seen.
final class WireSamples {
  private static final CommandId ID = CommandId.of("0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f");
  private static final CommandId OTHER_ID = CommandId.of("0192c8f4-7a1e-7cc3-98c4-dc0c0c073990");
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final WarehouseCode EAST = new WarehouseCode("EAST");
  private static final Quantity TWELVE = new Quantity(12);
  private static final Sku SKU = new Sku("HM-0500");
  private static final LocationCode DOCK = new LocationCode("DOCK-1");
  private static final LocationCode BIN = new LocationCode("A-01-02");
  private static final LotCode LOT = new LotCode("L42");
  private static final HandlingUnit UNIT = new HandlingUnit("00340123450000000018");
  private static final ReasonCode REASON = new ReasonCode("damage");
  private static final Reference ORDER = new Reference("SO-7001");
  private static final Reference PURCHASE = new Reference("PO-1001");
  private static final SerialNumber SERIAL = new SerialNumber("S-99");
  private static final DeviceId DEVICE = new DeviceId("DESK-1");
  private static final Operator ANA = new Operator("ana");
  private static final Instant AT = Instant.parse("2026-11-20T10:00:00.123456Z");
  private static final Instant EARLIER = Instant.parse("2026-11-20T09:59:58Z");
  private static final Wire.Form<Refusal> REFUSAL =
      new Wire.Form<>(Wire.jsonb().type(Refusal.class));

  private WireSamples() {}

  /// A message and the file that shows it.
  record Sample<T>(String file, Wire.Form<T> form, T message) {
    static Sample<Command> command(String file, Command message) {
      return new Sample<>("command/" + file, Wire.COMMAND, message);
    }

    static Sample<Answer> answer(String file, Answer message) {
      return new Sample<>("answer/" + file, Wire.ANSWER, message);
    }

    static Sample<Refusal> refusal(String file, Refusal message) {
      return new Sample<>("refusal/" + file, REFUSAL, message);
    }

    static Sample<Event> event(String file, Event message) {
      return new Sample<>("event/" + file, Wire.EVENT, message);
    }

    static Sample<ClientFrame> client(String file, ClientFrame message) {
      return new Sample<>("client_frame/" + file, Wire.CLIENT_FRAME, message);
    }

    static Sample<ServerFrame> server(String file, ServerFrame message) {
      return new Sample<>("server_frame/" + file, Wire.SERVER_FRAME, message);
    }

    String text() {
      return form.text(message);
    }

    T read(String json) {
      return form.read(json);
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static List<Sample<?>> all() {
    return List.<List<? extends Sample<?>>>of(
            envelopes(),
            commands(),
            otherCommands(),
            answers(),
            refusals(),
            events(),
            clientFrames(),
            serverFrames(),
            AlertSamples.all(),
            ReferralSamples.all(),
            CountSamples.all(),
            InboundSamples.all(),
            MasterSamples.all(),
            GuardSamples.all(),
            OrderSamples.all(),
            PickingSamples.all(),
            SystemSamples.all(),
            TransferSamples.all(),
            WorkSamples.all())
        .stream()
        .<Sample<?>>flatMap(List::stream)
        .toList();
  }

  private static <T> Optional<T> no() {
    return Optional.empty();
  }

  private static Level level(long quantity, long n) {
    return new Level(SKU, NORTH, quantity, 3, 2, quantity - 5, AT, n);
  }

  private static List<Sample<Envelope>> envelopes() {
    Command command = new UndoCommand(OTHER_ID);
    return List.of(
        new Sample<>(
            "envelope/envelope",
            Wire.ENVELOPE,
            new Envelope(ID, DEVICE, 0, no(), no(), no(), false, command)),
        new Sample<>(
            "envelope/envelope.full",
            Wire.ENVELOPE,
            new Envelope(
                ID,
                DEVICE,
                7,
                Optional.of(ANA),
                Optional.of(EARLIER),
                Optional.of("]C10109501101530003\u001d10L42"),
                true,
                command)));
  }

  private static List<Sample<Command>> commands() {
    return List.of(
        Sample.command(
            "receive_goods",
            new ReceiveGoods(NORTH, SKU, TWELVE, no(), no(), no(), no(), no(), no(), no(), no())),
        Sample.command(
            "receive_goods.full",
            new ReceiveGoods(
                NORTH,
                SKU,
                new Quantity(1),
                Optional.of(DOCK),
                Optional.of(LOT),
                Optional.of(LocalDate.of(2027, 1, 31)),
                Optional.of(SERIAL),
                Optional.of(UNIT),
                Optional.of(Condition.QUARANTINE),
                Optional.of(PURCHASE),
                Optional.of(new ReasonCode("receipt")))),
        Sample.command(
            "move_stock", new MoveStock(NORTH, SKU, TWELVE, DOCK, BIN, no(), no(), no(), no())),
        Sample.command(
            "move_stock.full",
            new MoveStock(
                NORTH,
                SKU,
                TWELVE,
                DOCK,
                BIN,
                Optional.of(LOT),
                Optional.of(UNIT),
                Optional.of(Condition.HOLD),
                Optional.of(new ReasonCode("put_away")))),
        Sample.command(
            "adjust_stock",
            new AdjustStock(NORTH, SKU, -4, Optional.of(REASON), no(), no(), no(), no())),
        Sample.command(
            "adjust_stock.full",
            new AdjustStock(
                NORTH,
                SKU,
                4,
                Optional.of(REASON),
                Optional.of(BIN),
                Optional.of(LOT),
                Optional.of(UNIT),
                Optional.of(Condition.DAMAGED))));
  }

  private static List<Sample<Command>> otherCommands() {
    return List.of(
        Sample.command(
            "transfer_stock",
            new TransferStock(NORTH, EAST, SKU, TWELVE, no(), no(), no(), no(), no())),
        Sample.command(
            "transfer_stock.full",
            new TransferStock(
                NORTH,
                EAST,
                SKU,
                TWELVE,
                Optional.of(BIN),
                Optional.of(DOCK),
                Optional.of(LOT),
                Optional.of(new Reference("TR-5")),
                Optional.of(new ReasonCode("rebalance")))),
        Sample.command(
            "place_reservation",
            new PlaceReservation(
                ORDER,
                List.of(
                    new PlaceReservation.Line(SKU, NORTH, TWELVE),
                    new PlaceReservation.Line(new Sku("HM-0501"), EAST, new Quantity(3))),
                900)),
        Sample.command("confirm_reservation", new ConfirmReservation(ORDER)),
        Sample.command("release_reservation", new ReleaseReservation(ORDER)),
        Sample.command("undo_command", new UndoCommand(ID)));
  }

  private static List<Sample<Answer>> answers() {
    Refusal refusal = new Refusal.UnknownProduct(SKU);
    return List.of(
        Sample.answer(
            "accepted",
            new Answer.Accepted(ID, List.of(new Answer.Change(NORTH, SKU, 5, 17, 41, 42)))),
        Sample.answer("refused", new Answer.Refused(ID, refusal, Sentences.of(refusal))),
        Sample.answer(
            "deferred", new Answer.Deferred(ID, "sequence_gap", "Send number 6 first.", 1_000, 6)));
  }

  private static List<Sample<Refusal>> refusals() {
    return List.of(
        Sample.refusal(
            "malformed", new Refusal.Malformed("invalid_quantity", "quantity 0 is not above 0")),
        Sample.refusal("different_content", new Refusal.DifferentContent(ID)),
        Sample.refusal("sequence_used", new Refusal.SequenceUsed(DEVICE, 7, 9)),
        Sample.refusal("not_allowed", new Refusal.NotAllowed("adjust stock", no())),
        Sample.refusal(
            "not_allowed.full", new Refusal.NotAllowed("adjust stock", Optional.of(NORTH))),
        Sample.refusal("unknown_warehouse", new Refusal.UnknownWarehouse(NORTH)),
        Sample.refusal("unknown_product", new Refusal.UnknownProduct(SKU)),
        Sample.refusal("unknown_location", new Refusal.UnknownLocation(NORTH, BIN)),
        Sample.refusal("unknown_order", new Refusal.UnknownOrder(PURCHASE)),
        Sample.refusal("unknown_reservation", new Refusal.UnknownReservation(ORDER)),
        Sample.refusal("same_place", new Refusal.SamePlace("A-01-02")),
        Sample.refusal("serial_not_single", new Refusal.SerialNotSingle(SERIAL, 2)),
        Sample.refusal(
            "serial_already_here",
            new Refusal.SerialAlreadyHere(SERIAL, SKU, BIN, Optional.empty())),
        Sample.refusal(
            "serial_already_here.full",
            new Refusal.SerialAlreadyHere(SERIAL, SKU, BIN, Optional.of(new Came(ANA, AT, BIN)))),
        Sample.refusal("not_on_order", new Refusal.NotOnOrder(PURCHASE, SKU)),
        Sample.refusal("over_receipt", new Refusal.OverReceipt(PURCHASE, SKU, 100, 90, 24)),
        Sample.refusal(
            "insufficient_stock", new Refusal.InsufficientStock(NORTH, SKU, no(), 12, 5)),
        Sample.refusal(
            "insufficient_stock.full",
            new Refusal.InsufficientStock(NORTH, SKU, Optional.of(BIN), 12, 5)),
        Sample.refusal("order_already_reserved", new Refusal.OrderAlreadyReserved(ORDER)),
        Sample.refusal("reservation_ended", new Refusal.ReservationEnded(ORDER, "expired")),
        Sample.refusal("nothing_to_undo", new Refusal.NothingToUndo(ID)),
        Sample.refusal("already_undone", new Refusal.AlreadyUndone(ID)));
  }

  private static List<Sample<Event>> events() {
    List<Level> levels = List.of(level(17, 43));
    return List.of(
        Sample.event("stock_moved", moved()),
        Sample.event(
            "stock_moved.full",
            new Event.StockMoved(
                42,
                AT,
                ID,
                SKU,
                BIN,
                new LocationCode("LOST_AND_FOUND"),
                12,
                Optional.of(LOT),
                Optional.of(UNIT),
                Condition.DAMAGED,
                REASON,
                Optional.of(PURCHASE),
                ANA,
                DEVICE,
                Optional.of(EARLIER),
                Optional.of("]E04012345000009"),
                29,
                17,
                41,
                level(17, 42))),
        Sample.event(
            "reservation_placed",
            new Event.ReservationPlaced(43, AT, ID, ORDER, AT.plusSeconds(900), levels)),
        Sample.event(
            "reservation_committed", new Event.ReservationCommitted(43, AT, ID, ORDER, levels)),
        Sample.event(
            "reservation_released", new Event.ReservationReleased(43, AT, ID, ORDER, levels)),
        Sample.event(
            "reservation_expired", new Event.ReservationExpired(43, AT, ID, ORDER, levels)));
  }

  private static Event.StockMoved moved() {
    return new Event.StockMoved(
        41,
        AT,
        ID,
        SKU,
        new LocationCode("SUPPLIER"),
        DOCK,
        12,
        no(),
        no(),
        Condition.AVAILABLE,
        new ReasonCode("receipt"),
        no(),
        ANA,
        DEVICE,
        no(),
        no(),
        17,
        29,
        0,
        level(29, 41));
  }

  private static List<Sample<ClientFrame>> clientFrames() {
    return List.of(
        Sample.client("subscribe", new ClientFrame.Subscribe(NORTH, no(), no())),
        Sample.client(
            "subscribe.full", new ClientFrame.Subscribe(NORTH, Optional.of(2L), Optional.of(41L))),
        Sample.client("heartbeat", new ClientFrame.Heartbeat()));
  }

  private static List<Sample<ServerFrame>> serverFrames() {
    return List.of(
        Sample.server("subscribed", new ServerFrame.Subscribed(NORTH, 2, 41)),
        Sample.server(
            "snapshot", new ServerFrame.Snapshot(NORTH, 2, 43, 1, true, List.of(level(17, 42)))),
        Sample.server("events", new ServerFrame.Events(NORTH, List.of(moved()))),
        Sample.server("heartbeat", new ServerFrame.Heartbeat(AT)),
        Sample.server(
            "problem",
            new ServerFrame.Problem(
                "invalid_json",
                "The message is not a frame of this protocol; send subscribe or heartbeat.",
                null)),
        Sample.server(
            "problem.full",
            new ServerFrame.Problem(
                "unknown_warehouse", "There is no warehouse NORTH. Check its code.", NORTH)));
  }
}
