package dev.stockwright.server.picking;

import static dev.stockwright.server.desk.TestSite.DOCK;
import static dev.stockwright.server.desk.TestSite.W1;
import static dev.stockwright.server.picking.PickingBed.BEN;
import static dev.stockwright.server.picking.PickingBed.BENCH;
import static dev.stockwright.server.picking.PickingBed.CART;
import static dev.stockwright.server.picking.PickingBed.SOON;
import static dev.stockwright.server.picking.PickingBed.bin;
import static dev.stockwright.server.picking.PickingBed.shortPick;
import static dev.stockwright.server.picking.PickingBed.take;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.OrderRefusal;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PickingRefusal;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.ReplenishCommand;
import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.server.picking.PickingBed.Wants;
import dev.stockwright.server.queries.BoardQueries;
import dev.stockwright.server.queries.PickableQueries;
import dev.stockwright.server.queries.PickingQueries;
import dev.stockwright.server.queries.Scope;
import dev.stockwright.server.queries.ShippingQueries;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was picked is packed, loaded and shipped; bins are filled up again; by a real desk.
class ShippingEngineTest {
  private static final PickingBed BED = new PickingBed();
  private static final Scope HERE = new Scope(List.of("W1"));

  private Sku sku;

  @AfterAll
  static void close() {
    BED.close();
  }

  @BeforeEach
  void fresh() {
    BED.clear();
    sku = BED.product();
  }

  private Reference picked(long quantity) {
    BED.stock(sku, 10, bin(1));
    Reference order = BED.order(new Wants(sku, quantity));
    BED.released("single", order);
    BED.accepted(take(BED.first(order), quantity));
    BED.accepted(new PickingCommand.DropGoods(W1, CART, Optional.empty(), BENCH));
    return order;
  }

  private static HandlingUnit packed(Reference order) {
    return unit(BED.accepted(new ShippingCommand.PackOrder(W1, order, BENCH, Optional.empty())));
  }

  private static HandlingUnit unit(Answer.Accepted answer) {
    return answer.documents().stream()
        .filter(document -> document.document() == DocumentKind.HANDLING_UNIT)
        .map(document -> new HandlingUnit(document.number().code()))
        .findFirst()
        .orElseThrow();
  }

  private static Reference shipment() {
    return BED.accepted(
            new ShippingCommand.OpenShipment(W1, Optional.empty(), DOCK, Optional.of("Fast")))
        .documents()
        .getFirst()
        .number();
  }

  private static Reference loaded(HandlingUnit unit) {
    Reference shipment = shipment();
    BED.accepted(new ShippingCommand.ClosePackage(W1, unit, 1200));
    BED.accepted(new ShippingCommand.LoadPackage(W1, shipment, unit));
    return shipment;
  }

  @Test
  void fromTheCartToTheCustomer() {
    Reference order = picked(4);
    assertEquals(List.of("PACK-1 0"), BED.tasks("pack"));
    HandlingUnit unit = packed(order);
    assertTrue(unit.code().matches("[0-9]{18}"), unit.code());
    assertEquals("packed", BED.state(order));
    assertEquals("4 0 4 4 0", BED.line(order));
    assertEquals(List.of(), BED.tasks("pack"));
    Reference shipment = loaded(unit);
    assertEquals(4, BED.onHand(sku, DOCK));
    assertEquals("10 4", BED.level(sku));
    BED.accepted(new ShippingCommand.ShipGoods(W1, shipment));
    assertEquals("6 0", BED.level(sku), "they have left, and nothing is promised");
    assertEquals("shipped", BED.state(order));
    assertEquals("4 0 4 4 4", BED.line(order));
    assertEquals(
        "shipped", BED.value("SELECT state FROM reservation WHERE order_code = '" + order + "'"));
    var shown = new ShippingQueries(BED.site.database).find(HERE, unit.code()).orElseThrow();
    assertEquals("shipped", shown.head().state());
    assertEquals(4, shown.contents().getFirst().quantity());
    assertInstanceOf(
        DocumentRefusal.WrongState.class, BED.refused(new ShippingCommand.ShipGoods(W1, shipment)));
  }

