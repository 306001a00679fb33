package dev.stockwright.client.workflow.portal;

import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.WorkflowTable.scan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WorkflowTable;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// 24 drills with serial numbers and 24 batteries are expected.
class PortalWorkflowTest {
  private static final Product DRILL = product("DR-1820", "Drill", false, true);
  private static final Product BATTERY = product("BT-1850", "Battery", false, false);
  private static final Product MILK = product("MK-1", "Milk", true, false);
  private static final Product HAMMER = product("HM-1", "Hammer", false, false);
  private static final OpenOrder ORDER = order(0, 0);
  private static final Wording ENGLISH =
      new Wording(Language.ENGLISH, ZoneOffset.UTC, () -> Instant.EPOCH);

  private static final Event PO = scan(new Sighting.Document(ORDER));
  private static final Event READ = press(Key.OK);
  private static final Event QUIET = press(Key.OK);
  private static final Event ALL = tags(drills(0, 24), batteries(0, 24));
  private static final Event MOST = tags(drills(0, 22), batteries(0, 24));
  private static final Event REST = tags(drills(22, 24), List.of());
  private static final Event EXTRA = tags(batteries(24, 25), List.of());
  private static final Event STRAY = tags(List.of(tag(HAMMER, "H1", true)), List.of());
  private static final Event STRANGE =
      tags(List.of(new Sighting.Tag("FF01", Optional.empty(), Optional.empty(), false)), List.of());
  private static final Event DRILL_22 = goods(DRILL, Optional.of("22"));
  private static final Event DRILL_23 = goods(DRILL, Optional.of("23"));
  private static final Event DRILL_0 = goods(DRILL, Optional.of("0"));

  private static Product product(String sku, String name, boolean lots, boolean serials) {
    return new Product(new Sku(sku), name, "each", lots, serials);
  }

  private static OpenOrder order(long drills, long batteries) {
    return new OpenOrder(
        new Reference("PO-1015"),
        "Halvorsen Tools",
        Optional.empty(),
        List.of(
            new OrderLine(DRILL.sku(), "Drill", 24, drills, 24),
            new OrderLine(BATTERY.sku(), "Battery", 24, batteries, 24),
            new OrderLine(MILK.sku(), "Milk", 10, 0, 10)),
        Scenes.NOW);
  }

  private static Sighting.Tag tag(Product product, String serial, boolean weak) {
    return new Sighting.Tag(
        "3034-" + product.sku() + "-" + serial,
        Optional.of(product),
        Optional.of(new SerialNumber(serial)),
        weak);
  }

