package dev.stockwright.client.workflow.moving;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.WorkflowTable.scan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.Place;
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
import dev.stockwright.protocol.MoveCommand.MoveGoods;
import dev.stockwright.protocol.MoveCommand.MoveHandlingUnit;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MovingWorkflowTest {
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final Product HAMMER = product("HM-1", "Hammer", false, false);
  private static final Product MILK = product("MK-1", "Milk", true, false);
  private static final Product DRILL = product("DR-1", "Drill", false, true);
  private static final Wording ENGLISH =
      new Wording(Language.ENGLISH, ZoneOffset.UTC, () -> Instant.EPOCH);
  private static final HandlingUnit LP1 = new HandlingUnit("LP-1");

  private static final Event A1 = at("A-01");
  private static final Event B2 = at("B-02");
  private static final Event HAMMER_EACH = goods(HAMMER, PackLevel.EACH, Label.NONE);
  private static final Event HAMMER_CASE = goods(HAMMER, new PackLevel("case", 24), Label.NONE);
  private static final Event HAMMER_PALLET =
      goods(HAMMER, new PackLevel("pallet", 12_000), Label.NONE);
  private static final Event MILK_EACH = goods(MILK, PackLevel.EACH, Label.NONE);
  private static final Event MILK_L1 = goods(MILK, PackLevel.EACH, lot("L1"));
  private static final Event MILK_L2 = goods(MILK, PackLevel.EACH, lot("L2"));
  private static final Event DRILL_9 =
      goods(
          DRILL,
          PackLevel.EACH,
          new Label(
              Optional.empty(),
              Optional.of(new SerialNumber("SN-9")),
              Optional.empty(),
              Optional.empty(),
              1));
  private static final Event UNIT = unit(Optional.of("A-01"));
  private static final Event UNIT_IN_C = unit(Optional.of("C-03"));
  private static final Event STRANGE_UNIT = scan(new Sighting.Unit(LP1, Optional.empty()));
  private static final Event TEXT = scan(new Sighting.Unknown("L1", true));
  private static final Event NOISE = scan(new Sighting.Unreadable("The check digit is wrong."));
  private static final Event MANY =
      scan(
          new Sighting.Ambiguous(
              "123",
              List.of(
                  new PackedProduct(HAMMER, PackLevel.EACH),
                  new PackedProduct(MILK, PackLevel.EACH))));

  private static Product product(String sku, String name, boolean lots, boolean serials) {
    return new Product(new Sku(sku), name, "each", lots, serials);
  }

  private static Label lot(String code) {
    return new Label(
        Optional.of(new LotCode(code)), Optional.empty(), Optional.empty(), Optional.empty(), 1);
  }

  private static Event at(String code) {
    return scan(new Sighting.AtPlace(new Place(new LocationCode(code), "A", "bin")));
  }

  private static Event goods(Product product, PackLevel pack, Label label) {
    return scan(new Sighting.Goods(product, pack, label, List.of(), Optional.empty()));
  }

  private static Event unit(Optional<String> place) {
    return scan(
        new Sighting.Unit(
            LP1, Optional.of(new KnownUnit(LP1, place.map(LocationCode::new), List.of()))));
  }

  private static Scene scene(boolean online) {
    return online ? Scenes.online(WrittenBooks.of()) : Scenes.offline(WrittenBooks.of());
  }

  private static WorkflowTable<MovingState> table(boolean online) {
    return new WorkflowTable<>(
        new MovingWorkflow(),
        MovingState.start(),
        scene(online),
        ENGLISH::say,
        state -> state.phase().getClass().getSimpleName());
  }

  private static WorkflowTable<MovingState> all() {
    List<Event> none = List.of();
    List<Event> here = List.of(A1);
    WorkflowTable<MovingState> table =
        table(true)
            .row(none, "bin", A1, "Asked", "You are at A-01.", "What")
            .row(none, "handling unit", UNIT, "Asked", "LP-1 in hand, with everything in it.", "To")
            .row(
                none,
                "unit that nobody knows",
                STRANGE_UNIT,
                "Mistaken",
                "LP-1 is not known here.",
                "From")
            .row(none, "goods", HAMMER_EACH, "Mistaken", "Hammer: bin first.", "From")
            .row(none, "unknown code", TEXT, "Mistaken", "L1 is not known here.", "From")
            .row(
                none,
                "code of two products",
                MANY,
                "Mistaken",
                "123 belongs to 2 products.",
                "From")
            .row(none, "misread code", NOISE, "Mistaken", "Misread, scan again.", "From")
            .row(none, "BACK", press(Key.BACK), "Left", "Nothing was recorded.", "From")
            .row(here, "goods", HAMMER_EACH, "Asked", "Hammer in hand.", "To")
            .row(here, "case", HAMMER_CASE, "Asked", "Hammer in hand.", "To")
            .row(here, "goods with lot", MILK_L1, "Asked", "Milk in hand.", "To")
            .row(here, "goods with serial number", DRILL_9, "Asked", "Drill in hand.", "To")
            .row(
                here,
                "goods without their lot",
                MILK_EACH,
                "Asked",
                "Milk: which lot?",
                "LotWanted")
            .row(here, "handling unit", UNIT, "Asked", "LP-1 in hand, with everything in it.", "To")
            .row(
                here,
                "unit from elsewhere",
                UNIT_IN_C,
                "Asked",
                "LP-1 in hand. The books have it at C-03.",
                "To")
            .row(here, "other bin", B2, "Asked", "You are at B-02.", "What")
            .row(here, "very many", HAMMER_PALLET, "Undecided", "Hammer: 12,000 pieces?", "Large")
            .row(here, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "From");
    return inHand(table);
  }

  /// What happens when something has been scanned to be moved.
  private static WorkflowTable<MovingState> inHand(WorkflowTable<MovingState> table) {
    List<Event> wants = List.of(A1, MILK_EACH);
    List<Event> holds = List.of(A1, HAMMER_CASE);
    List<Event> lifts = List.of(UNIT);
    List<Event> many = List.of(A1, HAMMER_PALLET);
    return table
        .row(wants, "text", TEXT, "Asked", "Milk in hand.", "To")
        .row(wants, "same goods with lot", MILK_L1, "Asked", "Milk in hand.", "To")
        .row(wants, "other goods", HAMMER_EACH, "Mistaken", "Milk: lot first.", "LotWanted")
        .row(wants, "bin", B2, "Mistaken", "Milk: lot first.", "LotWanted")
        .row(wants, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "What")
        .row(holds, "bin", B2, "Recorded*", "Hammer to B-02.", "From")
        .row(holds, "same goods", HAMMER_EACH, "Asked", "Hammer: 25 in hand.", "To")
        .row(holds, "6 keyed in", give(new Input.Keyed(6)), "Asked", "Hammer: 6 in hand.", "To")
        .row(
            holds,
            "0 keyed in",
            give(new Input.Keyed(0)),
            "Mistaken",
            "Hammer: that count cannot be right.",
            "To")
        .row(holds, "same bin", A1, "Mistaken", "It is at A-01 already.", "To")
        .row(holds, "other goods", MILK_L1, "Mistaken", "That is Milk, not Hammer.", "To")
        .row(holds, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "What")
        .row(
            List.of(A1, MILK_L1), "other lot", MILK_L2, "Mistaken", "That is lot L2, not L1.", "To")
        .row(
            List.of(A1, DRILL_9),
            "2 keyed in",
            give(new Input.Keyed(2)),
            "Mistaken",
            "Drill has serial numbers.",
            "To")
        .row(lifts, "bin", B2, "Recorded*", "LP-1 to B-02.", "From")
        .row(lifts, "bin where it stands", A1, "Mistaken", "It is at A-01 already.", "To")
        .row(lifts, "same unit", UNIT, "Asked", "LP-1 in hand, with everything in it.", "To")
        .row(lifts, "goods", HAMMER_EACH, "Mistaken", "That is Hammer, not LP-1.", "To")
        .row(lifts, "BACK", press(Key.BACK), "Asked", "Nothing was recorded.", "From")
        .row(many, "YES", press(Key.CONFIRM), "Asked", "Hammer: 12,000 in hand.", "To")
        .row(many, "NO", press(Key.DISCARD), "Asked", "Nothing was recorded.", "What")
        .row(many, "other bin", B2, "Asked", "You are at B-02.", "What")
        .row(
            List.of(A1, HAMMER_CASE, HAMMER_PALLET),
            "bin",
            B2,
            "Recorded*",
            "Hammer to B-02.",
            "From");
  }

  @TestFactory
  Stream<DynamicTest> theTable() {
    return all().tests();
  }

  @Test
  void thePageShowsThisTable() throws IOException {
    all()
        .isThePage(
            "moving",
            """
            # Moving, on a device

            Goods go from bin to bin in three scans: from, what, to. A handling unit says itself where it
            stands: two scans. What the server makes of it stands in [moves](moves.md).
            """);
  }

  private static Command command(boolean online, Event... events) {
    Step<MovingState> step = table(online).step(List.of(events));
    assertInstanceOf(Step.Recorded.class, step, step.toString());
    return step instanceof Step.Recorded<MovingState> recorded
        ? recorded.commands().getFirst()
        : Command.class.cast(step);
  }

  @Test
  void onLineTheServerIsAskedAndOffLineItIsTold() {
    LocationCode from = new LocationCode("A-01");
    LocationCode to = new LocationCode("B-02");
    assertEquals(
        new MoveGoods(
            NORTH,
            HAMMER.sku(),
            new Quantity(24),
            from,
            to,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        command(true, A1, HAMMER_CASE, B2));
    assertEquals(
        new MoveStock(
            NORTH,
            MILK.sku(),
            new Quantity(1),
            from,
            to,
            Optional.of(new LotCode("L1")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        command(false, A1, MILK_L1, B2));
  }

  @Test
  void aSerialNumberStandsInTheLotsPlaceAndAUnitMovesWhole() {
    assertEquals(
        Optional.of(new LotCode("SN-9")), ((MoveGoods) command(true, A1, DRILL_9, B2)).lot());
    assertEquals(
        new MoveHandlingUnit(NORTH, LP1, new LocationCode("B-02"), Optional.empty()),
        command(false, UNIT, B2));
  }

  @Test
  void theLastMovesAreShownNewestFirst() {
    List<Event> events =
        List.of(A1, HAMMER_CASE, B2, A1, HAMMER_EACH, B2, UNIT, B2, A1, HAMMER_CASE, B2);
    MovingState state = table(true).after(events);
    assertEquals(List.of(24L, 0L, 1L, 24L), state.done().stream().map(d -> d.units()).toList());
    assertEquals(
        "To B-02: LP-1",
        ENGLISH.say(new MovingWorkflow().card(state, scene(true)).rows().get(1).head()));
  }

  @Test
  void aQuantityThatWasAskedAboutAndNotAnsweredIsNotMoved() {
    MoveGoods moved = (MoveGoods) command(true, A1, HAMMER_CASE, HAMMER_PALLET, B2);
    assertEquals(new Quantity(24), moved.quantity());
  }

  /// A device that was killed goes on at the same step.
  @Test
  void everyStateCanBeWrittenDownAndReadAgain() {
    var form = Wire.full().type(MovingState.class);
    all().states().forEach(state -> assertEquals(state, form.fromJson(form.toJson(state))));
  }

  @Test
  void threeScansMoveGoodsAndTwoAUnit() {
    assertInstanceOf(Step.Recorded.class, table(true).step(List.of(A1, HAMMER_EACH, B2)));
    assertInstanceOf(Step.Recorded.class, table(true).step(List.of(UNIT, B2)));
  }
}
