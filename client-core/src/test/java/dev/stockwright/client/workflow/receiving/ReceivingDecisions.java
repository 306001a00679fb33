package dev.stockwright.client.workflow.receiving;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.ASN;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.BLIND_ASN;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.BLIND_UNIT;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.BOSS;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.CASE;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.COME_UNIT;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.COUNT_SAID;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.DONE_ASN;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.DONE_PO;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.FULL_UNIT;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.HAMMER;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.HAMMER_CASE;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.HAMMER_EACH;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.MILK_OLD;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.NAIL_CASE;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.NAIL_EACH;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.NEW_UNIT;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.NOISE;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.OLD_UNIT;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.PO;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.ROPE_EACH;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.SAW_EACH;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.SCREW_EACH;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.STRANGE;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.TEXT;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.U1;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.UNIT;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.goods;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.keyed;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.onUnit;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.point;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.press;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.supervised;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.unit;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import java.util.List;

/// The rows of receiving about decisions, handling units, deliveries, faults and the end.
record ReceivingDecisions(ReceivingTable table) {
  private static final List<Event> NONE = List.of();

  void rows() {
    deciding();
    supervisors();
    howMany();
    units();
    deliveries();
    faults();
    closing();
    cancelling();
  }

  private void deciding() {
    List<Event> other = List.of(PO, ROPE_EACH);
    table.row(
        other, "USE OTHER ORDER", press(Key.USE_OTHER), "Recorded", "Rope +1, 1 of 10", "Ready");
    table.row(
        other, "EXTRA LINE", press(Key.EXTRA_LINE), "Recorded!", "Rope +1, extra on PO-1", "Ready");
    table.row(other, "LEAVE IT", press(Key.DISCARD), "Asked", "Nothing was recorded.", "Ready");
    table.row(other, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Ready");
    table.row(
        other, "goods that are fine", HAMMER_EACH, "Recorded", "Hammer +1, 1 of 100", "Ready");
    table.row(
        other,
        "goods that raise a question",
        NAIL_CASE,
        "Mistaken",
        "A question is open: Rope is on PO-7, not on PO-1.",
        "Deciding");
    table.row(other, "misread code", NOISE, "Mistaken", "Misread, scan again.", "Deciding");
    table.row(
        other,
        "an answer that is not offered",
        press(Key.INSIST),
        "Mistaken",
        "That is no answer to this question.",
        "Deciding");
    table.row(
        List.of(PO, MILK_OLD),
        "TO QUARANTINE",
        press(Key.QUARANTINE),
        "Recorded",
        "Milk +24 (1 case x 24), 24 of 48 in quarantine",
        "Ready");
    table.row(
        List.of(keyed(5_000), HAMMER_CASE),
        "YES",
        press(Key.CONFIRM),
        "Recorded",
        "Hammer +120,000 (5,000 case x 24)",
        "Ready");
    table.row(
        List.of(STRANGE), "SET ASIDE", press(Key.SET_ASIDE), "Asked", "Goods set aside.", "Ready");
    table.row(
        List.of(STRANGE),
        "LINK, by a worker",
        press(Key.LINK),
        "Mistaken",
        "That is no answer to this question.",
        "Deciding");
  }

  /// H22: the label gives a count, but not of what.
  private void howMany() {
    List<Event> asked = List.of(PO, COUNT_SAID);
    table.row(
        List.of(PO),
        "(37) without (02)",
        COUNT_SAID,
        "Undecided",
        "How many of Hammer?",
        "Deciding");
    table.row(
        asked, "YES, as many", press(Key.CONFIRM), "Recorded", "Hammer +24, 24 of 100", "Ready");
    table.row(asked, "number", keyed(20), "Recorded", "Hammer +20, 20 of 100", "Ready");
    table.row(asked, "LEAVE IT", press(Key.DISCARD), "Asked", "Nothing was recorded.", "Ready");
  }

  private void supervisors() {
    List<Event> over = List.of(PO, NAIL_CASE);
    table.row(
        over,
        "RECEIVE ALL THE SAME, by a worker",
        press(Key.INSIST),
        "Mistaken",
        "A supervisor must allow this.",
        "Deciding");
    String all = "Nail +24 (1 case x 24), 114 of 100";
    table.row(
        over,
        "RECEIVE ALL THE SAME, by a supervisor",
        supervised(press(Key.INSIST)),
        "Recorded*",
        all,
        "Ready");
    table.row(
        over,
        "badge of a supervisor, whom nobody has asked",
        BOSS,
        "Mistaken",
        "That is the badge of Eva.",
        "Deciding");
    table.row(
        List.of(PO, ROPE_EACH),
        "badge of a supervisor, where none is needed",
        BOSS,
        "Mistaken",
        "That is the badge of Eva.",
        "Deciding");
    Event link = supervised(press(Key.LINK));
    table.row(
        List.of(STRANGE),
        "LINK, by a supervisor",
        link,
        "Asked",
        "05901234123457: which product is it?",
        "Linking");
    List<Event> linking = List.of(STRANGE, link);
    table.row(
        linking,
        "goods",
        HAMMER_CASE,
        "Recorded*",
        "05901234123457 is Hammer from now on.",
        "Ready");
    table.row(linking, "unknown code", TEXT, "Mistaken", "L-77 is not known here.", "Linking");
    table.row(linking, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Ready");
  }

  private void units() {
    Event fresh = unit(NEW_UNIT, false);
    table.row(NONE, "new handling unit", fresh, "Asked", "The next goods go onto U-NEW.", "Ready");
    table.row(
        List.of(fresh), "goods", HAMMER_CASE, "Recorded", "Hammer +24 (1 case x 24)", "Ready");
    table.row(List.of(fresh), "same unit again", fresh, "Asked", "U-NEW is finished.", "Ready");
    table.row(List.of(fresh), "DONE", press(Key.DONE), "Asked", "U-NEW is finished.", "Ready");
    table.row(List.of(fresh), "BACK", press(Key.BACK), "Asked", "U-NEW is finished.", "Ready");
    table.row(
        NONE,
        "handling unit with goods on it",
        unit(FULL_UNIT, true),
        "Mistaken",
        "U-FULL is used already: Hammer at A-01.",
        "Ready");
    table.row(
        NONE,
        "unit received here before",
        unit(COME_UNIT, false),
        "Mistaken",
        "U-COME is here already.",
        "Ready");
  }

  private void deliveries() {
    table.row(NONE, "announced unit", UNIT, "Recorded", "U-1 received, 1 line.", "Ready");
    table.row(List.of(ASN), "announced unit", UNIT, "Recorded", "U-1 received, 1 line.", "Ready");
    table.row(
        NONE,
        "pallet label of an announced unit",
        goods(HAMMER, CASE, onUnit(U1)),
        "Recorded",
        "U-1 received, 1 line.",
        "Ready");
    table.row(
        NONE,
        "pallet label of a unit received here before",
        goods(HAMMER, CASE, onUnit(COME_UNIT)),
        "Mistaken",
        "U-COME is here already.",
        "Ready");
    table.row(
        NONE,
        "pallet label of a unit with goods on it",
        goods(HAMMER, CASE, onUnit(FULL_UNIT)),
        "Mistaken",
        "U-FULL is used already: Hammer at A-01.",
        "Ready");
    announced();
  }

  private void announced() {
    table.row(
        NONE,
        "announced unit of a blind notice",
        unit(BLIND_UNIT, false),
        "Recorded",
        "U-BLIND received.",
        "Ready");
    table.row(
        List.of(PO, HAMMER_EACH),
        "announced unit while an order is received",
        UNIT,
        "Mistaken",
        "ASN-1 is another job.",
        "Ready");
    Event old = unit(OLD_UNIT, false);
    table.row(
        List.of(ASN),
        "announced unit past its day",
        old,
        "Undecided",
        "Goods on U-OLD have expired.",
        "Deciding");
    table.row(
        List.of(ASN, old),
        "TO QUARANTINE",
        press(Key.QUARANTINE),
        "Recorded",
        "U-OLD received into quarantine.",
        "Ready");
    table.row(List.of(ASN), "loose goods", NAIL_EACH, "Recorded", "Nail +1, 5 of 10", "Ready");
    table.row(
        List.of(ASN),
        "more than announced",
        NAIL_CASE,
        "Recorded*",
        "Nail +24 (1 case x 24), 28 of 10",
        "Ready");
    table.row(List.of(BLIND_ASN), "loose goods", HAMMER_EACH, "Recorded", "Hammer +1", "Ready");
    table.row(
        List.of(ASN),
        "goods that are not announced",
        ROPE_EACH,
        "Undecided",
        "Rope is not on ASN-1.",
        "Deciding");
    table.row(
        List.of(ASN, ROPE_EACH),
        "EXTRA LINE",
        press(Key.EXTRA_LINE),
        "Recorded!",
        "Rope +1, extra on ASN-1",
        "Ready");
  }

  private void faults() {
    Event fault = press(Key.DAMAGED);
    table.row(NONE, "DAMAGED", fault, "Asked", "What is wrong with the goods?", "FaultWanted");
    Event why = give(new Input.Because("damage"));
    String next = "The next goods come in as damaged.";
    table.row(List.of(fault), "a reason", why, "Asked", next, "Ready");
    table.row(List.of(fault), "DAMAGED", fault, "Asked", next, "Ready");
    table.row(
        List.of(fault),
        "TO INSPECT",
        press(Key.QUARANTINE),
        "Asked",
        "The next goods go to quarantine.",
        "Ready");
    table.row(List.of(fault), "goods", HAMMER_EACH, "Recorded", "Hammer +1", "Ready");
    table.row(List.of(fault, why), "goods", HAMMER_EACH, "Recorded", "Hammer +1, damaged", "Ready");
    table.row(
        List.of(PO, fault, why, keyed(2)),
        "goods, 2 keyed in",
        HAMMER_EACH,
        "Recorded",
        "Hammer +2, 2 of 100, damaged",
        "Ready");
    table.row(
        List.of(fault, why), "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Ready");
  }

  private void closing() {
    Event done = press(Key.DONE);
    table.row(NONE, "DONE", done, "Mistaken", "No order is open.", "Ready");
    table.row(
        List.of(PO), "DONE, nothing came", done, "Asked", "Receiving without an order.", "Ready");
    table.row(
        List.of(DONE_PO, SAW_EACH),
        "DONE, all is in",
        done,
        "Recorded*",
        "PO-9 is closed.",
        "Ready");
    table.row(
        List.of(DONE_ASN, supervised(SCREW_EACH)),
        "DONE, all is in",
        done,
        "Recorded*",
        "ASN-4 is closed.",
        "Ready");
    List<Event> begun = List.of(PO, HAMMER_CASE);
    table.row(begun, "DONE, goods are missing", done, "Asked", "6 products are short.", "Closing");
    List<Event> closing = List.of(PO, HAMMER_CASE, done);
    table.row(closing, "DONE", done, "Asked", "Receiving without an order.", "Ready");
    table.row(closing, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Ready");
    table.row(closing, "goods", HAMMER_EACH, "Recorded", "Hammer +1, 1 of 100", "Ready");
    table.row(
        closing, "a line", point("HM-1"), "Asked", "HM-1: the rest does not come.", "Closing");
  }

  private void cancelling() {
    Event done = press(Key.DONE);
    Event cancel = point("HM-1");
    List<Event> cancelled = List.of(PO, HAMMER_CASE, done, cancel);
    table.row(
        cancelled,
        "the same line again",
        cancel,
        "Asked",
        "HM-1: the rest comes later.",
        "Closing");
    table.row(cancelled, "DONE", supervised(done), "Recorded*", "PO-1 is closed.", "Ready");
    table.row(
        List.of(ASN, UNIT),
        "DONE, goods are missing",
        done,
        "Asked",
        "3 products are short.",
        "Closing");
    table.row(List.of(ASN, UNIT, done), "DONE", done, "Recorded*", "ASN-1 is closed.", "Ready");
    table.row(
        List.of(BLIND_ASN, HAMMER_EACH),
        "DONE, blind",
        done,
        "Recorded*",
        "ASN-2 is closed.",
        "Ready");
  }
}
