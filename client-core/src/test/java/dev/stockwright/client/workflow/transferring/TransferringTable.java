package dev.stockwright.client.workflow.transferring;

import static dev.stockwright.client.workflow.Sights.DRILL;
import static dev.stockwright.client.workflow.Sights.HAMMER;
import static dev.stockwright.client.workflow.Sights.MILK;
import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.WorkflowTable.scan;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Sighting.Paper.Kind;
import dev.stockwright.client.workflow.Sights;
import dev.stockwright.client.workflow.WorkflowTable;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import java.util.List;

/// What is scanned and pressed in the tests, and the table of the workflow.
final class TransferringTable {
  private TransferringTable() {}

  static final Event TR1 = Sights.paper("TR-1", Kind.TRANSFER);
  static final Event TR2 = Sights.paper("TR-2", Kind.TRANSFER);
  static final Event TR3 = Sights.paper("TR-3", Kind.TRANSFER);
  static final Event TR4 = Sights.paper("TR-4", Kind.TRANSFER);
  static final Event TR6 = Sights.paper("TR-6", Kind.TRANSFER);
  static final Event COUNT = Sights.paper("C-1", Kind.COUNT);
  static final Event A1 = Sights.at("A-01", "bin");
  static final Event B2 = Sights.at("B-02", "bin");
  static final Event HAMMERS = Sights.goods(HAMMER);
  static final Event HAMMER_CASE = Sights.goods(HAMMER, Sights.CASE, Label.NONE);
  static final Event MILKS = Sights.goods(MILK);
  static final Event MILK_L1 = Sights.goods(MILK, PackLevel.EACH, Sights.lot("L1"));
  static final Event DRILLS = Sights.goods(DRILL);
  static final Event DRILL_9 = Sights.goods(DRILL, PackLevel.EACH, Sights.serial("SN-9"));
  static final Event LOT = scan(new Sighting.Unknown("L1", true));
  static final Event PALLET = Sights.unit(Transports.PALLET);
  static final Event TOO_MUCH = Sights.unit(Transports.TOO_MUCH);
  static final Event LP2 = Sights.strangeUnit("LP-2");
  static final Event LP3 = Sights.strangeUnit("LP-3");
  static final Event LP4 = Sights.strangeUnit("LP-4");
  static final Event LP5 = Sights.strangeUnit("LP-5");
  static final Event LP5_TEXT = scan(new Sighting.Unknown("LP-5", true));
  static final Event LP9 = Sights.strangeUnit("LP-9");
  static final Event BACK = press(Key.BACK);
  static final Event SHORT = press(Key.SHORT);
  static final Event TWENTY = give(new Input.Keyed(20));
  static final Event LOST = give(new Input.Because("lost"));
  static final String NOTHING = "Nothing was recorded.";
  static final String NOT_SO = "There is nothing to confirm.";

  static Scene scene() {
    return Scenes.online(Transports.BOOKS);
  }

  static WorkflowTable<TransferringState> table(Scene scene) {
    return new WorkflowTable<>(
        new TransferringWorkflow(),
        TransferringState.start(),
        scene,
        Sights.ENGLISH::say,
        state -> state.phase().getClass().getSimpleName());
  }

  static WorkflowTable<TransferringState> all() {
    WorkflowTable<TransferringState> table = choosing(table(scene()));
    packing(table);
    receiving(table);
    asking(table);
    return explaining(table);
  }

