package dev.stockwright.client.workflow.picking;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.picking.PickingScene.*;
import static dev.stockwright.client.workflow.picking.PickingWays.ALL_DONE;
import static dev.stockwright.client.workflow.picking.PickingWays.AT_DRILL;
import static dev.stockwright.client.workflow.picking.PickingWays.AT_HAMMER;
import static dev.stockwright.client.workflow.picking.PickingWays.AT_MILK;
import static dev.stockwright.client.workflow.picking.PickingWays.EMPTY;
import static dev.stockwright.client.workflow.picking.PickingWays.ENGLISH;
import static dev.stockwright.client.workflow.picking.PickingWays.FULL_HAND;
import static dev.stockwright.client.workflow.picking.PickingWays.GO;
import static dev.stockwright.client.workflow.picking.PickingWays.HAMMER_DONE;
import static dev.stockwright.client.workflow.picking.PickingWays.LOOSE;
import static dev.stockwright.client.workflow.picking.PickingWays.SHORT;
import static dev.stockwright.client.workflow.picking.PickingWays.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WorkflowTable;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand.CheckZero;
import dev.stockwright.protocol.PickingCommand.DropGoods;
import dev.stockwright.protocol.PickingCommand.PickStock;
import dev.stockwright.protocol.PickingCommand.ShortPick;
import dev.stockwright.protocol.PickingCommand.SkipPick;
import dev.stockwright.protocol.PickingCommand.SwapPick;
import dev.stockwright.protocol.ReceivingCommand.HoldGoods;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The statements of the acceptance list that picking can show by itself.
class PickingAcceptanceTest {
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final LocationCode CART_1 = new LocationCode("CART-1");
  private static final LocationCode A_1 = new LocationCode("A-01-02");

  private final LaidOver workflow = new LaidOver(site());
  private final WorkflowTable<PickingState> table = PickingRows.table(workflow);

  private Step<PickingState> step(List<Event> events) {
    return table.step(events);
  }

  private List<Command> recorded(List<Event> events) {
    Step<PickingState> step = step(events);
    assertInstanceOf(Step.Recorded.class, step, step.toString());
    return step instanceof Step.Recorded<PickingState> did ? did.commands() : List.of();
  }

  /// All that is recorded on a way, through what was laid over.
  private List<Command> all(List<Event> events) {
    List<Command> commands = new ArrayList<>();
    IntStream.rangeClosed(1, events.size())
        .mapToObj(n -> step(events.subList(0, n)))
        .forEach(
            step -> {
              if (step instanceof Step.Recorded<PickingState> did) {
                commands.addAll(did.commands());
              }
            });
    return commands;
  }

  private static String headline(Step<PickingState> step) {
    return ENGLISH.say(step.said().headline());
  }

  private static String detail(Step<PickingState> step) {
    return step.said().detail().map(ENGLISH::say).orElse("");
  }

  private static PickStock picked(
      String pick, long units, Optional<String> lot, Optional<String> tote, String from, Sku sku) {
    return new PickStock(
        NORTH,
        new Reference(pick),
        new Quantity(units),
        CART_1,
        Optional.of(new LocationCode(from)),
        lot.map(LotCode::new),
        Optional.of(sku),
        tote.map(HandlingUnit::new));
  }

  private static PickStock hammers(String pick, long units) {
    return picked(pick, units, Optional.empty(), Optional.empty(), "A-01-02", HAMMER.sku());
  }

  @Test
  @DisplayName("H15 a wrong product changes no quantity and names what was scanned and expected")
  void aWrongProductIsRefused() {
    Step<PickingState> step = step(with(AT_HAMMER, BOLT_EACH));
    assertInstanceOf(Step.Mistaken.class, step);
    assertEquals(table.after(AT_HAMMER), step.state());
    Step.Wrong wrong = step.said().wrong().orElseThrow();
    assertEquals("Bolt, BT-1", ENGLISH.say(wrong.scanned()));
    assertEquals("Hammer, HM-1", ENGLISH.say(wrong.expected()));
  }

  @Test
  @DisplayName("H16 picking the 7th of 6 is refused and says to put one back")
  void theSeventhOfSixIsRefused() {
    List<Event> six = new ArrayList<>(AT_HAMMER);
    for (int i = 0; i < 6; i++) {
      six.add(HAMMER_EACH);
    }
    assertEquals(6, all(six).size());
    Step<PickingState> step = step(with(six, HAMMER_EACH));
    assertInstanceOf(Step.Mistaken.class, step);
    assertEquals("Hammer: 6 of 6 done.", headline(step));
    assertEquals("Put 1 back.", detail(step));
  }

