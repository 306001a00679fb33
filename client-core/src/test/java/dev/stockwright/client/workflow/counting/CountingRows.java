package dev.stockwright.client.workflow.counting;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.counting.CountingSite.A1;
import static dev.stockwright.client.workflow.counting.CountingSite.A2;
import static dev.stockwright.client.workflow.counting.CountingSite.BADGE;
import static dev.stockwright.client.workflow.counting.CountingSite.DRILL_9;
import static dev.stockwright.client.workflow.counting.CountingSite.DRILL_EACH;
import static dev.stockwright.client.workflow.counting.CountingSite.HAMMER_CASE;
import static dev.stockwright.client.workflow.counting.CountingSite.HAMMER_EACH;
import static dev.stockwright.client.workflow.counting.CountingSite.HAMMER_MANY;
import static dev.stockwright.client.workflow.counting.CountingSite.MANY;
import static dev.stockwright.client.workflow.counting.CountingSite.MILK_EACH;
import static dev.stockwright.client.workflow.counting.CountingSite.MILK_L1;
import static dev.stockwright.client.workflow.counting.CountingSite.NOISE;
import static dev.stockwright.client.workflow.counting.CountingSite.ORDER;
import static dev.stockwright.client.workflow.counting.CountingSite.TAGS;
import static dev.stockwright.client.workflow.counting.CountingSite.TEXT;
import static dev.stockwright.client.workflow.counting.CountingSite.UNIT;
import static dev.stockwright.client.workflow.counting.CountingSite.at;
import static dev.stockwright.client.workflow.counting.CountingSite.paper;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting.Paper.Kind;
import dev.stockwright.client.workflow.WorkflowTable;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.counting.CountingState.Deciding;
import java.util.List;

/// The table of counting.
final class CountingRows {
  private static final List<Event> NONE = List.of();
  private static final List<Event> HERE = List.of(A1);
  private static final Event COUNT_7 = paper("C-7", Kind.COUNT);

  private final WorkflowTable<CountingState> table =
      new WorkflowTable<>(
          new CountingWorkflow(),
          CountingState.start(),
          Scenes.online(CountingSite.books()),
          CountingSite.ENGLISH::say,
          CountingRows::where);

  private CountingRows() {}

  static String where(CountingState state) {
    return state.phase() instanceof Deciding deciding
        ? deciding.doubt().getClass().getSimpleName()
        : state.phase().getClass().getSimpleName();
  }

  static WorkflowTable<CountingState> all() {
    CountingRows rows = new CountingRows();
    rows.places();
    rows.otherPlaces();
    rows.notAtPlace();
    rows.contents();
    rows.keypad();
    rows.next();
    rows.notAtGoods();
    return new CountingQuestionRows(rows.table).added();
  }

  private void row(
      List<Event> before, String input, Event event, String kind, String says, String then) {
    table.row(before, input, event, kind, says, then);
  }

  private void places() {
    row(NONE, "bin of a count", A1, "Recorded", "Counting A-01.", "Goods");
    row(
        NONE,
        "bin of a recount",
        at("A-06"),
        "Recorded",
        "Counting A-06 again, from zero.",
        "Goods");
    row(
        NONE,
        "bin begun before",
        at("A-05"),
        "Recorded",
        "You began A-05 before. Count only what is left.",
        "Goods");
    row(NONE, "bin of somebody's count", at("B-01"), "Mistaken", "C-8 is for ben only.", "Place");
    row(NONE, "counted bin", at("A-03"), "Mistaken", "A-03 was counted 07:12 by ben.", "Place");
    row(NONE, "bin where Ben counts", at("A-04"), "Undecided", "ben counts in A-04.", "Taken");
    row(NONE, "bin of no count", at("E-01"), "Undecided", "E-01 is in no count.", "NotAsked");
    row(NONE, "bin to check for zero", at("D-01"), "Undecided", "Is D-01 empty?", "ZeroCheck");
    row(NONE, "count", COUNT_7, "Asked", "C-7: 1 of 5 bins counted.", "Place");
    row(
        NONE,
        "count chosen",
        give(new Input.Point("C-7")),
        "Asked",
        "C-7: 1 of 5 bins counted.",
        "Place");
    row(
        NONE,
        "somebody's count",
        paper("C-8", Kind.COUNT),
        "Mistaken",
        "C-8 is for ben only.",
        "Place");
  }

