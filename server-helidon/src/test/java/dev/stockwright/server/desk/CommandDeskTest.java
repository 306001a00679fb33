package dev.stockwright.server.desk;

import static dev.stockwright.server.desk.TestSite.A1;
import static dev.stockwright.server.desk.TestSite.A2;
import static dev.stockwright.server.desk.TestSite.ANA;
import static dev.stockwright.server.desk.TestSite.DESK;
import static dev.stockwright.server.desk.TestSite.W1;
import static dev.stockwright.server.desk.TestSite.W2;
import static dev.stockwright.server.desk.TestSite.move;
import static dev.stockwright.server.desk.TestSite.receive;
import static dev.stockwright.server.desk.TestSite.transfer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Answer.Accepted;
import dev.stockwright.protocol.Answer.Deferred;
import dev.stockwright.protocol.Answer.Refused;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The desk on a real PostgreSQL. Each test uses a product of its own.
class CommandDeskTest {
  private static final Map<WarehouseCode, List<Event>> EVENTS = new ConcurrentHashMap<>();
  private static TestSite site;

  @BeforeAll
  static void open() {
    site =
        new TestSite(
            (warehouse, epoch, events) ->
                EVENTS
                    .computeIfAbsent(
                        warehouse, any -> Collections.synchronizedList(new ArrayList<>()))
                    .addAll(events));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void goodsThatAreReceivedAreOnHandAndAnEventSaysSo() {
    Sku sku = new Sku("S-2");
    Accepted answer = assertInstanceOf(Accepted.class, site.ask(receive(sku, 12)));
    Answer.Change change = answer.changes().getFirst();
    assertEquals(new Answer.Change(W1, sku, 0, 12, change.firstN(), change.lastN()), change);
    Event event =
        EVENTS.getOrDefault(W1, List.of()).stream()
            .filter(e -> e.n() == change.lastN())
            .findFirst()
            .orElseThrow();
    Event.StockMoved moved = assertInstanceOf(Event.StockMoved.class, event);
    assertEquals(
        "SUPPLIER -> DOCK 12", moved.from() + " -> " + moved.to() + " " + moved.quantity());
    assertEquals(12, moved.level().available());
  }

  @Test
  void theSameIdGetsTheSameAnswerAndOtherContentIsRefusedAsSuch() {
    Sku sku = new Sku("S-3");
    CommandId id = new CommandId(UUID.randomUUID());
    Answer first = site.ask(TestSite.envelope(id, 0, false, receive(sku, 5)));
    assertEquals(first, site.ask(TestSite.envelope(id, 0, false, receive(sku, 5))));
    assertEquals(
        new Refusal.DifferentContent(id),
        refusal(site.ask(TestSite.envelope(id, 0, false, receive(sku, 6)))));
    assertEquals(5, onHand("W1", sku));
  }

  @Test
  void theSameIdManyTimesAtOnceIsAppliedOnce() throws Exception {
    Sku sku = new Sku("S-4");
    Envelope envelope = TestSite.envelope(receive(sku, 7));
    List<CompletableFuture<Answer>> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(site.desk.submit(Submission.of(envelope, ANA)));
    }
    Answer first = all.getFirst().get(30, TimeUnit.SECONDS);
    for (CompletableFuture<Answer> each : all) {
      assertEquals(first, each.get(30, TimeUnit.SECONDS));
    }
    assertEquals(7, onHand("W1", sku));
  }

  @Test
  void numbersOfADeviceGoOnByOne() throws Exception {
    DeviceId device = new DeviceId("HAND-" + UUID.randomUUID());
    assertInstanceOf(Accepted.class, numbered(device, 1, receive(new Sku("S-2"), 1)));
    Deferred gap =
        assertInstanceOf(Deferred.class, numbered(device, 3, receive(new Sku("S-2"), 1)));
    assertEquals("sequence_gap 2", gap.code() + " " + gap.resendFrom());
    assertInstanceOf(Refused.class, numbered(device, 2, receive(new Sku("NONE"), 1)));
    assertInstanceOf(Accepted.class, numbered(device, 3, receive(new Sku("S-2"), 1)));
    assertEquals(
        new Refusal.SequenceUsed(device, 2, 3),
        refusal(numbered(device, 2, receive(new Sku("S-2"), 1))));
  }

