package dev.stockwright.client.workflow.receiving;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.scan;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.ASN;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.BLIND_ASN;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.BOLT_CASE;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.CASE;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.CREAM_DATED;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.CREAM_LOT;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.DRILL;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.DRILL_9;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.DRILL_PIECE;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.HAMMER;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.HAMMER_CASE;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.HAMMER_EACH;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.MANY;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.MILK_CASE;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.MILK_LOT;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.MILK_OLD;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.NAIL_CASE;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.NAIL_EACH;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.NOISE;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.PICK;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.PO;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.ROPE_EACH;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.SCREW_EACH;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.STAGING;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.STRANGE;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.TAPE_EACH;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.TEXT;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.goods;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.keyed;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.pallet;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.point;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.press;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.scene;
import static dev.stockwright.client.workflow.receiving.ReceivingSite.serial;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.WorkflowTable;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The table of receiving: what is scanned or pressed, and what comes of it. It is run as a test
/// and printed as `docs/workflows/receiving-steps.md`.
final class ReceivingTable {
  record Row(List<Event> before, String input, Event event, String kind, String says, String then) {
    List<Event> events() {
      List<Event> all = new ArrayList<>(before);
      all.add(event);
      return all;
    }
  }

  private static final List<Event> NONE = List.of();
  private final List<Row> rows = new ArrayList<>();

  private ReceivingTable() {}

  static List<Row> rows() {
    ReceivingTable all = new ReceivingTable();
    all.blind();
    all.documents();
    all.onOrder();
    all.missing();
    all.dates();
    all.serials();
    new ReceivingDecisions(all).rows();
    return all.rows;
  }

  static WorkflowTable<ReceivingState> table(Function<Text, String> words) {
    WorkflowTable<ReceivingState> table =
        new WorkflowTable<>(
            new ReceivingWorkflow(),
            ReceivingState.start(Scenes.NORTH),
            scene(),
            words,
            state -> state.phase().getClass().getSimpleName());
    for (Row row : rows()) {
      table.row(row.before, row.input, row.event, row.kind, row.says, row.then);
    }
    return table;
  }

  void row(List<Event> before, String input, Event event, String kind, String says, String then) {
    rows.add(new Row(before, input, event, kind, says, then));
  }

  private void blind() {
    row(NONE, "goods", HAMMER_EACH, "Recorded", "Hammer +1", "Ready");
    row(NONE, "case", HAMMER_CASE, "Recorded", "Hammer +24 (1 case x 24)", "Ready");
    row(
        List.of(keyed(3)),
        "case, 3 keyed in",
        HAMMER_CASE,
        "Recorded",
        "Hammer +72 (3 case x 24)",
        "Ready");
    row(NONE, "goods with lot", MILK_LOT, "Recorded", "Milk +24 (1 case x 24)", "Ready");
    row(NONE, "goods with serial number", DRILL_9, "Recorded", "Drill +1", "Ready");
    row(
        NONE,
        "pallet label with 60 cases",
        goods(HAMMER, CASE, pallet(60)),
        "Recorded",
        "Hammer +1,440 (60 case x 24)",
        "Ready");
    row(
        NONE,
        "serial number received here before",
        goods(DRILL, PackLevel.EACH, serial("SN-7")),
        "Mistaken",
        "Drill SN-7 is here.",
        "Ready");
    row(
        NONE,
        "serial number that lies in a bin",
        goods(DRILL, PackLevel.EACH, serial("SN-8")),
        "Mistaken",
        "Drill SN-8 is at A-01.",
        "Ready");
    row(
        List.of(keyed(2)),
        "serial goods, 2 keyed in",
        DRILL_PIECE,
        "Mistaken",
        "Drill has serial numbers.",
        "Ready");
    row(
        List.of(keyed(900_000_000_000_000_000L)),
        "more than can be counted",
        HAMMER_CASE,
        "Mistaken",
        "Hammer count cannot be right.",
        "Ready");
    codes();
  }

  /// What is no goods.
  private void codes() {
    row(
        List.of(keyed(5_000)),
        "very large quantity",
        HAMMER_CASE,
        "Undecided",
        "Hammer: 120,000 each?",
        "Deciding");
    row(NONE, "place", STAGING, "Asked", "STG-2 is the staging place now.", "Ready");
    row(
        NONE,
        "unknown code",
        STRANGE,
        "Undecided",
        "05901234123457 is not known here.",
        "Deciding");
    row(NONE, "code of two products", MANY, "Mistaken", "123 belongs to 2 products.", "Ready");
    row(NONE, "misread code", NOISE, "Mistaken", "Misread, scan again.", "Ready");
    row(NONE, "paper of another job", PICK, "Mistaken", "PICK-9 is another job.", "Ready");
    row(NONE, "BACK", press(Key.BACK), "Left", "Nothing was recorded.", "Ready");
    row(
        List.of(keyed(3)),
        "BACK, 3 keyed in",
        press(Key.BACK),
        "Asked",
        "Nothing was recorded.",
        "Ready");
    row(
        NONE,
        "an answer to nothing",
        press(Key.CONFIRM),
        "Mistaken",
        "No question is open.",
        "Ready");
  }

