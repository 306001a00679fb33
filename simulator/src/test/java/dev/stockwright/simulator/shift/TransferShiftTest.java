package dev.stockwright.simulator.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.TransferSheet;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.Hand;
import dev.stockwright.simulator.stack.Office;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Goods leave one warehouse and come to the other.
@Execution(ExecutionMode.CONCURRENT) // waits more than it computes
@NullUnmarked // fields are set before all tests
class TransferShiftTest {
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
  @DisplayName("H36: a unit that is not on it is not posted; the rest as shipped is marked")
  void theRestAsShippedIsMarked() {
    Sku sku = onUnits("TF-1", "T-01", "LP-71", "LP-72");
    floor.transfer("TR-36", sku, 10);
    Hand ana = floor.hand(ShiftSite.ANA);
    packed(ana, "TR-36", "LP-71", "LP-72");
    Hand sue = floor.hand(ShiftSite.SUE, ShiftSite.EAST);
    comes(sue, "TR-36");
    sue.point("TRANSFER");
    sue.effort();
    assertEquals(Signal.ACCEPT, sue.scan("LP-71").signal(), sue.said());
    assertEquals(new Hand.Effort(1, 0), sue.effort());
    Floor.settled(sue);
    assertEquals(5, inEast(sku));

    assertEquals(Signal.REJECT, sue.scan("LP-99").signal(), sue.said());
    assertEquals(Signal.ATTENTION, sue.scan("]C100340123450000000017").signal(), sue.said());
    assertEquals("340123450000000017 is not on TR-36.", sue.said());
    assertEquals(Signal.ACCEPT, sue.press(Key.SET_ASIDE).signal(), sue.said());
    Floor.settled(sue);
    assertEquals(5, inEast(sku), "nothing was posted");

    assertEquals(Signal.DONE, sue.press(Key.AS_SENT).signal(), sue.said());
    Floor.settled(sue);
    assertEquals(List.of(), sue.core().attention());
    assertEquals(10, inEast(sku));
    String transfer = office.ask("/api/v1/transfers/TR-36");
    assertTrue(transfer.contains("unverified lines 1"), transfer);
    assertEquals(
        5,
        floor.number(
            "SELECT sum(m.quantity) FROM movement m JOIN product p ON p.id = m.product_id"
                + " WHERE p.sku = 'TF-1' AND m.reason = 'transfer_unverified'"),
        "what was scanned is not marked");
  }

  @Test
  @DisplayName("H42: what arrives in a dead spot of the other site is received once")
  void whatArrivesInADeadSpotIsReceivedOnce() {
    Sku sku = onUnits("TF-2", "T-02", "LP-81", "LP-82");
    floor.transfer("TR-42", sku, 10);
    Hand ana = floor.hand(ShiftSite.ANA);
    packed(ana, "TR-42", "LP-81", "LP-82");
    ChaosProxy line = floor.line();
    Hand ben = floor.hand(ShiftSite.BEN, ShiftSite.EAST, line);
    comes(ben, "TR-42");
    ben.point("TRANSFER");
    line.mode(ChaosProxy.Mode.LOSE_REPLIES);
    assertEquals(Signal.ACCEPT, ben.scan("LP-81").signal(), ben.said());
    line.mode(ChaosProxy.Mode.CUT);
    assertEquals(Signal.REJECT, ben.scan("LP-81").signal(), "it was received already");
    assertEquals(Signal.DONE, ben.scan("LP-82").signal(), ben.said());
    line.mode(ChaosProxy.Mode.PASS);
    ben.core().tryNow();
    Floor.settled(ben);
    assertEquals(List.of(), ben.core().attention());
    assertEquals(10, inEast(sku));
    assertEquals(2, movementsTo(sku));
    assertTrue(office.ask("/api/v1/transfers/TR-42").contains("\"received\""));
  }

