package dev.stockwright.server.picking;

import static dev.stockwright.server.desk.TestSite.DOCK;
import static dev.stockwright.server.desk.TestSite.W1;
import static dev.stockwright.server.picking.PickingBed.BEN;
import static dev.stockwright.server.picking.PickingBed.BENCH;
import static dev.stockwright.server.picking.PickingBed.CART;
import static dev.stockwright.server.picking.PickingBed.SOON;
import static dev.stockwright.server.picking.PickingBed.bin;
import static dev.stockwright.server.picking.PickingBed.place;
import static dev.stockwright.server.picking.PickingBed.release;
import static dev.stockwright.server.picking.PickingBed.take;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PickingRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.TaskRefusal;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.picking.PickingBed.Wants;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Picking by a real desk on a real database.
class PickingEngineTest {
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
  void everyScanIsPostedAtOnceFromTheBinToTheCart() {
    BED.stock(sku, 5, bin(2));
    BED.stock(sku, 9, bin(1));
    Reference order = BED.order(new Wants(sku, 12));
    Reference wave = BED.released("single", order);
    assertEquals("picking", BED.state(order));
    assertEquals("B-1 9, B-2 3", BED.bins(order));
    assertEquals(List.of("B-1 12"), BED.tasks("pick"));
    Reference first = BED.first(order);
    BED.accepted(take(first, 4));
    assertEquals(5, BED.onHand(sku, bin(1)));
    assertEquals(4, BED.onHand(sku, CART));
    assertEquals("14 12", BED.level(sku), "nothing has left, all of it is promised");
    assertEquals("12 0 4 0 0", BED.line(order));
    BED.accepted(take(first, 5));
    assertEquals(List.of("B-2 3"), BED.tasks("pick"));
    BED.accepted(take(BED.first(order), 3));
    assertEquals("picked", BED.state(order));
    assertEquals(List.of(), BED.tasks("pick"));
    assertEquals("picked", BED.value("SELECT state FROM wave WHERE number = '" + wave + "'"));
  }

  @Test
  void onlyCommittedOrdersThatHoldStockAreReleased() {
    BED.stock(sku, 10, bin(1));
    Reference order = new Reference("SO-P" + sku.code().substring(0, 8));
    BED.accepted(place(order, false, new Wants(sku, 1)));
    assertEquals(
        new DocumentRefusal.WrongState(
            DocumentKind.ORDER, order, "placed", "committed or picking or picked or packed"),
        wording(BED.refused(release("single", "fefo", order))));
    Reference unknown = new Reference("SO-X");
    assertEquals(
        new DocumentRefusal.UnknownDocument(DocumentKind.ORDER, unknown),
        BED.refused(release("single", "fefo", unknown)));
    Reference given = BED.order(new Wants(sku, 1));
    BED.accepted(new ReleaseReservation(given));
    assertEquals(
        new Refusal.ReservationEnded(given, "released"),
        BED.refused(release("single", "fefo", given)));
    Reference good = BED.order(new Wants(sku, 1));
    assertInstanceOf(DocumentRefusal.OutOfRange.class, BED.refused(release("heap", "fefo", good)));
    assertInstanceOf(
        DocumentRefusal.OutOfRange.class, BED.refused(release("single", "best", good)));
    BED.released("single", good);
    assertInstanceOf(
        DocumentRefusal.WrongState.class, BED.refused(release("single", "fefo", good)));
  }

  private static Refusal wording(Refusal refusal) {
    return refusal instanceof DocumentRefusal.WrongState(var kind, var number, var given, var any)
        ? new DocumentRefusal.WrongState(
            kind, number, given, "committed or picking or picked or packed")
        : refusal;
  }

