package dev.stockwright.client.workflow.putaway;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.HAMMERS;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.LOCKED_UNIT;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.MILK_NEW;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.MILK_OLD;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.NAILS;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.UNIT_1;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.UNIT_2;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.UNIT_3;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.UNIT_WITHOUT_BIN;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.at;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.goods;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.order;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.paper;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.unit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.WorkflowTable;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.protocol.Wire;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("H12, H13, H20, H35: the table of putting away")
class PutAwayWorkflowTest {
  private static final Wording ENGLISH =
      new Wording(Language.ENGLISH, ZoneOffset.UTC, () -> Instant.EPOCH);

  private static final List<Event> NONE = List.of();
  private static final List<Event> ONE = List.of(UNIT_1);
  private static final List<Event> TWO = List.of(UNIT_1, UNIT_2);
  private static final List<Event> NOWHERE = List.of(UNIT_WITHOUT_BIN);
  private static final List<Event> LOOSE = List.of(NAILS);
  private static final List<Event> WHY = List.of(UNIT_1, press(Key.OTHER_PLACE));
  private static final List<Event> EXPIRED = List.of(MILK_OLD);
  private static final List<Event> OFFERED = List.of(unit("LP-8"));

  private static String where(PutAwayState state) {
    return state.phase() instanceof PutAwayState.Bring && state.cart().isEmpty()
        ? "Take"
        : state.phase().getClass().getSimpleName();
  }

  private static WorkflowTable<PutAwayState> all() {
    WorkflowTable<PutAwayState> table =
        new WorkflowTable<>(
            new PutAwayWorkflow(),
            PutAwayState.start(),
            Scenes.online(PutAwaySite.withReasons()),
            ENGLISH::say,
            PutAwayWorkflowTest::where);
    taking(table);
    bringing(table);
    forbidden(table);
    elsewhere(table);
    questions(table);
    Map<String, List<Event>> states =
        Map.of("Take", NONE, "Bring", TWO, "Because", WHY, "Expired", EXPIRED, "Untasked", OFFERED);
    new TreeMap<>(states).forEach((then, before) -> useless(table, then, before));
    return table;
  }

  private static void useless(WorkflowTable<PutAwayState> table, String then, List<Event> before) {
    Map<String, String> says =
        Map.of(
            "badge", "That is the badge of Ben.",
            "RFID tags", "RFID tags are of no use here.",
            "code of two products", "123 belongs to 2 products.",
            "unknown code", "X-1 is not known here.",
            "misread code", "Misread, scan again.");
    PutAwaySite.useless()
        .forEach(
            (what, event) ->
                table.row(before, what, event, "Mistaken", says.getOrDefault(what, "?"), then));
  }

  private static void taking(WorkflowTable<PutAwayState> table) {
    table
        .row(NONE, "handling unit", UNIT_1, "Asked", "LP-1 in hand.", "Bring")
        .row(NONE, "goods", NAILS, "Asked", "Nail in hand.", "Bring")
        .row(NONE, "goods with lot", MILK_NEW, "Asked", "Milk in hand.", "Bring")
        .row(
            NONE,
            "goods of two lots",
            goods(PutAwaySite.MILK, Label.NONE),
            "Mistaken",
            "Milk: which lot?",
            "Take")
        .row(
            NONE,
            "expired lot",
            MILK_OLD,
            "Undecided",
            "Milk: lot OLD expired 03 Nov 2026.",
            "Expired")
        .row(NONE, "goods on a unit", HAMMERS, "Mistaken", "Hammer is on LP-1.", "Take")
        .row(NONE, "unit that ben has", UNIT_3, "Mistaken", "ben works on it.", "Take")
        .row(NONE, "unit in a bin", unit("LP-9"), "Mistaken", "LP-9 is at A-01.", "Take")
        .row(NONE, "strange unit", unit("LP-X"), "Mistaken", "LP-X is not known here.", "Take")
        .row(
            NONE,
            "unit without a task",
            unit("LP-8"),
            "Undecided",
            "LP-8 at DOCK has no put-away.",
            "Untasked")
        .row(NONE, "bin", at("A-01"), "Mistaken", "That is A-01.", "Take")
        .row(NONE, "number of its task", paper("T-1"), "Asked", "LP-1 in hand.", "Bring")
        .row(NONE, "other document", paper("PICK-3"), "Left", "Opening PICK-3.", "Take")
        .row(NONE, "purchase order", order(), "Left", "Opening PO-7.", "Take")
        .row(
            NONE,
            "line of the list",
            give(new Input.Point("T-2")),
            "Asked",
            "LP-2 in hand.",
            "Bring")
        .row(
            NONE,
            "2 keyed in",
            give(new Input.Keyed(2)),
            "Mistaken",
            "There is nothing to confirm.",
            "Take")
        .row(NONE, "BACK", press(Key.BACK), "Left", "Nothing was recorded.", "Take");
  }

