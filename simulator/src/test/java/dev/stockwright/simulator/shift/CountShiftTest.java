package dev.stockwright.simulator.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.Hand;
import dev.stockwright.simulator.stack.Office;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
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

/// Bins are counted while work goes on.
@Execution(ExecutionMode.CONCURRENT) // waits more than it computes
@NullUnmarked // fields are set before all tests
class CountShiftTest {
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
    Sku made = office.product(sku, "Clamp " + sku, "B-" + sku);
    office.stock(made, units, bin);
    return made;
  }

  private static void waits(Hand hand, String count) {
    Floor.until(
        hand,
        () ->
            Floor.desk(hand).work().counts().stream()
                .anyMatch(sheet -> sheet.number().code().equals(count)));
  }

  private static long line(String bin, String columns) {
    return floor.number(
        "SELECT "
            + columns
            + " FROM count_line cl JOIN location l ON l.id = cl.location_id WHERE l.code = ?"
            + " ORDER BY cl.line DESC LIMIT 1",
        bin);
  }

  @Test
  @DisplayName("H30: the next location closes the bin, and nothing here is an explicit zero")
  void theNextLocationClosesTheBin() {
    LocationCode first = office.place("C-01", "bin");
    LocationCode second = office.place("C-02", "bin");
    Sku sku = stocked("CT-1", 3, first);
    office.count("CC-1", first, second);
    Hand cal = floor.hand(ShiftSite.CAL);
    Floor.knows(cal, sku);
    waits(cal, "CC-1");
    cal.scan("CC-1");
    cal.effort();
    assertEquals(Signal.ACCEPT, cal.scan("C-01").signal(), cal.said());
    cal.scan("B-CT-1");
    cal.scan("B-CT-1");
    assertEquals(Signal.DONE, cal.scan("C-02").signal(), cal.said());
    assertEquals(new Hand.Effort(4, 0), cal.effort());
    assertEquals(Signal.DONE, cal.press(Key.EMPTY).signal(), cal.said());
    Floor.settled(cal);
    assertEquals(List.of(), cal.core().attention());
    assertEquals(2, line("C-01", "counted"));
    assertEquals(-1, line("C-01", "variance"));
    assertEquals(
        1,
        floor.number(
            "SELECT count(*) FROM count_bin b JOIN location l ON l.id = b.location_id"
                + " WHERE l.code = 'C-02' AND b.state = 'counted' AND b.empty"));
    if (count("CC-1").contains("\"counting\"")) {
      cal.press(Key.DONE);
      Floor.settled(cal);
    }
    assertTrue(count("CC-1").contains("\"counted\""), count("CC-1"));
  }

  private static String count(String number) {
    return office.ask("/api/v1/counts/" + number + "?warehouse=NORTH");
  }

  @Test
  @DisplayName("H39: a counted scan is taken back on the server too")
  void aCountedScanIsTakenBack() {
    LocationCode bin = office.place("C-39", "bin");
    Sku sku = stocked("CT-39", 2, bin);
    office.count("CC-39", bin);
    Hand cal = floor.hand(ShiftSite.CAL);
    Floor.knows(cal, sku);
    waits(cal, "CC-39");
    cal.scan("CC-39");
    cal.scan("C-39");
    cal.scan("B-CT-39");
    cal.scan("B-CT-39");
    cal.scan("B-CT-39");
    assertEquals(Signal.ACCEPT, cal.press(Key.UNDO).signal(), cal.said());
    cal.press(Key.DONE);
    Floor.settled(cal);
    assertEquals(List.of(), cal.core().attention());
    assertEquals(2, line("C-39", "counted"));
    assertEquals(0, line("C-39", "variance"));
  }

  @Test
  @DisplayName("H33: a pick during a count makes no false variance")
  void aPickDuringACountMakesNoFalseVariance() {
    LocationCode bin = office.place("C-33", "bin");
    Sku sku = stocked("CT-33", 5, bin);
    office.count("CC-33", bin);
    Hand cal = floor.hand(ShiftSite.CAL);
    Floor.knows(cal, sku);
    waits(cal, "CC-33");
    cal.scan("CC-33");
    cal.scan("C-33");
    cal.scan("B-CT-33");
    cal.keyed(5);
    Floor.settled(cal);
    office.give(
        new MoveStock(
            ShiftSite.NORTH,
            sku,
            new Quantity(2),
            bin,
            Floor.CART,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    cal.press(Key.DONE);
    Floor.settled(cal);
    assertEquals(List.of(), cal.core().attention());
    assertEquals(5, line("C-33", "counted"));
    assertEquals(0, line("C-33", "variance"));
    assertEquals(3, floor.there(sku, bin));
  }

  @Test
  @DisplayName("H33: who picks from a bin that is counted makes no false variance")
  void aPickersPickDuringACountMakesNoFalseVariance() {
    LocationCode bin = office.place("C-34", "bin");
    Sku sku = stocked("CT-34", 5, bin);
    office.toPick("SO-34", Office.line(sku, 2));
    office.count("CC-34", bin);
    Hand ben = floor.hand(ShiftSite.BEN);
    Floor.knows(ben, sku);
    Floor.until(
        ben,
        () -> Floor.desk(ben).work().picks().stream().anyMatch(pick -> pick.sku().equals(sku)));
    ben.point("PICK");
    assertEquals(Signal.ACCEPT, ben.scan("SO-34").signal(), ben.said());
    if (ben.instruction().contains("cart")) { // goods of another pick are on it already
      assertEquals(Signal.ACCEPT, ben.scan(Floor.CART.code()).signal(), ben.said());
    }
    Hand cal = floor.hand(ShiftSite.CAL);
    Floor.knows(cal, sku);
    waits(cal, "CC-34");
    cal.scan("CC-34");
    cal.scan("C-34");
    cal.scan("B-CT-34");
    cal.keyed(5);
    Floor.settled(cal);

    assertEquals(Signal.ACCEPT, ben.scan("C-34").signal(), ben.said());
    assertEquals(Signal.ACCEPT, ben.scan("B-CT-34").signal(), ben.said());
    assertEquals(Signal.DONE, ben.scan("B-CT-34").signal(), ben.said());
    Floor.settled(ben);
    assertEquals(List.of(), ben.core().attention());
    assertEquals(3, floor.there(sku, bin));
    assertEquals(2, floor.there(sku, Floor.CART));

    cal.press(Key.DONE);
    Floor.settled(cal);
    assertEquals(List.of(), cal.core().attention());
    assertEquals(5, line("C-34", "counted"));
    assertEquals(0, line("C-34", "variance"));
    assertEquals(3, floor.there(sku, bin));
    if (count("CC-34").contains("\"counting\"")) {
      cal.press(Key.DONE);
      Floor.settled(cal);
    }
    assertEquals(3, floor.there(sku, bin), "what was picked is not put back by the count");
  }

  @Test
  @DisplayName("H31: a recount goes to another person, from zero")
  void aRecountGoesToAnotherPerson() {
    LocationCode bin = office.place("C-31", "bin");
    Sku sku = stocked("CT-31", 4, bin);
    office.count("CC-31", bin);
    Hand cal = floor.hand(ShiftSite.CAL);
    Floor.knows(cal, sku);
    waits(cal, "CC-31");
    cal.scan("CC-31");
    cal.scan("C-31");
    cal.scan("B-CT-31");
    cal.press(Key.DONE);
    Floor.settled(cal);
    if (count("CC-31").contains("\"counting\"")) {
      cal.press(Key.DONE);
      Floor.settled(cal);
    }
    assertTrue(count("CC-31").contains("\"counted\""), count("CC-31"));
    office.give(
        new CountCommand.RequestRecount(
            ShiftSite.NORTH, new Reference("CC-31"), List.of(bin), Optional.empty()));

    Hand ben = floor.hand(ShiftSite.BEN);
    Floor.knows(ben, sku);
    waits(ben, "CC-31");
    ben.point("COUNT");
    ben.scan("CC-31");
    assertEquals(Signal.ACCEPT, ben.scan("C-31").signal(), ben.said());
    assertTrue(ben.said().contains("again, from zero"), ben.said());
    assertFalse(ben.card().rows().toString().contains("CT-31"), "no earlier figures");
    ben.scan("B-CT-31");
    ben.keyed(4);
    ben.press(Key.DONE);
    Floor.settled(ben);
    assertEquals(List.of(), ben.core().attention());
    assertEquals(4, line("C-31", "counted"));
    assertEquals(0, line("C-31", "variance"));
  }

  @Test
  @DisplayName("H4, H42: what is counted in a dead spot is there once when the line is back")
  void countingInADeadSpot() {
    LocationCode bin = office.place("C-42", "bin");
    Sku sku = stocked("CT-42", 20, bin);
    office.count("CC-42", bin);
    ChaosProxy line = floor.line();
    Hand cal = floor.hand(ShiftSite.CAL, line);
    Floor.knows(cal, sku);
    waits(cal, "CC-42");
    cal.scan("CC-42");
    cal.scan("C-42");
    line.mode(ChaosProxy.Mode.LOSE_REPLIES);
    for (int i = 0; i < 10; i++) {
      cal.scan("B-CT-42");
    }
    line.mode(ChaosProxy.Mode.CUT);
    for (int i = 0; i < 10; i++) {
      cal.scan("B-CT-42");
    }
    cal.press(Key.DONE);
    line.mode(ChaosProxy.Mode.PASS);
    cal.core().tryNow();
    Floor.settled(cal);
    assertEquals(List.of(), cal.core().attention());
    assertEquals(20, line("C-42", "counted"));
  }
}
