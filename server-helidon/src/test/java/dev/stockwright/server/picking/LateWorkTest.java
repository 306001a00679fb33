package dev.stockwright.server.picking;

import static dev.stockwright.server.desk.TestSite.ANA;
import static dev.stockwright.server.desk.TestSite.DOCK;
import static dev.stockwright.server.desk.TestSite.W1;
import static dev.stockwright.server.picking.PickingBed.BENCH;
import static dev.stockwright.server.picking.PickingBed.CART;
import static dev.stockwright.server.picking.PickingBed.bin;
import static dev.stockwright.server.picking.PickingBed.take;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PickingRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.picking.PickingBed.Wants;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Goods that were dropped, packed and loaded without a connection, told when others have gone on:
/// they are recorded where they are, and somebody looks.
class LateWorkTest {
  private static final PickingBed BED = new PickingBed();

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

  /// Nothing was made and nothing is lost: what is in the bins is on hand, what came from nowhere
  /// is owed by UNRECONCILED, and picked goods are where the books have them or hold them.
  @AfterEach
  void everythingAddsUp() {
    assertEquals(
        List.of(),
        BED.rows(
            """
            SELECT p.sku || ' ' || l.on_hand FROM stock_level l JOIN product p ON p.id = l.product_id
             WHERE l.on_hand <> (SELECT coalesce(sum(b.on_hand), 0) FROM balance b
                                  WHERE b.warehouse_id = l.warehouse_id
                                    AND b.product_id = l.product_id)
            """));
    assertEquals(
        List.of(),
        BED.rows(
            """
            SELECT g.id || ' at ' || l.code FROM picked_goods g JOIN location l ON l.id = g.location_id
             WHERE g.quantity > (SELECT coalesce(sum(b.on_hand), 0) FROM balance b
                                  WHERE b.location_id = g.location_id
                                    AND b.product_id = g.product_id
                                    AND b.handling_unit IN ('', g.handling_unit))
            """));
  }

  private Reference onCart(long quantity) {
    BED.stock(sku, 10, bin(1));
    Reference order = BED.order(new Wants(sku, quantity));
    BED.released("single", order);
    BED.accepted(take(BED.first(order), quantity));
    return order;
  }

  private Reference onBench(long quantity) {
    Reference order = onCart(quantity);
    BED.accepted(drop());
    return order;
  }

  private static PickingCommand.DropGoods drop() {
    return new PickingCommand.DropGoods(W1, CART, Optional.empty(), BENCH);
  }

  private static void cancelled(Reference order) {
    BED.accepted(new OrderCommand.CancelOrder(W1, order, new ReasonCode("unwanted")));
  }

  private static HandlingUnit box(Reference order) {
    return new HandlingUnit("LATE-" + order);
  }

  private ShippingCommand.PackGoods pack(Reference order, long quantity) {
    return new ShippingCommand.PackGoods(
        W1, order, sku, new Quantity(quantity), BENCH, Optional.empty(), Optional.of(box(order)));
  }

  private static Reference shipment() {
    return BED.accepted(
            new ShippingCommand.OpenShipment(W1, Optional.empty(), DOCK, Optional.of("Fast")))
        .documents()
        .getFirst()
        .number();
  }

  private static Refusal still(Command command) {
    Answer answer =
        BED.ask(TestSite.envelope(new CommandId(UUID.randomUUID()), 0, true, command), ANA);
    return assertInstanceOf(Answer.Refused.class, answer, answer.toString()).refusal();
  }

  private static long inBox(LocationCode place) {
    return Long.parseLong(
        BED.value(
            "SELECT coalesce(sum(b.on_hand), 0) FROM balance b JOIN location l"
                + " ON l.id = b.location_id WHERE b.handling_unit <> '' AND b.product_id ="
                + " (SELECT max(id) FROM product WHERE sku LIKE 'T-%') AND l.code = '"
                + place
                + "'"));
  }