  static WorkflowTable<TransferringState> choosing(WorkflowTable<TransferringState> table) {
    List<Event> none = List.of();
    table
        .row(none, "transfer from here", TR1, "Asked", "TR-1: ship to SOUTH", "Pack")
        .row(none, "transfer to here", TR2, "Asked", "TR-2: receive from SOUTH", "Receive")
        .row(none, "transfer that left", TR3, "Asked", "TR-3: on its way to SOUTH", "Explain")
        .row(none, "transfer too early", TR6, "Mistaken", "TR-6 has not left SOUTH yet.", "Choose")
        .row(
            none,
            "transfer that ended",
            Sights.paper("TR-0", Kind.TRANSFER),
            "Mistaken",
            "TR-0 is not open any more.",
            "Choose")
        .row(
            none,
            "transfer tapped",
            give(new Input.Point("TR-1")),
            "Asked",
            "TR-1: ship to SOUTH",
            "Pack")
        .row(none, "packed unit", LP4, "Asked", "TR-4: ship to SOUTH", "Pack")
        .row(
            none,
            "unit that comes",
            LP2,
            "Recorded",
            "LP-2 received, with everything in it.",
            "Receive")
        .row(
            none,
            "only unit that comes",
            LP5,
            "Recorded*",
            "LP-5 received, with everything in it.",
            "Choose")
        .row(
            none,
            "the same by its plate",
            LP5_TEXT,
            "Recorded*",
            "LP-5 received, with everything in it.",
            "Choose")
        .row(none, "other unit", LP9, "Mistaken", "LP-9 is in no transfer here.", "Choose")
        .row(none, "goods", HAMMERS, "Mistaken", "That is Hammer.", "Choose")
        .row(none, "bin", A1, "Mistaken", "That is A-01.", "Choose")
        .row(none, "other document", COUNT, "Left", "Opening C-1.", "Choose")
        .row(none, "purchase order", Sights.ORDER, "Left", "Opening PO-1.", "Choose")
        .row(none, "BACK", BACK, "Left", NOTHING, "Choose")
        .row(none, "SHORT", SHORT, "Mistaken", NOT_SO, "Choose");
    return Sights.useless(table, none, "Choose");
  }

  static void packing(WorkflowTable<TransferringState> table) {
    List<Event> open = List.of(TR1);
    List<Event> there = List.of(TR1, A1);
    List<Event> lot = List.of(TR1, A1, MILKS);
    table
        .row(open, "bin", A1, "Asked", "You are at A-01.", "Pack")
        .row(open, "goods", HAMMERS, "Mistaken", "Hammer: bin first.", "Pack")
        .row(open, "unit", PALLET, "Recorded", "LP-1 packed, with everything in it.", "Pack")
        .row(open, "unit with too much", TOO_MUCH, "Mistaken", "Hammer: only 30 more.", "Pack")
        .row(open, "unknown unit", LP9, "Mistaken", "LP-9 is not known here.", "Pack")
        .row(List.of(TR4), "packed unit", LP4, "Mistaken", "LP-4 is packed already.", "Pack")
        .row(open, "other transfer", TR2, "Asked", "TR-2: receive from SOUTH", "Receive")
        .row(open, "other document", COUNT, "Mistaken", "C-1 is another job.", "Pack")
        .row(open, "purchase order", Sights.ORDER, "Mistaken", "PO-1 is another job.", "Pack")
        .row(open, "DONE", press(Key.DONE), "Mistaken", "Nothing is packed yet.", "Pack")
        .row(open, "BACK", BACK, "Asked", NOTHING, "Choose")
        .row(there, "goods", HAMMERS, "Recorded", "Hammer packed.", "Pack")
        .row(there, "case", HAMMER_CASE, "Recorded", "Hammer packed.", "Pack")
        .row(there, "20 keyed in", TWENTY, "Asked", "The next scan counts times 20", "Pack")
        .row(
            List.of(TR1, A1, TWENTY),
            "20 cases",
            HAMMER_CASE,
            "Mistaken",
            "Hammer: only 30 more.",
            "Pack")
        .row(List.of(TR1, A1, TWENTY), "20 pieces", HAMMERS, "Recorded", "Hammer packed.", "Pack")
        .row(there, "0 keyed in", give(new Input.Keyed(0)), "Mistaken", NOT_SO, "Pack")
        .row(there, "goods with lot", MILK_L1, "Recorded", "Milk packed.", "Pack")
        .row(there, "goods without", MILKS, "Asked", "Milk: which lot or piece?", "LotWanted")
        .row(there, "piece", DRILL_9, "Recorded", "Drill packed.", "Pack")
        .row(there, "piece without", DRILLS, "Asked", "Drill: which lot or piece?", "LotWanted")
        .row(
            List.of(TR1, A1, give(new Input.Keyed(2))),
            "2 pieces",
            DRILL_9,
            "Mistaken",
            "Drill has serial numbers.",
            "Pack")
        .row(List.of(TR4, A1), "other goods", MILK_L1, "Mistaken", "Milk is not on TR-4.", "Pack")
        .row(there, "BACK", BACK, "Asked", NOTHING, "Pack")
        .row(lot, "lot", LOT, "Recorded", "Milk packed.", "Pack")
        .row(lot, "goods with lot", MILK_L1, "Recorded", "Milk packed.", "Pack")
        .row(lot, "other goods", HAMMERS, "Mistaken", "Milk: lot first.", "LotWanted")
        .row(lot, "bin", A1, "Mistaken", "Milk: lot first.", "LotWanted")
        .row(lot, "unit", PALLET, "Mistaken", "Milk: lot first.", "LotWanted")
        .row(lot, "badge", Sights.BADGE, "Mistaken", "Milk: lot first.", "LotWanted")
        .row(lot, "misread code", Sights.NOISE, "Mistaken", "Misread, scan again.", "LotWanted")
        .row(lot, "BACK", BACK, "Asked", NOTHING, "Pack");
    Sights.useless(table, open, "Pack");
  }

