package dev.stockwright.client.workflow.putaway;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.LP1;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.MILK_OLD;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.NAILS;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.UNIT_1;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.UNIT_2;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.at;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.reason;
import static dev.stockwright.client.workflow.putaway.PutAwaySite.unit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Books;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand.CheckZero;
import dev.stockwright.protocol.PutAwayCommand.DirectPutAway;
import dev.stockwright.protocol.PutAwayCommand.OpenPutAway;
import dev.stockwright.protocol.PutAwayCommand.PutAway;
import dev.stockwright.protocol.PutAwayCommand.PutUnitAway;
import dev.stockwright.protocol.PutAwayCommand.RedirectPutAway;
import dev.stockwright.protocol.ReceivingCommand.HoldGoods;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is recorded of a put-away, and when not.
class PutAwayCommandsTest {
  private static final PutAwayWorkflow WORKFLOW = new PutAwayWorkflow();
  private static final Wording ENGLISH =
      new Wording(Language.ENGLISH, ZoneOffset.UTC, () -> Instant.EPOCH);
  private static final ReasonCode FULL = new ReasonCode("full");

  private static LocationCode bin(String code) {
    return new LocationCode(code);
  }

  private static Step<PutAwayState> after(Scene scene, Event... events) {
    return after(PutAwayState.start(), scene, events);
  }

  private static Step<PutAwayState> after(PutAwayState from, Scene scene, Event... events) {
    Step<PutAwayState> step =
        new Step.Asked<>(from, Step.Said.of(PutAwayCard.instruction(from, scene)));
    for (Event event : events) {
      step = event.on(WORKFLOW, step.state(), scene);
    }
    return step;
  }

  private static List<Command> commands(Step<PutAwayState> step) {
    assertInstanceOf(Step.Recorded.class, step, step.toString());
    return step instanceof Step.Recorded<PutAwayState> recorded ? recorded.commands() : List.of();
  }

  private static Scene scene() {
    return Scenes.online(PutAwaySite.withReasons());
  }

  private static String says(Step<PutAwayState> step) {
    return ENGLISH.say(step.said().headline())
        + step.said().detail().map(text -> " " + ENGLISH.say(text)).orElse("");
  }

  @Test
  @DisplayName("H48: two scans and no touch put a unit away, and goods")
  void twoScans() {
    assertEquals(
        List.of(new PutUnitAway(Scenes.NORTH, LP1, bin("A-02"), Optional.empty())),
        commands(after(scene(), UNIT_1, at("A-02"))));
    assertEquals(
        List.of(new PutAway(Scenes.NORTH, new Reference("T-5"), bin("B-03"), Optional.empty())),
        commands(after(scene(), NAILS, at("B-03"))));
  }

  @Test
  void offLineWhatWasNamedBeforeIsPutAwayAllTheSame() {
    Scene offline = Scenes.offline(PutAwaySite.withReasons());
    assertEquals(
        List.of(new PutUnitAway(Scenes.NORTH, LP1, bin("A-02"), Optional.empty())),
        commands(after(offline, UNIT_1, at("A-02"))));
  }

  @Test
  @DisplayName("H12: a wrong bin changes nothing and names the expected one")
  void wrongBin() {
    Step<PutAwayState> step = after(scene(), UNIT_1, at("A-03"));
    assertInstanceOf(Step.Warned.class, step);
    assertEquals(
        "That is A-03. Go to A-02. To use A-03 all the same, scan it again in a moment.",
        says(step));
    assertEquals(after(scene(), UNIT_1).state().cart(), step.state().cart());
    assertEquals(List.of(), step.state().done());
    assertEquals("A-02", WORKFLOW.card(step.state(), scene()).plate().orElseThrow().code());
  }