  @Test
  void whatExpiresFirstIsTakenFirstAndWhatHasExpiredNever() {
    LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
    BED.stock(sku, 5, bin(1), "LATE", Optional.of(SOON.plusDays(9)));
    BED.stock(sku, 5, bin(2), "EARLY", Optional.of(SOON));
    BED.stock(sku, 5, bin(3), "OVER", Optional.of(today.minusDays(2)));
    Reference order = BED.order(new Wants(sku, 7));
    BED.released("single", order);
    assertEquals("B-1 2, B-2 5", BED.bins(order));
    BED.site.change("UPDATE lot SET expires_on = '2001-01-01' WHERE code = 'EARLY'");
    Reference early = BED.picks(order).get(1);
    PickingRefusal.NotPickable why =
        assertInstanceOf(PickingRefusal.NotPickable.class, BED.refused(take(early, 5)));
    assertEquals("lot EARLY expired on 2001-01-01", why.why());
  }

  @Test
  void firstInFirstOut() {
    BED.stock(sku, 2, bin(3));
    BED.stock(sku, 2, bin(1));
    BED.stock(sku, 2, bin(2));
    Reference order = BED.order(new Wants(sku, 3));
    BED.accepted(release("single", "fifo", order));
    assertEquals("B-1 1, B-3 2", BED.bins(order));
  }

  @Test
  void goodsStayAsOldAsTheyAreWhenTheyAreMoved() {
    BED.stock(sku, 2, bin(3));
    BED.stock(sku, 2, bin(1));
    BED.accepted(TestSite.move(sku, 2, bin(3), bin(5)));
    Reference order = BED.order(new Wants(sku, 3));
    BED.accepted(release("single", "fifo", order));
    assertEquals("B-1 1, B-5 2", BED.bins(order));
  }

  @Test
  void twoWavesNeverGetTheSameGoods() {
    BED.stock(sku, 6, bin(1));
    BED.stock(sku, 6, bin(2));
    Reference one = BED.order(new Wants(sku, 4));
    Reference two = BED.order(new Wants(sku, 8));
    BED.released("single", one);
    BED.released("single", two);
    assertEquals("B-1 4", BED.bins(one));
    assertEquals("B-1 2, B-2 6", BED.bins(two));
  }

  @Test
  void aBatchFillsSeveralOrdersAtOneStop() {
    BED.stock(sku, 20, bin(1));
    Reference one = BED.order(new Wants(sku, 4));
    Reference two = BED.order(new Wants(sku, 3));
    BED.released("batch", one, two);
    assertEquals(List.of("B-1 7"), BED.tasks("pick"));
    assertEquals(
        new DocumentRefusal.OutOfRange("quantity", "1 to 7", "8"),
        BED.refused(take(BED.first(two), 8)));
    BED.accepted(take(BED.first(two), 6));
    assertEquals("picked", BED.state(two));
    assertEquals("B-1 1", BED.bins(one));
  }

  @Test
  void theFirstPickFixesTheToteAndAWrongOneIsRefused() {
    BED.stock(sku, 20, bin(1));
    Sku other = BED.product();
    BED.stock(other, 20, bin(2));
    Reference one = BED.order(new Wants(sku, 1), new Wants(other, 1));
    Reference two = BED.order(new Wants(sku, 1));
    BED.released("cluster", one, two);
    assertEquals(1, BED.tasks("pick").size());
    assertInstanceOf(DocumentRefusal.Mismatch.class, BED.refused(take(BED.first(one), 1)));
    BED.accepted(inTote(BED.first(one), "TOTE-1"));
    assertEquals(
        new DocumentRefusal.Mismatch("tote", "TOTE-1", "TOTE-2"),
        BED.refused(inTote(BED.first(one), "TOTE-2")));
    assertEquals(
        new PickingRefusal.ToteTaken(new HandlingUnit("TOTE-1"), one),
        BED.refused(inTote(BED.first(two), "TOTE-1")));
    BED.accepted(inTote(BED.first(two), "TOTE-2"));
    BED.accepted(
        new PickingCommand.DropGoods(W1, CART, Optional.of(new HandlingUnit("TOTE-1")), BENCH));
    assertEquals(1, BED.onHand(sku, BENCH));
    assertEquals(1, BED.onHand(sku, CART));
    assertEquals(List.of("PACK-1 0"), BED.tasks("pack"));
  }

