package dev.stockwright.desktop.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.desktop.harness.Asked;
import dev.stockwright.desktop.harness.Spoken;
import dev.stockwright.desktop.lists.ListRow.Cell;
import dev.stockwright.desktop.look.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListsViewModelTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:42:00Z");
  private static final ListsViewModel.State SHOWN = new ListsViewModel.State.Shown(NOW, false);

  private final Asked asked = new Asked();
  private final ListsViewModel model = new ListsViewModel(asked, Spoken.english());

  /// A row with the words of the first columns; the rest is empty.
  private static ListRow row(ListKind kind, String id, Cell... cells) {
    List<Cell> all = new ArrayList<>(List.of(cells));
    while (all.size() < kind.columns().size()) {
      all.add(Cell.of(""));
    }
    return new ListRow(id, all);
  }

  private static ListRow transfer(String id, String from, String to, String state, long units) {
    return row(
        ListKind.TRANSFERS,
        id,
        Cell.of(id),
        Cell.of(from),
        Cell.of(to),
        Cell.of(state),
        Cell.of(Long.toString(units), units));
  }

  private static ListRow variance(String id, long variance) {
    return row(
        ListKind.VARIANCES,
        id,
        Cell.of("C-1"),
        Cell.of("A-01"),
        Cell.of("Hex bolt M8"),
        Cell.of("10", 10),
        Cell.of("4", 4),
        Cell.of(Long.toString(variance), variance));
  }

  private void transfers() {
    model.kind().set(ListKind.TRANSFERS);
    model.show(
        ListKind.TRANSFERS,
        List.of(
            transfer("T-2", "EAST", "WEST", "Shipped", 100),
            transfer("T-1", "EAST", "NORTH", "Packed", 9),
            transfer("T-3", "WEST", "EAST", "Packed", 20)),
        SHOWN);
  }

  private List<String> ids() {
    return model.rows().stream().map(ListRow::id).toList();
  }

  private void exceptions() {
    model.supervisor().set(true);
    model.kind().set(ListKind.REFERRALS);
    ListRow refused =
        row(
            ListKind.REFERRALS,
            "R-1",
            Cell.of("10:42"),
            Cell.of("move stock"),
            Cell.of("Only 4 left."),
            Cell.of("They stand there"),
            Cell.of("wim"));
    model.show(ListKind.REFERRALS, List.of(refused), SHOWN);
    model.select(Optional.of("R-1"));
    asked.forget();
  }

  @Test
  void refusedWorkIsOpenedAndRecorded() {
    exceptions();
    model.open();
    Decision decision = model.decision().get().orElseThrow();
    assertEquals("move stock, by wim", decision.scanned());
    assertEquals("Only 4 left. They stand there", decision.reason());
    model.typed('1');
    assertEquals(List.of("record R-1"), asked.lines());
    assertTrue(model.decision().get().isEmpty());
  }

  @Test
  void refusedWorkIsRejectedWithAReason() {
    exceptions();
    model.typed('r');
    model.typed('3');
    assertEquals(List.of("reject R-1 It did not happen"), asked.lines());
  }

  @Test
  void onlyASupervisorDecidesAboutRefusedWork() {
    exceptions();
    model.supervisor().set(false);
    model.typed('a');
    model.typed('1');
    assertTrue(model.decision().get().isEmpty());
    assertTrue(asked.lines().stream().noneMatch(line -> line.startsWith("record")));
  }

  @Test
  void figuresAreSortedAsFiguresAndTheChosenRowStays() {
    transfers();
    model.select(Optional.of("T-1"));
    model.sort(Optional.of("in_transit"), false);
    assertEquals(List.of("T-1", "T-3", "T-2"), ids());
    model.turnAround();
    assertEquals(List.of("T-2", "T-3", "T-1"), ids());
    assertEquals(Optional.of("T-1"), model.selected().get());
    model.sort(Optional.empty(), true);
    assertEquals(List.of("T-2", "T-1", "T-3"), ids());
  }

  @Test
  void theKeyGoesThroughTheColumnsAndBackToTheServersOrder() {
    transfers();
    for (int i = 0; i < ListKind.TRANSFERS.columns().size(); i++) {
      model.sortByNext();
    }
    assertEquals(Optional.of("who"), model.layout().get().sort());
    model.sortByNext();
    assertEquals(Optional.empty(), model.layout().get().sort());
  }

  @Test
  void theFilterLooksIntoEveryColumnAndSaysWhatItLeavesOut() {
    transfers();
    assertEquals("3 rows", model.count().get());
    model.filter().set(" north ");
    assertEquals(List.of("T-1"), ids());
    assertEquals("1 of 3", model.count().get());
    model.escape();
    assertEquals(3, ids().size());
  }

  @Test
  void aRowThatIsGoneIsNoLongerChosen() {
    transfers();
    model.select(Optional.of("T-3"));
    model.show(ListKind.TRANSFERS, List.of(transfer("T-1", "EAST", "NORTH", "Packed", 9)), SHOWN);
    assertEquals(Optional.empty(), model.selected().get());
  }

  @Test
  void whatWasThereStaysWhenTheServerDoesNotAnswer() {
    transfers();
    model.unanswered(ListKind.TRANSFERS);
    assertEquals(3, ids().size());
    assertEquals(new ListsViewModel.State.Unanswered(), model.state().get());
  }

  @Test
  void newMovementsComeOnTopOnceAndOnlyIntoAListThatIsThere() {
    ListRow first = row(ListKind.MOVEMENTS, "1", Cell.of("10:40"));
    ListRow second = row(ListKind.MOVEMENTS, "2", Cell.of("10:41"));
    model.kind().set(ListKind.MOVEMENTS);
    model.prepend(ListKind.MOVEMENTS, List.of(first), NOW);
    assertEquals(List.of(), ids());
    model.show(ListKind.MOVEMENTS, List.of(first), SHOWN);
    model.select(Optional.of("1"));
    model.prepend(ListKind.MOVEMENTS, List.of(second, first), NOW);
    assertEquals(List.of("2", "1"), ids());
    assertEquals(Optional.of("1"), model.selected().get());
  }

  @Test
  void everyListIsReadWhenItComesToTheFront() {
    model.typed('3');
    model.typed('2');
    model.typed('9');
    model.reload();
    assertEquals(
        List.of("read VARIANCES", "read MOVEMENTS", "read REFERRALS", "read REFERRALS"),
        asked.lines());
  }

  @Test
  void aVarianceIsApprovedWithAReasonByWhoMay() {
    model.kind().set(ListKind.VARIANCES);
    model.show(ListKind.VARIANCES, List.of(variance("C-1/1", -6)), SHOWN);
    model.reasons(
        List.of(
            new ListsViewModel.Reason("lost", "Lost"),
            new ListsViewModel.Reason("found", "Found")));
    model.moveSelection(1);
    asked.forget();
    model.typed('a');
    model.typed('1');
    assertEquals(List.of("read TASKS"), asked.lines(), "a worker decides nothing");
    model.kind().set(ListKind.VARIANCES);
    model.moveSelection(1);
    asked.forget();
    model.supervisor().set(true);
    model.typed('a');
    assertEquals("Hex bolt M8: -6", model.decision().get().orElseThrow().scanned());
    model.typed('2');
    model.typed('r');
    assertEquals(List.of("approve C-1/1 found", "recount C-1/1"), asked.lines());
  }

  @Test
  void theQuestionIsTakenBackByEsc() {
    model.kind().set(ListKind.VARIANCES);
    model.show(ListKind.VARIANCES, List.of(variance("C-1/1", 2)), SHOWN);
    model.reasons(List.of(new ListsViewModel.Reason("found", "Found")));
    model.supervisor().set(true);
    model.moveSelection(1);
    asked.forget();
    model.askApprove();
    model.escape();
    model.answer(1);
    assertEquals(List.of(), asked.lines());
  }

  @Test
  void everyPersonFindsTheirListsAsTheyLeftThem() {
    model.show("ana");
    model.kind().set(ListKind.TRANSFERS);
    model.sort(Optional.of("state"), true);
    Map<String, Double> widths = new LinkedHashMap<>();
    ListKind.TRANSFERS.columns().reversed().forEach(column -> widths.put(column.id(), 90.0));
    model.widths(widths);
    Map<String, String> kept = model.layouts();

    ListsViewModel again = new ListsViewModel(asked, Spoken.english());
    again.startWith(kept);
    again.kind().set(ListKind.TRANSFERS);
    again.show("ben");
    assertEquals(ListLayout.NONE, again.layout().get());
    again.show("ana");
    assertEquals(Optional.of("state"), again.layout().get().sort());
    assertTrue(again.layout().get().descending());
    assertEquals(List.copyOf(widths.keySet()), List.copyOf(again.layout().get().widths().keySet()));
  }

  @Test
  void aDamagedLayoutIsAsAtFirst() {
    assertEquals(ListLayout.NONE, ListLayout.of("", ListKind.TASKS));
    assertEquals(
        ListLayout.NONE, ListLayout.of("colour number:wide taste:12 kind:99999", ListKind.TASKS));
  }
}
