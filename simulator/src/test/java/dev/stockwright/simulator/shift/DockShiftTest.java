package dev.stockwright.simulator.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.Turn;
import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.simulator.stack.Hand;
import dev.stockwright.simulator.stack.Office;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Goods come in at the dock and leave from it, and people look things up.
@Execution(ExecutionMode.CONCURRENT) // waits more than it computes
@NullUnmarked // fields are set before all tests
class DockShiftTest {
  private static Floor floor;
  private static Office office;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    floor = Floor.open(folder);
    office = floor.office();
  }

  @AfterAll
  static void close() throws Exception {
    floor.close();
  }

  @Test
  @DisplayName("H48: a line is received with one scan, and the server has it on the order")
  void aLineIsReceivedWithOneScan() {
    Hand ana = floor.hand(ShiftSite.ANA);
    Floor.until(ana, () -> orders(ana) > 0);
    assertEquals(Signal.ACCEPT, ana.scan("PO-1").signal(), ana.said());
    ana.effort();
    assertEquals(Signal.ACCEPT, ana.scan(ShiftSite.BOLT_CASE).signal(), ana.said());
    assertEquals(new Hand.Effort(1, 0), ana.effort());
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals(12, floor.there(ShiftSite.BOLT, Floor.DOCK));
    assertEquals(
        12,
        floor.number(
            "SELECT sum(l.received) FROM purchase_order_line l JOIN product p"
                + " ON p.id = l.product_id WHERE p.sku = 'BOLT-8'"));
    assertEquals(Signal.ACCEPT, ana.press(Key.UNDO).signal(), ana.said());
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals(0, floor.there(ShiftSite.BOLT, Floor.DOCK));
  }

  @Test
  @DisplayName(
      "H24: more than the order may get waits for a supervisor's badge and PIN, on the spot")
  void aSupervisorAllowsMoreOnTheSpot() {
    Hand ana = floor.hand(ShiftSite.ANA);
    Floor.until(ana, () -> orders(ana) > 0);
    ana.scan("PO-1");
    ana.keyed(12);
    assertEquals(Signal.ATTENTION, ana.scan(ShiftSite.NUT_EACH).signal(), ana.said());
    assertEquals(Signal.ATTENTION, ana.press(Key.INSIST).signal(), ana.said());
    assertEquals("Supervisor's badge", ana.instruction());
    assertEquals(Signal.REJECT, ana.scan(ShiftSite.NUT_EACH).signal(), ana.said());
    assertEquals(Signal.REJECT, ana.scan(ShiftSite.ANA.badge()).signal(), ana.said());
    assertEquals(Signal.REJECT, approve(ana, ShiftSite.BEN.badge(), ShiftSite.BEN.pin()).signal());
    assertEquals("Not allowed. Nothing was recorded.", ana.said());
    ana.press(Key.BACK);
    assertEquals(Signal.REJECT, approve(ana, ShiftSite.SUE.badge(), "000000").signal());
    assertEquals("Badge and PIN do not fit.", ana.said());
    assertEquals(0, ana.core().syncStatus().unsent());
    assertEquals(0, floor.there(ShiftSite.NUT, Floor.DOCK));
    ana.press(Key.BACK);
    assertEquals(
        Signal.DONE, approve(ana, ShiftSite.SUE.badge(), ShiftSite.SUE.pin()).signal(), ana.said());
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals(12, floor.there(ShiftSite.NUT, Floor.DOCK));
    assertEquals(
        1,
        floor.number(
            "SELECT count(*) FROM purchase_order_line WHERE over_allowed = 2"
                + " AND allowed_by = 'sue'"));
    assertEquals("ana", ana.core().signedIn().orElseThrow().operator().code());
    assertTrue(
        ana.core().history(9).stream().noneMatch(e -> e.toString().contains(ShiftSite.SUE.pin())));
    assertEquals(Signal.ACCEPT, ana.press(Key.UNDO).signal(), ana.said());
    Floor.settled(ana);
    assertEquals(0, floor.there(ShiftSite.NUT, Floor.DOCK));
  }

  private static Turn approve(Hand hand, String badge, String pin) {
    hand.scan(badge);
    for (int i = 0; i < pin.length(); i++) {
      hand.typed(pin.substring(i, i + 1));
    }
    return hand.press(Key.OK);
  }

  @Test
  @DisplayName("H22: the count in a code is what is received, of the content or of the lot")
  void countsInCodesAreReceived() {
    Hand ana = floor.hand(ShiftSite.ANA);
    Sku washers = office.product("OC-1", "Washer", "09506000111223");
    Floor.knows(ana, washers);
    ana.point("RECEIVE");
    assertEquals(Signal.ACCEPT, ana.scan("]C102095060001112233724").signal(), ana.said());
    String milk = "]C1010" + ShiftSite.MILK_EACH;
    assertEquals(Signal.ACCEPT, ana.scan(milk + "3050\u001d10L1").signal(), ana.said());
    assertEquals(Signal.ATTENTION, ana.scan(milk + "3750").signal(), ana.said());
    ana.press(Key.BACK);
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals(24, floor.there(washers, Floor.DOCK));
    assertEquals(50, floor.there(ShiftSite.MILK, Floor.DOCK));
    assertEquals(50, floor.number("SELECT sum(on_hand) FROM balance WHERE lot = 'L1'"));
  }

  @Test
  @DisplayName("H25: goods of another order of the supplier: three choices, nothing posted before")
  void goodsOfAnotherOrderAreAskedAbout() {
    Sku here = office.product("OT-1", "Oak", "B-OT-1");
    Sku there = office.product("OT-2", "Ash", "B-OT-2");
    office.supplier("SUP-OT");
    office.buy("PO-OT-1", "SUP-OT", here, 5);
    office.buy("PO-OT-2", "SUP-OT", there, 5);
    Hand ana = floor.hand(ShiftSite.ANA);
    Floor.knows(ana, there);
    Floor.until(ana, () -> orders(ana) >= 3);
    assertEquals(Signal.ACCEPT, ana.scan("PO-OT-1").signal(), ana.said());
    assertEquals(Signal.ATTENTION, ana.scan("B-OT-2").signal(), ana.said());
    List<Card.Action> answers = ana.card().question().orElseThrow().answers();
    assertEquals(3, answers.size(), answers::toString);
    assertEquals(0, ana.core().syncStatus().unsent());
    assertEquals(0, floor.number("SELECT count(*) FROM command WHERE device = ?", ana.name()));
    assertEquals(Signal.ACCEPT, ana.press(Key.USE_OTHER).signal(), ana.said());
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals(1, floor.there(there, Floor.DOCK));
    assertEquals(
        1,
        floor.number(
            "SELECT l.received FROM purchase_order_line l JOIN purchase_order o"
                + " ON o.id = l.purchase_order_id WHERE o.number = 'PO-OT-2'"));
  }

  private static int orders(Hand hand) {
    return hand.core().openOrders(ShiftSite.NORTH).size();
  }

  @Test
  @DisplayName("H48: a look-up costs one scan")
  void aLookUpCostsOneScan() {
    LocationCode bin = office.place("L-01", "bin");
    Sku sku = office.product("LU-1", "Lever", "B-LU-1");
    office.stock(sku, 7, bin);
    Hand ana = floor.hand(ShiftSite.ANA);
    Floor.sees(ana, sku, bin, 7);
    ana.effort();
    assertEquals(Signal.ACCEPT, ana.scan("B-LU-1").signal(), ana.said());
    assertEquals(new Hand.Effort(1, 0), ana.effort());
    assertEquals("Lever.", ana.said());
    assertTrue(ana.card().toString().contains("L-01"), () -> ana.card().toString());
  }

  @Test
  @DisplayName("H27: an unknown barcode that was linked works at the next scan, and elsewhere")
  void aLinkedBarcodeWorksEverywhere() {
    Sku sku = office.product("LN-1", "Latch", "B-LN-1");
    Hand sue = floor.hand(ShiftSite.SUE);
    Hand ben = floor.hand(ShiftSite.BEN);
    Floor.knows(sue, sku);
    Floor.knows(ben, sku);
    sue.point("RECEIVE");
    assertEquals(Signal.ATTENTION, sue.scan("NEW-LATCH-CODE").signal(), sue.said());
    Card.Action link =
        sue.card().question().orElseThrow().answers().stream()
            .filter(answer -> sue.say(answer.label()).contains("Link"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(sue.card().question()));
    sue.press(((Input.Press) link.input()).key());
    assertEquals(Signal.DONE, sue.scan("B-LN-1").signal(), sue.said());
    assertEquals(Signal.ACCEPT, sue.scan("NEW-LATCH-CODE").signal(), sue.said());
    Floor.settled(sue);
    assertEquals(List.of(), sue.core().attention());
    Floor.until(ben, () -> !ben.core().catalogue().byBarcode("NEW-LATCH-CODE").isEmpty());
    Floor.until(ben, () -> !Floor.desk(ben).balances().of(sku).isEmpty()); // what she received
    assertEquals("Latch.", said(ben, "NEW-LATCH-CODE"));
  }

  private static String said(Hand hand, String code) {
    hand.scan(code);
    return hand.said();
  }

  @Test
  @DisplayName("What was picked is packed, loaded and shipped")
  void whatWasPickedIsShipped() {
    LocationCode bin = office.place("X-01", "bin");
    Sku sku = office.product("SH-1", "Shelf", "B-SH-1");
    office.stock(sku, 5, bin);
    office.toPick("SO-X", Office.line(sku, 2));
    Hand ana = floor.hand(ShiftSite.ANA);
    Floor.until(
        ana,
        () -> Floor.desk(ana).work().picks().stream().anyMatch(pick -> pick.sku().equals(sku)));
    ana.point("PICK");
    ana.scan("SO-X");
    ana.scan(Floor.CART.code());
    ana.scan("X-01");
    ana.scan("B-SH-1");
    assertEquals(Signal.DONE, ana.scan("B-SH-1").signal(), ana.said());
    assertEquals(Signal.DONE, ana.scan(Floor.PACKING.code()).signal(), ana.said());
    Floor.settled(ana);
    Floor.until(
        ana,
        () -> Floor.desk(ana).work().tasks().stream().anyMatch(task -> task.kind().equals("pack")));
    ana.press(Key.BACK);
    ana.point("PACK");
    assertEquals(Signal.ACCEPT, ana.scan("SO-X").signal(), ana.said());
    assertEquals(Signal.ACCEPT, ana.press(Key.WITHOUT_DOCUMENT).signal(), ana.said());
    String plate = ana.said().substring("New package ".length(), ana.said().length() - 1);
    assertEquals(Signal.DONE, ana.press(Key.ALL).signal(), ana.said());
    ana.press(Key.DONE);
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    Floor.until(
        ana,
        () -> Floor.desk(ana).work().tasks().stream().anyMatch(task -> task.kind().equals("load")));
    ana.press(Key.BACK);
    ana.point("SHIP");
    assertEquals(Signal.ATTENTION, ana.scan(Floor.DOCK.code()).signal(), ana.said());
    assertEquals(Signal.ACCEPT, ana.press(Key.CONFIRM).signal(), ana.said());
    assertEquals(Signal.ACCEPT, ana.scan(plate).signal(), ana.said());
    assertEquals(Signal.ATTENTION, ana.press(Key.DONE).signal(), ana.said());
    assertEquals(Signal.DONE, ana.press(Key.CONFIRM).signal(), ana.said());
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals(
        3,
        floor.number(
            "SELECT sum(l.on_hand) FROM stock_level l JOIN product p ON p.id = l.product_id"
                + " WHERE p.sku = 'SH-1'"));
    String order = office.ask("/api/v1/orders/SO-X?warehouse=NORTH");
    assertTrue(order.contains("\"shipped\""), order);
  }
}