  @Test
  void aCartThatWasEmptiedStandsAtTheBenchAlthoughItsOrderWasCancelled() {
    Reference order = onCart(4);
    cancelled(order);
    assertEquals(List.of("CART-1 4"), BED.tasks("put_away"));
    assertInstanceOf(PickingRefusal.NothingThere.class, BED.refused(drop()));
    BED.insisted(drop());
    assertEquals(4, BED.onHand(sku, BENCH));
    assertEquals(List.of("PACK-1 4"), BED.tasks("put_away"), "it is fetched from there");
    assertEquals(List.of(), BED.tasks("pack"), "nobody packs it");
    assertEquals("10 0", BED.level(sku));
  }

  @Test
  void whatWasUnwantedBeforeStaysOnTheCart() {
    Reference order = onCart(4);
    cancelled(order);
    BED.site.change(
        "UPDATE task SET made_at = timestamp with time zone '2001-01-01 00:00Z'"
            + " WHERE kind = 'put_away' AND state = 'open'");
    Envelope told =
        new Envelope(
            new CommandId(UUID.randomUUID()),
            TestSite.DESK,
            0,
            Optional.empty(),
            Optional.of(Instant.parse("2002-02-02T00:00:00Z")),
            Optional.empty(),
            true,
            drop());
    Answer answer = BED.ask(told, ANA);
    Answer.Refused no = assertInstanceOf(Answer.Refused.class, answer, answer.toString());
    assertInstanceOf(PickingRefusal.NothingThere.class, no.refusal());
    assertEquals(4, BED.onHand(sku, CART));
  }

  @Test
  void whatTheBooksLackOnTheCartStandsOnHoldAndIsLookedAt() {
    Reference order = onCart(4);
    BED.site.change(
        "UPDATE picked_goods SET quantity = 5 WHERE order_id ="
            + " (SELECT id FROM sales_order WHERE number = '"
            + order
            + "')");
    assertInstanceOf(Refusal.InsufficientStock.class, BED.refused(drop()));
    BED.insisted(drop());
    assertEquals(5, BED.onHand(sku, BENCH));
    assertEquals(
        List.of("available 4", "hold 1"),
        BED.rows(
            "SELECT b.condition || ' ' || b.on_hand FROM balance b JOIN product p"
                + " ON p.id = b.product_id JOIN location l ON l.id = b.location_id"
                + " WHERE p.sku = '"
                + sku
                + "' AND l.code = 'PACK-1' ORDER BY 1"));
    assertEquals(List.of("PACK-1 CART-1 1"), BED.tasks("check"));
    assertEquals("11 4", BED.level(sku));
  }

  @Test
  void goodsArePackedBeforeTheirCartWasSaidToBeEmptied() {
    Reference order = onCart(4);
    assertInstanceOf(PickingRefusal.NothingThere.class, BED.refused(pack(order, 4)));
    BED.insisted(pack(order, 4));
    assertEquals("packed", BED.state(order));
    assertEquals(4, BED.onHand(sku, BENCH));
    assertInstanceOf(PickingRefusal.NothingThere.class, still(drop()), "they are there already");
  }

  @Test
  void moreThanWasPickedIsNotRecorded() {
    Reference order = onBench(4);
    assertInstanceOf(DocumentRefusal.OutOfRange.class, still(pack(order, 5)));
    assertInstanceOf(
        PickingRefusal.NothingThere.class,
        still(
            new ShippingCommand.PackGoods(
                W1,
                order,
                BED.product(),
                new Quantity(1),
                BENCH,
                Optional.empty(),
                Optional.empty())));
  }