  private void documents() {
    row(NONE, "purchase order", PO, "Asked", "PO-1 of Acme is open.", "Ready");
    row(NONE, "order from the list", point("PO-1"), "Asked", "PO-1 of Acme is open.", "Ready");
    row(NONE, "shipping notice", ASN, "Asked", "ASN-1 of Acme is open.", "Ready");
    row(NONE, "notice from the list", point("ASN-2"), "Asked", "ASN-2 of Acme is open.", "Ready");
    row(
        NONE,
        "document that is gone",
        point("PO-99"),
        "Mistaken",
        "PO-99 is not open any more.",
        "Ready");
    row(List.of(PO), "same order again", PO, "Mistaken", "PO-1 is open already.", "Ready");
    row(List.of(ASN), "same notice again", ASN, "Mistaken", "ASN-1 is open already.", "Ready");
    row(List.of(PO), "BACK", press(Key.BACK), "Asked", "Receiving without an order.", "Ready");
    row(
        List.of(PO),
        "WITHOUT ORDER",
        press(Key.WITHOUT_DOCUMENT),
        "Asked",
        "Receiving without an order.",
        "Ready");
    row(
        List.of(ASN, NAIL_EACH),
        "order in the middle of a delivery",
        PO,
        "Mistaken",
        "PO-1 is another job.",
        "Ready");
    row(
        List.of(ASN, NAIL_EACH),
        "other notice in the middle of a delivery",
        BLIND_ASN,
        "Mistaken",
        "ASN-2 is another job.",
        "Ready");
  }

  private void onOrder() {
    List<Event> open = List.of(PO);
    row(open, "goods", HAMMER_CASE, "Recorded", "Hammer +24 (1 case x 24), 24 of 100", "Ready");
    row(open, "last goods", BOLT_CASE, "Recorded*", "Bolt +24 (1 case x 24), 100 of 100", "Ready");
    row(open, "over, in tolerance", SCREW_EACH, "Recorded*", "Screw +1, 101 of 100", "Ready");
    row(open, "over, beyond", NAIL_CASE, "Undecided", "Nail: over by 14, limit 10.", "Deciding");
    row(
        open,
        "goods of another order of the supplier",
        ROPE_EACH,
        "Undecided",
        "Rope is on PO-7, not on PO-1.",
        "Deciding");
    row(
        open,
        "goods of another supplier's order",
        TAPE_EACH,
        "Mistaken",
        "Tape is not on PO-1.",
        "Ready");
    row(
        open,
        "lot expired",
        MILK_OLD,
        "Undecided",
        "Lot L1 of Milk expired 03 Nov 2026.",
        "Deciding");
  }

  private void missing() {
    row(List.of(PO), "goods without lot", MILK_CASE, "Asked", "Milk: which lot?", "LotWanted");
    List<Event> lot = List.of(PO, keyed(2), MILK_CASE);
    String whole = "Milk +48 (2 case x 24), 48 of 48";
    row(lot, "text", TEXT, "Recorded*", whole, "Ready");
    row(lot, "typed text", give(new Input.Typed("L-77")), "Recorded*", whole, "Ready");
    row(lot, "same goods with lot", MILK_LOT, "Recorded*", whole, "Ready");
    row(lot, "other goods", HAMMER_EACH, "Mistaken", "Milk: lot first.", "LotWanted");
    row(lot, "place", STAGING, "Mistaken", "Milk: lot first.", "LotWanted");
    row(lot, "misread code", NOISE, "Mistaken", "Misread, scan again.", "LotWanted");
    row(lot, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Ready");
  }

  private void dates() {
    row(
        List.of(PO),
        "goods without their date",
        CREAM_LOT,
        "Asked",
        "Cream: use by which day?",
        "ExpiryWanted");
    List<Event> date = List.of(PO, CREAM_LOT);
    String cream = "Cream +24 (1 case x 24), 24 of 24";
    row(date, "311226 keyed in", keyed(311_226), "Recorded*", cream, "Ready");
    row(date, "010127 keyed in", keyed(10_127), "Recorded*", cream, "Ready");
    row(date, "31.12.26", give(new Input.Typed("31.12.26")), "Recorded*", cream, "Ready");
    row(date, "same goods with date", CREAM_DATED, "Recorded*", cream, "Ready");
    row(
        date,
        "310226, no such day",
        keyed(310_226),
        "Mistaken",
        "Cream: expiry date first.",
        "ExpiryWanted");
    row(
        date,
        "a day that is over",
        keyed(11_126),
        "Undecided",
        "Lot L3 of Cream expired 01 Nov 2026.",
        "Deciding");
  }

  private void serials() {
    row(
        NONE,
        "goods without serial number",
        DRILL_PIECE,
        "Asked",
        "Drill: which serial number?",
        "SerialWanted");
    List<Event> serial = List.of(PO, DRILL_PIECE);
    row(serial, "text", TEXT, "Recorded", "Drill +1, 1 of 2", "Ready");
    row(serial, "same goods with serial number", DRILL_9, "Recorded", "Drill +1, 1 of 2", "Ready");
    row(
        serial,
        "serial number received here before",
        scan(new Sighting.Unknown("SN-7", true)),
        "Mistaken",
        "Drill SN-7 is here.",
        "SerialWanted");
    row(
        serial,
        "other goods",
        HAMMER_EACH,
        "Mistaken",
        "Drill: serial number first.",
        "SerialWanted");
    row(serial, "misread code", NOISE, "Mistaken", "Misread, scan again.", "SerialWanted");
  }
}