  @Test
  @DisplayName("H17 a short pick needs what was picked and a reason, and has the bin looked at")
  void aShortPickHasAReasonAndALook() {
    Card card = workflow.card(table.after(SHORT), scene());
    assertEquals("Hammer: 1 of 6 picked.", ENGLISH.say(card.question().orElseThrow().subject()));
    assertInstanceOf(Step.Undecided.class, step(with(SHORT, give(new Input.Because("damaged")))));
    ShortPick shorted = new ShortPick(NORTH, new Reference("P-1"), new ReasonCode("empty"));
    assertEquals(
        List.of(shorted, new CheckZero(NORTH, A_1, Optional.empty(), true)),
        recorded(with(EMPTY, press(Key.EMPTY))));
    assertEquals(
        List.of(shorted, new CheckZero(NORTH, A_1, Optional.empty(), false)),
        recorded(with(EMPTY, press(Key.OCCUPIED))));
    assertEquals(List.of(shorted), recorded(with(EMPTY, press(Key.SKIP))));
  }

  @Test
  @DisplayName("H18 skipped lines come back at the end, and nothing ends while one is open")
  void skippedLinesComeBack() {
    List<Event> skipped = with(GO, press(Key.SKIP), press(Key.OK));
    assertEquals(
        List.of(new SkipPick(NORTH, new Reference("P-1"), new ReasonCode("blocked"))),
        recorded(skipped));
    List<Event> others = with(skipped, B2, MILK_2L1, C3, DRILL_1, DRILL_2);
    assertInstanceOf(PickingState.Go.class, table.after(others).phase());
    assertInstanceOf(Step.Mistaken.class, step(with(others, PACK)));
    assertEquals("1 pick is open.", headline(step(with(others, press(Key.DONE)))));
    List<Event> done = with(others, A1, press(Key.ALL), HAMMER_EACH);
    assertInstanceOf(PickingState.Drop.class, table.after(done).phase());
    List<Event> shorted = with(others, A1, press(Key.SHORT), press(Key.OK), press(Key.OK));
    assertInstanceOf(PickingState.Drop.class, table.after(shorted).phase());
  }

  @Test
  @DisplayName("H19 a wrong tote is refused and the right one is named")
  void aWrongToteIsRefused() {
    Step<PickingState> wrong = step(with(FULL_HAND, TOTE_5));
    assertInstanceOf(Step.Mistaken.class, wrong);
    assertEquals("That is tote T-5, not T-4.", headline(wrong));
    assertEquals("Use T-4.", detail(wrong));
    Step<PickingState> taken = step(with(FULL_HAND, TOTE_4, HAMMER_EACH, TOTE_4));
    assertEquals("Tote T-4 is for order SO-4.", headline(taken));
    assertEquals("Use an empty tote.", detail(taken));
    assertEquals(
        List.of(picked("P-4", 2, Optional.empty(), Optional.of("T-4"), "A-01-02", HAMMER.sku())),
        recorded(with(FULL_HAND, TOTE_4)));
  }

  @Test
  @DisplayName("H20 a lot past its day cannot be picked, and holding it is offered")
  void anExpiredLotIsNotPicked() {
    List<Event> old = with(AT_MILK, MILK_OLD);
    assertInstanceOf(Step.Undecided.class, step(old));
    assertEquals(
        List.of(
            new HoldGoods(
                NORTH,
                MILK.sku(),
                new LocationCode("B-02-01"),
                new Quantity(3),
                Optional.of(new LotCode("L0")),
                Optional.empty(),
                new ReasonCode("expired"))),
        recorded(with(old, press(Key.OK))));
    assertInstanceOf(Step.Mistaken.class, step(with(old, press(Key.SWAP))));
    assertInstanceOf(Step.Mistaken.class, step(with(old, press(Key.INSIST))));
  }

  @Test
  @DisplayName("H38 more than is wanted is never taken, and ten thousand is asked about once")
  void aLargeQuantityIsAskedAboutOnce() {
    Step<PickingState> ten = step(with(AT_HAMMER, give(new Input.Keyed(61))));
    assertInstanceOf(Step.Mistaken.class, ten);
    assertEquals("Hammer: 6 more, not 61.", headline(ten));
    List<Event> keyed = with(LOOSE, give(new Input.Keyed(11_000)));
    assertInstanceOf(Step.Undecided.class, step(keyed));
    List<Event> meant = with(keyed, press(Key.CONFIRM), HAMMER_EACH);
    assertEquals(List.of(hammers("P-9", 11_000)), recorded(meant));
  }