  @Test
  @DisplayName(
      "H13: a locked bin is refused with the reason and another one, however often scanned")
  void lockedBin() {
    Step<PutAwayState> first = after(scene(), unit("LP-4"), at("LOCK-1"));
    assertEquals("LOCK-1 is locked (count). Use B-07.", says(first));
    for (int seconds = 1; seconds < 20; seconds++) {
      Scene later = Scenes.later(scene(), Scenes.NOW.plusSeconds(seconds));
      Step<PutAwayState> again = after(first.state(), later, at("LOCK-1"));
      assertInstanceOf(Step.Mistaken.class, again);
    }
    Card card = WORKFLOW.card(first.state(), scene());
    assertEquals("B-07", card.plate().orElseThrow().code());
    assertEquals("LOCK-1 is locked (count).", ENGLISH.say(card.hint().orElseThrow()));
  }

  private static Step<PutAwayState> rescanned(Books books, long millis) {
    Scene scene = Scenes.online(books);
    Step<PutAwayState> first = after(scene, UNIT_1, at("A-03"));
    return after(first.state(), Scenes.later(scene, Scenes.NOW.plusMillis(millis)), at("A-03"));
  }

  @Test
  @DisplayName("H14: the same bin within 1.5 s is refused again; at 2 s it is meant, with a reason")
  void rescan() {
    Books one = PutAwaySite.books(reason("full", "Bin is full"));
    assertInstanceOf(Step.Mistaken.class, rescanned(one, 0));
    assertInstanceOf(Step.Mistaken.class, rescanned(one, 1_499));
    List<Command> put = List.of(new PutUnitAway(Scenes.NORTH, LP1, bin("A-03"), Optional.of(FULL)));
    assertEquals(put, commands(rescanned(one, 1_500)));
    assertEquals(put, commands(rescanned(one, 2_000)));
    assertEquals(put, commands(rescanned(one, 15_000)));
    assertInstanceOf(Step.Warned.class, rescanned(one, 15_001));
    assertEquals(
        true, rescanned(one, 2_000) instanceof Step.Recorded<PutAwayState> r && r.insisted());
  }

  @Test
  void aTriggerPulledTwiceDoesNotPutTheOverrideOff() {
    Books one = PutAwaySite.books(reason("full", "Bin is full"));
    PutAwayState twice = rescanned(one, 200).state();
    Scene later = Scenes.later(Scenes.online(one), Scenes.NOW.plusMillis(1_600));
    assertEquals(1, commands(after(twice, later, at("A-03"))).size());
  }

  @Test
  void ofSeveralReasonsOneIsAskedForAndWithoutOneNothingIsOverridden() {
    Step<PutAwayState> asked = rescanned(PutAwaySite.withReasons(), 2_000);
    assertInstanceOf(Step.Undecided.class, asked);
    assertEquals(
        List.of(new PutUnitAway(Scenes.NORTH, LP1, bin("A-03"), Optional.of(FULL))),
        commands(after(asked.state(), scene(), give(new Input.Because("full")))));
    assertInstanceOf(Step.Mistaken.class, rescanned(PutAwaySite.books(), 2_000));
  }

  @Test
  void anotherBinInBetweenIsNotTheSameScanTwice() {
    Step<PutAwayState> first = after(scene(), UNIT_1, at("A-03"), at("B-07"));
    Scene later = Scenes.later(scene(), Scenes.NOW.plusSeconds(3));
    assertInstanceOf(Step.Warned.class, after(first.state(), later, at("A-03")));
  }

  @Test
  @DisplayName("H20: an expired lot is not put to the goods for sale; quarantine is offered")
  void expiredLot() {
    Step<PutAwayState> asked = after(scene(), MILK_OLD);
    assertEquals(
        List.of(Key.QUARANTINE, Key.DISCARD),
        WORKFLOW.card(asked.state(), scene()).question().orElseThrow().answers().stream()
            .map(answer -> ((Input.Press) answer.input()).key())
            .toList());
    assertEquals(
        List.of(
            new HoldGoods(
                Scenes.NORTH,
                PutAwaySite.MILK.sku(),
                PutAwaySite.DOCK,
                new Quantity(12),
                Optional.of(new LotCode("OLD")),
                Optional.empty(),
                new ReasonCode("expired"))),
        commands(after(asked.state(), scene(), press(Key.QUARANTINE))));
  }

