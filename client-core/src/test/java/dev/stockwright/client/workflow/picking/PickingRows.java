package dev.stockwright.client.workflow.picking;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.picking.PickingScene.*;
import static dev.stockwright.client.workflow.picking.PickingWays.*;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.WorkflowTable;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import java.util.List;

/// The table of picking.
final class PickingRows {
  private PickingRows() {}

  static WorkflowTable<PickingState> table(LaidOver workflow) {
    return new WorkflowTable<>(
        workflow,
        PickingState.start(),
        scene(),
        ENGLISH::say,
        state -> state.phase().getClass().getSimpleName());
  }

  static WorkflowTable<PickingState> all() {
    WorkflowTable<PickingState> table = table(new LaidOver(site()));
    choosing(table);
    going(table);
    taking(table);
    lots(table);
    pieces(table);
    totes(table);
    quantities(table);
    shorts(table);
    skips(table);
    drops(table);
    UnwantedRows.unwanted(table);
    UnwantedRows.elsewhere(table);
    return table;
  }

  private static void choosing(WorkflowTable<PickingState> t) {
    Event order = paper("SO-1", Sighting.Paper.Kind.ORDER);
    Event count = paper("CC-1", Sighting.Paper.Kind.COUNT);
    t.row(NONE, "own pick", TASK_1, "Asked", "PICK-1 goes on.", "CartWanted")
        .row(NONE, "pick that waits", TASK_4, "Recorded", "PICK-4 is yours.", "CartWanted")
        .row(NONE, "pick of another", TASK_3, "Mistaken", "PICK-3 is with ben.", "Choose")
        .row(NONE, "order", order, "Asked", "PICK-1 goes on.", "CartWanted")
        .row(NONE, "tote", TOTE_4, "Recorded", "PICK-2 is yours.", "CartWanted")
        .row(NONE, "count", count, "Left", "Opening CC-1.", "Choose")
        .row(NONE, "purchase order", DOCUMENT, "Left", "Opening PO-1.", "Choose")
        .row(NONE, "cart", CART, "Asked", "Cart CART-1", "Choose")
        .row(NONE, "OK", press(Key.OK), "Asked", "PICK-1 goes on.", "CartWanted")
        .row(
            NONE,
            "row of a pick",
            give(new Input.Point("PICK-5")),
            "Recorded",
            "PICK-5 is yours.",
            "CartWanted")
        .row(
            NONE,
            "number that does not wait",
            give(new Input.Typed("PICK-77")),
            "Mistaken",
            "PICK-77 does not wait here.",
            "Choose")
        .row(NONE, "bin", A1, "Mistaken", "That is A-01-02.", "Choose")
        .row(NONE, "goods", HAMMER_EACH, "Mistaken", "That is Hammer.", "Choose")
        .row(NONE, "DONE", press(Key.DONE), "Mistaken", "Nothing is on the cart.", "Choose")
        .row(NONE, "BACK", press(Key.BACK), "Left", "Nothing was recorded.", "Choose")
        .row(NO_CART, "cart", CART, "Asked", "Cart CART-1", "Go")
        .row(NO_CART, "bin", A1, "Mistaken", "That is A-01-02.", "CartWanted")
        .row(NO_CART, "goods", HAMMER_EACH, "Mistaken", "That is Hammer.", "CartWanted")
        .row(NO_CART, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Choose")
        .row(List.of(CART), "own pick", TASK_1, "Asked", "PICK-1 goes on.", "Go")
        .row(List.of(CART), "pick without lines yet", TASK_6, "Asked", "PICK-6 goes on.", "Go")
        .row(List.of(CART, TASK_6), "bin", A1, "Mistaken", "That is A-01-02.", "Go")
        .row(
            List.of(CART, TASK_6),
            "BACK",
            press(Key.BACK),
            "Asked",
            "Nothing was recorded.",
            "Choose");
  }

  private static void going(WorkflowTable<PickingState> t) {
    List<Event> other = with(GO, A9);
    t.row(GO, "its bin", A1, "Asked", "You are at A-01-02.", "AtBin")
        .row(GO, "other bin", B2, "Mistaken", "That is B-02-01, not A-01-02.", "Go")
        .row(
            GO,
            "other bin with the same goods",
            A9,
            "Undecided",
            "Hammer also lies here, in A-09-01.",
            "OtherPlace")
        .row(GO, "its goods", HAMMER_EACH, "Mistaken", "Hammer: bin first.", "Go")
        .row(GO, "other cart", at("CART-2", "cart"), "Asked", "Cart CART-2", "Go")
        .row(GO, "packing place", PACK, "Mistaken", "That is PACK-1, not A-01-02.", "Go")
        .row(GO, "DONE", press(Key.DONE), "Mistaken", "3 picks are open.", "Go")
        .row(GO, "SHORT", press(Key.SHORT), "Undecided", "Hammer: 0 of 6 picked.", "Missing")
        .row(GO, "SKIP", press(Key.SKIP), "Undecided", "Skip Hammer at A-01-02?", "Skip")
        .row(GO, "OK", press(Key.OK), "Mistaken", "There is nothing to confirm.", "Go")
        .row(GO, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Choose")
        .row(other, "OK", press(Key.OK), "Recorded", "You are at A-09-01.", "AtBin")
        .row(other, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Go")
        .row(other, "its bin", A1, "Asked", "You are at A-01-02.", "AtBin")
        .row(other, "goods", HAMMER_EACH, "Mistaken", "Hammer: bin first.", "OtherPlace")
        .row(
            with(GO, A9, press(Key.OTHER_PLACE)),
            "goods",
            HAMMER_EACH,
            "Recorded",
            "Hammer: 1 of 6.",
            "AtBin");
  }

  private static void taking(WorkflowTable<PickingState> t) {
    List<Event> five = with(AT_HAMMER, give(new Input.Keyed(5)), HAMMER_EACH);
    t.row(AT_HAMMER, "its goods", HAMMER_EACH, "Recorded", "Hammer: 1 of 6.", "AtBin")
        .row(AT_HAMMER, "pack of 3", HAMMER_INNER, "Recorded", "Hammer: 3 of 6.", "AtBin")
        .row(AT_HAMMER, "case of 24", HAMMER_CASE, "Mistaken", "Hammer: 6 more, not 24.", "AtBin")
        .row(
            AT_HAMMER,
            "other goods",
            BOLT_EACH,
            "Mistaken",
            "That is Bolt, expected Hammer.",
            "AtBin")
        .row(AT_HAMMER, "its bin", A1, "Asked", "You are at A-01-02.", "AtBin")
        .row(AT_HAMMER, "other bin", B2, "Mistaken", "That is B-02-01, not A-01-02.", "AtBin")
        .row(AT_HAMMER, "DONE", press(Key.DONE), "Mistaken", "3 picks are open.", "AtBin")
        .row(AT_HAMMER, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Go")
        .row(five, "the last one", HAMMER_EACH, "Recorded*", "Hammer: 6 of 6.", "Go")
        .row(five, "pack of 3", HAMMER_INNER, "Mistaken", "Hammer: 1 more, not 3.", "AtBin")
        .row(HAMMER_DONE, "one more", HAMMER_EACH, "Mistaken", "Hammer: 6 of 6 done.", "Go")
        .row(AT_MILK, "goods of before", HAMMER_EACH, "Mistaken", "Hammer: 6 of 6 done.", "AtBin")
        .row(ALL_DONE, "one more", DRILL_1, "Mistaken", "Drill: 2 of 2 done.", "Drop");
  }

  private static void lots(WorkflowTable<PickingState> t) {
    List<Event> other = with(AT_MILK, MILK_L2);
    List<Event> old = with(AT_MILK, MILK_OLD);
    t.row(AT_MILK, "its lot", MILK_L1, "Recorded", "Milk: 1 of 2.", "AtBin")
        .row(AT_MILK, "2 of its lot", MILK_2L1, "Recorded*", "Milk: 2 of 2.", "Go")
        .row(AT_MILK, "no lot", MILK_EACH, "Mistaken", "Milk: scan the lot.", "AtBin")
        .row(AT_MILK, "lot as text", text("L1"), "Recorded", "Milk: 1 of 2.", "AtBin")
        .row(AT_MILK, "other lot", MILK_L2, "Undecided", "Milk: lot L2, asked L1.", "OtherLot")
        .row(
            AT_MILK,
            "lot past its day",
            MILK_OLD,
            "Undecided",
            "Lot L0 of Milk expired 03 Nov 2026.",
            "Expired")
        .row(other, "OK", press(Key.OK), "Recorded", "Milk: 1 of 2.", "AtBin")
        .row(other, "LEAVE", press(Key.DISCARD), "Asked", "Nothing was recorded.", "AtBin")
        .row(other, "its lot", MILK_L1, "Recorded", "Milk: 1 of 2.", "AtBin")
        .row(
            with(other, press(Key.SWAP)),
            "the other lot again",
            MILK_L2,
            "Recorded*",
            "Milk: 2 of 2.",
            "Go")
        .row(
            with(other, press(Key.SWAP)),
            "the first lot",
            MILK_L1,
            "Undecided",
            "Milk: lot L1, asked L2.",
            "OtherLot")
        .row(old, "HOLD", press(Key.QUARANTINE), "Recorded", "Milk, lot L0: on hold.", "AtBin")
        .row(old, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "AtBin")
        .row(old, "its lot", MILK_L1, "Recorded", "Milk: 1 of 2.", "AtBin");
  }

  private static void pieces(WorkflowTable<PickingState> t) {
    List<Event> one = with(AT_DRILL, DRILL_1);
    t.row(AT_DRILL, "a piece", DRILL_2, "Recorded", "Drill: 1 of 2.", "AtBin")
        .row(AT_DRILL, "number as text", text("SN-1"), "Recorded", "Drill: 1 of 2.", "AtBin")
        .row(
            AT_DRILL,
            "no number",
            DRILL_BARE,
            "Mistaken",
            "Drill: scan the serial number.",
            "AtBin")
        .row(
            AT_DRILL,
            "piece of another bin",
            DRILL_9,
            "Mistaken",
            "SN-9 is at D-01-01 by the books.",
            "AtBin")
        .row(
            AT_DRILL,
            "2 keyed in",
            give(new Input.Keyed(2)),
            "Mistaken",
            "Drill has serial numbers.",
            "AtBin")
        .row(one, "the last piece", DRILL_2, "Recorded*", "Drill: 2 of 2.", "Drop");
  }

  private static void totes(WorkflowTable<PickingState> t) {
    List<Event> one = with(TOTES, HAMMER_EACH);
    List<Event> second = with(FULL_HAND, TOTE_4);
    List<Event> empty = with(second, HAMMER_EACH);
    t.row(TOTES, "goods", HAMMER_EACH, "Asked", "Hammer: 1 of 2 in hand.", "AtBin")
        .row(TOTES, "tote, hand empty", TOTE_4, "Mistaken", "T-4 is not known here.", "AtBin")
        .row(one, "goods", HAMMER_EACH, "Asked", "Hammer: 2 of 2 in hand.", "ToteWanted")
        .row(one, "tote", TOTE_4, "Recorded", "Hammer: 1 of 2.", "AtBin")
        .row(one, "BACK", press(Key.BACK), "Mistaken", "Hammer: 1 in hand.", "AtBin")
        .row(one, "SHORT", press(Key.SHORT), "Mistaken", "Hammer: 1 in hand.", "AtBin")
        .row(one, "PUT BACK", press(Key.DISCARD), "Asked", "Nothing was recorded.", "AtBin")
        .row(FULL_HAND, "tote", TOTE_4, "Recorded*", "Hammer: 2 of 2.", "AtBin")
        .row(FULL_HAND, "tote by its label", unit("T-4"), "Recorded*", "Hammer: 2 of 2.", "AtBin")
        .row(
            FULL_HAND, "other tote", TOTE_5, "Mistaken", "That is tote T-5, not T-4.", "ToteWanted")
        .row(FULL_HAND, "one more", HAMMER_EACH, "Mistaken", "Hammer: 2 of 2 done.", "ToteWanted")
        .row(FULL_HAND, "bin", A1, "Mistaken", "That is A-01-02.", "ToteWanted")
        .row(FULL_HAND, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "AtBin")
        .row(
            empty,
            "tote of another order",
            TOTE_4,
            "Mistaken",
            "Tote T-4 is for order SO-4.",
            "ToteWanted")
        .row(empty, "empty tote", TOTE_5, "Recorded*", "Hammer: 1 of 1.", "Drop")
        .row(
            MUCH,
            "WITHOUT TOTES",
            press(Key.WITHOUT_DOCUMENT),
            "Asked",
            "Nothing was recorded.",
            "AtBin")
        .row(
            LOOSE.subList(0, LOOSE.size() - 1),
            "WITHOUT TOTES",
            press(Key.WITHOUT_DOCUMENT),
            "Recorded*",
            "Hammer: 20 of 20.",
            "AtBin");
  }

  private static void quantities(WorkflowTable<PickingState> t) {
    List<Event> large = with(LOOSE, give(new Input.Keyed(11_000)));
    t.row(AT_HAMMER, "ALL", press(Key.ALL), "Asked", "The next scan takes 6.", "AtBin")
        .row(AT_HAMMER, "OK", press(Key.OK), "Asked", "The next scan takes 6.", "AtBin")
        .row(AT_HAMMER, "QTY", press(Key.QUANTITY), "Asked", "Key in how many.", "AtBin")
        .row(
            AT_HAMMER,
            "4 keyed in",
            give(new Input.Keyed(4)),
            "Asked",
            "The next scan takes 4.",
            "AtBin")
        .row(
            AT_HAMMER,
            "0 keyed in",
            give(new Input.Keyed(0)),
            "Mistaken",
            "Hammer: that count cannot be right.",
            "AtBin")
        .row(
            AT_HAMMER,
            "7 keyed in",
            give(new Input.Keyed(7)),
            "Mistaken",
            "Hammer: 6 more, not 7.",
            "AtBin")
        .row(
            with(AT_HAMMER, press(Key.ALL)),
            "goods",
            HAMMER_EACH,
            "Recorded*",
            "Hammer: 6 of 6.",
            "Go")
        .row(
            LOOSE,
            "11000 keyed in",
            give(new Input.Keyed(11_000)),
            "Undecided",
            "Hammer: 11,000 pieces?",
            "Large")
        .row(large, "YES", press(Key.CONFIRM), "Asked", "The next scan takes 11,000.", "AtBin")
        .row(large, "NO", press(Key.DISCARD), "Asked", "Nothing was recorded.", "AtBin")
        .row(large, "goods", HAMMER_EACH, "Recorded", "Hammer: 1 of 12,000.", "AtBin");
  }

  private static void shorts(WorkflowTable<PickingState> t) {
    Event damaged = give(new Input.Because("damaged"));
    Event skipping = give(new Input.Because("other"));
    t.row(SHORT, "a reason", damaged, "Undecided", "Is A-01-02 empty now?", "Empty")
        .row(SHORT, "OK", press(Key.OK), "Undecided", "Is A-01-02 empty now?", "Empty")
        .row(SHORT, "SHORT", press(Key.SHORT), "Undecided", "Hammer: 1 of 6 picked.", "Missing")
        .row(
            SHORT,
            "no reason for it",
            skipping,
            "Mistaken",
            "There is nothing to confirm.",
            "Missing")
        .row(SHORT, "one found", HAMMER_EACH, "Recorded", "Hammer: 2 of 6.", "AtBin")
        .row(SHORT, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "AtBin")
        .row(EMPTY, "OK", press(Key.OK), "Recorded*", "Hammer: 1 of 6, short.", "Go")
        .row(EMPTY, "NO", press(Key.OCCUPIED), "Recorded*", "Hammer: 1 of 6, short.", "Go")
        .row(EMPTY, "not seen", press(Key.SKIP), "Recorded*", "Hammer: 1 of 6, short.", "Go")
        .row(EMPTY, "one found", HAMMER_EACH, "Recorded", "Hammer: 2 of 6.", "AtBin")
        .row(EMPTY, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "AtBin");
  }

  private static void skips(WorkflowTable<PickingState> t) {
    List<Event> asked = with(GO, press(Key.SKIP));
    Event because = give(new Input.Because("other"));
    List<Event> skipped = with(asked, press(Key.OK));
    t.row(asked, "a reason", because, "Recorded", "Hammer comes last.", "Go")
        .row(asked, "SKIP", press(Key.SKIP), "Undecided", "Skip Hammer at A-01-02?", "Skip")
        .row(asked, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Go")
        .row(asked, "its bin", A1, "Asked", "You are at A-01-02.", "AtBin")
        .row(skipped, "the next bin", B2, "Asked", "You are at B-02-01.", "AtBin")
        .row(skipped, "DONE", press(Key.DONE), "Mistaken", "3 picks are open.", "Go")
        .row(
            with(skipped, B2, MILK_2L1, C3, DRILL_1, DRILL_2),
            "SKIP",
            press(Key.SKIP),
            "Mistaken",
            "Hammer is all that is left.",
            "Go");
  }

  private static void drops(WorkflowTable<PickingState> t) {
    List<Event> other = with(ALL_DONE, STAGE);
    t.row(ALL_DONE, "packing place", PACK, "Recorded*", "Brought to PACK-1.", "Choose")
        .row(ALL_DONE, "staging place", STAGE, "Undecided", "Leave it at STAGE-1?", "OtherDrop")
        .row(ALL_DONE, "bin", A1, "Mistaken", "That is A-01-02.", "Drop")
        .row(ALL_DONE, "other goods", BOLT_EACH, "Mistaken", "That is Bolt.", "Drop")
        .row(ALL_DONE, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Choose")
        .row(other, "OK", press(Key.OK), "Recorded*", "Brought to STAGE-1.", "Choose")
        .row(other, "LEAVE", press(Key.DISCARD), "Asked", "Nothing was recorded.", "Drop")
        .row(other, "packing place", PACK, "Recorded*", "Brought to PACK-1.", "Choose")
        .row(
            with(ALL_DONE, press(Key.BACK)),
            "DONE",
            press(Key.DONE),
            "Asked",
            "All is picked.",
            "Drop");
  }
}
