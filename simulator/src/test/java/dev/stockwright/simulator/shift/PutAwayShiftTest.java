package dev.stockwright.simulator.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.PutAwayTask;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PlaceCommand;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.Hand;
import dev.stockwright.simulator.stack.Office;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Goods go from the dock into their bins.
@Execution(ExecutionMode.CONCURRENT) // waits more than it computes
@NullUnmarked // fields are set before all tests
class PutAwayShiftTest {
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

  private static Sku waiting(String sku, long units) {
    Sku made = office.product(sku, "Washer " + sku, "B-" + sku);
    office.stock(made, units, Floor.DOCK);
    open(made, units);
    return made;
  }

  private static void open(Sku sku, long units) {
    office.give(
        new PutAwayCommand.OpenPutAway(
            ShiftSite.NORTH,
            sku,
            Floor.DOCK,
            new Quantity(units),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static PutAwayTask task(Hand hand, Sku sku) {
    Floor.knows(hand, sku);
    Floor.until(hand, () -> found(hand, sku).isPresent());
    return found(hand, sku).orElseThrow();
  }

  private static Optional<PutAwayTask> found(Hand hand, Sku sku) {
    return Floor.desk(hand).work().putAways().stream()
        .filter(task -> task.sku().filter(sku::equals).isPresent())
        .findFirst();
  }

  @Test
  @DisplayName("H48: putting away costs 2 scans and no touch, and the server has it there")
  void putAwayCostsTwoScans() {
    Sku sku = waiting("PA-1", 5);
    Hand ana = floor.hand(ShiftSite.ANA);
    LocationCode bin = task(ana, sku).to().orElseThrow();
    ana.point("PUT_AWAY");
    ana.effort();
    ana.scan("B-PA-1");
    assertEquals(Signal.DONE, ana.scan(bin.code()).signal(), ana.said());
    assertEquals(new Hand.Effort(2, 0), ana.effort());
    Floor.settled(ana);
    assertEquals(5, floor.there(sku, bin));
    assertEquals(1, floor.tasks("put_away", "done", sku));
    assertEquals(0, ana.core().attention().size());
  }

  @Test
  @DisplayName("H35: of a cart of three, the bin that is scanned takes what is planned for it")
  void ofACartOfThreeTheBinTakesWhatIsPlanned() {
    List<Sku> skus = List.of(waiting("PA-35A", 2), waiting("PA-35B", 3), waiting("PA-35C", 4));
    Hand ana = floor.hand(ShiftSite.ANA);
    List<LocationCode> bins = skus.stream().map(sku -> task(ana, sku).to().orElseThrow()).toList();
    assertEquals(3, Set.copyOf(bins).size(), () -> "each has a bin of its own: " + bins);
    ana.point("PUT_AWAY");
    skus.forEach(sku -> assertEquals(Signal.ACCEPT, ana.scan("B-" + sku).signal(), ana.said()));
    ana.scan(bins.get(2).code());
    Floor.settled(ana);
    assertEquals(4, floor.there(skus.get(2), bins.get(2)));
    assertEquals(2, floor.there(skus.get(0), Floor.DOCK), "the others are in hand");
    assertEquals(3, floor.there(skus.get(1), Floor.DOCK));
    ana.scan(bins.get(0).code());
    ana.scan(bins.get(1).code());
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    for (int i = 0; i < skus.size(); i++) {
      assertEquals(i + 2, floor.there(skus.get(i), bins.get(i)));
      assertEquals(1, floor.tasks("put_away", "done", skus.get(i)));
    }
  }

  @Test
  @DisplayName("H12: a wrong location changes nothing and names the expected one")
  void aWrongLocationChangesNothing() {
    Sku sku = waiting("PA-12", 4);
    Hand ana = floor.hand(ShiftSite.ANA);
    LocationCode bin = task(ana, sku).to().orElseThrow();
    String wrong = bin.code().equals("B-06") ? "B-05" : "B-06";
    ana.point("PUT_AWAY");
    ana.scan("B-PA-12");
    assertEquals(Signal.REJECT, ana.scan(wrong).signal());
    assertEquals("That is " + wrong + ". Go to " + bin + ".", ana.said());
    Floor.settled(ana);
    assertEquals(4, floor.there(sku, Floor.DOCK));
    assertEquals(1, floor.tasks("put_away", "open", sku));
    ana.scan(bin.code());
    Floor.settled(ana);
    assertEquals(4, floor.there(sku, bin));
  }

  @Test
  @DisplayName("H13: a locked location is refused with reason and another; rescan does not help")
  void aLockedLocationIsRefused() {
    Sku sku = waiting("PA-13", 3);
    ManualSource clock = new ManualSource();
    Hand ana = floor.hand(ShiftSite.ANA, clock);
    LocationCode bin = task(ana, sku).to().orElseThrow();
    office.give(
        new PlaceCommand.LockLocation(
            ShiftSite.NORTH, bin, true, false, new ReasonCode("blocked")));
    try {
      Floor.until(
          ana,
          () -> ana.core().catalogue().place(ShiftSite.NORTH, bin).orElseThrow().gate().lockedIn());
      ana.point("PUT_AWAY");
      ana.scan("B-PA-13");
      for (int i = 0; i < 2; i++) {
        assertEquals(Signal.REJECT, ana.scan(bin.code()).signal());
        assertTrue(ana.said().startsWith(bin + " is locked (blocked)"), ana.said());
        assertTrue(ana.detail().startsWith("Use "), ana.detail());
        clock.pass(2);
      }
      Floor.settled(ana);
      assertEquals(3, floor.there(sku, Floor.DOCK));
    } finally {
      office.give(new PlaceCommand.UnlockLocation(ShiftSite.NORTH, bin));
    }
  }

  @Test
  @DisplayName("What was put away in a dead spot is recorded, though the bin was locked meanwhile")
  void whatHasHappenedIsRecordedThoughTheBinWasLockedMeanwhile() {
    Sku sku = waiting("PA-14", 3);
    ChaosProxy line = floor.line();
    Hand ana = floor.hand(ShiftSite.ANA, line);
    LocationCode bin = task(ana, sku).to().orElseThrow();
    ana.point("PUT_AWAY");
    ana.scan("B-PA-14");
    line.mode(ChaosProxy.Mode.CUT);
    office.give(
        new PlaceCommand.LockLocation(
            ShiftSite.NORTH, bin, true, false, new ReasonCode("blocked")));
    try {
      assertEquals(Signal.DONE, ana.scan(bin.code()).signal());
      line.mode(ChaosProxy.Mode.PASS);
      ana.core().tryNow();
      Floor.settled(ana);
      assertEquals(0, ana.core().attention().size());
      assertEquals(0, floor.there(sku, Floor.DOCK));
      assertEquals(3, floor.there(sku, bin));
    } finally {
      office.give(new PlaceCommand.UnlockLocation(ShiftSite.NORTH, bin));
    }
  }

  @Test
  @DisplayName("H13: what only the server knows comes back as refused, and the goods are in hand")
  void whatOnlyTheServerKnowsComesBack() {
    Sku sku = waiting("PA-15", 3);
    ChaosProxy line = floor.line();
    Hand ana = floor.hand(ShiftSite.ANA, line);
    LocationCode bin = task(ana, sku).to().orElseThrow();
    ana.point("PUT_AWAY");
    ana.scan("B-PA-15");
    line.mode(ChaosProxy.Mode.CUT);
    office.give(
        new MoveStock(
            ShiftSite.NORTH,
            sku,
            new Quantity(2),
            Floor.DOCK,
            new LocationCode("STAGE-1"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    assertEquals(Signal.DONE, ana.scan(bin.code()).signal(), ana.said());
    line.mode(ChaosProxy.Mode.PASS);
    ana.core().tryNow();
    Floor.until(ana, () -> ana.core().attention().size() == 1);
    assertEquals(1, floor.there(sku, Floor.DOCK));
    assertEquals(0, floor.there(sku, bin));
    Floor.until(ana, () -> ana.instruction().contains("bin"));
    assertEquals(Signal.REJECT, ana.scan(bin.code()).signal(), ana.said());
  }

  @Test
  @DisplayName("H20: an expired lot is not put to sellable stock; quarantine is offered")
  void anExpiredLotGoesToQuarantine() {
    Sku sku = office.perishable("PA-20", "Yoghurt", "B-PA-20");
    LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(3);
    office.stock(sku, 6, Floor.DOCK, "OLD", yesterday);
    office.give(
        new PutAwayCommand.OpenPutAway(
            ShiftSite.NORTH,
            sku,
            Floor.DOCK,
            new Quantity(6),
            Optional.of(new LotCode("OLD")),
            Optional.empty(),
            Optional.empty()));
    Hand ana = floor.hand(ShiftSite.ANA);
    PutAwayTask task = task(ana, sku);
    Floor.sees(ana, sku, Floor.DOCK, 6);
    ana.point("PUT_AWAY");
    assertEquals(Signal.ATTENTION, ana.scan("B-PA-20").signal(), ana.said());
    assertTrue(ana.said().contains("expired"), ana.said());
    assertTrue(
        ana.card().question().orElseThrow().answers().stream()
            .anyMatch(answer -> ana.say(answer.label()).contains("quarantine")),
        () -> ana.card().question().toString());
    ana.press(Key.OK);
    Floor.settled(ana);
    assertEquals(
        6,
        floor.number(
            "SELECT coalesce(sum(b.on_hand), 0) FROM balance b JOIN product p"
                + " ON p.id = b.product_id WHERE p.sku = ? AND b.condition = 'hold'",
            sku.code()),
        () -> task + " " + ana.core().attention());
  }

  @Test
  @DisplayName("H39: undo of a put-away restores stock and task, on line and off line")
  void undoRestoresStockAndTask() {
    Sku sku = waiting("PA-39", 7);
    ChaosProxy line = floor.line();
    Hand ana = floor.hand(ShiftSite.ANA, line);
    for (boolean online : new boolean[] {true, false}) {
      LocationCode bin = task(ana, sku).to().orElseThrow();
      ana.point("PUT_AWAY");
      ana.scan("B-PA-39");
      assertEquals(Signal.DONE, ana.scan(bin.code()).signal(), ana.said());
      if (online) {
        Floor.settled(ana);
        assertEquals(7, floor.there(sku, bin));
        // The task of the next round is the one that comes back, not the one of before.
        Floor.until(ana, () -> found(ana, sku).isEmpty());
      } else {
        line.mode(ChaosProxy.Mode.CUT);
      }
      assertEquals(Signal.ACCEPT, ana.press(Key.UNDO).signal(), ana.said());
      line.mode(ChaosProxy.Mode.PASS);
      ana.core().tryNow();
      Floor.settled(ana);
      assertEquals(0, ana.core().attention().size(), () -> ana.core().attention().toString());
      assertEquals(7, floor.there(sku, Floor.DOCK));
      assertEquals(1, floor.tasks("put_away", "open", sku));
      ana.press(Key.BACK);
    }
  }
}