  @Test
  @DisplayName("H48 a single pick is two scans and no touch")
  void twoScansPickASinglePiece() {
    List<Event> begun = List.of(CART, TASK_4);
    assertEquals(List.of(hammers("P-7", 1)), recorded(with(begun, A1, HAMMER_EACH)));
    assertTrue(
        step(with(begun, A1, HAMMER_EACH)) instanceof Step.Recorded<PickingState> did
            && did.complete());
    assertEquals(
        List.of(hammers("P-1", 6)),
        recorded(with(AT_HAMMER, press(Key.ALL), HAMMER_EACH)),
        "all of 6: two scans and a key");
    assertEquals(
        List.of(hammers("P-1", 4)),
        recorded(with(AT_HAMMER, give(new Input.Keyed(4)), HAMMER_EACH)),
        "4 of 6: two scans and the keypad");
  }

  /// What each card of the command sheet does is WorkSession's: OK gives the first answer.
  @Test
  @DisplayName("H52 the command sheet alone completes a short pick")
  void theCommandSheetCompletesAShortPick() {
    List<Event> way = new ArrayList<>(GO);
    way.addAll(List.of(A1, HAMMER_EACH, press(Key.SHORT), press(Key.SHORT)));
    Card reasons = workflow.card(table.after(way), scene());
    Input first = reasons.question().orElseThrow().answers().getFirst().input();
    assertEquals(new Input.Because("damaged"), first, "SHORT again offers the next reason");
    way.add(give(first));
    Card empty = workflow.card(table.after(way), scene());
    way.add(give(empty.question().orElseThrow().answers().getFirst().input()));
    assertEquals(
        List.of(
            hammers("P-1", 1),
            new ShortPick(NORTH, new Reference("P-1"), new ReasonCode("damaged")),
            new CheckZero(NORTH, A_1, Optional.empty(), true)),
        all(way));
  }

  @Test
  void anotherLotIsSwappedAndPickedInOneStep() {
    assertEquals(
        List.of(
            new SwapPick(
                NORTH,
                new Reference("P-2"),
                Optional.of(new LocationCode("B-02-01")),
                Optional.of(new LotCode("L2"))),
            picked("P-2", 1, Optional.of("L2"), Optional.empty(), "B-02-01", MILK.sku())),
        recorded(with(AT_MILK, MILK_L2, press(Key.SWAP))));
  }

  @Test
  void anotherPlaceIsSwappedBeforeItIsPickedFrom() {
    assertEquals(
        List.of(
            new SwapPick(
                NORTH,
                new Reference("P-1"),
                Optional.of(new LocationCode("A-09-01")),
                Optional.empty())),
        recorded(with(GO, A9, press(Key.OTHER_PLACE))));
    assertEquals(
        List.of(picked("P-1", 1, Optional.empty(), Optional.empty(), "A-09-01", HAMMER.sku())),
        recorded(with(GO, A9, press(Key.OTHER_PLACE), HAMMER_EACH)));
  }

  @Test
  void eachPieceIsNamedAndTheCartIsBroughtAway() {
    assertEquals(
        List.of(picked("P-3", 1, Optional.of("SN-2"), Optional.empty(), "C-03-01", DRILL.sku())),
        recorded(with(AT_DRILL, DRILL_2)));
    assertEquals(
        List.of(new DropGoods(NORTH, CART_1, Optional.empty(), new LocationCode("PACK-1"))),
        recorded(with(ALL_DONE, PACK)));
    PickingState after = table.after(with(ALL_DONE, PACK));
    assertEquals(Optional.of(CART_1), after.cart());
    assertFalse(after.loaded());
  }

  @Test
  void aPackIsSpreadOverTheLinesThatWantIt() {
    List<Event> stop = List.of(CART, TASK_7, A1, HAMMER_INNER);
    assertEquals(List.of(hammers("P-10", 2), hammers("P-11", 1)), recorded(stop));
    PickingState then = table.after(stop);
    assertEquals(Optional.of(new Reference("P-11")), then.pick(), "at the same bin");
  }

  @Test
  void whatIsNotThereIsNotThereForAnyLine() {
    List<Event> stop = List.of(CART, TASK_7, A1, press(Key.SHORT), press(Key.OK));
    ReasonCode empty = new ReasonCode("empty");
    assertEquals(
        List.of(
            new ShortPick(NORTH, new Reference("P-10"), empty),
            new ShortPick(NORTH, new Reference("P-11"), empty)),
        recorded(with(stop, press(Key.SKIP))));
  }

  @Test
  void theNextPlaceIsShownWithTheLastOneBesideIt() {
    Card.Plate plate = workflow.card(table.after(HAMMER_DONE), scene()).plate().orElseThrow();
    assertEquals("B-02-01", plate.code());
    assertEquals(Optional.of("A-01-02"), plate.before());
  }

  /// A device that was killed goes on at the same step.
  @Test
  void everyStateCanBeWrittenDownAndReadAgain() {
    var form = Wire.full().type(PickingState.class);
    PickingRows.all()
        .states()
        .forEach(state -> assertEquals(state, form.fromJson(form.toJson(state))));
  }
}