  @Test
  void oneBadEnvelopeNeverSpoilsTheOthers() throws Exception {
    Sku sku = new Sku("S-5");
    List<CompletableFuture<Answer>> all = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Command command = i % 3 == 0 ? receive(new Sku("NONE"), 1) : receive(sku, 1);
      all.add(site.desk.submit(Submission.of(TestSite.envelope(command), ANA)));
    }
    for (int i = 0; i < 30; i++) {
      Answer answer = all.get(i).get(30, TimeUnit.SECONDS);
      assertEquals(i % 3 == 0, answer instanceof Refused, answer.toString());
    }
    assertEquals(20, onHand("W1", sku));
  }

  @Test
  void aMoveTakesOnlyWhatIsThereUnlessInsistedOn() {
    Sku sku = new Sku("S-6");
    site.ask(receive(sku, 6));
    MoveStock tooMuch = move(sku, 10, TestSite.DOCK, A1);
    assertEquals(
        new Refusal.InsufficientStock(W1, sku, Optional.of(TestSite.DOCK), 10, 6),
        refusal(site.ask(tooMuch)));
    assertInstanceOf(
        Accepted.class,
        site.ask(TestSite.envelope(new CommandId(UUID.randomUUID()), 0, true, tooMuch)));
    assertEquals("A-01 available 6, A-01 hold 4", piles(sku));
    assertEquals(4, blocked(sku));
  }

  @Test
  void aTransferIsInBothWarehousesOrInNone() {
    Sku sku = new Sku("S-7");
    site.ask(receive(sku, 10));
    assertInstanceOf(Accepted.class, site.ask(transfer(sku, 4)));
    assertEquals("6 4", onHand("W1", sku) + " " + onHand("W2", sku));
    assertInstanceOf(Refused.class, site.ask(transfer(sku, 7)));
    assertEquals("6 4", onHand("W1", sku) + " " + onHand("W2", sku));
  }

  @Test
  void aReservationHoldsStockUntilItIsReleasedOrItsTimeHasPassed() throws Exception {
    Sku sku = new Sku("S-8");
    site.ask(receive(sku, 10));
    Reference order = new Reference("O-" + UUID.randomUUID());
    assertInstanceOf(Accepted.class, site.ask(reserve(order, sku, 8, 900)));
    assertInstanceOf(Refused.class, site.ask(adjust(sku, -3)));
    assertInstanceOf(Accepted.class, site.ask(new ReleaseReservation(order)));
    Reference brief = new Reference("O-" + UUID.randomUUID());
    assertInstanceOf(Accepted.class, site.ask(reserve(brief, sku, 9, 1)));
    Thread.sleep(1_050); // the database's clock decides
    assertInstanceOf(Accepted.class, site.ask(adjust(sku, -3)));
    assertEquals(
        new Refusal.InsufficientStock(W1, sku, Optional.empty(), 9, 7),
        refusal(site.ask(new ConfirmReservation(brief))));
    Reference late = new Reference("O-" + UUID.randomUUID());
    assertInstanceOf(Accepted.class, site.ask(reserve(late, sku, 7, 1)));
    Thread.sleep(1_050);
    assertInstanceOf(Accepted.class, site.ask(new ConfirmReservation(late)));
    assertInstanceOf(Refused.class, site.ask(adjust(sku, -1)));
  }

  @Test
  void twoLinesOfOneOrderDoNotBothTakeTheLastPiece() {
    Sku sku = new Sku("S-9");
    site.ask(receive(sku, 5));
    PlaceReservation.Line line = new PlaceReservation.Line(sku, W1, new Quantity(3));
    PlaceReservation twice =
        new PlaceReservation(new Reference("O-" + UUID.randomUUID()), List.of(line, line), 900);
    assertEquals(
        new Refusal.InsufficientStock(W1, sku, Optional.empty(), 6, 5), refusal(site.ask(twice)));
  }

  @Test
  void anUndoReversesOnceAndOnlyWhatIsStillThere() {
    Sku sku = new Sku("S-1");
    Envelope received =
        TestSite.envelope(
            new ReceiveGoods(
                W1,
                sku,
                new Quantity(4),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Reference("PO-1")),
                Optional.empty()));
    site.ask(received);
    assertEquals(4L, receivedOnOrder());
    UndoCommand undo = new UndoCommand(received.id());
    assertInstanceOf(Accepted.class, site.ask(undo));
    assertEquals(0, onHand("W1", sku));
    assertEquals(0L, receivedOnOrder());
    assertEquals(new Refusal.AlreadyUndone(received.id()), refusal(site.ask(undo)));
    Envelope again = TestSite.envelope(receive(sku, 4));
    site.ask(again);
    site.ask(move(sku, 3, TestSite.DOCK, A2));
    GuardRefusal.UndoBuiltOn built =
        assertInstanceOf(
            GuardRefusal.UndoBuiltOn.class, refusal(site.ask(new UndoCommand(again.id()))));
    assertEquals(TestSite.DOCK, built.location());
  }

  @Test
  void anUndoInTheSameBatchFindsWhatItUndoes() throws Exception {
    Sku sku = new Sku("S-2");
    long before = onHand("W1", sku);
    Envelope received = TestSite.envelope(receive(sku, 3));
    CompletableFuture<Answer> first = site.desk.submit(Submission.of(received, ANA));
    CompletableFuture<Answer> second =
        site.desk.submit(Submission.of(TestSite.envelope(new UndoCommand(received.id())), ANA));
    assertInstanceOf(Accepted.class, first.get(30, TimeUnit.SECONDS));
    assertInstanceOf(Accepted.class, second.get(30, TimeUnit.SECONDS));
    assertEquals(before, onHand("W1", sku));
  }

  @Test
  void anUndoStaysWithinTheWarehousesOfItsAuthor() throws Exception {
    Envelope received = TestSite.envelope(receive(new Sku("S-2"), 3));
    site.ask(received);
    Submission elsewhere =
        Submission.of(TestSite.envelope(new UndoCommand(received.id())), ANA).within(Set.of(W2));
    assertEquals(
        new Refusal.NotAllowed("change stock", Optional.of(W1)),
        refusal(site.desk.submit(elsewhere).get(30, TimeUnit.SECONDS)));
    Submission here =
        Submission.of(TestSite.envelope(new UndoCommand(received.id())), ANA).within(Set.of(W1));
    assertInstanceOf(Accepted.class, site.desk.submit(here).get(30, TimeUnit.SECONDS));
  }

  @Test
  void whatIsNotKnownIsRefusedByName() {
    assertEquals(
        new Refusal.UnknownProduct(new Sku("NONE")),
        refusal(site.ask(receive(new Sku("NONE"), 1))));
    assertEquals(
        new Refusal.UnknownLocation(W1, new LocationCode("Z-99")),
        refusal(site.ask(move(new Sku("S-2"), 1, new LocationCode("Z-99"), A1))));
    assertEquals(
        new Refusal.UnknownLocation(W1, new LocationCode("SUPPLIER")),
        refusal(site.ask(move(new Sku("S-2"), 1, new LocationCode("SUPPLIER"), A1))));
  }

  private static AdjustStock adjust(Sku sku, long change) {
    return new AdjustStock(
        W1,
        sku,
        change,
        Optional.of(new ReasonCode("count")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static PlaceReservation reserve(Reference order, Sku sku, long quantity, long ttl) {
    return new PlaceReservation(
        order, List.of(new PlaceReservation.Line(sku, W1, new Quantity(quantity))), ttl);
  }

  private static Answer numbered(DeviceId device, long sequence, Command command) throws Exception {
    assertNotEquals(DESK, device);
    Envelope envelope =
        new Envelope(
            new CommandId(UUID.randomUUID()),
            device,
            sequence,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            command);
    return site.desk.submit(Submission.of(envelope, ANA)).get(30, TimeUnit.SECONDS);
  }

  private static Refusal refusal(Answer answer) {
    return assertInstanceOf(Refused.class, answer).refusal();
  }

  private static long onHand(String warehouse, Sku sku) {
    return number(
        "SELECT coalesce(sum(l.on_hand), 0) FROM stock_level l JOIN product p ON p.id ="
            + " l.product_id JOIN warehouse w ON w.id = l.warehouse_id WHERE w.code = '"
            + warehouse
            + "' AND p.sku = '"
            + sku
            + "'");
  }

  private static long blocked(Sku sku) {
    return number(
        "SELECT sum(l.blocked) FROM stock_level l JOIN product p ON p.id = l.product_id"
            + " WHERE p.sku = '"
            + sku
            + "'");
  }

  private static long receivedOnOrder() {
    return number("SELECT sum(received) FROM purchase_order_line");
  }

  private static long number(String sql) {
    return ((Number) site.database.reading().fetchValue(sql)).longValue();
  }

  private static String piles(Sku sku) {
    return String.valueOf(
        site.database
            .reading()
            .fetchValue(
                "SELECT string_agg(l.code || ' ' || b.condition || ' ' || b.on_hand, ', '"
                    + " ORDER BY l.code, b.condition) FROM balance b"
                    + " JOIN location l ON l.id = b.location_id"
                    + " JOIN product p ON p.id = b.product_id WHERE b.on_hand > 0 AND p.sku = '"
                    + sku
                    + "'"));
  }
}