  private static List<Sighting.Tag> drills(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> tag(DRILL, "" + i, false)).toList();
  }

  private static List<Sighting.Tag> batteries(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> tag(BATTERY, "B" + i, false)).toList();
  }

  private static Event tags(List<Sighting.Tag> some, List<Sighting.Tag> others) {
    List<Sighting.Tag> all = new ArrayList<>(some);
    all.addAll(others);
    return scan(new Sighting.Tags(all));
  }

  private static Event goods(Product product, Optional<String> serial) {
    Label label =
        new Label(
            Optional.empty(), serial.map(SerialNumber::new), Optional.empty(), Optional.empty(), 1);
    return scan(new Sighting.Goods(product, PackLevel.EACH, label, List.of(), Optional.empty()));
  }

  private static Scene scene(OpenOrder order) {
    return Scenes.online(WrittenBooks.of(DRILL, BATTERY, MILK, HAMMER, order));
  }

  private static WorkflowTable<PortalState> table() {
    return new WorkflowTable<>(
        new PortalWorkflow(),
        PortalState.start(),
        scene(ORDER),
        ENGLISH::say,
        state -> state.phase().getClass().getSimpleName());
  }

  private static WorkflowTable<PortalState> all() {
    List<Event> none = List.of();
    List<Event> open = List.of(PO);
    List<Event> reading = List.of(PO, READ, MOST);
    List<Event> whole = List.of(PO, READ, ALL);
    WorkflowTable<PortalState> table =
        table()
            .row(none, "order", PO, "Asked", "The gate reads for PO-1015.", "Idle")
            .row(none, "tags", MOST, "Mistaken", "No order is open.", "Idle")
            .row(none, "READ", READ, "Mistaken", "No order is open.", "Idle")
            .row(none, "BACK", press(Key.BACK), "Left", "Nothing was received.", "Idle")
            .row(open, "READ", READ, "Asked", "0 of 48 read.", "Reading")
            .row(open, "first tags", MOST, "Asked", "46 of 48 read.", "Reading")
            .row(open, "barcode", DRILL_22, "Mistaken", "That is Drill.", "Idle")
            .row(
                open,
                "DONE",
                press(Key.DONE),
                "Mistaken",
                "Nothing of this order was read.",
                "Idle")
            .row(reading, "the same tags", MOST, "Asked", "46 of 48 read.", "Reading")
            .row(reading, "the others", REST, "Asked", "48 of 48 read.", "Reading")
            .row(reading, "a weak tag", STRAY, "Asked", "46 of 48 read.", "Reading")
            .row(reading, "one too many", EXTRA, "Asked", "46 of 48 read.", "Reading")
            .row(reading, "unknown tag", STRANGE, "Asked", "46 of 48 read.", "Reading")
            .row(
                reading,
                "missing by barcode",
                DRILL_22,
                "Asked",
                "Drill found by its barcode.",
                "Reading")
            .row(reading, "other order", PO, "Mistaken", "PO-1015 is another job.", "Reading")
            .row(reading, "quiet", QUIET, "Undecided", "2 missing.", "Ended")
            .row(reading, "BACK", press(Key.BACK), "Asked", "Nothing was received.", "Idle")
            .row(whole, "quiet", QUIET, "Recorded*", "48 received.", "Idle");
    return over(table);
  }

  /// What happens when a pass is over and not all is as expected.
  private static WorkflowTable<PortalState> over(WorkflowTable<PortalState> table) {
    List<Event> ended = List.of(PO, READ, MOST, STRAY, QUIET);
    List<Event> extra = List.of(PO, ALL, EXTRA, QUIET);
    return table
        .row(ended, "READ AGAIN", press(Key.AGAIN), "Asked", "46 of 48 read.", "Reading")
        .row(ended, "tags", REST, "Asked", "48 of 48 read.", "Reading")
        .row(
            ended,
            "missing by barcode",
            DRILL_22,
            "Undecided",
            "Drill found by its barcode.",
            "Ended")
        .row(ended, "piece that was read", DRILL_0, "Mistaken", "Drill 0 is read already.", "Ended")
        .row(
            ended,
            "piece without its number",
            goods(DRILL, Optional.empty()),
            "Mistaken",
            "Drill: which piece?",
            "Ended")
        .row(
            ended,
            "goods that are all there",
            goods(BATTERY, Optional.empty()),
            "Mistaken",
            "Battery is not missing.",
            "Ended")
        .row(ended, "ACCEPT", press(Key.DONE), "Recorded", "46 received, 2 short.", "Idle")
        .row(ended, "REMOVE", press(Key.REMOVE), "Mistaken", "That does nothing here.", "Ended")
        .row(ended, "BACK", press(Key.BACK), "Asked", "Nothing was received.", "Idle")
        .row(
            List.of(PO, READ, MOST, QUIET, DRILL_22),
            "last missing by barcode",
            DRILL_23,
            "Recorded*",
            "48 received.",
            "Idle")
        .row(extra, "REMOVE", press(Key.REMOVE), "Recorded*", "48 received.", "Idle")
        .row(extra, "ACCEPT", press(Key.DONE), "Recorded*", "48 received.", "Idle");
  }

  @TestFactory
  Stream<DynamicTest> theTable() {
    return all().tests();
  }

  @Test
  void thePageShowsThisTable() throws IOException {
    all()
        .isThePage(
            "portal-steps",
            """
            # Receiving through an RFID gate, at the desk

            Tags say what is there, against what the open order still wants. Nothing is received before
            all of it is there, or a person has said so; a tag that was received never counts again.
            """);
  }

  private static List<Command> commands(Event... events) {
    Step<PortalState> step = table().step(List.of(events));
    assertInstanceOf(Step.Recorded.class, step, step.toString());
    return step instanceof Step.Recorded<PortalState> recorded ? recorded.commands() : List.of();
  }

  private static long units(List<Command> commands) {
    return commands.stream().mapToLong(each -> ((ReceiveGoods) each).quantity().units()).sum();
  }

  @Test
  @DisplayName("D8: 46 of 48: the two missing are listed, and the barcode of one makes 47")
  void whatIsMissingIsListedAndABarcodeFillsIt() {
    PortalState ended = table().after(List.of(PO, READ, MOST, QUIET));
    PortalTally tally = PortalTally.of(ended, scene(ORDER));
    assertEquals(List.of(48L, 46L, 2L), List.of(tally.expected(), tally.read(), tally.missing()));
    assertEquals(
        List.of("Drill", "2"),
        Stream.of(new PortalWorkflow().card(ended, scene(ORDER)).rows().getFirst())
            .flatMap(row -> Stream.of(row.head(), row.value().orElseThrow()))
            .map(ENGLISH::say)
            .toList());
    PortalState found = table().after(List.of(PO, READ, MOST, QUIET, DRILL_22));
    assertEquals(47, PortalTally.of(found, scene(ORDER)).read());
  }

  @Test
  void piecesWithNumbersAreReceivedOneByOneAndOthersAsOneQuantity() {
    List<Command> commands = commands(PO, READ, MOST, QUIET, press(Key.DONE));
    assertEquals(23, commands.size(), "22 drills and the batteries");
    assertEquals(46, units(commands));
    assertEquals(24, ((ReceiveGoods) commands.getLast()).quantity().units());
    assertEquals(Optional.of(new SerialNumber("0")), ((ReceiveGoods) commands.getFirst()).serial());
  }

  @Test
  @DisplayName("D9: a weak tag is not received and stands under what was ignored")
  void aStrayTagIsNotPostedAndCanBeSeen() {
    List<Event> passed = List.of(PO, READ, ALL, STRAY);
    PortalTally tally = PortalTally.of(table().after(passed), scene(ORDER));
    assertEquals(1, tally.ignored().size());
    List<Command> commands = commands(PO, READ, ALL, STRAY, QUIET);
    assertEquals(48, units(commands));
    assertEquals(
        List.of(),
        commands.stream().filter(c -> ((ReceiveGoods) c).sku().equals(HAMMER.sku())).toList());
  }

  @Test
  void aTagThatWasReceivedIsNeverReceivedAgain() {
    PortalState once = table().after(List.of(PO, READ, MOST, QUIET, press(Key.DONE)));
    Scene later = scene(order(22, 24));
    PortalWorkflow workflow = new PortalWorkflow();
    PortalState again = ALL.on(workflow, once, later).state();
    PortalTally tally = PortalTally.of(again, later);
    assertEquals(List.of(2L, 2L), List.of(tally.expected(), tally.read()));
    assertEquals(46, tally.old().size());
    Step<PortalState> step = QUIET.on(workflow, again, later);
    assertEquals(2, units(((Step.Recorded<PortalState>) step).commands()));
    PortalState third = ALL.on(workflow, step.state(), scene(order(24, 24))).state();
    assertInstanceOf(
        Step.Mistaken.class, press(Key.DONE).on(workflow, third, scene(order(24, 24))));
  }

  @Test
  void aPieceIsOnePieceByItsTagAndByItsBarcode() {
    PortalState state = table().after(List.of(PO, READ, MOST, DRILL_22, REST));
    assertEquals(48, PortalTally.of(state, scene(ORDER)).read());
    assertEquals(0, PortalTally.of(state, scene(ORDER)).extra().size());
  }

  @Test
  void aWeakTagThatIsHeardWellCounts() {
    Event weak = tags(List.of(tag(DRILL, "22", true)), List.of());
    PortalState state = table().after(List.of(PO, READ, MOST, weak));
    assertEquals(46, PortalTally.of(state, scene(ORDER)).read());
    assertEquals(
        48,
        PortalTally.of(table().after(List.of(PO, READ, MOST, weak, REST)), scene(ORDER)).read());
  }

  /// A desk that was killed goes on in the same session.
  @Test
  void everyStateCanBeWrittenDownAndReadAgain() {
    var form = Wire.full().type(PortalState.class);
    all().states().forEach(state -> assertEquals(state, form.fromJson(form.toJson(state))));
  }
}