  private static PickingCommand.PickStock inTote(Reference pick, String tote) {
    return take(pick, 1, Optional.empty(), Optional.empty(), Optional.of(tote));
  }

  @Test
  void eachZoneHasItsOwnTask() {
    Sku other = BED.product();
    BED.stock(sku, 5, bin(1));
    BED.stock(other, 5, bin(6));
    Reference order = BED.order(new Wants(sku, 2), new Wants(other, 3));
    BED.released("zone", order);
    assertEquals(List.of("B-1 2", "B-6 3"), BED.tasks("pick"));
  }

  @Test
  void twoPeopleNeverWorkOnOneTask() {
    BED.stock(sku, 5, bin(1));
    Reference order = BED.order(new Wants(sku, 4));
    BED.released("single", order);
    BED.accepted(take(BED.first(order), 1));
    assertInstanceOf(TaskRefusal.TaskTaken.class, BED.refused(take(BED.first(order), 1), BEN));
    BED.site.change("UPDATE task SET lease_until = now() WHERE state = 'leased'");
    BED.accepted(take(BED.first(order), 1), BEN);
  }

  @Test
  void wrongScansChangeNothing() {
    BED.stock(sku, 5, bin(1), "L1", Optional.empty());
    Reference order = BED.order(new Wants(sku, 4));
    BED.released("single", order);
    Reference pick = BED.first(order);
    assertEquals(
        new DocumentRefusal.Mismatch("location", "B-1", "B-2"),
        BED.refused(take(pick, 1, Optional.of(bin(2)), Optional.empty(), Optional.empty())));
    assertEquals(
        new DocumentRefusal.Mismatch("lot", "L1", "L2"),
        BED.refused(take(pick, 1, Optional.empty(), Optional.of("L2"), Optional.empty())));
    assertEquals(
        new DocumentRefusal.OutOfRange("quantity", "1 to 4", "5"), BED.refused(take(pick, 5)));
    assertEquals(
        new DocumentRefusal.UnknownDocument(DocumentKind.PICK, new Reference("P-x")),
        BED.refused(take(new Reference("P-x"), 1)));
    assertEquals("B-1 4", BED.bins(order));
  }

  @Test
  void aSkippedLineComesBackLast() {
    Sku other = BED.product();
    BED.stock(sku, 5, bin(1));
    BED.stock(other, 5, bin(2));
    Reference order = BED.order(new Wants(sku, 1), new Wants(other, 1));
    BED.released("single", order);
    BED.accepted(new PickingCommand.SkipPick(W1, BED.first(order), new ReasonCode("blocked")));
    assertEquals("B-2 1, B-1 1", BED.bins(order));
    assertEquals(List.of("B-2 2"), BED.tasks("pick"), "the task says where to go next");
  }

  @Test
  void anotherLotOrBinCanBeSwappedInAndTwoPicksExchanged() {
    BED.stock(sku, 2, bin(1), "L1", Optional.of(SOON));
    BED.stock(sku, 2, bin(1), "L2", Optional.of(SOON.plusDays(1)));
    Reference one = BED.order(new Wants(sku, 2));
    Reference two = BED.order(new Wants(sku, 2));
    BED.released("single", one, two);
    BED.accepted(swap(BED.first(one), "L2"));
    assertEquals(List.of("L2", "L1"), lots(one, two));
    assertInstanceOf(DocumentRefusal.Mismatch.class, BED.refused(swap(BED.first(one), "L7")));
    BED.stock(sku, 9, bin(3), "L3", Optional.empty());
    BED.accepted(
        new PickingCommand.SwapPick(W1, BED.first(one), Optional.of(bin(3)), Optional.empty()));
    assertEquals("B-3 2", BED.bins(one));
  }