  /// Somebody is to pack an order where its goods lie, and nowhere else.
  @Test
  void theTaskToPackFollowsTheGoods() {
    BED.stock(sku, 10, bin(1));
    Reference order = BED.order(new Wants(sku, 4));
    BED.released("single", order);
    BED.accepted(take(BED.first(order), 4));
    HandlingUnit unit =
        unit(BED.accepted(new ShippingCommand.PackOrder(W1, order, CART, Optional.empty())));
    BED.accepted(new ShippingCommand.UnpackPackage(W1, unit));
    assertEquals(List.of(CART + " 0"), BED.tasks("pack"));
    BED.accepted(new PickingCommand.DropGoods(W1, CART, Optional.empty(), BENCH));
    assertEquals(List.of(BENCH + " 0"), BED.tasks("pack"));
    BED.site.change("UPDATE task SET place = 'ELSEWHERE' WHERE kind = 'pack'");
    packed(order);
    assertEquals(List.of(), BED.tasks("pack"), "nothing is left to pack anywhere");
  }

  @Test
  void twoPackagesAndAPartThatComesLater() {
    BED.stock(sku, 5, bin(1));
    Reference order = BED.order(new Wants(sku, 5));
    BED.released("single", order);
    BED.accepted(take(BED.first(order), 3));
    BED.accepted(shortPick(BED.first(order), "empty"));
    BED.accepted(new PickingCommand.DropGoods(W1, CART, Optional.empty(), BENCH));
    HandlingUnit first = unit(BED.accepted(pack(order, 1, Optional.empty())));
    HandlingUnit second =
        unit(BED.accepted(pack(order, 1, Optional.of(new HandlingUnit("BOX-" + order)))));
    BED.accepted(pack(order, 1, Optional.of(second)));
    assertEquals(
        new PickingRefusal.NothingThere(BENCH, sku + " for order " + order),
        BED.refused(pack(order, 1, Optional.of(second))));
    Reference shipment = loaded(first);
    BED.accepted(new ShippingCommand.ShipGoods(W1, shipment));
    assertEquals("5 2 3 3 1", BED.line(order));
    BED.accepted(new ShippingCommand.ShipGoods(W1, loaded(second)));
    assertEquals("committed", BED.state(order), "two wait for goods");
    assertEquals("2 0", BED.level(sku));
  }

  private ShippingCommand.PackGoods pack(
      Reference order, long quantity, Optional<HandlingUnit> into) {
    return new ShippingCommand.PackGoods(
        W1, order, sku, new Quantity(quantity), BENCH, Optional.empty(), into);
  }

  @Test
  void aPackageBelongsToOneOrderAndIsLoadedWhenItIsClosed() {
    Reference one = picked(2);
    Reference two = picked(2);
    HandlingUnit unit = packed(one);
    assertInstanceOf(
        DocumentRefusal.Mismatch.class,
        BED.refused(new ShippingCommand.PackOrder(W1, two, BENCH, Optional.of(unit))));
    Reference shipment = shipment();
    assertInstanceOf(
        DocumentRefusal.WrongState.class,
        BED.refused(new ShippingCommand.LoadPackage(W1, shipment, unit)));
    assertInstanceOf(
        PickingRefusal.NothingThere.class,
        BED.refused(new ShippingCommand.ShipGoods(W1, shipment)));
    BED.accepted(new ShippingCommand.CancelShipment(W1, shipment));
    Reference next = loaded(unit);
    assertInstanceOf(
        DocumentRefusal.WrongState.class,
        BED.refused(new ShippingCommand.CancelShipment(W1, next)));
    BED.accepted(new ShippingCommand.UnloadPackage(W1, unit, BENCH));
    BED.accepted(new ShippingCommand.CancelShipment(W1, next));
  }

