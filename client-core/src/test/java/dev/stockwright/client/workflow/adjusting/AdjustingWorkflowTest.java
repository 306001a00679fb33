package dev.stockwright.client.workflow.adjusting;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.WorkflowTable.scan;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.A1;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.B2;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.DRILLS;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.ENGLISH;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.HAMMER;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.HAMMERS;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.HERE;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.HOW;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.LOT;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.MILK;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.MILKS;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.MILK_L1;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.NAILS;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.NONE;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.NOTE;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.ORDER;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.PAPER;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.POST;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.SET;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.STRANGE_UNIT;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.TEXT;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.UNIT;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.WHICH;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.WHY;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.WORKFLOW;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.goods;
import static dev.stockwright.client.workflow.adjusting.AdjustingSite.scene;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.WorkflowTable;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AdjustingWorkflowTest {
  private static WorkflowTable<AdjustingState> all() {
    WorkflowTable<AdjustingState> table =
        new WorkflowTable<>(
            WORKFLOW,
            AdjustingState.start(),
            scene(),
            ENGLISH::say,
            state -> state.phase().getClass().getSimpleName());
    finding(table);
    sorting(table);
    figuring(table);
    posting(table);
    Map<String, List<Event>> states = new LinkedHashMap<>();
    states.put("Where", NONE);
    states.put("What", HERE);
    states.put("Which", WHICH);
    states.put("How", HOW);
    states.put("HowMany", SET);
    states.put("Why", WHY);
    states.put("Post", POST);
    states.forEach((then, before) -> useless(table, then, before));
    return table;
  }

  private static void useless(
      WorkflowTable<AdjustingState> table, String then, List<Event> before) {
    table
        .row(
            before,
            "badge",
            scan(new Sighting.Badge(new Operator("ben"), "Ben", false)),
            "Mistaken",
            "That is the badge of Ben.",
            then)
        .row(
            before,
            "RFID tags",
            scan(new Sighting.Tags(List.of())),
            "Mistaken",
            "RFID tags are of no use here.",
            then)
        .row(
            before,
            "code of two products",
            scan(
                new Sighting.Ambiguous(
                    "123",
                    List.of(
                        new PackedProduct(HAMMER, PackLevel.EACH),
                        new PackedProduct(MILK, PackLevel.EACH)))),
            "Mistaken",
            "123 belongs to 2 products.",
            then)
        .row(before, "unknown code", TEXT, "Mistaken", "L1 is not known here.", then)
        .row(
            before,
            "misread code",
            scan(new Sighting.Unreadable("The check digit is wrong.")),
            "Mistaken",
            "Misread, scan again.",
            then);
    if (!then.equals("Where")) {
      table
          .row(before, "other document", PAPER, "Mistaken", "PICK-3 is another job.", then)
          .row(before, "purchase order", ORDER, "Mistaken", "PO-7 is another job.", then);
    }
  }

  private static void finding(WorkflowTable<AdjustingState> table) {
    table
        .row(NONE, "place", A1, "Asked", "You are at A-01.", "What")
        .row(NONE, "goods of two places", HAMMERS, "Asked", "Hammer: which location?", "Where")
        .row(NONE, "goods of one place", MILK_L1, "Asked", "Milk: 12 at A-01.", "How")
        .row(NONE, "goods without their lot", MILKS, "Asked", "Milk: which lot?", "LotWanted")
        .row(NONE, "handling unit", UNIT, "Asked", "Nail: 50 at A-01.", "How")
        .row(NONE, "strange unit", STRANGE_UNIT, "Mistaken", "LP-9 is not known here.", "Where")
        .row(NONE, "other document", PAPER, "Left", "Opening PICK-3.", "Where")
        .row(NONE, "purchase order", ORDER, "Left", "Opening PO-7.", "Where")
        .row(NONE, "BACK", press(Key.BACK), "Left", "Nothing was recorded.", "Where")
        .row(List.of(HAMMERS), "place", A1, "Asked", "Hammer: 24 at A-01.", "How")
        .row(List.of(HAMMERS), "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Where")
        .row(HERE, "goods", HAMMERS, "Asked", "Hammer: 24 at A-01.", "How")
        .row(HERE, "goods with lot", MILK_L1, "Asked", "Milk: 12 at A-01.", "How")
        .row(
            HERE,
            "lot that is not there",
            goods(MILK, Optional.of("L9")),
            "Asked",
            "Milk: 0 at A-01.",
            "How")
        .row(HERE, "goods without their lot", MILKS, "Asked", "Milk: which lot?", "LotWanted")
        .row(
            HERE,
            "piece without its number",
            DRILLS,
            "Asked",
            "Drill: which serial number?",
            "LotWanted")
        .row(
            HERE,
            "goods loose and on a unit",
            NAILS,
            "Asked",
            "Nail lies several ways at A-01.",
            "Which")
        .row(HERE, "other place", B2, "Asked", "You are at B-02.", "What")
        .row(HERE, "handling unit", UNIT, "Asked", "Nail: 50 at A-01.", "How")
        .row(HERE, "strange unit", STRANGE_UNIT, "Asked", "LP-9 at A-01.", "What")
        .row(
            List.of(A1, STRANGE_UNIT),
            "goods that are not on it",
            HAMMERS,
            "Mistaken",
            "Hammer is not on LP-9.",
            "What")
        .row(HERE, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Where");
  }

  private static void sorting(WorkflowTable<AdjustingState> table) {
    table
        .row(LOT, "text", TEXT, "Asked", "Milk: 12 at A-01.", "How")
        .row(LOT, "same goods with lot", MILK_L1, "Asked", "Milk: 12 at A-01.", "How")
        .row(LOT, "lot typed", give(new Input.Typed("L1")), "Asked", "Milk: 12 at A-01.", "How")
        .row(LOT, "other goods", HAMMERS, "Mistaken", "Milk: which lot?", "LotWanted")
        .row(LOT, "place", B2, "Mistaken", "Milk: which lot?", "LotWanted")
        .row(LOT, "handling unit", UNIT, "Mistaken", "Milk: which lot?", "LotWanted")
        .row(LOT, "purchase order", ORDER, "Mistaken", "Milk: which lot?", "LotWanted")
        .row(LOT, "other document", PAPER, "Mistaken", "Milk: which lot?", "LotWanted")
        .row(
            LOT,
            "badge",
            scan(new Sighting.Badge(new Operator("ben"), "Ben", false)),
            "Mistaken",
            "Milk: which lot?",
            "LotWanted")
        .row(
            LOT,
            "RFID tags",
            scan(new Sighting.Tags(List.of())),
            "Mistaken",
            "Milk: which lot?",
            "LotWanted")
        .row(
            LOT,
            "code of two products",
            scan(new Sighting.Ambiguous("123", List.of())),
            "Mistaken",
            "Milk: which lot?",
            "LotWanted")
        .row(
            LOT,
            "misread code",
            scan(new Sighting.Unreadable("The check digit is wrong.")),
            "Mistaken",
            "Misread, scan again.",
            "LotWanted")
        .row(LOT, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "What")
        .row(
            WHICH,
            "loose",
            give(new Input.Point("/available")),
            "Asked",
            "Nail: 100 at A-01.",
            "How")
        .row(
            WHICH,
            "on LP-1",
            give(new Input.Point("LP-1/available")),
            "Asked",
            "Nail: 50 at A-01.",
            "How")
        .row(WHICH, "handling unit", UNIT, "Asked", "Nail: 50 at A-01.", "How")
        .row(WHICH, "goods", HAMMERS, "Asked", "Hammer: 24 at A-01.", "How")
        .row(WHICH, "other place", B2, "Asked", "You are at B-02.", "What")
        .row(WHICH, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "What");
  }

  private static void figuring(WorkflowTable<AdjustingState> table) {
    table
        .row(HOW, "SET TO", press(Key.SET_TO), "Asked", "Hammer: set to.", "HowMany")
        .row(HOW, "ADD", press(Key.ADD), "Asked", "Hammer: add.", "HowMany")
        .row(HOW, "REMOVE", press(Key.REMOVE), "Asked", "Hammer: remove.", "HowMany")
        .row(HOW, "goods", NAILS, "Asked", "Nail lies several ways at A-01.", "Which")
        .row(HOW, "handling unit", UNIT, "Asked", "Nail: 50 at A-01.", "How")
        .row(HOW, "other place", B2, "Asked", "You are at B-02.", "What")
        .row(HOW, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "What")
        .row(SET, "22 keyed in", give(new Input.Keyed(22)), "Asked", "Hammer: 24 → 22 (-2)", "Why")
        .row(SET, "0 keyed in", give(new Input.Keyed(0)), "Asked", "Hammer: 24 → 0 (-24)", "Why")
        .row(
            SET,
            "24 keyed in",
            give(new Input.Keyed(24)),
            "Mistaken",
            "Hammer: it is 24 already.",
            "HowMany")
        .row(
            SET,
            "-1 keyed in",
            give(new Input.Keyed(-1)),
            "Mistaken",
            "Hammer: that number cannot be right.",
            "HowMany")
        .row(
            SET,
            "far too many keyed in",
            give(new Input.Keyed(Quantity.MAX + 1)),
            "Mistaken",
            "Hammer: that number cannot be right.",
            "HowMany")
        .row(SET, "ADD", press(Key.ADD), "Asked", "Hammer: add.", "HowMany")
        .row(SET, "goods", NAILS, "Asked", "Nail lies several ways at A-01.", "Which")
        .row(SET, "handling unit", UNIT, "Asked", "Nail: 50 at A-01.", "How")
        .row(SET, "other place", B2, "Asked", "You are at B-02.", "What")
        .row(SET, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "How");
    adding(table);
  }

  private static void adding(WorkflowTable<AdjustingState> table) {
    List<Event> add = List.of(A1, HAMMERS, press(Key.ADD));
    List<Event> remove = List.of(A1, HAMMERS, press(Key.REMOVE));
    List<Event> piece =
        List.of(A1, DRILLS, scan(new Sighting.Unknown("SN-1", true)), press(Key.ADD));
    table
        .row(add, "3 keyed in", give(new Input.Keyed(3)), "Asked", "Hammer: 24 → 27 (+3)", "Why")
        .row(
            add,
            "0 keyed in",
            give(new Input.Keyed(0)),
            "Mistaken",
            "Hammer: that number cannot be right.",
            "HowMany")
        .row(remove, "2 keyed in", give(new Input.Keyed(2)), "Asked", "Hammer: 24 → 22 (-2)", "Why")
        .row(
            remove,
            "25 keyed in",
            give(new Input.Keyed(25)),
            "Mistaken",
            "Hammer: only 24 at A-01.",
            "HowMany")
        .row(piece, "1 keyed in", give(new Input.Keyed(1)), "Asked", "Drill: 0 → 1 (+1)", "Why")
        .row(
            piece,
            "2 keyed in",
            give(new Input.Keyed(2)),
            "Mistaken",
            "Drill: one piece with this serial number.",
            "HowMany");
  }

  private static void posting(WorkflowTable<AdjustingState> table) {
    for (List<Event> before : List.of(WHY, POST)) {
      String then = before.equals(WHY) ? "Why" : "Post";
      table
          .row(before, "place", B2, "Mistaken", "That is B-02.", then)
          .row(before, "goods", NAILS, "Mistaken", "That is Nail.", then)
          .row(before, "handling unit", UNIT, "Mistaken", "That is LP-1.", then);
    }
    List<Event> noted =
        Stream.concat(NOTE.stream(), Stream.of(give(new Input.Typed("Forklift")))).toList();
    table
        .row(
            WHY, "reason", give(new Input.Because("lost")), "Asked", "Hammer: 24 → 22 (-2)", "Post")
        .row(
            WHY,
            "reason of something else",
            give(new Input.Because("full")),
            "Mistaken",
            "There is nothing to confirm.",
            "Why")
        .row(WHY, "OK", press(Key.OK), "Mistaken", "There is nothing to confirm.", "Why")
        .row(WHY, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "How")
        .row(POST, "POST -2", press(Key.OK), "Recorded*", "Hammer: -2 at A-01.", "Where")
        .row(POST, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Why")
        .row(NOTE, "POST -2", press(Key.OK), "Mistaken", "This reason needs a note.", "Post")
        .row(
            NOTE,
            "note",
            give(new Input.Typed("Forklift")),
            "Asked",
            "Hammer: 24 → 22 (-2)",
            "Post")
        .row(
            NOTE,
            "blank note",
            give(new Input.Typed(" ")),
            "Mistaken",
            "A note has 1 to 200 characters.",
            "Post")
        .row(noted, "POST -2", press(Key.OK), "Recorded*", "Hammer: -2 at A-01.", "Where");
  }

  @TestFactory
  Stream<DynamicTest> theTable() {
    return all().tests();
  }

  @Test
  void thePageShowsThisTable() throws IOException {
    all()
        .isThePage(
            "adjusting-steps",
            """
            # Adjusting, on a device

            The books are put right where goods lie: the place and the goods, set to, add or remove, how
            many, why, post. What is posted is the difference. Who must not know how many there are is not
            told, and can add and remove only. Whether somebody else has to approve it is decided by the
            server and stands in [adjustments](adjustments.md). UNDO takes the last ones back, on line and off:
            an applied one by a reversing movement, one that still waits is withdrawn; the same pile, difference
            and reason are then on the screen again. What somebody else has decided stays.
            """);
  }

  /// A device that was killed goes on at the same step.
  @Test
  void everyStateCanBeWrittenDownAndReadAgain() {
    var form = Wire.full().type(AdjustingState.class);
    all().states().forEach(state -> assertEquals(state, form.fromJson(form.toJson(state))));
  }
}