  @Test
  @DisplayName("H20: what expired while it was in hand is not put any more")
  void expiredInHand() {
    PutAwayState inHand = after(scene(), PutAwaySite.MILK_NEW).state();
    Scene nextYear =
        new Scene(
            Scenes.NORTH,
            Optional.of(Scenes.ANA),
            Scenes.TODAY.plusYears(1),
            Scenes.NOW,
            false,
            true,
            7,
            PutAwaySite.withReasons());
    Step<PutAwayState> step = after(inHand, nextYear, at("A-03"));
    assertInstanceOf(Step.Undecided.class, step);
    assertInstanceOf(PutAwayState.Expired.class, step.state().phase());
  }

  @Test
  @DisplayName("H35: of a cart of three, the bin that is scanned puts what is planned for it")
  void cartOfThree() {
    PutAwayState cart = after(scene(), UNIT_1, UNIT_2, NAILS).state();
    Card card = WORKFLOW.card(cart, scene());
    assertEquals("A-01", card.plate().orElseThrow().code(), "the first on the way");
    assertEquals("3 in hand", ENGLISH.say(card.context().orElseThrow()));
    Step<PutAwayState> put = after(cart, scene(), at("A-02"));
    assertEquals(
        List.of(new PutUnitAway(Scenes.NORTH, LP1, bin("A-02"), Optional.empty())), commands(put));
    assertEquals("LP-1 to A-02. Next: LP-2 to A-01.", says(put));
    assertEquals(
        List.of(new Reference("T-2"), new Reference("T-5")),
        put.state().cart().stream().map(PutAwayState.Load::task).toList());
  }

  @Test
  void aPartGoesIntoTheBinAndTheRestStaysInHand() {
    Step<PutAwayState> part = after(scene(), NAILS, give(new Input.Keyed(20)), at("B-03"));
    assertEquals(
        List.of(
            new PutAway(
                Scenes.NORTH, new Reference("T-5"), bin("B-03"), Optional.of(new Quantity(20)))),
        commands(part));
    assertEquals("Nail to B-03. 30 still in hand.", says(part));
    assertEquals(1, part.state().cart().size());
    assertEquals(Optional.empty(), part.state().cart().getFirst().units());
  }

  @Test
  void goodsGoElsewhereByARedirectAndThenThePutAway() {
    Step<PutAwayState> step =
        after(scene(), NAILS, press(Key.OTHER_PLACE), give(new Input.Because("full")), at("A-03"));
    Reference task = new Reference("T-5");
    assertEquals(
        List.of(
            new RedirectPutAway(Scenes.NORTH, task, bin("A-03"), Optional.empty(), FULL),
            new PutAway(Scenes.NORTH, task, bin("A-03"), Optional.empty())),
        commands(step));
  }

  @Test
  void anOccupiedBinIsCountedAndTheNextSuggestionIsShown() {
    Step<PutAwayState> step = after(scene(), UNIT_1, press(Key.OCCUPIED));
    assertEquals(
        List.of(new CheckZero(Scenes.NORTH, bin("A-02"), Optional.of(7L), false)), commands(step));
    assertEquals("A-02 will be counted. Go to B-07.", says(step));
    assertEquals("B-07", WORKFLOW.card(step.state(), scene()).plate().orElseThrow().code());
    Step<PutAwayState> again = after(step.state(), scene(), press(Key.OCCUPIED));
    assertEquals(
        List.of(
            new CheckZero(Scenes.NORTH, bin("B-07"), Optional.of(7L), false),
            new DirectPutAway(Scenes.NORTH, new Reference("T-1"))),
        commands(again),
        "no other is known, so the server looks again");
    assertEquals(
        1,
        commands(
                after(step.state(), Scenes.offline(PutAwaySite.withReasons()), press(Key.OCCUPIED)))
            .size(),
        "off line it cannot");
  }

