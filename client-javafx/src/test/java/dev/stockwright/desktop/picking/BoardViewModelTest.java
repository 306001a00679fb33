package dev.stockwright.desktop.picking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.desktop.harness.Asked;
import dev.stockwright.desktop.harness.BoardGoods;
import dev.stockwright.desktop.harness.Floor;
import dev.stockwright.desktop.harness.Spoken;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.LiveRow;
import dev.stockwright.fx.harness.ManualDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardViewModelTest {
  private static final BoardState SHOWN = new BoardState.Shown(Floor.NOW, false);

  private final Asked asked = new Asked();
  private final BoardViewModel model =
      new BoardViewModel(asked, Spoken.english(), new ManualDelay());

  @BeforeEach
  void board() {
    model.person(BoardGoods.leader());
    model.tick(Floor.NOW, Optional.empty(), true);
    model.show(BoardGoods.orders(), SHOWN);
    asked.forget();
  }

  private List<String> numbers() {
    return model.rows().stream().map(row -> row.value().get().orElseThrow().number()).toList();
  }

  private void choose(String order) {
    model.select(Optional.of(order));
  }

  private Decision decision() {
    return model.decision().get().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "committed, 5, 0, 0, false, TO_RELEASE",
    "committed, 0, 0, 0, false, BLOCKED",
    "picking, 0, 5, 0, false, WAITING",
    "picking, 0, 5, 0, true, PICKING",
    "picking, 0, 5, 1, true, BLOCKED",
    "picking, 0, 0, 5, false, BLOCKED",
    "picking, 4, 0, 0, true, TO_RELEASE",
    "picking, 0, 0, 0, true, BLOCKED",
    "picked, 0, 0, 0, true, PICKED",
    "packed, 0, 0, 0, true, PACKED"
  })
  void whereAnOrderStands(
      String state, long unreleased, long open, long waiting, boolean begun, Stage stage) {
    assertEquals(stage, Stage.of(new Stage.Facts(state, unreleased, open, waiting, begun)));
  }

  @Test
  void ordersStandByTheirStageAndTheLatestFirst() {
    assertEquals(
        List.of(
            "SO-10041",
            "SO-10044",
            "SO-10045",
            "SO-10032",
            "SO-10037",
            "SO-10029",
            "SO-10033",
            "SO-10021",
            "SO-10026",
            "SO-10027",
            "SO-10018"),
        numbers());
  }

  @Test
  void theFiguresAreThoseOfAllOrdersWhateverIsShown() {
    model.typed('1');
    model.find("Voss");
    Totals totals = model.totals().get();
    assertEquals(11, totals.orders());
    assertEquals(3, totals.at(Stage.TO_RELEASE));
    assertEquals(1, totals.at(Stage.BLOCKED));
    assertEquals(3, totals.overdue());
    assertEquals(6, totals.missing());
    assertEquals(36, totals.linesOpen());
    assertEquals(List.of("SO-10045"), numbers());
  }

  @Test
  void digitsShowOneStageAndZeroAll() {
    model.typed('6');
    assertEquals(List.of("SO-10018"), numbers());
    model.typed('7');
    assertEquals(List.of("SO-10018"), numbers(), "there is no seventh");
    model.typed('0');
    assertEquals(11, numbers().size());
  }

  @Test
  void onlyWhatIsOverdueAndWhatBecomesSo() {
    model.typed('o');
    assertEquals(List.of("SO-10041", "SO-10029", "SO-10021"), numbers());
    model.tick(Floor.NOW.plus(Duration.ofMinutes(50)), Optional.empty(), true);
    assertTrue(numbers().contains("SO-10026"), numbers().toString());
    model.escape();
    assertEquals(11, numbers().size());
  }

  @Test
  void byWhoPicksAndByNobody() {
    model.typed('w');
    assertEquals(Optional.of("ana"), model.arrangement().get().picker());
    assertTrue(numbers().contains("SO-10021") && !numbers().contains("SO-10032"));
    model.typed('w');
    assertEquals(List.of("SO-10029", "SO-10033"), numbers(), "ben holds both");
    model.typed('w');
    assertEquals(
        List.of("SO-10041", "SO-10044", "SO-10045", "SO-10032", "SO-10037"), numbers(), "nobody");
    model.typed('w');
    assertEquals(11, numbers().size());
  }

  @Test
  void theFilterFindsCustomersPeopleAndWaves() {
    model.find(" sander ");
    assertEquals(List.of("SO-10037", "SO-10026"), numbers());
    model.find("BEN");
    assertEquals(List.of("SO-10029", "SO-10033"), numbers());
    model.find("wv-12");
    assertEquals(8, numbers().size());
  }

  @Test
  void anotherOrderOfTheRowsAndBack() {
    model.sort(BoardColumn.UNITS, true);
    assertEquals("SO-10037", numbers().getFirst());
    model.turnAround();
    assertEquals(List.of("SO-10026", "SO-10018", "SO-10027"), numbers().subList(0, 3));
    for (int i = 0; i < BoardColumn.values().length; i++) {
      model.sortByNext();
    }
    assertEquals(BoardColumn.UNITS, model.arrangement().get().sort());
  }

  @Test
  void anOrderThatMovesStaysChosenInItsRow() {
    choose("SO-10032");
    LiveRow<BoardOrder> row = model.rows().get(3);
    BoardOrder begun =
        BoardGoods.order("SO-10032", Stage.PICKING, "Hausmeisterdienst Nord", 1.5, 5, 12);
    List<BoardOrder> now =
        BoardGoods.orders().stream()
            .map(order -> order.number().equals("SO-10032") ? begun : order)
            .toList();
    model.show(now, SHOWN);
    assertEquals(Optional.of("SO-10032"), model.selected().get());
    assertEquals(row, model.rows().get(model.indexOfSelected()));
    assertEquals(Optional.of(begun), row.value().get());
    model.show(now.stream().filter(order -> !order.equals(begun)).toList(), SHOWN);
    assertEquals(Optional.empty(), model.selected().get(), "it has left");
  }

  @Test
  void markedOrdersAreReleasedAsOneWave() {
    choose("SO-10041");
    model.typed('m');
    choose("SO-10045");
    model.typed('m');
    model.typed('r');
    assertEquals(
        "Release 2 orders to pick: SO-10041, SO-10045", decision().scanned(), "both are named");
    model.typed('4');
    assertEquals(List.of("release SO-10041 SO-10045 by cluster"), asked.lines());
    assertTrue(model.decision().get().isEmpty());
  }

  @Test
  void whatIsReleasedIsNoLongerMarkedAndCannotBe() {
    choose("SO-10041");
    model.typed('m');
    choose("SO-10032");
    model.typed('m');
    assertTrue(model.notice().get().words().startsWith("SO-10032 has nothing to release"));
    assertEquals(Set.of("SO-10041"), model.marked().get());
    BoardOrder released = BoardGoods.order("SO-10041", Stage.WAITING, "Kramer", 1, 0, 18);
    model.show(List.of(released), SHOWN);
    assertEquals(Set.of(), model.marked().get());
  }

  @Test
  void theChosenOrderIsReleasedAsTheWarehouseHasItSet() {
    choose("SO-10044");
    model.typed('R');
    model.typed('1');
    assertEquals(List.of("release SO-10044"), asked.lines());
  }

  @Test
  void whatIsReleasedIsNotReleasedAgain() {
    choose("SO-10032");
    model.typed('r');
    assertTrue(model.decision().get().isEmpty());
    assertTrue(model.notice().get().refused());
    assertTrue(model.notice().get().words().startsWith("SO-10032 has nothing to release"));
    assertEquals(List.of(), asked.lines());
  }

  @Test
  void aWaveIsTakenBackWithAReason() {
    choose("SO-10032");
    model.typed('t');
    assertEquals("Take back wave WV-12 with 4 orders?", decision().scanned());
    model.typed('2');
    choose("SO-10044");
    model.typed('t');
    assertEquals(List.of("take back WV-12 wrong"), asked.lines());
    assertTrue(model.notice().get().words().startsWith("SO-10044 is in no wave"));
  }

  @Test
  void priorityAndCancelling() {
    choose("SO-10032");
    model.typed('p');
    model.typed('1');
    model.typed('x');
    model.typed('1');
    assertEquals(List.of("rank SO-10032 0", "cancel SO-10032 unwanted"), asked.lines());
  }

  @Test
  void aPickerIsAssignedAndTheTaskGivenBack() {
    choose("SO-10032");
    model.typed('a');
    assertEquals(
        List.of("ines", "ana", "ben"),
        decision().options().stream().map(Decision.Option::id).toList());
    model.typed('3');
    model.typed('g');
    assertEquals(List.of("assign SO-10032 to ben"), asked.lines());
    assertEquals("Nobody holds the task of SO-10032.", model.notice().get().words());
  }

  @Test
  void onlyWhoHoldsATaskHandsItOn() {
    choose("SO-10029");
    model.typed('a');
    assertTrue(model.notice().get().words().startsWith("SO-10029 is with ben. Only ben"));
    model.person(new Person("ben", false, List.of()));
    choose("SO-10029");
    model.typed('g');
    assertEquals(List.of("give back SO-10029"), asked.lines());
  }

  @Test
  void whoMayNotIsToldWhoMay() {
    model.person(BoardGoods.picker());
    choose("SO-10041");
    for (char key : List.of('r', 't', 'p', 'x')) {
      model.say(Notice.NONE);
      model.typed(key);
      assertTrue(model.notice().get().words().startsWith("Only a supervisor"), "" + key);
    }
    assertTrue(model.decision().get().isEmpty());
    assertEquals(List.of(), asked.lines());
  }

  @Test
  void withoutTheServerWhatIsKnownStaysAndNothingIsAskedFor() {
    BoardState.Old old = new BoardState.Old(Instant.EPOCH, Duration.ofMinutes(11));
    model.tick(Floor.NOW, Optional.of(old), false);
    model.unanswered();
    choose("SO-10041");
    for (char key : List.of('r', 't', 'p', 'x', 'a', 'g')) {
      model.say(Notice.NONE);
      model.typed(key);
      assertTrue(model.notice().get().words().startsWith("This needs the server"), "" + key);
    }
    assertEquals(11, numbers().size());
    assertEquals(Optional.of(old), model.old().get());
    assertEquals(SHOWN, model.state().get());
    assertEquals(List.of(), asked.lines());
  }

  @Test
  void aRefusalLeavesTheRowAndItsMark() {
    choose("SO-10041");
    model.typed('m');
    model.say(new Notice("SO-10041: no", true));
    model.show(BoardGoods.orders(), SHOWN);
    assertEquals(Optional.of("SO-10041"), model.selected().get());
    assertEquals(Set.of("SO-10041"), model.marked().get());
    assertEquals("SO-10041: no", model.notice().get().words());
  }

  @Test
  void theLinesOfAnOrderAreOpenedReadAndClosed() {
    choose("SO-10029");
    model.open();
    assertEquals(Opened.Progress.ASKING, model.opened().get().orElseThrow().progress());
    model.showLines("SO-10041", Optional.of(BoardGoods.lines()));
    assertEquals(List.of(), model.opened().get().orElseThrow().lines(), "of another order");
    model.showLines("SO-10029", Optional.of(BoardGoods.lines()));
    model.showLines("SO-10029", Optional.empty());
    assertEquals(BoardGoods.lines(), model.opened().get().orElseThrow().lines(), "they stay");
    model.reload();
    model.escape();
    assertTrue(model.opened().get().isEmpty());
    assertEquals(List.of("lines of SO-10029", "read board", "lines of SO-10029"), asked.lines());
  }

  @Test
  void escGoesBackStepByStep() {
    choose("SO-10041");
    model.typed('m');
    model.find("SO");
    model.typed('r');
    model.escape();
    assertTrue(model.decision().get().isEmpty() && !model.arrangement().get().text().isEmpty());
    model.escape();
    assertTrue(model.arrangement().get().text().isEmpty() && !model.marked().get().isEmpty());
    model.escape();
    assertTrue(model.marked().get().isEmpty() && model.selected().get().isPresent());
    model.escape();
    assertTrue(model.selected().get().isEmpty());
  }

  @Test
  void somebodyElseBeginsAnew() {
    choose("SO-10041");
    model.find("Voss");
    model.typed('r');
    model.person(BoardGoods.picker());
    assertEquals(11, numbers().size());
    assertTrue(model.decision().get().isEmpty() && model.selected().get().isEmpty());
  }
}
