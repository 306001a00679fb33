package dev.stockwright.simulator.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.simulator.stack.Hand;
import dev.stockwright.simulator.stack.Office;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Goods are taken out of their bins for orders.
@Execution(ExecutionMode.CONCURRENT) // waits more than it computes
@NullUnmarked // fields are set before all tests
class PickShiftTest {
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

  private static Sku stocked(String sku, long units, LocationCode bin) {
    Sku made = office.product(sku, "Screw " + sku, "B-" + sku);
    office.stock(made, units, bin);
    return made;
  }

  /// Somebody who has the pick of the order and a cart, and goes to the first bin.
  private static Hand picking(ShiftSite.Worker who, String order, Sku... skus) {
    Hand hand = floor.hand(who);
    for (Sku sku : skus) {
      Floor.until(
          hand,
          () -> Floor.desk(hand).work().picks().stream().anyMatch(pick -> pick.sku().equals(sku)));
    }
    hand.point("PICK");
    assertEquals(Signal.ACCEPT, hand.scan(order).signal(), hand.said());
    if (hand.instruction().contains("cart")) { // goods of another pick are on it already
      assertEquals(Signal.ACCEPT, hand.scan(Floor.CART.code()).signal(), hand.said());
    }
    hand.effort();
    return hand;
  }

  private static long onCart(Sku sku) {
    return floor.there(sku, Floor.CART);
  }

  private static String order(String number) {
    return office.ask("/api/v1/orders/" + number + "?warehouse=NORTH");
  }

  @Test
  @DisplayName("H48: a single pick costs 2 scans; brought to the packing place the order is picked")
  void aSinglePickCostsTwoScans() {
    LocationCode bin = office.place("P-01", "bin");
    Sku sku = stocked("PK-1", 9, bin);
    office.toPick("SO-1", Office.line(sku, 1));
    Hand ana = picking(ShiftSite.ANA, "SO-1", sku);
    ana.scan("P-01");
    assertEquals(Signal.DONE, ana.scan("B-PK-1").signal(), ana.said());
    assertEquals(new Hand.Effort(2, 0), ana.effort());
    Floor.settled(ana);
    assertEquals(1, onCart(sku));
    assertEquals(Signal.DONE, ana.scan(Floor.PACKING.code()).signal(), ana.said());
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals(1, floor.there(sku, Floor.PACKING));
    assertEquals(8, floor.there(sku, bin));
    assertTrue(order("SO-1").contains("\"picked\""), order("SO-1"));
  }

  @Test
  @DisplayName("H15: a wrong item leaves the quantity, and both items are named")
  void aWrongItemLeavesTheQuantity() {
    LocationCode bin = office.place("P-15", "bin");
    Sku sku = stocked("PK-15", 6, bin);
    Sku other = stocked("PK-15X", 6, bin);
    office.toPick("SO-15", Office.line(sku, 2));
    Hand ana = picking(ShiftSite.ANA, "SO-15", sku);
    Floor.knows(ana, other);
    ana.scan("P-15");
    assertEquals(Signal.REJECT, ana.scan("B-PK-15X").signal());
    assertEquals("That is Screw PK-15X, expected Screw PK-15.", ana.said());
    Floor.settled(ana);
    assertEquals(0, onCart(sku) + onCart(other));
    assertEquals(12, floor.there(sku, bin) + floor.there(other, bin));
    Floor.until(
        ana,
        () ->
            floor.number(
                    "SELECT count(*) FROM mismatch WHERE noted_by = 'ana' AND activity = 'pick'"
                        + " AND document = 'SO-15' AND mistaken = 'product'"
                        + " AND expected = 'PK-15' AND scanned = 'PK-15X'")
                == 1);
    assertTrue(office.ask("/api/v1/mismatches?warehouse=NORTH").contains("PK-15X"));
  }