  private static PickingCommand.SwapPick swap(Reference pick, String lot) {
    return new PickingCommand.SwapPick(W1, pick, Optional.empty(), Optional.of(new LotCode(lot)));
  }

  private static List<String> lots(Reference... orders) {
    return java.util.Arrays.stream(orders)
        .map(
            order ->
                BED.value(
                    "SELECT lot FROM pick JOIN sales_order o ON o.id = order_id"
                        + " WHERE o.number = '"
                        + order
                        + "' AND pick.state = 'open'"))
        .toList();
  }

  @Test
  void anySerialNumberOfTheBinIsAsGood() {
    Sku drill = new Sku("S-9");
    for (String serial : List.of("D-1", "D-2")) {
      BED.stock(drill, 1, bin(1), serial, Optional.empty());
    }
    Reference order = BED.order(new Wants(drill, 1));
    BED.released("single", order);
    BED.accepted(take(BED.first(order), 1, Optional.empty(), Optional.of("D-2"), Optional.empty()));
    assertEquals("D-2", BED.value("SELECT lot FROM picked_goods"));
  }

  @Test
  void anotherProductGoesOnlyWhenAnotherPersonAgrees() {
    Sku other = BED.product();
    BED.stock(sku, 5, bin(1));
    BED.stock(other, 5, bin(2));
    Reference order = BED.order(new Wants(sku, 4));
    BED.released("single", order);
    BED.accepted(take(BED.first(order), 1));
    Reference pick = BED.first(order);
    BED.accepted(new PickingCommand.ProposeSubstitute(W1, pick, other));
    assertInstanceOf(
        DocumentRefusal.OtherPersonNeeded.class,
        BED.refused(new PickingCommand.DecideSubstitute(W1, pick, true)));
    BED.accepted(new PickingCommand.DecideSubstitute(W1, pick, true), BEN);
    assertEquals("B-2 3", BED.bins(order));
    assertEquals("5 1", BED.level(sku));
    assertEquals("5 3", BED.level(other));
    assertEquals("1 0 1 0 0", BED.line(order));
    BED.accepted(take(BED.first(order), 3));
    assertEquals("picked", BED.state(order));
  }

  @Test
  void aWaveThatIsCancelledGivesItsOrdersBack() {
    BED.stock(sku, 5, bin(1));
    Reference order = BED.order(new Wants(sku, 4));
    Reference wave = BED.released("single", order);
    BED.accepted(new PickingCommand.CancelWave(W1, wave, new ReasonCode("other")));
    assertEquals("committed", BED.state(order));
    assertEquals(List.of(), BED.tasks("pick"));
    assertInstanceOf(
        DocumentRefusal.WrongState.class,
        BED.refused(new PickingCommand.CancelWave(W1, wave, new ReasonCode("other"))));
    BED.released("single", order);
    assertEquals("B-1 4", BED.bins(order));
  }

  @Test
  void goodsOutOfAPalletAreLooseOnTheCart() {
    BED.accepted(
        new dev.stockwright.protocol.ReceiveGoods(
            W1,
            sku,
            new dev.stockwright.vocabulary.Quantity(10),
            Optional.of(bin(1)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new HandlingUnit("PAL-1")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    Reference order = BED.order(new Wants(sku, 4));
    BED.released("single", order);
    BED.accepted(take(BED.first(order), 4));
    assertEquals(
        List.of("B-1 PAL-1 6", "CART-1  4"),
        BED.rows(
            "SELECT l.code || ' ' || b.handling_unit || ' ' || b.on_hand FROM balance b"
                + " JOIN location l ON l.id = b.location_id JOIN product p ON p.id = b.product_id"
                + " WHERE on_hand > 0 AND p.sku = '"
                + sku
                + "' ORDER BY 1"));
    assertEquals("10 4", BED.level(sku));
    assertTrue(BED.onHand(sku, DOCK) == 0);
  }
}