  private void otherPlaces() {
    row(
        NONE,
        "task of a count",
        paper("T-2", Kind.TASK),
        "Asked",
        "C-7: 1 of 5 bins counted.",
        "Place");
    row(
        NONE,
        "task to check for zero",
        give(new Input.Point("Z-1")),
        "Undecided",
        "Is D-01 empty?",
        "ZeroCheck");
    row(
        NONE,
        "task to check a bin",
        paper("T-1", Kind.TASK),
        "Recorded",
        "A count of D-02 is asked for.",
        "Place");
    row(NONE, "other task", paper("T-3", Kind.TASK), "Left", "Opening T-3.", "Place");
    row(NONE, "transfer", paper("TR-1", Kind.TRANSFER), "Left", "Opening TR-1.", "Place");
    row(NONE, "purchase order", ORDER, "Left", "Opening PO-1.", "Place");
    row(NONE, "BACK", press(Key.BACK), "Left", "Nothing was recorded.", "Place");
    row(NONE, "DONE", press(Key.DONE), "Mistaken", "There is nothing to confirm.", "Place");
    row(List.of(COUNT_7), "DONE", press(Key.DONE), "Undecided", "C-7: 4 bins left.", "BinsLeft");
    row(List.of(COUNT_7), "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Place");
  }

  private void notAtPlace() {
    row(NONE, "goods", HAMMER_EACH, "Mistaken", "Hammer: bin first.", "Place");
    row(NONE, "handling unit", UNIT, "Mistaken", "That is LP-1.", "Place");
    row(NONE, "badge", BADGE, "Mistaken", "That is the badge of Ben.", "Place");
    row(NONE, "tags", TAGS, "Mistaken", "RFID tags are of no use here.", "Place");
    row(NONE, "code of two products", MANY, "Mistaken", "123 belongs to 2 products.", "Place");
    row(NONE, "unknown code", TEXT, "Mistaken", "L1 is not known here.", "Place");
    row(NONE, "misread code", NOISE, "Mistaken", "Misread, scan again.", "Place");
    row(
        NONE,
        "6 keyed in",
        give(new Input.Keyed(6)),
        "Mistaken",
        "There is nothing to confirm.",
        "Place");
    row(
        NONE,
        "text typed",
        give(new Input.Typed("L1")),
        "Mistaken",
        "There is nothing to confirm.",
        "Place");
  }

  private void contents() {
    row(HERE, "goods", HAMMER_EACH, "Recorded", "Hammer: 1 counted.", "Goods");
    row(HERE, "case", HAMMER_CASE, "Recorded", "Hammer: 24 counted.", "Goods");
    row(List.of(A1, HAMMER_CASE), "goods", HAMMER_EACH, "Recorded", "Hammer: 25 counted.", "Goods");
    row(HERE, "goods with lot", MILK_L1, "Recorded", "Milk, lot L1: 1 counted.", "Goods");
    row(HERE, "goods without their lot", MILK_EACH, "Asked", "Milk: which lot?", "LotWanted");
    row(HERE, "goods with serial number", DRILL_9, "Recorded", "Drill: 1 counted.", "Goods");
    row(
        List.of(A1, DRILL_9),
        "same serial number",
        DRILL_9,
        "Mistaken",
        "Drill SN-9 is counted already.",
        "Goods");
    row(
        HERE,
        "goods without their serial number",
        DRILL_EACH,
        "Asked",
        "Drill: which serial number?",
        "SerialWanted");
    row(HERE, "very many", HAMMER_MANY, "Undecided", "Hammer: 12,000 pieces?", "ManyFound");
    row(HERE, "handling unit", UNIT, "Recorded", "LP-1 counted as a whole.", "Goods");
    row(
        List.of(A1, UNIT),
        "same handling unit",
        UNIT,
        "Mistaken",
        "LP-1 is counted already.",
        "Goods");
    row(HERE, "unknown code", TEXT, "Recorded", "L1 is not known. Kept as a find: 1.", "Goods");
    row(HERE, "tags", TAGS, "Recorded", "3 tags counted.", "Goods");
    row(List.of(A1, TAGS), "same tags", TAGS, "Asked", "3 tags counted.", "Goods");
  }