  @Test
  @DisplayName("H17: a short pick is looked at, counted away, and comes from elsewhere")
  void aShortPickComesFromElsewhere() {
    LocationCode bin = office.place("P-17", "bin");
    LocationCode next = office.place("P-18", "bin");
    Sku sku = stocked("PK-17", 6, bin);
    office.toPick("SO-17", Office.line(sku, 6));
    office.stock(sku, 20, next);
    Hand ana = picking(ShiftSite.ANA, "SO-17", sku);
    ana.scan("P-17");
    ana.scan("B-PK-17");
    assertEquals(Signal.ATTENTION, ana.press(Key.SHORT).signal(), ana.said());
    assertEquals(Signal.REJECT, ana.because("no-such-reason").signal());
    assertEquals(Signal.ATTENTION, ana.press(Key.OK).signal(), ana.said());
    assertEquals(Signal.DONE, ana.press(Key.OK).signal(), ana.said());
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals(
        0,
        floor.number(
            "SELECT count(*) FROM task WHERE place = 'P-17' AND document = 'pick'"
                + " AND kind IN ('zero_check', 'count') AND state IN ('open', 'leased')"),
        "the look was answered");
    assertEquals(
        1,
        floor.number(
            "SELECT count(*) FROM count_line cl JOIN location l ON l.id = cl.location_id"
                + " WHERE l.code = 'P-17' AND cl.variance = -5 AND cl.state = 'open'"));
    Floor.until(
        ana,
        () ->
            Floor.desk(ana).work().picks().stream()
                .anyMatch(pick -> pick.location().equals(Optional.of(next))));
    office.toPick("SO-18", Office.line(sku, 15));
    assertEquals(
        0,
        floor.number(
            "SELECT count(*) FROM pick p JOIN location l ON l.id = p.location_id"
                + " WHERE l.code = 'P-17' AND p.state = 'open'"),
        "nobody is sent to a bin that was found empty");
    ana.scan("P-18");
    ana.press(Key.ALL);
    assertEquals(Signal.DONE, ana.scan("B-PK-17").signal(), ana.said());
    ana.scan(Floor.PACKING.code());
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals(6, floor.there(sku, Floor.PACKING));
  }

  @Test
  @DisplayName("H17: a bin that is not empty is counted, and its goods wait for that")
  void aBinThatIsNotEmptyIsCounted() {
    LocationCode bin = office.place("P-27", "bin");
    Sku sku = stocked("PK-27", 4, bin);
    office.toPick("SO-27", Office.line(sku, 4));
    Hand ana = picking(ShiftSite.ANA, "SO-27", sku);
    ana.scan("P-27");
    ana.press(Key.SHORT);
    ana.press(Key.OK);
    assertEquals(Signal.DONE, ana.press(Key.OCCUPIED).signal(), ana.said());
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals(
        1,
        floor.number(
            "SELECT count(*) FROM count_bin b JOIN location l ON l.id = b.location_id"
                + " WHERE l.code = 'P-27' AND b.state = 'open'"));
    assertEquals(
        0,
        floor.number(
            "SELECT count(*) FROM task WHERE place = 'P-27' AND document = 'pick'"
                + " AND kind IN ('zero_check', 'count') AND state IN ('open', 'leased')"));
    assertTrue(order("SO-27").contains("back_order"), order("SO-27"));
  }

  @Test
  @DisplayName("H18: a skipped line comes back at the end, and nothing ends while it is open")
  void aSkippedLineComesBack() {
    Sku first = stocked("PK-181", 3, office.place("P-31", "bin"));
    Sku second = stocked("PK-182", 3, office.place("P-32", "bin"));
    office.toPick("SO-31", Office.line(first, 1), Office.line(second, 1));
    Hand ana = picking(ShiftSite.ANA, "SO-31", first, second);
    String skipped = ana.card().title().toString();
    assertEquals(Signal.ATTENTION, ana.press(Key.SKIP).signal(), skipped);
    ana.press(Key.OK);
    assertEquals(Signal.REJECT, ana.press(Key.DONE).signal());
    ana.scan("P-32");
    assertEquals(Signal.DONE, ana.scan("B-PK-182").signal(), ana.said());
    assertEquals(Signal.REJECT, ana.press(Key.DONE).signal());
    ana.scan("P-31");
    assertEquals(Signal.DONE, ana.scan("B-PK-181").signal(), ana.said());
    ana.scan(Floor.PACKING.code());
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertTrue(order("SO-31").contains("\"picked\""), order("SO-31"));
  }