  private static void bringing(WorkflowTable<PutAwayState> table) {
    table
        .row(ONE, "its bin", at("A-02"), "Recorded*", "LP-1 to A-02.", "Take")
        .row(ONE, "same unit", UNIT_1, "Asked", "In hand. Go to A-02.", "Bring")
        .row(ONE, "another unit", UNIT_2, "Asked", "LP-2 in hand.", "Bring")
        .row(ONE, "goods", NAILS, "Asked", "Nail in hand.", "Bring")
        .row(
            ONE,
            "expired lot",
            MILK_OLD,
            "Undecided",
            "Milk: lot OLD expired 03 Nov 2026.",
            "Expired")
        .row(ONE, "wrong bin", at("A-03"), "Warned", "That is A-03. Go to A-02.", "Bring")
        .row(ONE, "purchase order", order(), "Mistaken", "PO-7 is another job.", "Bring")
        .row(ONE, "other document", paper("PICK-3"), "Mistaken", "PICK-3 is another job.", "Bring")
        .row(
            ONE,
            "2 keyed in",
            give(new Input.Keyed(2)),
            "Mistaken",
            "LP-1 is a handling unit.",
            "Bring")
        .row(ONE, "BACK", press(Key.BACK), "Asked", "LP-1 is not in hand any more.", "Take")
        .row(
            ONE,
            "LOCATION OCCUPIED",
            press(Key.OCCUPIED),
            "Recorded",
            "A-02 will be counted.",
            "Bring")
        .row(LOOSE, "bin", at("B-03"), "Recorded*", "Nail to B-03.", "Take");
    cart(table);
  }

  private static void cart(WorkflowTable<PutAwayState> table) {
    table
        .row(TWO, "bin of the one", at("A-02"), "Recorded*", "LP-1 to A-02.", "Bring")
        .row(TWO, "bin of the other", at("A-01"), "Recorded*", "LP-2 to A-01.", "Bring")
        .row(TWO, "bin of none", at("B-07"), "Warned", "That is B-07. Go to A-01.", "Bring")
        .row(
            TWO,
            "line of the list",
            give(new Input.Point("T-1")),
            "Asked",
            "LP-1 comes first now.",
            "Bring")
        .row(
            LOOSE,
            "20 keyed in",
            give(new Input.Keyed(20)),
            "Asked",
            "Nail: 20 of 50 go into the next bin.",
            "Bring")
        .row(
            LOOSE,
            "51 keyed in",
            give(new Input.Keyed(51)),
            "Mistaken",
            "Nail: 1 to 50 can be put.",
            "Bring")
        .row(
            List.of(NAILS, give(new Input.Keyed(20))),
            "bin",
            at("B-03"),
            "Recorded",
            "Nail to B-03.",
            "Bring")
        .row(
            List.of(NAILS, give(new Input.Keyed(20))),
            "ALL",
            press(Key.ALL),
            "Asked",
            "Nail: 50 of 50 go into the next bin.",
            "Bring")
        .row(NOWHERE, "any bin", at("A-03"), "Recorded*", "LP-7 to A-03.", "Take");
  }

  /// Nobody can insist on these.
  private static void forbidden(WorkflowTable<PutAwayState> table) {
    List<Event> locked = List.of(LOCKED_UNIT);
    table
        .row(locked, "its bin", at("LOCK-1"), "Mistaken", "LOCK-1 is locked (count).", "Bring")
        .row(locked, "the one suggested instead", at("B-07"), "Undecided", "Why B-07?", "Because")
        .row(ONE, "locked bin", at("LOCK-1"), "Mistaken", "LOCK-1 is locked (count).", "Bring")
        .row(
            ONE,
            "bin out of use",
            at("GONE-1"),
            "Mistaken",
            "GONE-1 is not used any more.",
            "Bring")
        .row(ONE, "where it stands", at("DOCK"), "Mistaken", "It is at DOCK already.", "Bring")
        .row(NOWHERE, "dock", at("DOCK"), "Mistaken", "It is at DOCK already.", "Bring")
        .row(ONE, "bin that is too small", at("B-08"), "Mistaken", "Only 10 fit in B-08.", "Bring")
        .row(
            LOOSE,
            "bin of another product",
            at("A-04"),
            "Mistaken",
            "A-04 takes one product only.",
            "Bring")
        .row(
            LOOSE,
            "bin of another product's lot",
            at("C-01"),
            "Mistaken",
            "C-01 takes one product only.",
            "Bring")
        .row(
            List.of(NAILS, press(Key.OCCUPIED)),
            "bin that is occupied",
            at("B-03"),
            "Mistaken",
            "B-03 did not take it before.",
            "Bring");
  }

