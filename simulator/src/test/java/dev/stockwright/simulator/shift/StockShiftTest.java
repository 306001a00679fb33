package dev.stockwright.simulator.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.Hand;
import dev.stockwright.simulator.stack.Office;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

/// Goods are moved, figures are put right, steps are taken back, and what was refused is settled.
@Execution(ExecutionMode.CONCURRENT) // waits more than it computes
@NullUnmarked // fields are set before all tests
class StockShiftTest {
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
    Sku made = office.product(sku, "Hinge " + sku, "B-" + sku);
    office.stock(made, units, bin);
    return made;
  }

  @Test
  @DisplayName("H48: a move costs 3 scans")
  void aMoveCostsThreeScans() {
    LocationCode from = office.place("M-01", "bin");
    LocationCode to = office.place("M-02", "bin");
    Sku sku = stocked("MV-1", 5, from);
    Hand ana = floor.hand(ShiftSite.ANA);
    Floor.sees(ana, sku, from, 5);
    ana.point("MOVE");
    ana.effort();
    ana.scan("M-01");
    ana.scan("B-MV-1");
    assertEquals(Signal.DONE, ana.scan("M-02").signal(), ana.said());
    assertEquals(new Hand.Effort(3, 0), ana.effort());
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals(1, floor.there(sku, to));
    assertEquals(4, floor.there(sku, from));
  }

  @Test
  @DisplayName("H4: twenty scans are all handled, in order, while the server answers after 2 s")
  void twentyScansWhileTheServerIsSlow() {
    List<LocationCode> bins = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      bins.add(office.place("S-0" + i, "bin"));
    }
    Sku sku = stocked("MV-4", 1, bins.getFirst());
    ChaosProxy line = floor.line();
    Hand ana = floor.hand(ShiftSite.ANA, line);
    Floor.sees(ana, sku, bins.getFirst(), 1);
    ana.point("MOVE");
    line.mode(ChaosProxy.Mode.LATE);
    // One piece goes from bin to bin: only in this order can it.
    for (int i = 0; i < 7; i++) {
      assertEquals(Signal.ACCEPT, scanned(ana, bins.get(i).code()), ana.said());
      assertEquals(Signal.ACCEPT, scanned(ana, "B-MV-4"), ana.said());
      assertEquals(Signal.DONE, scanned(ana, bins.get(i + 1).code()), ana.said());
    }
    assertTrue(ana.core().syncStatus().unsent() > 0, "the server was not slow");
    line.mode(ChaosProxy.Mode.PASS);
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals(1, floor.there(sku, bins.getLast()));
    assertEquals(
        8,
        floor.number(
            "SELECT count(*) FROM movement m JOIN product p ON p.id = m.product_id"
                + " WHERE p.sku = 'MV-4'"),
        "the receipt and seven moves");
  }

  private static Signal scanned(Hand hand, String code) {
    Waiting.pass(Duration.ofMillis(60));
    return hand.scan(code).signal();
  }

  @Test
  @DisplayName("H39: undo of a move is a reversing movement, on line and off line")
  void undoOfAMove() {
    LocationCode from = office.place("M-39", "bin");
    LocationCode to = office.place("M-40", "bin");
    Sku sku = stocked("MV-39", 5, from);
    ChaosProxy line = floor.line();
    Hand ana = floor.hand(ShiftSite.ANA, line);
    Floor.sees(ana, sku, from, 5);
    ana.point("MOVE");
    for (boolean online : new boolean[] {true, false}) {
      if (!online) {
        line.mode(ChaosProxy.Mode.CUT);
      }
      ana.scan("M-39");
      ana.scan("B-MV-39");
      ana.keyed(3);
      assertEquals(Signal.DONE, ana.scan("M-40").signal(), ana.said());
      if (online) {
        Floor.settled(ana);
        assertEquals(3, floor.there(sku, to));
        Floor.sees(ana, sku, to, 3);
      }
      assertEquals(Signal.ACCEPT, ana.press(Key.UNDO).signal(), ana.said());
      line.mode(ChaosProxy.Mode.PASS);
      ana.core().tryNow();
      Floor.settled(ana);
      assertEquals(List.of(), ana.core().attention());
      assertEquals(0, floor.there(sku, to));
      assertEquals(5, floor.there(sku, from));
      Floor.sees(ana, sku, from, 5);
      ana.press(Key.BACK);
      ana.press(Key.BACK);
    }
    assertEquals(
        2,
        floor.number(
            "SELECT count(*) FROM movement m JOIN product p ON p.id = m.product_id"
                + " WHERE p.sku = 'MV-39' AND m.reverses_n IS NOT NULL"));
  }

  @Test
  @DisplayName("H37: no adjustment without a reason; above the limit it is pending")
  void anAdjustmentAboveTheLimitIsPending() {
    LocationCode bin = office.place("J-01", "bin");
    Sku sku = stocked("AJ-1", 24, bin);
    Hand ana = floor.hand(ShiftSite.ANA);
    Floor.sees(ana, sku, bin, 24);
    proposed(ana, "J-01", "B-AJ-1");
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals(24, floor.there(sku, bin), "a worker's waits for approval");
    assertEquals(1, adjustments(sku, "waiting"));

    Hand sue = floor.hand(ShiftSite.SUE);
    Floor.sees(sue, sku, bin, 24);
    proposed(sue, "J-01", "B-AJ-1");
    Floor.settled(sue);
    assertEquals(22, floor.there(sku, bin), "a supervisor's is within the limit");
    assertEquals(1, adjustments(sku, "applied"));
  }

  @Test
  @DisplayName("H39: undo takes an adjustment back, on line and off line, applied or waiting")
  void undoOfAnAdjustment() {
    LocationCode bin = office.place("J-39", "bin");
    Sku sku = stocked("AJ-39", 24, bin);
    for (ShiftSite.Worker who : List.of(ShiftSite.SUE, ShiftSite.BEN)) {
      ChaosProxy line = floor.line();
      Hand hand = floor.hand(who, line);
      Floor.sees(hand, sku, bin, 24);
      for (boolean online : new boolean[] {true, false}) {
        line.mode(online ? ChaosProxy.Mode.PASS : ChaosProxy.Mode.CUT);
        proposed(hand, "J-39", "B-AJ-39");
        if (online) {
          Floor.settled(hand);
          Floor.sees(hand, sku, bin, who.equals(ShiftSite.SUE) ? 22 : 24);
        }
        assertEquals(Signal.ACCEPT, hand.press(Key.UNDO).signal(), hand.said());
        assertEquals("Hinge AJ-39: -2 at J-39 is taken back.", hand.said());
        line.mode(ChaosProxy.Mode.PASS);
        hand.core().tryNow();
        Floor.settled(hand);
        assertEquals(List.of(), hand.core().attention());
        assertEquals(24, floor.there(sku, bin));
        Floor.sees(hand, sku, bin, 24);
        for (int back = 0; back < 6; back++) {
          hand.press(Key.BACK);
        }
      }
    }
    assertEquals(4, adjustments(sku, "undone"));
    assertEquals(
        2,
        floor.number(
            "SELECT count(*) FROM movement m JOIN product p ON p.id = m.product_id"
                + " WHERE p.sku = 'AJ-39' AND m.reverses_n IS NOT NULL"),
        "a supervisor's were applied, a worker's waited");
  }

  private static long adjustments(Sku sku, String state) {
    return floor.number(
        "SELECT count(*) FROM adjustment a JOIN product p ON p.id = a.product_id"
            + " WHERE p.sku = ? AND a.state = ? AND a.change = -2",
        sku.code(),
        state);
  }

  private static void proposed(Hand hand, String bin, String barcode) {
    hand.point("ADJUST");
    hand.scan(bin);
    assertEquals(Signal.ACCEPT, hand.scan(barcode).signal(), hand.said());
    assertEquals(Signal.ACCEPT, hand.press(Key.SET_TO).signal(), hand.said());
    assertEquals(Signal.ACCEPT, hand.keyed(22).signal(), hand.said());
    assertEquals(Signal.REJECT, hand.press(Key.OK).signal(), "without a reason");
    String reason =
        hand.card().rows().stream()
            .flatMap(row -> row.input().stream())
            .filter(Input.Because.class::isInstance)
            .map(Input.Because.class::cast)
            .map(Input.Because::reason)
            .filter(code -> !code.equals("other"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(hand.card()));
    assertEquals(Signal.ACCEPT, hand.because(reason).signal(), hand.said());
    assertEquals(Signal.DONE, hand.press(Key.OK).signal(), hand.said());
  }

  @Test
  @DisplayName("H44: what is refused says why, can be sent again or given up, and stays till then")
  void whatIsRefusedStaysUntilSomebodyDecides() {
    LocationCode from = office.place("M-44", "bin");
    LocationCode to = office.place("M-45", "bin");
    Sku sku = stocked("MV-44", 2, from);
    Hand ana = floor.hand(ShiftSite.ANA);
    refused(ana, sku, from, to);
    ana.shift().openSync();
    assertEquals(1, ana.card().rows().size());
    String why = ana.say(ana.card().rows().getFirst().head());
    assertTrue(why.contains("MV-44") && why.contains("M-44"), why);
    String id = ana.core().attention().getFirst().envelope().id().toString();

    ana.point(id);
    assertEquals(
        List.of("Send again", "Send to a supervisor", "It happened all the same", "Give it up"),
        ana.card().question().orElseThrow().answers().stream()
            .map(answer -> ana.say(answer.label()))
            .toList());
    ana.press(Key.AGAIN);
    Floor.settled(ana);
    Floor.until(ana, () -> ana.core().attention().size() == 1);
    ana.shift().openSync();
    ana.point(ana.core().attention().getFirst().envelope().id().toString());
    ana.press(Key.DISCARD);
    assertEquals(1, ana.core().attention().size(), "not without a reason");
    ana.because("WHY_NOT_HAPPENED");
    assertEquals(List.of(), ana.core().attention());
    assertEquals(0, floor.there(sku, to));
  }

  @Test
  @DisplayName("H44: what is sent to a supervisor stays until it is settled; the device hears how")
  void whatIsSentToASupervisorIsSettledByThem() {
    LocationCode from = office.place("M-46", "bin");
    LocationCode to = office.place("M-47", "bin");
    Hand ana = floor.hand(ShiftSite.ANA);
    CommandId recorded = referred(ana, stocked("MV-46", 2, from), from, to);
    office.give(new ReferralCommand.RecordReferral(ShiftSite.NORTH, recorded));
    Floor.until(ana, () -> ana.core().attention().isEmpty());
    Floor.until(ana, () -> ana.said().endsWith("recorded your refused step."));
    assertEquals(2, floor.there(new Sku("MV-46"), to));
    assertEquals(
        1,
        floor.number(
            "SELECT count(*) FROM movement m JOIN referral r ON r.recorded_as = m.command_id"
                + " WHERE r.refused = '"
                + recorded
                + "' AND m.author = 'ana' AND r.note = 'It stands there'"));

    CommandId rejected = referred(ana, stocked("MV-47", 2, from), from, to);
    office.give(new ReferralCommand.RejectReferral(ShiftSite.NORTH, rejected, "It was put back"));
    Floor.until(ana, () -> ana.core().attention().isEmpty());
    Floor.until(ana, () -> ana.said().endsWith("did not record your step."));
    assertEquals("It was put back", ana.detail());
    assertEquals(0, floor.there(new Sku("MV-47"), to));
  }

  /// Refused work that was sent to a supervisor, with a note.
  private static CommandId referred(Hand hand, Sku sku, LocationCode from, LocationCode to) {
    refused(hand, sku, from, to);
    CommandId id = hand.core().attention().getFirst().envelope().id();
    hand.shift().openSync();
    hand.point(id.toString());
    hand.press(Key.REFER);
    assertEquals(1, hand.core().syncStatus().refused(), "not before it is sent");
    hand.shift().give(new Input.Typed("It stands there"));
    assertEquals("Sent to the supervisors.", hand.said());
    assertEquals(0, hand.core().syncStatus().refused(), "nobody here has to do anything");
    String since = hand.card().rows().getFirst().detail().map(hand::say).orElseThrow();
    assertTrue(since.startsWith("With the supervisor since"), since);
    Floor.settled(hand);
    assertEquals(
        List.of(id), hand.core().attention().stream().map(entry -> entry.envelope().id()).toList());
    hand.press(Key.BACK);
    return id;
  }

  /// A move of goods that somebody else has taken meanwhile.
  private static void refused(Hand hand, Sku sku, LocationCode from, LocationCode to) {
    Floor.sees(hand, sku, from, 2);
    hand.point("MOVE");
    assertEquals(Signal.ACCEPT, hand.scan(from.code()).signal(), hand.said());
    assertEquals(Signal.ACCEPT, hand.scan("B-" + sku).signal(), hand.said());
    assertEquals(Signal.ACCEPT, hand.keyed(2).signal(), hand.said());
    office.give(move(sku, from, new LocationCode("A-01"), 2));
    assertEquals(Signal.DONE, hand.scan(to.code()).signal(), hand.said());
    Floor.until(hand, () -> hand.core().attention().size() == 1);
    Floor.until(
        hand, () -> hand.view().said().filter(turn -> turn.signal() == Signal.SYSTEM).isPresent());
  }

  private static MoveStock move(Sku sku, LocationCode from, LocationCode to, long units) {
    return new MoveStock(
        ShiftSite.NORTH,
        sku,
        new Quantity(units),
        from,
        to,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  @DisplayName("H48: a look-up stays true while others work, and tells what moved last")
  void aLookUpFollows() {
    LocationCode from = office.place("LK-01", "bin");
    LocationCode to = office.place("LK-02", "bin");
    Sku sku = stocked("LK-1", 5, from);
    Sku other = stocked("LK-2", 5, from);
    ChaosProxy line = floor.line();
    Hand ana = floor.hand(ShiftSite.ANA, line);
    Floor.sees(ana, sku, from, 5);
    Floor.sees(ana, other, from, 5);
    ana.core().onCatalogue(ana.shift()::show);
    ana.scan("B-LK-1");
    Floor.until(ana, () -> lines(ana).contains("Supplier to LK-01 : 5"));
    office.give(move(sku, from, to, 2));
    Floor.until(ana, () -> lines(ana).contains("LK-01 to LK-02 : 2"));
    assertTrue(lines(ana).contains("LK-02 : 2"), () -> "where it lies is old: " + lines(ana));
    line.mode(ChaosProxy.Mode.CUT);
    Floor.until(ana, () -> !ana.core().syncStatus().online());
    ana.scan("B-LK-2");
    assertEquals(
        "What moved last is shown on line.", ana.card().hint().map(ana::say).orElse("nothing"));
    ana.scan("B-LK-1");
    assertTrue(lines(ana).contains("LK-01 to LK-02 : 2"), "what was told stays");
    office.give(move(sku, to, from, 2));
    line.mode(ChaosProxy.Mode.PASS);
    ana.core().tryNow();
    Floor.until(ana, () -> lines(ana).contains("LK-02 to LK-01 : 2"));
    ana.scan("B-LK-2");
    Floor.until(ana, () -> lines(ana).contains("Supplier to LK-01 : 5"));
    assertEquals(Optional.empty(), ana.card().hint());
  }

  private static List<String> lines(Hand hand) {
    return hand.card().rows().stream()
        .map(row -> hand.say(row.head()) + " : " + row.value().map(hand::say).orElse(""))
        .toList();
  }
}
