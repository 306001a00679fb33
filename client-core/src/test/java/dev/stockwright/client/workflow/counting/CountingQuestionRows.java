package dev.stockwright.client.workflow.counting;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.counting.CountingSite.A1;
import static dev.stockwright.client.workflow.counting.CountingSite.A2;
import static dev.stockwright.client.workflow.counting.CountingSite.BADGE;
import static dev.stockwright.client.workflow.counting.CountingSite.COUNT_SAID;
import static dev.stockwright.client.workflow.counting.CountingSite.DRILL_9;
import static dev.stockwright.client.workflow.counting.CountingSite.DRILL_EACH;
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
import dev.stockwright.client.workflow.Sighting.Paper.Kind;
import dev.stockwright.client.workflow.WorkflowTable;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import java.util.List;

/// The part of the table of counting that is about half lines and open questions.
final class CountingQuestionRows {
  private static final Event COUNT_7 = paper("C-7", Kind.COUNT);

  private final WorkflowTable<CountingState> table;

  CountingQuestionRows(WorkflowTable<CountingState> table) {
    this.table = table;
  }

  WorkflowTable<CountingState> added() {
    halfLines();
    answers();
    questionsWithoutBin();
    questionsInBin();
    return table;
  }

  private void row(
      List<Event> before, String input, Event event, String kind, String says, String then) {
    table.row(before, input, event, kind, says, then);
  }