  @Test
  void aPackageThatWasPackedWronglyIsUnpackedAndItsGoodsPackedAgain() {
    Reference order = picked(4);
    HandlingUnit wrong = packed(order);
    BED.accepted(new ShippingCommand.ClosePackage(W1, wrong, 900));
    BED.accepted(new ShippingCommand.UnpackPackage(W1, wrong));
    assertEquals("picked 4 0 4 0 0", BED.state(order) + " " + BED.line(order));
    assertEquals(List.of("PACK-1 0"), BED.tasks("pack"));
    assertEquals(List.of(), BED.tasks("load"));
    assertEquals(4, BED.onHand(sku, BENCH));
    assertInstanceOf(
        DocumentRefusal.WrongState.class,
        BED.refused(new ShippingCommand.UnpackPackage(W1, wrong)));
    assertInstanceOf(
        DocumentRefusal.UnknownDocument.class,
        BED.refused(new ShippingCommand.UnpackPackage(W1, new HandlingUnit("NO-PACKAGE"))));
    HandlingUnit right = packed(order);
    Reference shipment = loaded(right);
    assertInstanceOf(
        DocumentRefusal.WrongState.class,
        BED.refused(new ShippingCommand.UnpackPackage(W1, right)));
    BED.accepted(new ShippingCommand.ShipGoods(W1, shipment));
    assertEquals("shipped 4 0 4 4 4", BED.state(order) + " " + BED.line(order));
    assertEquals("6 0", BED.level(sku));
  }

  @Test
  void thePackedGoodsOfACancelledOrderAreBroughtBack() {
    Reference order = picked(4);
    HandlingUnit unit = packed(order);
    Reference shipment = loaded(unit);
    BED.accepted(new OrderCommand.CancelOrder(W1, order, new ReasonCode("unwanted")));
    assertEquals("10 0", BED.level(sku));
    assertEquals(List.of("DOCK 4"), BED.tasks("put_away"));
    assertInstanceOf(
        PickingRefusal.NothingThere.class,
        BED.refused(new ShippingCommand.ShipGoods(W1, shipment)));
    Reference task =
        new Reference(
            BED.value("SELECT number FROM task WHERE kind = 'put_away' AND state = 'open'"));
    BED.accepted(new PickingCommand.PutBackGoods(W1, task, bin(2)));
    assertEquals(4, BED.onHand(sku, bin(2)));
  }

  @Test
  void whatIsPackedIsPromisedToNobodyElse() {
    Reference order = picked(6);
    HandlingUnit unit = packed(order);
    Reference shipment = loaded(unit);
    assertEquals(
        new GuardRefusal.PromiseOfDocument(DocumentKind.ORDER, order, "packed", "cancel_order"),
        BED.refused(new ReleaseReservation(order)));
    assertInstanceOf(
        OrderRefusal.OrderShort.class,
        BED.refused(PickingBed.place(new Reference("SO-9"), true, new Wants(sku, 9))));
    BED.accepted(new ShippingCommand.ShipGoods(W1, shipment));
    assertEquals("4 0", BED.level(sku));
  }

  @Test
  void aBinThatIsPickedFromIsFilledUpFromTheReserve() {
    BED.stock(sku, 6, bin(1));
    BED.stock(sku, 50, bin(4), "LATE", Optional.of(SOON.plusDays(5)));
    BED.stock(sku, 8, bin(5), "EARLY", Optional.of(SOON));
    BED.accepted(new ReplenishCommand.SetPickFace(W1, bin(1), sku, 4, 20));
    BED.accepted(new ReplenishCommand.ReviewReplenishment(W1));
    assertEquals(List.of(), BED.tasks("replenish"), "there is enough");
    BED.site.change("UPDATE location SET locked_out = true WHERE code IN ('B-4', 'B-5')");
    Reference order = BED.order(new Wants(sku, 4));
    BED.released("single", order);
    BED.site.change("UPDATE location SET locked_out = false");
    BED.accepted(take(BED.first(order), 4));
    assertEquals(List.of("B-5 B-1 8", "B-4 B-1 10"), BED.tasks("replenish"));
    BED.accepted(new ReplenishCommand.ReviewReplenishment(W1));
    assertEquals(2, BED.tasks("replenish").size(), "once");
    Reference task =
        new Reference(
            BED.value("SELECT number FROM task WHERE kind = 'replenish' ORDER BY id LIMIT 1"));
    assertInstanceOf(
        DocumentRefusal.OutOfRange.class,
        BED.refused(new ReplenishCommand.Replenish(W1, task, new Quantity(9))));
    BED.accepted(new ReplenishCommand.Replenish(W1, task, new Quantity(8)), BEN);
    assertEquals(10, BED.onHand(sku, bin(1)));
    BED.accepted(new ReplenishCommand.SetPickFace(W1, bin(1), sku, 0, 0));
    assertEquals("0", BED.value("SELECT count(*) FROM pick_face"));
  }