  static void receiving(WorkflowTable<TransferringState> table) {
    List<Event> open = List.of(TR2);
    List<Event> lot = List.of(TR2, MILKS);
    table
        .row(open, "unit", LP2, "Recorded", "LP-2 received, with everything in it.", "Receive")
        .row(open, "unit again", LP3, "Mistaken", "LP-3 was received already.", "Receive")
        .row(open, "unit of another", LP5, "Undecided", "LP-5 is not on TR-2.", "Stranger")
        .row(open, "unit of none", LP9, "Undecided", "LP-9 is not on TR-2.", "Stranger")
        .row(open, "goods", HAMMERS, "Recorded", "Hammer received.", "Receive")
        .row(open, "goods with lot", MILK_L1, "Recorded", "Milk received.", "Receive")
        .row(open, "goods without", MILKS, "Asked", "Milk: which lot or piece?", "LotWanted")
        .row(open, "other goods", DRILL_9, "Undecided", "Drill is not on TR-2.", "Stranger")
        .row(
            List.of(TR2, TWENTY),
            "20 cases",
            HAMMER_CASE,
            "Undecided",
            "Hammer: 450 more than sent?",
            "Over")
        .row(
            open,
            "DAMAGED",
            press(Key.DAMAGED),
            "Asked",
            "The next scan counts as damaged",
            "Receive")
        .row(
            List.of(TR2, press(Key.DAMAGED)),
            "goods",
            HAMMERS,
            "Recorded",
            "Hammer received, damaged.",
            "Receive")
        .row(
            open,
            "rest as sent",
            press(Key.AS_SENT),
            "Recorded!*",
            "TR-2: 42 taken as sent, not counted.",
            "Choose")
        .row(open, "DONE", press(Key.DONE), "Undecided", "TR-2: 42 missing, close it?", "Last")
        .row(open, "other transfer", TR1, "Asked", "TR-1: ship to SOUTH", "Pack")
        .row(open, "bin", A1, "Asked", "What comes is put at A-01.", "Receive")
        .row(List.of(TR2, A1), "BACK", BACK, "Asked", NOTHING, "Receive")
        .row(open, "other document", COUNT, "Mistaken", "C-1 is another job.", "Receive")
        .row(open, "purchase order", Sights.ORDER, "Mistaken", "PO-1 is another job.", "Receive")
        .row(open, "BACK", BACK, "Asked", NOTHING, "Choose")
        .row(lot, "lot", LOT, "Recorded", "Milk received.", "Receive")
        .row(lot, "other goods", HAMMERS, "Mistaken", "Milk: lot first.", "LotWanted")
        .row(lot, "BACK", BACK, "Asked", NOTHING, "Receive");
    Sights.useless(table, open, "Receive");
  }