  private void halfLines() {
    List<Event> lot = List.of(A1, MILK_EACH);
    List<Event> serial = List.of(A1, DRILL_EACH);
    row(lot, "text", TEXT, "Recorded", "Milk, lot L1: 1 counted.", "Goods");
    row(lot, "same goods with lot", MILK_L1, "Recorded", "Milk, lot L1: 1 counted.", "Goods");
    row(lot, "SKIP", press(Key.SKIP), "Recorded", "Milk: 1 counted.", "Goods");
    row(
        lot,
        "text typed",
        give(new Input.Typed("L1")),
        "Recorded",
        "Milk, lot L1: 1 counted.",
        "Goods");
    row(lot, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Goods");
    row(serial, "text", TEXT, "Recorded", "Drill: 1 counted.", "Goods");
    row(serial, "same goods with serial number", DRILL_9, "Recorded", "Drill: 1 counted.", "Goods");
    row(serial, "SKIP", press(Key.SKIP), "Recorded", "Drill: 1 counted.", "Goods");
    row(serial, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Goods");
    useless(lot, "LotWanted", "Milk: lot first.", HAMMER_EACH);
    useless(serial, "SerialWanted", "Drill: serial number first.", HAMMER_EACH);
  }

  private void useless(List<Event> before, String where, String says, Event other) {
    row(before, "other goods", other, "Mistaken", says, where);
    row(before, "bin", A2, "Mistaken", says, where);
    row(before, "handling unit", UNIT, "Mistaken", says, where);
    row(before, "purchase order", ORDER, "Mistaken", says, where);
    row(before, "count", COUNT_7, "Mistaken", says, where);
    row(before, "badge", BADGE, "Mistaken", says, where);
    row(before, "code of two products", MANY, "Mistaken", says, where);
    row(before, "misread code", NOISE, "Mistaken", "Misread, scan again.", where);
    row(before, "tags", TAGS, "Recorded", "3 tags counted.", where);
  }

  private void answers() {
    List<Event> empty = List.of(A1, A2);
    List<Event> strange = List.of(at("E-01"));
    List<Event> taken = List.of(at("A-04"));
    List<Event> zero = List.of(at("D-01"));
    List<Event> left = List.of(COUNT_7, press(Key.DONE));
    List<Event> many = List.of(A1, HAMMER_MANY);
    List<Event> keyed = List.of(A1, HAMMER_EACH, give(new Input.Keyed(12_000)));
    row(empty, "IT IS EMPTY", press(Key.EMPTY), "Recorded*", "A-01 is empty.", "Goods");
    row(
        List.of(A1, press(Key.DONE)),
        "IT IS EMPTY",
        press(Key.EMPTY),
        "Recorded*",
        "A-01 is empty.",
        "Place");
    row(empty, "COUNT ON", press(Key.DISCARD), "Asked", "Nothing was recorded.", "Goods");
    row(
        strange,
        "HAVE IT COUNTED",
        press(Key.OCCUPIED),
        "Recorded",
        "A count of E-01 is asked for.",
        "Place");
    row(
        strange,
        "COUNT IT TOO (supervisor)",
        press(Key.EXTRA_LINE),
        "Recorded",
        "Counting E-01.",
        "Goods");
    row(
        List.of(A1, HAMMER_EACH, at("E-01")),
        "COUNT IT TOO (supervisor)",
        press(Key.EXTRA_LINE),
        "Recorded*",
        "A-01 is counted: 1 item.",
        "Goods");
    row(strange, "NO", press(Key.DISCARD), "Asked", "Nothing was recorded.", "Place");
    row(taken, "COUNT ALONG", press(Key.CONFIRM), "Recorded", "Counting A-04 together.", "Goods");
    row(taken, "NO", press(Key.DISCARD), "Asked", "Nothing was recorded.", "Place");
    row(zero, "IT IS EMPTY", press(Key.EMPTY), "Recorded*", "D-01 is empty.", "Place");
    row(
        zero,
        "IT IS NOT EMPTY",
        press(Key.OCCUPIED),
        "Recorded",
        "A count of D-01 is asked for.",
        "Place");
    row(zero, "the bin", at("D-01"), "Undecided", "Is D-01 empty?", "ZeroCheck");
    row(left, "FINISH WITHOUT THEM", press(Key.INSIST), "Recorded*", "Count C-7 is done.", "Place");
    row(left, "COUNT ON", press(Key.DISCARD), "Asked", "Nothing was recorded.", "Place");
    row(many, "YES", press(Key.CONFIRM), "Recorded", "Hammer: 12,000 counted.", "Goods");
    row(many, "NO", press(Key.DISCARD), "Asked", "Nothing was recorded.", "Goods");
    row(keyed, "YES", press(Key.CONFIRM), "Recorded", "Hammer: 12,000 counted.", "Goods");
    row(keyed, "NO", press(Key.DISCARD), "Asked", "Nothing was recorded.", "Goods");
    row(zero, "DONE", press(Key.DONE), "Mistaken", "There is nothing to confirm.", "ZeroCheck");
  }

  /// A question with no bin open: the scan of a bin goes on, goods need a bin first.
  private void questionsWithoutBin() {
    atPlace(List.of(at("E-01")), "NotAsked");
    atPlace(List.of(at("A-04")), "Taken");
    atPlace(List.of(at("D-01")), "ZeroCheck");
    atPlace(List.of(COUNT_7, press(Key.DONE)), "BinsLeft");
  }

  private void atPlace(List<Event> before, String where) {
    row(before, "bin of a count", A1, "Recorded", "Counting A-01.", "Goods");
    row(before, "count", COUNT_7, "Asked", "C-7: 1 of 5 bins counted.", "Place");
    row(before, "purchase order", ORDER, "Left", "Opening PO-1.", "Place");
    row(before, "goods", HAMMER_EACH, "Mistaken", "Hammer: bin first.", where);
    row(before, "handling unit", UNIT, "Mistaken", "That is LP-1.", where);
    row(before, "badge", BADGE, "Mistaken", "That is the badge of Ben.", where);
    row(before, "tags", TAGS, "Mistaken", "RFID tags are of no use here.", where);
    row(before, "code of two products", MANY, "Mistaken", "123 belongs to 2 products.", where);
    row(before, "unknown code", TEXT, "Mistaken", "L1 is not known here.", where);
    row(before, "misread code", NOISE, "Mistaken", "Misread, scan again.", where);
  }

  /// A question in an open bin: what lies there goes on.
  private void questionsInBin() {
    inBin(List.of(A1, A2), "NothingCounted", 1);
    inBin(List.of(A1, HAMMER_MANY), "ManyFound", 1);
    howMany();
    inBin(List.of(A1, HAMMER_EACH, give(new Input.Keyed(12_000))), "ManyKeyed", 2);
    row(List.of(A1, A2), "tags", TAGS, "Recorded", "3 tags counted.", "Goods");
    row(List.of(A1, A2), "other bin", at("A-05"), "Undecided", "Is A-01 empty?", "NothingCounted");
    row(List.of(A1, HAMMER_MANY), "next bin", A2, "Undecided", "Is A-01 empty?", "NothingCounted");
    row(
        List.of(A1, HAMMER_EACH, give(new Input.Keyed(12_000))),
        "next bin",
        A2,
        "Recorded*",
        "A-01 is counted: 1 item.",
        "Goods");
  }

  /// H22: the label gives a count, but not of what.
  private void howMany() {
    List<Event> asked = List.of(A1, COUNT_SAID);
    row(
        List.of(A1),
        "(37) without (02)",
        COUNT_SAID,
        "Undecided",
        "How many of Hammer?",
        "CountSaid");
    inBin(asked, "CountSaid", 1);
    row(asked, "YES", press(Key.CONFIRM), "Recorded", "Hammer: 24 counted.", "Goods");
    row(asked, "number", give(new Input.Keyed(20)), "Recorded", "Hammer: 20 counted.", "Goods");
    row(asked, "NO", press(Key.DISCARD), "Asked", "Nothing was recorded.", "Goods");
  }

  private void inBin(List<Event> before, String where, int hammers) {
    row(before, "goods", HAMMER_EACH, "Recorded", "Hammer: " + hammers + " counted.", "Goods");
    row(before, "handling unit", UNIT, "Recorded", "LP-1 counted as a whole.", "Goods");
    row(before, "unknown code", TEXT, "Recorded", "L1 is not known. Kept as a find: 1.", "Goods");
    row(before, "purchase order", ORDER, "Mistaken", "PO-1 is another job.", where);
    row(before, "count", COUNT_7, "Mistaken", "C-7 is another job.", where);
    row(before, "badge", BADGE, "Mistaken", "That is the badge of Ben.", where);
    row(before, "code of two products", MANY, "Mistaken", "123 belongs to 2 products.", where);
    row(before, "misread code", NOISE, "Mistaken", "Misread, scan again.", where);
  }
}