  @Test
  @DisplayName("What comes damaged is set apart, and what is missing is explained")
  void whatIsDamagedAndWhatIsMissing() {
    LocationCode bin = office.place("T-03", "bin");
    Sku sku = office.product("TF-3", "Tile", "B-TF-3");
    office.stock(sku, 5, bin);
    floor.transfer("TR-50", sku, 5);
    Hand ana = floor.hand(ShiftSite.ANA);
    Floor.sees(ana, sku, bin, 5);
    Floor.until(ana, () -> transfer(ana, "TR-50").isPresent());
    ana.point("TRANSFER");
    ana.scan("TR-50");
    ana.scan("T-03");
    ana.keyed(5);
    assertEquals(Signal.DONE, ana.scan("B-TF-3").signal(), ana.said());
    shipped(ana);

    Hand ben = floor.hand(ShiftSite.BEN, ShiftSite.EAST);
    comes(ben, "TR-50");
    ben.point("TRANSFER");
    assertEquals(Signal.ACCEPT, ben.scan("TR-50").signal(), ben.said());
    ben.keyed(2);
    assertEquals(Signal.ACCEPT, ben.scan("B-TF-3").signal(), ben.said());
    ben.press(Key.DAMAGED);
    assertEquals(Signal.ACCEPT, ben.scan("B-TF-3").signal(), ben.said());
    assertEquals(Signal.ATTENTION, ben.press(Key.DONE).signal(), ben.said());
    assertEquals(Signal.DONE, ben.press(Key.CONFIRM).signal(), ben.said());
    Floor.settled(ben);
    assertEquals(List.of(), ben.core().attention());
    assertEquals(2, line("TR-50", "good"));
    assertEquals(1, line("TR-50", "damaged"));
    assertEquals(2, line("TR-50", "in_transit"));
    assertEquals(1, floor.tasks("check", "open", sku), "the sender looks what has left");

    Hand sue = floor.hand(ShiftSite.SUE);
    Floor.until(sue, () -> transfer(sue, "TR-50").filter(of -> state(of, "short")).isPresent());
    sue.point("TRANSFER");
    assertEquals(Signal.ACCEPT, sue.scan("TR-50").signal(), sue.said());
    assertEquals(Signal.ATTENTION, sue.because("lost").signal(), sue.said());
    assertEquals(Signal.DONE, sue.press(Key.CONFIRM).signal(), sue.said());
    Floor.settled(sue);
    assertEquals(List.of(), sue.core().attention());
    assertEquals(0, line("TR-50", "in_transit"));
    assertTrue(office.ask("/api/v1/transfers/TR-50").contains("\"closed\""));
  }

  /// A new product, five pieces on each of these units.
  private static Sku onUnits(String code, String bin, String... units) {
    LocationCode at = office.place(bin, "bin");
    Sku sku = office.product(code, "Tray " + code, "B-" + code);
    for (String unit : units) {
      office.give(
          new ReceiveGoods(
              ShiftSite.NORTH,
              sku,
              new Quantity(5),
              Optional.of(at),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(new HandlingUnit(unit)),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }
    return sku;
  }

  private static Optional<TransferSheet> transfer(Hand hand, String number) {
    return Floor.desk(hand).work().transfers().stream()
        .filter(each -> each.number().code().equals(number))
        .findFirst();
  }

  private static boolean state(TransferSheet transfer, String state) {
    return transfer.state().equals(state);
  }

  private static void comes(Hand hand, String number) {
    Floor.until(hand, () -> transfer(hand, number).filter(of -> state(of, "shipped")).isPresent());
  }

  /// Units are packed by a scan each, and leave.
  private static void packed(Hand hand, String number, String... units) {
    Floor.until(hand, () -> transfer(hand, number).isPresent());
    Floor.until(
        hand,
        () ->
            Arrays.stream(units)
                .allMatch(
                    unit ->
                        Floor.desk(hand).balances().all().stream()
                            .anyMatch(pile -> pile.unit().filter(named(unit)).isPresent())));
    hand.point("TRANSFER");
    hand.scan(number);
    for (String unit : units) {
      assertEquals(Signal.ACCEPT, hand.scan(unit).signal(), hand.said());
    }
    shipped(hand);
  }

  private static Predicate<HandlingUnit> named(String code) {
    return unit -> unit.code().equals(code);
  }

  private static void shipped(Hand hand) {
    assertEquals(Signal.ATTENTION, hand.press(Key.DONE).signal(), hand.said());
    assertEquals(Signal.DONE, hand.press(Key.CONFIRM).signal(), hand.said());
    Floor.settled(hand);
    assertEquals(List.of(), hand.core().attention());
  }

  private static long inEast(Sku sku) {
    return floor.number(
        "SELECT coalesce(sum(s.on_hand), 0) FROM stock_level s"
            + " JOIN product p ON p.id = s.product_id JOIN warehouse w ON w.id = s.warehouse_id"
            + " WHERE p.sku = ? AND w.code = 'EAST'",
        sku.code());
  }

  private static long movementsTo(Sku sku) {
    return floor.number(
        "SELECT count(*) FROM movement m JOIN product p ON p.id = m.product_id"
            + " JOIN warehouse w ON w.id = m.warehouse_id"
            + " WHERE p.sku = ? AND w.code = 'EAST' AND m.level_after > m.level_before",
        sku.code());
  }

  private static long line(String transfer, String column) {
    return floor.number(
        "SELECT "
            + column
            + " FROM transfer_line l JOIN transfer t ON t.id = l.transfer_id WHERE t.number = ?",
        transfer);
  }
}
