package dev.stockwright.simulator.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.protocol.Wire;
import dev.stockwright.simulator.offline.Told;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.Hand;
import dev.stockwright.simulator.stack.Office;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Half an hour off line with work of every kind, done by scans.
@Execution(ExecutionMode.CONCURRENT) // waits more than it computes
@NullUnmarked // fields are set before all tests
class MixedShiftTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final int SECONDS_BETWEEN = 6;
  private static final int ROUNDS = 2;
  private static final int PICKS = 8;

  private static Floor floor;
  private static Office office;

  private final ManualSource clock = new ManualSource(HALF_HOUR.negated());
  private final Told told = new Told();
  private Hand ana;

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
  @DisplayName("H42: 200 mixed operations of 30 minutes off line are applied once, and say by whom")
  void halfAnHourOffLine() {
    LocationCode bin = prepared();
    ChaosProxy line = floor.line();
    ana = floor.hand(ShiftSite.ANA, line, clock);
    ana.core().onOutbox(told);
    knowsAll();
    line.mode(ChaosProxy.Mode.CUT);
    Floor.until(ana, () -> !ana.core().syncStatus().online());
    int before = told.recorded();
    for (int round = 1; round <= ROUNDS; round++) {
      receives(34);
      counts("Q-C" + round, 20);
      moves(15);
      putsAway(bin, 10);
      packs(13);
      adjusts(round, 5);
      picks(PICKS / ROUNDS);
    }
    int done = told.recorded() - before;
    assertTrue(done >= 200, () -> done + " operations");
    assertEquals(done, ana.core().syncStatus().unsent());

    cutAndLose(line);
    ana.core().tryNow();
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertTrue(line.swallowed() > 0, "no answer was lost, so nothing was tried");
    Floor.until(ana, told::settled); // it hears of the last ones a moment later
    assertEquals(List.of(), floor.complaints(told, ana));
    assertAllIsThere(bin);
    Floor.until(ana, () -> floor.differences(ana).isEmpty());
    assertEveryChangeNamesItsOrigin();
  }

  /// X5: what is asked from outside, of everything that somebody did who was off line.
  private void assertEveryChangeNamesItsOrigin() {
    List<Map<String, Object>> movements = new ArrayList<>();
    Optional<Object> next = Optional.of("");
    while (next.isPresent()) {
      String after = next.get().toString().isEmpty() ? "" : "&after=" + next.get();
      Map<String, Object> page =
          json(office.ask("/api/v1/movements?device=" + ana.name() + "&limit=100" + after));
      movements.addAll(list(page, "items"));
      next = Optional.ofNullable(page.get("next"));
    }
    assertTrue(movements.size() > 100, () -> movements.size() + " movements");
    for (Map<String, Object> movement : movements) {
      assertEquals("ana", movement.get("by"), movement::toString);
      assertEquals(ana.name(), movement.get("device"), movement::toString);
      for (String field : List.of("at", "occurred_at", "reason", "scan", "command_id")) {
        assertTrue(movement.containsKey(field), () -> field + " of " + movement);
      }
    }
    assertFiguresLeadToThem(movements);
  }

  /// Who asks why a figure is as it is gets the numbers of these movements.
  private static void assertFiguresLeadToThem(List<Map<String, Object>> movements) {
    List<Map<String, Object>> rings =
        movements.stream().filter(each -> "Q-R".equals(each.get("sku"))).toList();
    String last =
        rings.stream().map(each -> each.get("at").toString()).max(String::compareTo).orElseThrow();
    Map<String, Object> why =
        json(office.ask("/api/v1/explain/on_hand?warehouse=NORTH&sku=Q-R&limit=500&time=" + last));
    assertEquals(
        rings.stream().map(each -> each.get("n")).collect(Collectors.toSet()),
        list(why, "reasons").stream().map(each -> each.get("n")).collect(Collectors.toSet()),
        why::toString);
  }

  @SuppressWarnings("unchecked") // what JSON objects are read as
  private static List<Map<String, Object>> list(Map<String, Object> page, String name) {
    return (List<Map<String, Object>>) page.get(name);
  }

  private static Map<String, Object> json(String text) {
    return Wire.jsonb().type(Object.class).map().fromJson(text);
  }

  private static void assertAllIsThere(LocationCode bin) {
    Sku received = new Sku("Q-R");
    assertEquals(68, floor.there(received, Floor.DOCK));
    assertEquals(20, floor.number(counted(), "Q-C1"));
    assertEquals(20, floor.number(counted(), "Q-C2"));
    assertEquals(30, floor.there(new Sku("Q-M"), new LocationCode("Q-M2")));
    assertEquals(20, floor.there(new Sku("Q-P"), bin));
    assertEquals(26, floor.number("SELECT sum(packed) FROM transfer_line"));
    assertEquals(10, floor.number("SELECT count(*) FROM adjustment WHERE state = 'waiting'"));
    for (int i = 0; i < PICKS; i++) {
      assertEquals(1, floor.there(new Sku("Q-K" + i), Floor.CART));
    }
  }

  private static String counted() {
    return "SELECT sum(counted) FROM count_line cl JOIN location l ON l.id = cl.location_id"
        + " WHERE l.code = ?";
  }

  /// What there is to do; the bin for what is to be put away.
  private static LocationCode prepared() {
    Sku received = office.product("Q-R", "Ring", "B-Q-R");
    office.supplier("SUP-Q");
    office.buy("PO-Q", "SUP-Q", received, 500);
    LocationCode first = stocked("Q-C", 40, "Q-C1");
    office.count("CC-Q1", first);
    LocationCode second = office.place("Q-C2", "bin");
    office.stock(new Sku("Q-C"), 20, second);
    office.count("CC-Q2", second);
    stocked("Q-M", 60, "Q-M1");
    office.place("Q-M2", "bin");
    stocked("Q-T", 60, "Q-T1");
    stocked("Q-A", 500, "Q-A1");
    for (int i = 0; i < PICKS; i++) {
      stocked("Q-K" + i, 3, "K-" + i);
    }
    office.toPick(
        "SO-Q",
        IntStream.range(0, PICKS)
            .mapToObj(i -> Office.line(new Sku("Q-K" + i), 1))
            .toArray(OrderCommand.Line[]::new));
    floor.transfer("TR-Q", new Sku("Q-T"), 40);
    Sku put = office.product("Q-P", "Plug", "B-Q-P");
    office.stock(put, 30, Floor.DOCK);
    office.give(
        new PutAwayCommand.OpenPutAway(
            ShiftSite.NORTH,
            put,
            Floor.DOCK,
            new Quantity(30),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    return new LocationCode(
        floor.text("SELECT to_place FROM task WHERE kind = 'put_away' AND state = 'open'"));
  }

  private static LocationCode stocked(String sku, long units, String bin) {
    LocationCode at = office.place(bin, "bin");
    office.stock(office.product(sku, "Part " + sku, "B-" + sku), units, at);
    return at;
  }

  private void knowsAll() {
    Floor.knows(ana, new Sku("Q-P"));
    Floor.until(
        ana,
        () ->
            ana.core().openOrders(ShiftSite.NORTH).size() >= 2
                && Floor.desk(ana).work().counts().size() == 2
                && Floor.desk(ana).work().picks().size() == PICKS
                && Floor.desk(ana).work().putAways().size() == 1
                && Floor.desk(ana).work().transfers().stream()
                    .anyMatch(transfer -> transfer.number().code().equals("TR-Q")));
    Floor.sees(ana, new Sku("Q-P"), Floor.DOCK, 30);
    home("PICK"); // a new pick is taken from the server
    ok("SO-Q");
    ok(Floor.CART.code());
    Floor.settled(ana);
    Floor.until(
        ana,
        () ->
            Floor.desk(ana).work().tasks().stream()
                .anyMatch(task -> task.heldBy().filter(by -> by.code().equals("ana")).isPresent()));
  }

  private void home(String next) {
    for (int i = 0; i < 5 && ana.view().back(); i++) {
      ana.press(Key.BACK);
    }
    ana.point(next);
  }

  private void ok(String code) {
    clock.pass(SECONDS_BETWEEN);
    Signal signal = ana.scan(code).signal();
    assertTrue(signal == Signal.ACCEPT || signal == Signal.DONE, () -> code + ": " + ana.said());
  }

  private void each(String code, int times) {
    for (int i = 0; i < times; i++) {
      ok(code);
    }
  }

  private void receives(int times) {
    home("RECEIVE");
    ok("PO-Q");
    each("B-Q-R", times);
  }

  private void counts(String bin, int times) {
    home("COUNT");
    ok("CC-Q" + bin.charAt(bin.length() - 1));
    ok(bin);
    each("B-Q-C", times);
    ana.press(Key.DONE);
  }

  private void moves(int times) {
    home("MOVE");
    for (int i = 0; i < times; i++) {
      ok("Q-M1");
      ok("B-Q-M");
      ok("Q-M2");
    }
  }

  private void putsAway(LocationCode bin, int times) {
    home("PUT_AWAY");
    ok("B-Q-P");
    for (int i = 0; i < times; i++) {
      ana.keyed(1);
      ok(bin.code());
    }
  }

  private void packs(int times) {
    home("TRANSFER");
    ok("TR-Q");
    ok("Q-T1");
    each("B-Q-T", times);
  }

  private void adjusts(int round, int times) {
    for (int i = 0; i < times; i++) {
      home("ADJUST");
      ok("Q-A1");
      ok("B-Q-A");
      ana.press(Key.SET_TO);
      ana.keyed(490 - round * 10L - i);
      String reason =
          ana.card().rows().stream()
              .flatMap(row -> row.input().stream())
              .filter(Input.Because.class::isInstance)
              .map(input -> ((Input.Because) input).reason())
              .filter(code -> !code.equals("other"))
              .findFirst()
              .orElseThrow(() -> new AssertionError(ana.card()));
      ana.because(reason);
      assertEquals(Signal.DONE, ana.press(Key.OK).signal(), ana.said());
    }
  }

  private void picks(int times) {
    home("PICK");
    ok("SO-Q");
    for (int i = 0; i < times; i++) {
      String bin = ana.card().plate().orElseThrow().code();
      ok(bin);
      ok("B-Q-" + bin.replace("-", ""));
    }
  }

  /// A batch gets through, its answer is lost, the line is cut in the middle of another.
  private void cutAndLose(ChaosProxy line) {
    for (int round = 0; round < 3; round++) {
      loseAnAnswer(line);
      line.mode(ChaosProxy.Mode.CUT);
      Waiting.pass(Duration.ofMillis(50));
      line.mode(ChaosProxy.Mode.PASS);
      Waiting.pass(Duration.ofMillis(60));
    }
    loseAnAnswer(line);
    line.mode(ChaosProxy.Mode.CUT);
    line.mode(ChaosProxy.Mode.PASS);
  }

  private void loseAnAnswer(ChaosProxy line) {
    long before = line.swallowed();
    line.mode(ChaosProxy.Mode.LOSE_REPLIES);
    ana.core().tryNow();
    Floor.until(ana, () -> line.swallowed() > before || ana.core().syncStatus().unsent() == 0);
  }
}