  @Test
  void theBoardSaysHowFarEveryOrderIs() {
    BED.stock(sku, 10, bin(1));
    BED.stock(sku, 2, bin(2));
    Reference untouched = BED.order(new Wants(sku, 1));
    Reference short2 = BED.order(new Wants(sku, 7), new Wants(sku, 1));
    Reference wave = BED.released("single", short2);
    BED.accepted(take(BED.first(short2), 5), PickingBed.BEN);
    BED.accepted(shortPick(BED.first(short2), "empty"), PickingBed.BEN);
    var waiting = onBoard(untouched);
    assertEquals("committed 1 0 of 1", waiting.state() + " " + far(waiting));
    assertEquals(List.of(), waiting.tasks());
    var begun = onBoard(short2);
    assertEquals("picking 2 5 of 8", begun.state() + " " + far(begun));
    assertEquals(Optional.of(wave.code()), begun.wave());
    assertEquals(1, begun.waveOrders());
    assertEquals(2, begun.shorted());
    assertEquals(
        begun.ordered() - begun.picked(), begun.open() + begun.waiting() + begun.backOrdered());
    assertEquals(List.of("ben"), begun.pickers());
    assertEquals(
        List.of(Optional.of("ben")),
        begun.tasks().stream().map(BoardQueries.BoardTask::heldBy).toList());
    BED.site.change(
        "UPDATE task SET lease_until = now() - interval '1 second' WHERE state = 'leased'");
    assertEquals(Optional.empty(), onBoard(short2).tasks().getFirst().heldBy());
    BED.accepted(new PickingCommand.CancelWave(W1, wave, new ReasonCode("wrong")));
    assertEquals(Optional.empty(), onBoard(short2).wave());
    assertEquals(List.of(), onBoard(short2).tasks());
  }

  private static String far(BoardQueries.BoardItem item) {
    return item.lines() + " " + item.picked() + " of " + item.ordered();
  }

  private static BoardQueries.BoardItem onBoard(Reference order) {
    return new BoardQueries(BED.site.database)
        .board(HERE, Optional.empty(), 500, Optional.empty()).items().stream()
            .filter(item -> item.number().equals(order.code()))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void whyGoodsThatAreThereCannotBePicked() {
    PickingQueries picking = new PickingQueries(BED.site.database);
    PickableQueries pickable = new PickableQueries(BED.site.database);
    BED.stock(sku, 5, bin(1), "L1", Optional.of(java.time.LocalDate.of(2001, 1, 1)));
    BED.stock(sku, 5, bin(2));
    BED.stock(sku, 5, bin(3));
    BED.stock(sku, 5, DOCK);
    BED.site.change(
        "UPDATE location SET locked_out = true, lock_reason = 'flood' WHERE code = 'B-2'");
    Reference order = BED.order(new Wants(sku, 5));
    BED.released("single", order);
    assertEquals(
        List.of(
            "B-1: lot L1 expired on 2001-01-01",
            "B-2: the bin is locked (flood)",
            "B-3: others will take all of it",
            "DOCK: it lies in a dock location, not in a bin"),
        pickable.pickable(HERE, sku.code(), 10, Optional.empty()).items().stream()
            .map(spot -> spot.location() + ": " + spot.why().orElse("can be picked"))
            .toList());
    var first = pickable.pickable(HERE, sku.code(), 3, Optional.empty());
    assertEquals(1, pickable.pickable(HERE, sku.code(), 3, first.next()).items().size());
    BED.site.change("UPDATE location SET locked_out = true WHERE code = 'B-3'");
    var pick =
        picking
            .picks(
                HERE,
                new PickingQueries.Filter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(order.code()),
                    Optional.empty(),
                    Optional.empty()),
                10,
                Optional.empty())
            .items()
            .getFirst();
    assertEquals(Optional.of("the bin is locked (no reason given)"), pick.trouble());
    assertEquals(5, pick.there());
    assertEquals(
        5, picking.waves(HERE, Optional.empty(), 1, Optional.empty()).items().getFirst().left());
    assertEquals(
        0,
        pickable
            .goods(HERE, Optional.of("CART-1"), Optional.empty(), 9, Optional.empty())
            .items()
            .size());
  }
}