  @Test
  @DisplayName("H20: an expired lot is not picked; it is put on hold")
  void anExpiredLotIsNotPicked() {
    LocationCode bin = office.place("P-20", "bin");
    Sku sku = office.perishable("PK-20", "Quark", "B-PK-20");
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    office.stock(sku, 4, bin, "OLD", today.minusDays(3));
    office.stock(sku, 4, bin, "NEW", today.plusDays(30));
    office.toPick("SO-20", Office.line(sku, 2));
    Hand ana = picking(ShiftSite.ANA, "SO-20", sku);
    Floor.sees(ana, sku, bin, 8);
    ana.scan("P-20");
    assertEquals(Signal.REJECT, ana.scan("B-PK-20").signal(), ana.said());
    assertEquals(Signal.ATTENTION, ana.scan("OLD").signal(), ana.said());
    assertTrue(ana.said().contains("expired"), ana.said());
    assertEquals(Signal.ACCEPT, ana.press(Key.OK).signal(), ana.said());
    ana.scan("NEW");
    assertEquals(Signal.DONE, ana.scan("NEW").signal(), ana.said());
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals(2, onCart(sku));
    assertEquals(
        4,
        floor.number(
            "SELECT sum(b.on_hand) FROM balance b JOIN product p ON p.id = b.product_id"
                + " WHERE p.sku = 'PK-20' AND b.lot = 'OLD' AND b.condition = 'hold'"));
  }

  @Test
  @DisplayName("H44: a pick that another took first is refused, and the picker chooses again")
  void aPickThatAnotherTookFirst() {
    Sku sku = stocked("PK-44", 3, office.place("P-44", "bin"));
    office.toPick("SO-44", Office.line(sku, 1));
    Hand ana = floor.hand(ShiftSite.ANA);
    Hand ben = floor.hand(ShiftSite.BEN);
    for (Hand hand : List.of(ana, ben)) {
      Floor.until(
          hand,
          () -> Floor.desk(hand).work().picks().stream().anyMatch(pick -> pick.sku().equals(sku)));
      hand.point("PICK");
    }
    ana.scan("SO-44");
    ben.scan("SO-44");
    Floor.settled(ana);
    Floor.settled(ben);
    List<Hand> late =
        List.of(ana, ben).stream()
            .filter(hand -> !hand.core().attention().isEmpty() || hand.said().contains("with"))
            .toList();
    assertEquals(1, late.size(), () -> ana.said() + " | " + ben.said());
    Hand loser = late.getFirst();
    Floor.until(loser, () -> loser.instruction().contains("pick"));
    assertEquals(Card.Means.SCAN, loser.card().prompt().means());
    assertEquals(Signal.REJECT, loser.scan(Floor.CART.code() + "X").signal());
  }

  @Test
  @DisplayName("A task is kept while somebody works on it")
  void aTaskIsKeptWhileSomebodyWorksOnIt() {
    Sku sku = stocked("PK-50", 3, office.place("P-50", "bin"));
    office.toPick("SO-50", Office.line(sku, 1));
    Hand ana = picking(ShiftSite.ANA, "SO-50", sku);
    Reference task =
        Floor.desk(ana).work().tasks().stream()
            .filter(one -> one.reference().equals("SO-50") || one.reference().equals("W-SO-50"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(Floor.desk(ana).work().tasks()))
            .number();
    Floor.until(
        ana,
        () ->
            Floor.desk(ana).work().tasks().stream()
                .anyMatch(one -> one.number().equals(task) && one.heldBy().isPresent()));
    String until = "SELECT extract(epoch FROM lease_until) * 1000 FROM task WHERE number = ?";
    long before = floor.number(until, task.code());
    ana.shift().tick();
    Floor.until(ana, () -> floor.number(until, task.code()) > before);
    assertEquals(List.of(), ana.core().attention());
    assertTrue(office.tell(new TaskCommand.KeepTask(ShiftSite.NORTH, task)).contains("task_taken"));
  }
}