  static void asking(WorkflowTable<TransferringState> table) {
    List<Event> leave = List.of(TR4, press(Key.DONE));
    List<Event> stranger = List.of(TR2, LP9);
    List<Event> other = List.of(TR2, LP5);
    List<Event> over = List.of(TR2, TWENTY, HAMMER_CASE);
    List<Event> last = List.of(TR2, press(Key.DONE));
    table
        .row(
            List.of(TR4),
            "DONE",
            press(Key.DONE),
            "Undecided",
            "TR-4: 24 of 30 packed, ship?",
            "Leave")
        .row(leave, "SHIP", press(Key.CONFIRM), "Recorded*", "TR-4 has left.", "Choose")
        .row(leave, "NO", press(Key.DISCARD), "Asked", NOTHING, "Pack")
        .row(leave, "bin", A1, "Asked", "You are at A-01.", "Pack")
        .row(leave, "badge", Sights.BADGE, "Mistaken", "That is the badge of Ben.", "Leave")
        .row(stranger, "ASIDE", press(Key.SET_ASIDE), "Asked", "LP-9 set aside.", "Receive")
        .row(stranger, "LEAVE", press(Key.DISCARD), "Asked", NOTHING, "Receive")
        .row(stranger, "USE OTHER", press(Key.USE_OTHER), "Mistaken", NOT_SO, "Stranger")
        .row(stranger, "goods", HAMMERS, "Recorded", "Hammer received.", "Receive")
        .row(stranger, "misread code", Sights.NOISE, "Mistaken", "Misread, scan again.", "Stranger")
        .row(
            other,
            "USE OTHER",
            press(Key.USE_OTHER),
            "Asked",
            "TR-5: receive from SOUTH",
            "Receive")
        .row(over, "TAKE", press(Key.INSIST), "Recorded!", "Hammer received.", "Receive")
        .row(over, "NO", press(Key.DISCARD), "Asked", NOTHING, "Receive")
        .row(over, "goods", HAMMERS, "Recorded", "Hammer received.", "Receive")
        .row(over, "bin", A1, "Asked", "What comes is put at A-01.", "Receive")
        .row(over, "badge", Sights.BADGE, "Mistaken", "That is the badge of Ben.", "Over")
        .row(last, "CLOSE", press(Key.CONFIRM), "Recorded*", "TR-2 closed, 42 missing.", "Choose")
        .row(last, "NO", press(Key.DISCARD), "Asked", NOTHING, "Receive")
        .row(last, "unit", LP2, "Recorded", "LP-2 received, with everything in it.", "Receive")
        .row(last, "bin", A1, "Asked", "What comes is put at A-01.", "Receive")
        .row(last, "badge", Sights.BADGE, "Mistaken", "That is the badge of Ben.", "Last");
  }

  static WorkflowTable<TransferringState> explaining(WorkflowTable<TransferringState> table) {
    List<Event> open = List.of(TR3);
    List<Event> because = List.of(TR3, LOST);
    table
        .row(open, "bin", A1, "Asked", "Found in A-01.", "Explain")
        .row(open, "reason tapped", LOST, "Undecided", "TR-3: 2 missing, \"Lost\"?", "Because")
        .row(
            open,
            "reason that is none",
            give(new Input.Because("rain")),
            "Mistaken",
            "rain is not open any more.",
            "Explain")
        .row(open, "goods", HAMMERS, "Mistaken", "That is Hammer.", "Explain")
        .row(open, "unit", PALLET, "Mistaken", "That is LP-1.", "Explain")
        .row(open, "other transfer", TR1, "Asked", "TR-1: ship to SOUTH", "Pack")
        .row(open, "other document", COUNT, "Mistaken", "C-1 is another job.", "Explain")
        .row(open, "BACK", BACK, "Asked", NOTHING, "Choose")
        .row(List.of(TR3, A1), "BACK", BACK, "Asked", NOTHING, "Explain")
        .row(
            because,
            "CLOSE",
            press(Key.CONFIRM),
            "Recorded*",
            "TR-3 is explained and closed.",
            "Choose")
        .row(because, "NO", press(Key.DISCARD), "Asked", NOTHING, "Explain")
        .row(because, "bin", A1, "Asked", "Found in A-01.", "Explain")
        .row(because, "goods", HAMMERS, "Mistaken", "That is Hammer.", "Because");
    return Sights.useless(table, open, "Explain");
  }
}