  private void keypad() {
    row(
        List.of(A1, HAMMER_EACH),
        "6 keyed in",
        give(new Input.Keyed(6)),
        "Recorded",
        "Hammer: 6 counted.",
        "Goods");
    row(
        List.of(A1, HAMMER_EACH),
        "0 keyed in",
        give(new Input.Keyed(0)),
        "Recorded",
        "Hammer: 0 counted.",
        "Goods");
    row(
        List.of(A1, HAMMER_EACH),
        "12000 keyed in",
        give(new Input.Keyed(12_000)),
        "Undecided",
        "Hammer: 12,000 pieces?",
        "ManyKeyed");
    row(
        List.of(A1, DRILL_9),
        "2 keyed in",
        give(new Input.Keyed(2)),
        "Mistaken",
        "Drill is counted one by one.",
        "Goods");
    row(HERE, "6 keyed in", give(new Input.Keyed(6)), "Mistaken", "Nothing is chosen.", "Goods");
    row(
        List.of(A1, HAMMER_EACH, MILK_L1),
        "line chosen",
        give(new Input.Point("0")),
        "Asked",
        "Hammer: 1 counted.",
        "Goods");
    row(
        List.of(A1, HAMMER_EACH, MILK_L1, give(new Input.Point("0"))),
        "6 keyed in",
        give(new Input.Keyed(6)),
        "Recorded",
        "Hammer: 6 counted.",
        "Goods");
  }

  private void next() {
    List<Event> counted = List.of(A1, HAMMER_EACH);
    row(counted, "next bin", A2, "Recorded*", "A-01 is counted: 1 item.", "Goods");
    row(counted, "same bin", A1, "Asked", "Still counting A-01: 1 item.", "Goods");
    row(counted, "counted bin", at("A-03"), "Mistaken", "A-03 was counted 07:12 by ben.", "Goods");
    row(counted, "bin of no count", at("E-01"), "Undecided", "E-01 is in no count.", "NotAsked");
    row(counted, "DONE", press(Key.DONE), "Recorded*", "A-01 is counted: 1 item.", "Place");
    row(
        counted,
        "EMPTY",
        press(Key.EMPTY),
        "Mistaken",
        "A-01 is not empty: 1 item counted.",
        "Goods");
    row(counted, "BACK", press(Key.BACK), "Asked", "A-01 stays open: 1 item.", "Place");
    row(
        List.of(A1, HAMMER_EACH, press(Key.BACK)),
        "same bin",
        A1,
        "Asked",
        "Still counting A-01: 1 item.",
        "Goods");
    row(
        List.of(A1, HAMMER_EACH, press(Key.BACK)),
        "BACK",
        press(Key.BACK),
        "Left",
        "A-01 stays open: 1 item.",
        "Place");
    row(HERE, "next bin", A2, "Undecided", "Is A-01 empty?", "NothingCounted");
    row(HERE, "bin of no count", at("E-01"), "Mistaken", "E-01 is in no count.", "Goods");
    row(HERE, "bin where Ben counts", at("A-04"), "Mistaken", "ben counts in A-04.", "Goods");
    row(HERE, "DONE", press(Key.DONE), "Undecided", "Is A-01 empty?", "NothingCounted");
    row(HERE, "EMPTY", press(Key.EMPTY), "Recorded*", "A-01 is empty.", "Place");
    row(HERE, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Place");
    row(
        List.of(A1, HAMMER_EACH, A2),
        "bin just counted",
        A1,
        "Mistaken",
        "A-01 was counted 08:00 by you.",
        "Goods");
  }

  private void notAtGoods() {
    row(HERE, "count", COUNT_7, "Mistaken", "C-7 is another job.", "Goods");
    row(HERE, "purchase order", ORDER, "Mistaken", "PO-1 is another job.", "Goods");
    row(HERE, "badge", BADGE, "Mistaken", "That is the badge of Ben.", "Goods");
    row(HERE, "code of two products", MANY, "Mistaken", "123 belongs to 2 products.", "Goods");
    row(HERE, "misread code", NOISE, "Mistaken", "Misread, scan again.", "Goods");
  }
}