  private static void elsewhere(WorkflowTable<PutAwayState> table) {
    List<Event> nowhere = List.of(UNIT_1, press(Key.OCCUPIED), press(Key.OCCUPIED));
    table.row(
        nowhere,
        "any bin, when all named are occupied",
        at("A-03"),
        "Undecided",
        "Why A-03?",
        "Because");
    List<Event> chosen =
        List.of(UNIT_1, give(new Input.Point("B-07")), give(new Input.Because("full")));
    List<Event> open = List.of(UNIT_1, press(Key.OTHER_PLACE), give(new Input.Because("full")));
    table
        .row(
            ONE,
            "OTHER LOCATION",
            press(Key.OTHER_PLACE),
            "Undecided",
            "Why another bin?",
            "Because")
        .row(
            ONE,
            "bin of the list",
            give(new Input.Point("B-07")),
            "Undecided",
            "Why B-07?",
            "Because")
        .row(
            WHY,
            "reason",
            give(new Input.Because("full")),
            "Asked",
            "LP-1 goes to another bin.",
            "Bring")
        .row(chosen, "the bin chosen", at("B-07"), "Recorded!*", "LP-1 to B-07.", "Take")
        .row(chosen, "the bin named", at("A-02"), "Recorded*", "LP-1 to A-02.", "Take")
        .row(chosen, "a third bin", at("A-03"), "Warned", "That is A-03. Go to B-07.", "Bring")
        .row(open, "any bin", at("A-03"), "Recorded!*", "LP-1 to A-03.", "Take")
        .row(open, "locked bin", at("LOCK-1"), "Mistaken", "LOCK-1 is locked (count).", "Bring")
        .row(
            List.of(
                NAILS,
                give(new Input.Keyed(20)),
                press(Key.OTHER_PLACE),
                give(new Input.Because("full"))),
            "any bin, for a part",
            at("A-03"),
            "Mistaken",
            "Nail: only all of it can go elsewhere.",
            "Bring")
        .row(
            List.of(LOCKED_UNIT, at("B-07")),
            "reason",
            give(new Input.Because("blocked")),
            "Recorded!*",
            "LP-4 to B-07.",
            "Take");
  }

  /// While a question is open.
  private static void questions(WorkflowTable<PutAwayState> table) {
    table
        .row(WHY, "its bin", at("A-02"), "Recorded*", "LP-1 to A-02.", "Take")
        .row(WHY, "another unit", UNIT_2, "Asked", "LP-2 in hand.", "Bring")
        .row(WHY, "goods", NAILS, "Asked", "Nail in hand.", "Bring")
        .row(WHY, "purchase order", order(), "Mistaken", "PO-7 is another job.", "Because")
        .row(
            WHY, "other document", paper("PICK-3"), "Mistaken", "PICK-3 is another job.", "Because")
        .row(WHY, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Bring")
        .row(
            WHY,
            "reason of something else",
            give(new Input.Because("theft")),
            "Mistaken",
            "There is nothing to confirm.",
            "Because")
        .row(
            EXPIRED,
            "TO QUARANTINE",
            press(Key.QUARANTINE),
            "Recorded*",
            "Milk is kept from sale.",
            "Take")
        .row(EXPIRED, "LEAVE IT", press(Key.DISCARD), "Asked", "Nothing was recorded.", "Take")
        .row(EXPIRED, "its bin", at("A-03"), "Mistaken", "That is A-03.", "Expired")
        .row(EXPIRED, "unit", UNIT_1, "Asked", "LP-1 in hand.", "Bring")
        .row(EXPIRED, "goods", NAILS, "Asked", "Nail in hand.", "Bring")
        .row(EXPIRED, "purchase order", order(), "Left", "Opening PO-7.", "Take")
        .row(EXPIRED, "other document", paper("PICK-3"), "Left", "Opening PICK-3.", "Take")
        .row(
            OFFERED,
            "ASK FOR A BIN",
            press(Key.CONFIRM),
            "Recorded",
            "A bin is asked for: LP-8.",
            "Take")
        .row(OFFERED, "LEAVE IT", press(Key.DISCARD), "Asked", "Nothing was recorded.", "Take")
        .row(OFFERED, "bin", at("A-03"), "Mistaken", "That is A-03.", "Untasked")
        .row(OFFERED, "unit", UNIT_1, "Asked", "LP-1 in hand.", "Bring")
        .row(OFFERED, "goods", NAILS, "Asked", "Nail in hand.", "Bring")
        .row(OFFERED, "purchase order", order(), "Left", "Opening PO-7.", "Take")
        .row(OFFERED, "other document", paper("PICK-3"), "Left", "Opening PICK-3.", "Take");
  }

  @TestFactory
  Stream<DynamicTest> theTable() {
    return all().tests();
  }

  @Test
  void thePageShowsThisTable() throws IOException {
    all()
        .isThePage(
            "put-away-steps",
            """
            # Putting away, on a device

            Goods go from the dock into their bins in two scans: what, and the bin. More can be taken along
            before the first is put: the bin that is scanned then says which of them it was. A bin that was
            not named is `Warned`: nothing changes, and only the same bin scanned again, from 1.5 to 15
            seconds later, is meant, for a reason. What a bin forbids nobody overrides. Which bins are named
            and what the server makes of it stands in [put-away](put-away.md).
            """);
  }

  /// A device that was killed goes on at the same step.
  @Test
  void everyStateCanBeWrittenDownAndReadAgain() {
    var form = Wire.full().type(PutAwayState.class);
    all().states().forEach(state -> assertEquals(state, form.fromJson(form.toJson(state))));
  }
}