  @Test
  void goodsOnADockWithoutATaskGetOne() {
    assertEquals(
        List.of(
            new OpenPutAway(
                Scenes.NORTH,
                PutAwaySite.HAMMER.sku(),
                PutAwaySite.DOCK,
                new Quantity(24),
                Optional.empty(),
                Optional.of(new HandlingUnit("LP-8")),
                Optional.empty())),
        commands(after(scene(), unit("LP-8"), press(Key.CONFIRM))));
  }

  @Test
  void goodsOnTwoDocksAreOfferedFromOneOfThem() {
    Scene two =
        Scenes.online(
            WrittenBooks.of(
                PutAwaySite.NAIL,
                new Place(PutAwaySite.DOCK, "D", "dock"),
                new Place(new LocationCode("DOCK-2"), "D", "dock"),
                PutAwaySite.pile(PutAwaySite.NAIL, "DOCK", Optional.empty(), Optional.empty()),
                PutAwaySite.pile(PutAwaySite.NAIL, "DOCK-2", Optional.empty(), Optional.empty())));
    Step<PutAwayState> step =
        after(two, PutAwaySite.goods(PutAwaySite.NAIL, Label.NONE), press(Key.CONFIRM));
    assertEquals(
        List.of(PutAwaySite.NAIL.sku()),
        commands(step).stream().map(command -> ((OpenPutAway) command).sku()).toList());
  }

  @Test
  void whatSomebodyElseHasPutAwayMeanwhileIsGone() {
    PutAwayState cart = after(scene(), UNIT_1, UNIT_2, press(Key.OTHER_PLACE)).state();
    Scene without =
        Scenes.online(
            WrittenBooks.of(
                PutAwaySite.HAMMER,
                PutAwaySite.bin("A-02", 20),
                PutAwaySite.unitTask("T-1", "LP-1", "A-02", List.of())));
    assertEquals("A-02", WORKFLOW.card(cart, without).plate().orElseThrow().code());
    assertEquals(Optional.empty(), WORKFLOW.card(cart, without).question());
    Step<PutAwayState> put = after(cart, without, at("A-02"));
    assertEquals(List.of(), put.state().cart());
    assertEquals(
        Card.Means.SCAN,
        WORKFLOW.card(cart, Scenes.online(WrittenBooks.of())).prompt().means(),
        "with nothing left it begins anew");
  }

  @Test
  @DisplayName("H13: what the server refuses is in hand again, for another bin")
  void refusedByTheServer() {
    Step<PutAwayState> put = after(scene(), UNIT_1, at("A-02"));
    PutAwayState back = WORKFLOW.refused(put.state(), commands(put).getFirst());
    assertEquals(List.of(), back.done());
    Card card = WORKFLOW.card(back, scene());
    assertEquals("B-07", card.plate().orElseThrow().code());
    assertEquals("A-02 did not take it before.", ENGLISH.say(card.hint().orElseThrow()));
    assertEquals(
        back, WORKFLOW.refused(back, commands(put).getFirst()), "said twice, it is in hand once");
  }

  @Test
  void theServersGroundsAreSaidInTheWordsOfThePerson() {
    List<String> said =
        List.of(
                "24 of the same product are there or on their way",
                "3 of the same lot are there or on their way",
                "it is empty",
                "other lots of the product are there",
                "it may hold several products",
                "zone COLD is for frozen goods",
                "zone COLD is where HM-1 belongs",
                "order SO-1 waits for 3",
                "ana named it: full",
                "no bin takes these goods",
                "a new ground")
            .stream()
            .map(why -> ENGLISH.say(Grounds.said(why)))
            .toList();
    assertEquals(
        List.of(
            "Same product here (24)",
            "Same lot here (3)",
            "It is empty",
            "Other lots of it are here",
            "It may hold several products",
            "It belongs in zone COLD",
            "It belongs in zone COLD",
            "Order SO-1 waits for it",
            "ana has named it",
            "No bin takes it now",
            "a new ground"),
        said);
  }
}
