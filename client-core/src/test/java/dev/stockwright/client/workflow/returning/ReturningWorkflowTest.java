package dev.stockwright.client.workflow.returning;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.WorkflowTable.scan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Books;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.OwnNumber;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WorkflowTable;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ReceivingCommand.CloseReceipt;
import dev.stockwright.protocol.ReceivingCommand.ReceiveReturn;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReturningWorkflowTest {
  private static final Product HAMMER = product("HM-1", "Hammer", false, false);
  private static final Product MILK = product("MK-1", "Milk", true, false);
  private static final Product DRILL = product("DR-1", "Drill", false, true);
  private static final Wording ENGLISH =
      new Wording(Language.ENGLISH, ZoneOffset.UTC, () -> Instant.EPOCH);
  private static final Books BOOKS =
      WrittenBooks.of(new Reason(new ReasonCode("unwanted"), "Not wanted", List.of("return")));

  private static final Event RETURN = scan(new Sighting.Unknown("RT-4", true));
  private static final Event ORDER =
      scan(new Sighting.Paper(new Reference("SO-9"), Sighting.Paper.Kind.ORDER));
  private static final Event TRANSFER =
      scan(new Sighting.Paper(new Reference("TR-1"), Sighting.Paper.Kind.TRANSFER));
  private static final Event HAMMER_EACH = goods(HAMMER, PackLevel.EACH, Label.NONE);
  private static final Event HAMMER_CASE = goods(HAMMER, new PackLevel("case", 24), Label.NONE);
  private static final Event PALLETS = goods(HAMMER, new PackLevel("pallet", 12_000), Label.NONE);
  private static final Event MILK_EACH = goods(MILK, PackLevel.EACH, Label.NONE);
  private static final Event MILK_L1 = goods(MILK, PackLevel.EACH, label("L1", ""));
  private static final Event DRILL_EACH = goods(DRILL, PackLevel.EACH, Label.NONE);
  private static final Event DRILL_9 = goods(DRILL, PackLevel.EACH, label("", "SN-9"));
  private static final Event TEXT = scan(new Sighting.Unknown("L7", true));
  private static final Event NOISE = scan(new Sighting.Unreadable("The check digit is wrong."));
  private static final Event BIN =
      scan(new Sighting.AtPlace(new Place(new LocationCode("A-01"), "A", "bin")));
  private static final Event NONE = press(Key.WITHOUT_DOCUMENT);
  private static final Event SELLABLE = press(Key.OK);
  private static final Event DAMAGED = press(Key.DAMAGED);
  private static final Event UNWANTED = give(new Input.Because("unwanted"));

  private static Product product(String sku, String name, boolean lots, boolean serials) {
    return new Product(new Sku(sku), name, "each", lots, serials);
  }

  private static Label label(String lot, String serial) {
    return new Label(
        Optional.of(lot).filter(code -> !code.isEmpty()).map(LotCode::new),
        Optional.of(serial).filter(code -> !code.isEmpty()).map(SerialNumber::new),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  private static Event goods(Product product, PackLevel pack, Label label) {
    return scan(new Sighting.Goods(product, pack, label, List.of(), Optional.empty()));
  }

  private static WorkflowTable<ReturningState> table(Scene scene) {
    return new WorkflowTable<>(
        new ReturningWorkflow(),
        ReturningState.start(),
        scene,
        ENGLISH::say,
        state -> state.phase().getClass().getSimpleName());
  }

  private static WorkflowTable<ReturningState> all() {
    List<Event> none = List.of();
    List<Event> open = List.of(RETURN);
    WorkflowTable<ReturningState> table =
        table(Scenes.online(BOOKS))
            .row(none, "return", RETURN, "Asked", "Return RT-4.", "What")
            .row(none, "customer's order", ORDER, "Asked", "Return RT-SO-9.", "What")
            .row(none, "goods", HAMMER_EACH, "Asked", "Hammer in hand.", "Grading")
            .row(none, "other document", TRANSFER, "Mistaken", "TR-1 is another job.", "Which")
            .row(none, "bin", BIN, "Mistaken", "That is A-01.", "Which")
            .row(none, "misread code", NOISE, "Mistaken", "Misread, scan again.", "Which")
            .row(none, "BACK", press(Key.BACK), "Left", "Nothing was recorded.", "Which")
            .row(open, "goods", HAMMER_EACH, "Asked", "Hammer in hand.", "Grading")
            .row(open, "case", HAMMER_CASE, "Asked", "Hammer in hand.", "Grading")
            .row(
                open,
                "very many",
                PALLETS,
                "Mistaken",
                "Hammer: that count cannot be right.",
                "What")
            .row(open, "goods without lot", MILK_EACH, "Asked", "Milk: which lot?", "LotWanted")
            .row(open, "goods with lot", MILK_L1, "Asked", "Milk in hand.", "Grading")
            .row(
                open,
                "piece without number",
                DRILL_EACH,
                "Asked",
                "Drill: which serial number?",
                "LotWanted")
            .row(open, "piece", DRILL_9, "Asked", "Drill in hand.", "Grading")
            .row(open, "bin", BIN, "Mistaken", "That is A-01.", "What")
            .row(open, "DONE", press(Key.DONE), "Mistaken", "There is nothing to confirm.", "What")
            .row(open, "BACK", press(Key.BACK), "Asked", "Scan the return or order", "Which");
    return inHand(table);
  }

  private static WorkflowTable<ReturningState> inHand(WorkflowTable<ReturningState> table) {
    List<Event> wants = List.of(RETURN, MILK_EACH);
    List<Event> holds = List.of(RETURN, HAMMER_CASE);
    List<Event> why = List.of(RETURN, HAMMER_CASE, DAMAGED);
    List<Event> taken = List.of(RETURN, HAMMER_CASE, DAMAGED, UNWANTED);
    return table
        .row(wants, "text", TEXT, "Asked", "Milk in hand.", "Grading")
        .row(wants, "the same with lot", MILK_L1, "Asked", "Milk in hand.", "Grading")
        .row(
            wants,
            "other goods",
            HAMMER_EACH,
            "Mistaken",
            "Milk: lot or serial number first.",
            "LotWanted")
        .row(wants, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "What")
        .row(holds, "same goods", HAMMER_EACH, "Asked", "Hammer: 25 in hand.", "Grading")
        .row(holds, "other goods", MILK_L1, "Mistaken", "First say how Hammer is.", "Grading")
        .row(
            holds, "6 keyed in", give(new Input.Keyed(6)), "Asked", "Hammer: 6 in hand.", "Grading")
        .row(
            List.of(RETURN, DRILL_9),
            "2 keyed in",
            give(new Input.Keyed(2)),
            "Mistaken",
            "Drill has serial numbers.",
            "Grading")
        .row(holds, "can be sold", SELLABLE, "Asked", "Hammer: Can be sold.", "Why")
        .row(holds, "damaged", DAMAGED, "Asked", "Hammer: Damaged.", "Why")
        .row(holds, "to inspect", press(Key.QUARANTINE), "Asked", "Hammer: To inspect.", "Why")
        .row(holds, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "What")
        .row(why, "reason", UNWANTED, "Recorded", "Hammer: Damaged.", "What")
        .row(
            why,
            "unknown reason",
            give(new Input.Because("moon")),
            "Mistaken",
            "There is nothing to confirm.",
            "Why")
        .row(why, "goods", HAMMER_EACH, "Mistaken", "That is Hammer.", "Why")
        .row(why, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "Grading")
        .row(taken, "goods", MILK_L1, "Asked", "Milk in hand.", "Grading")
        .row(taken, "DONE", press(Key.DONE), "Recorded*", "RT-4 is closed.", "Which");
  }

  @TestFactory
  Stream<DynamicTest> theTable() {
    return all().tests();
  }

  @Test
  void thePageShowsThisTable() throws IOException {
    all()
        .isThePage(
            "returning-steps",
            """
            # Taking returns in, on a device

            What customers bring back is scanned, judged and given its reason. Goods that are scanned at once, or
            "No document", begin a return of their own; a customer's order has one return. What the server makes of
            it stands in [receiving with documents](receiving-documents.md).
            """);
  }

  private static List<Command> commands(Event... events) {
    Step<ReturningState> step = table(Scenes.online(BOOKS)).step(List.of(events));
    if (step instanceof Step.Recorded<ReturningState> recorded) {
      return recorded.commands();
    }
    throw new AssertionError(step.toString());
  }

  @Test
  void whatIsSentNamesTheReturnTheConditionAndTheReason() {
    assertEquals(
        List.of(
            new ReceiveReturn(
                Scenes.NORTH,
                Optional.of(new Reference("RT-4")),
                Optional.empty(),
                HAMMER.sku(),
                new Quantity(24),
                Condition.DAMAGED,
                new ReasonCode("unwanted"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty())),
        commands(RETURN, HAMMER_CASE, DAMAGED, UNWANTED));
    ReceiveReturn piece =
        (ReceiveReturn) commands(ORDER, DRILL_EACH, TEXT, SELLABLE, UNWANTED).getFirst();
    assertEquals(List.of(new SerialNumber("L7")), piece.serials());
    assertEquals(Optional.of(new Reference("RT-SO-9")), piece.into());
    assertEquals(
        List.of(new CloseReceipt(Scenes.NORTH, new Reference("RT-4"))),
        commands(RETURN, HAMMER_CASE, DAMAGED, UNWANTED, press(Key.DONE)));
  }

  @Test
  void withoutADocumentAllGoodsAreInOneReturnOfTheDevice() {
    Optional<Reference> own = Optional.of(new Reference(OwnNumber.of(Scenes.online(BOOKS), "RT")));
    assertEquals(
        own, ((ReceiveReturn) commands(HAMMER_EACH, SELLABLE, UNWANTED).getFirst()).into());
    assertEquals(
        own,
        ((ReceiveReturn)
                commands(NONE, HAMMER_EACH, SELLABLE, UNWANTED, MILK_L1, DAMAGED, UNWANTED)
                    .getFirst())
            .into());
  }

  @Test
  void whereNoReasonIsKnownNothingIsTakenIn() {
    Step<ReturningState> step =
        table(Scenes.online(WrittenBooks.of())).step(List.of(RETURN, HAMMER_EACH, SELLABLE));
    assertInstanceOf(Step.Mistaken.class, step, step.toString());
  }

  /// A device that was killed goes on at the same step.
  @Test
  void everyStateCanBeWrittenDownAndReadAgain() {
    var form = Wire.full().type(ReturningState.class);
    all().states().forEach(state -> assertEquals(state, form.fromJson(form.toJson(state))));
  }
}
