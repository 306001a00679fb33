package dev.stockwright.server.picking;

import static dev.stockwright.server.desk.TestSite.W1;
import static dev.stockwright.server.picking.PickingBed.CART;
import static dev.stockwright.server.picking.PickingBed.bin;
import static dev.stockwright.server.picking.PickingBed.shortPick;
import static dev.stockwright.server.picking.PickingBed.take;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.picking.PickingBed.Wants;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What does not go as it was meant: goods that are not there, orders that are cancelled, bins that
/// change; by a real desk.
class PickingTroubleTest {
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

  @Test
  void theTaskOfPicksIsNotCancelledBecauseTheirOrderWouldWaitForEver() {
    BED.stock(sku, 5, bin(1));
    Reference order = BED.order(new Wants(sku, 4));
    BED.released("single", order);
    String task = BED.value("SELECT task FROM pick WHERE state = 'open' ORDER BY id DESC LIMIT 1");
    assertInstanceOf(
        GuardRefusal.TaskOfDocument.class,
        BED.refused(new TaskCommand.CancelTask(W1, new Reference(task), new ReasonCode("other"))));
    BED.accepted(take(BED.first(order), 4));
  }

  @Test
  void aShortPickIsLookedAtAndTakenFromElsewhere() {
    BED.stock(sku, 5, bin(1));
    BED.stock(sku, 5, bin(4));
    Reference order = BED.order(new Wants(sku, 4));
    BED.released("single", order);
    BED.accepted(take(BED.first(order), 1));
    BED.accepted(shortPick(BED.first(order), "empty"));
    assertEquals("B-4 3", BED.bins(order));
    assertEquals(List.of("B-1 0"), BED.tasks("zero_check"));
    assertEquals(List.of("B-4 3"), BED.tasks("pick"));
    Reference next = BED.order(new Wants(sku, 3));
    BED.released("single", next);
    assertEquals("B-4 2, - 1", orderless(next), "nobody is sent to the doubted bin");
  }

  private static String orderless(Reference order) {
    return String.join(
        ", ",
        BED.way(order).stream()
            .map(line -> line.substring(line.indexOf(' ') + 1))
            .sorted(java.util.Comparator.comparing((String line) -> line.startsWith("-")))
            .toList());
  }

  @Test
  void whatIsNowhereIsPromisedLater() {
    BED.stock(sku, 5, bin(1));
    Reference order = BED.order(new Wants(sku, 4));
    BED.released("single", order);
    BED.accepted(take(BED.first(order), 1));
    assertInstanceOf(
        DocumentRefusal.OutOfRange.class, BED.refused(shortPick(BED.first(order), "full")));
    BED.accepted(shortPick(BED.first(order), "damaged"));
    assertEquals(List.of("B-1 0"), BED.tasks("count"));
    assertEquals("4 3 1 0 0", BED.line(order));
    assertEquals("5 1", BED.level(sku), "its promise is smaller");
    assertEquals("picked", BED.state(order));
  }

  @Test
  void thePromiseOfAnOrderThatIsPickedIsNotReleasedFromUnderIt() {
    BED.stock(sku, 5, bin(1));
    Reference order = BED.order(new Wants(sku, 4));
    BED.released("single", order);
    Refusal why =
        new GuardRefusal.PromiseOfDocument(DocumentKind.ORDER, order, "picking", "cancel_order");
    assertEquals(why, BED.refused(new ReleaseReservation(order)));
    BED.accepted(take(BED.first(order), 4));
    assertEquals(
        new GuardRefusal.PromiseOfDocument(DocumentKind.ORDER, order, "picked", "cancel_order"),
        BED.refused(new ReleaseReservation(order)));
  }

  @Test
  void theGoodsOfACancelledOrderAreBroughtBack() {
    BED.stock(sku, 5, bin(1));
    Reference order = BED.order(new Wants(sku, 4));
    BED.released("single", order);
    Reference pick = BED.first(order);
    BED.accepted(take(pick, 3));
    BED.accepted(new OrderCommand.CancelOrder(W1, order, new ReasonCode("unwanted")));
    assertEquals("5 0", BED.level(sku));
    assertEquals(List.of("CART-1 3"), BED.tasks("put_away"));
    assertEquals(List.of(), BED.tasks("pick"));
    assertInstanceOf(DocumentRefusal.WrongState.class, BED.refused(take(pick, 1)));
    BED.insisted(take(pick, 1));
    assertEquals(List.of("CART-1 3", "CART-1 1"), BED.tasks("put_away"), "a late fact");
    for (String task :
        BED.rows("SELECT number FROM task WHERE kind = 'put_away' AND state = 'open'")) {
      BED.accepted(new PickingCommand.PutBackGoods(W1, new Reference(task), bin(2)));
    }
    assertEquals(4, BED.onHand(sku, bin(2)));
    assertEquals(0, BED.onHand(sku, CART));
  }

  @Test
  void whatTheBooksCannotExplainStandsOnTheCartOnHold() {
    BED.stock(sku, 3, bin(1));
    Reference order = BED.order(new Wants(sku, 3));
    BED.released("single", order);
    BED.site.ask(TestSite.move(sku, 2, bin(1), bin(5)));
    assertEquals(
        new Refusal.InsufficientStock(W1, sku, Optional.of(bin(1)), 3, 1),
        BED.refused(take(BED.first(order), 3)));
    BED.insisted(take(BED.first(order), 3));
    assertEquals("B-1 2", BED.bins(order), "what was not explained is still wanted");
    assertEquals(3, BED.onHand(sku, CART));
    assertEquals(List.of("CART-1 B-1 2"), BED.tasks("check"));
  }

  @Test
  void picksFollowTheGoodsWhenTheBinChanges() {
    BED.stock(sku, 5, bin(1));
    Reference order = BED.order(new Wants(sku, 4));
    Reference waits = BED.order(new Wants(sku, 1));
    BED.released("single", order);
    BED.site.change("UPDATE location SET locked_out = true WHERE code = 'B-1'");
    BED.released("single", waits);
    assertEquals("- 1", BED.bins(waits), "it waits for goods that can be picked");
    BED.insisted(TestSite.move(sku, 5, bin(1), bin(5)));
    BED.accepted(new PickingCommand.ReviewPicks(W1));
    assertEquals("B-5 4", BED.bins(order));
    assertEquals("B-5 1", BED.bins(waits));
    assertEquals(List.of("B-5 4", "B-5 1"), BED.tasks("pick"));
  }

  @Test
  void aCountMeanwhileLeavesTheRestToBePickedElsewhere() {
    BED.stock(sku, 5, bin(1));
    BED.stock(sku, 5, bin(2));
    Reference order = BED.order(new Wants(sku, 5));
    BED.released("single", order);
    BED.site.ask(
        new AdjustStock(
            W1,
            sku,
            -3,
            Optional.of(new ReasonCode("count")),
            Optional.of(bin(1)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    BED.accepted(new PickingCommand.ReviewPicks(W1));
    assertEquals("B-1 2, B-2 3", BED.bins(order));
  }
}