  @Test
  void whatWasPackedOfACancelledOrderIsBroughtBackInItsBox() {
    Reference order = onBench(4);
    cancelled(order);
    assertInstanceOf(PickingRefusal.NothingThere.class, BED.refused(pack(order, 3)));
    BED.insisted(pack(order, 3));
    assertEquals(3, inBox(BENCH));
    assertEquals(4, BED.onHand(sku, BENCH));
    assertEquals(List.of("PACK-1 4"), BED.tasks("put_away"));
    assertInstanceOf(
        DocumentRefusal.UnknownDocument.class,
        still(new ShippingCommand.ClosePackage(W1, box(order), 100)),
        "it is no package");
    BED.insisted(new ShippingCommand.LoadPackage(W1, shipment(), box(order)));
    assertEquals(3, inBox(DOCK), "it stands there, and somebody looks");
    assertEquals(List.of("DOCK 0"), BED.tasks("check"));
    Reference task =
        new Reference(
            BED.value("SELECT number FROM task WHERE kind = 'put_away' AND state = 'open'"));
    BED.accepted(new PickingCommand.PutBackGoods(W1, task, bin(2)));
    assertEquals(4, BED.onHand(sku, bin(2)));
    assertEquals("10 0", BED.level(sku));
  }

  @Test
  void goodsGoIntoAPackageThatOthersHaveClosedAndMoved() {
    Reference order = onBench(4);
    BED.accepted(pack(order, 3));
    BED.accepted(new ShippingCommand.ClosePackage(W1, box(order), 100));
    BED.accepted(new MoveCommand.MoveHandlingUnit(W1, box(order), DOCK, Optional.empty()));
    assertInstanceOf(DocumentRefusal.WrongState.class, BED.refused(pack(order, 1)));
    BED.insisted(pack(order, 1));
    assertEquals(4, inBox(DOCK));
    assertEquals("packed", BED.state(order));
    Reference shipment = shipment();
    BED.accepted(new ShippingCommand.LoadPackage(W1, shipment, box(order)));
    BED.accepted(new ShippingCommand.ShipGoods(W1, shipment));
    assertEquals("6 0", BED.level(sku));
    assertInstanceOf(PickingRefusal.NothingThere.class, still(pack(order, 1)), "it has left");
  }

  @Test
  void aBoxIsLoadedBeforeItWasSaidToBeClosed() {
    Reference order = onBench(4);
    BED.accepted(pack(order, 4));
    Reference shipment = shipment();
    ShippingCommand load = new ShippingCommand.LoadPackage(W1, shipment, box(order));
    assertInstanceOf(DocumentRefusal.WrongState.class, BED.refused(load));
    BED.insisted(load);
    BED.accepted(new ShippingCommand.ShipGoods(W1, shipment));
    assertEquals("shipped", BED.state(order));
    assertEquals("6 0", BED.level(sku));
  }

  @Test
  void aBoxForAVehicleThatIsGoneStandsAtItsDock() {
    Reference order = onBench(4);
    BED.accepted(pack(order, 4));
    BED.accepted(new ShippingCommand.ClosePackage(W1, box(order), 100));
    Reference gone = shipment();
    BED.accepted(new ShippingCommand.CancelShipment(W1, gone));
    ShippingCommand load = new ShippingCommand.LoadPackage(W1, gone, box(order));
    assertInstanceOf(DocumentRefusal.WrongState.class, BED.refused(load));
    BED.insisted(load);
    assertEquals(4, inBox(DOCK));
    assertEquals(List.of("DOCK 0"), BED.tasks("load"), "it still has to be loaded");
    assertEquals(List.of("DOCK 0"), BED.tasks("check"));
    BED.insisted(new ShippingCommand.UnloadPackage(W1, box(order), BENCH));
    assertEquals(4, inBox(BENCH), "somebody took it back");
    assertEquals(List.of("PACK-1 0"), BED.tasks("load"));
    Reference next = shipment();
    BED.accepted(new ShippingCommand.LoadPackage(W1, next, box(order)));
    BED.accepted(new ShippingCommand.ShipGoods(W1, next));
    assertEquals("shipped", BED.state(order));
  }

  @Test
  void aVehicleDoesNotLeaveTwiceNorEmpty() {
    Reference empty = shipment();
    assertInstanceOf(
        PickingRefusal.NothingThere.class, still(new ShippingCommand.ShipGoods(W1, empty)));
    HandlingUnit strange = new HandlingUnit("NO-PACKAGE");
    assertInstanceOf(
        DocumentRefusal.UnknownDocument.class,
        still(new ShippingCommand.LoadPackage(W1, empty, strange)));
  }
}
