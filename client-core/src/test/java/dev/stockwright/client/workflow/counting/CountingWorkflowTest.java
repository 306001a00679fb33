package dev.stockwright.client.workflow.counting;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.counting.CountingSite.A1;
import static dev.stockwright.client.workflow.counting.CountingSite.A2;
import static dev.stockwright.client.workflow.counting.CountingSite.BEN;
import static dev.stockwright.client.workflow.counting.CountingSite.C7;
import static dev.stockwright.client.workflow.counting.CountingSite.C9;
import static dev.stockwright.client.workflow.counting.CountingSite.DRILL;
import static dev.stockwright.client.workflow.counting.CountingSite.DRILL_9;
import static dev.stockwright.client.workflow.counting.CountingSite.ENGLISH;
import static dev.stockwright.client.workflow.counting.CountingSite.HAMMER;
import static dev.stockwright.client.workflow.counting.CountingSite.HAMMER_CASE;
import static dev.stockwright.client.workflow.counting.CountingSite.HAMMER_EACH;
import static dev.stockwright.client.workflow.counting.CountingSite.LP1;
import static dev.stockwright.client.workflow.counting.CountingSite.MILK;
import static dev.stockwright.client.workflow.counting.CountingSite.MILK_L1;
import static dev.stockwright.client.workflow.counting.CountingSite.TEXT;
import static dev.stockwright.client.workflow.counting.CountingSite.UNIT;
import static dev.stockwright.client.workflow.counting.CountingSite.at;
import static dev.stockwright.client.workflow.counting.CountingSite.bin;
import static dev.stockwright.client.workflow.counting.CountingSite.books;
import static dev.stockwright.client.workflow.counting.CountingSite.paper;
import static dev.stockwright.client.workflow.counting.CountingSite.pick;
import static dev.stockwright.client.workflow.counting.CountingSite.sheet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Balance;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand.CheckZero;
import dev.stockwright.protocol.CountCommand.CloseBin;
import dev.stockwright.protocol.CountCommand.CountFromTask;
import dev.stockwright.protocol.CountCommand.CountLine;
import dev.stockwright.protocol.CountCommand.FinishCount;
import dev.stockwright.protocol.CountCommand.RequestCount;
import dev.stockwright.protocol.CountCommand.RequestRecount;
import dev.stockwright.protocol.CountCommand.StartCount;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CountingWorkflowTest {
  private static final LocationCode A_01 = new LocationCode("A-01");
  private static final LocationCode A_02 = new LocationCode("A-02");

  private static CountingWalk walk() {
    return new CountingWalk(books());
  }

  private static CountLine line(Sku sku, long units, long seen, boolean replace) {
    return new CountLine(
        Scenes.NORTH,
        C7,
        A_01,
        Optional.of(sku),
        Optional.empty(),
        Optional.of(units),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(seen),
        replace,
        false);
  }

  private static CloseBin close(LocationCode place, long seen, boolean empty) {
    return new CloseBin(Scenes.NORTH, C7, place, Optional.of(seen), empty);
  }

  @Test
  @DisplayName("H30: the next bin closes the one before, with what was counted told at each scan")
  void theNextBinClosesTheOneBefore() {
    CountingWalk walk = walk().then(A1, HAMMER_EACH, HAMMER_CASE, A2);
    assertEquals(
        List.of(
            new StartCount(Scenes.NORTH, C7),
            line(HAMMER.sku(), 1, 7, false),
            line(HAMMER.sku(), 24, 7, false),
            close(A_01, 7, false)),
        walk.told());
    assertEquals(A_02, walk.bin().orElseThrow().place());
    assertEquals(List.of(), walk.bin().orElseThrow().tallies());
  }

  @Test
  @DisplayName("H30: [Nothing here] stores an explicit zero")
  void nothingHereIsAnExplicitZero() {
    CountingWalk walk = walk().then(A1, press(Key.EMPTY));
    assertEquals(close(A_01, 7, true), walk.told().getLast());
    assertEquals(
        Optional.of(new Input.Press(Key.EMPTY)),
        walk().then(A1).card().primary().map(Card.Action::input));
    CountingWalk asked = walk().then(A1, A2, press(Key.EMPTY));
    assertEquals(close(A_01, 7, true), asked.told().getLast());
    assertEquals(A_02, asked.bin().orElseThrow().place());
  }

  @Test
  @DisplayName("H29: no card of a count changes with what the books have there")
  void theCardsDoNotKnowTheStock() {
    Balance much =
        new Balance(
            HAMMER.sku(),
            A_01,
            Optional.empty(),
            Optional.of(LP1),
            Condition.AVAILABLE,
            "",
            4_711,
            Optional.empty());
    var sheet =
        sheet("C-7", 1, Optional.empty(), bin("A-01", 1, "open", ""), bin("A-02", 2, "open", ""));
    CountingWalk blind = new CountingWalk(books(sheet));
    CountingWalk rich = new CountingWalk(books(sheet, much));
    for (var event :
        List.of(A1, HAMMER_EACH, UNIT, give(new Input.Point("0")), A2, press(Key.DONE))) {
      assertEquals(
          ENGLISH.say(blind.step(event).said().headline()),
          ENGLISH.say(rich.step(event).said().headline()));
      assertEquals(blind.card(), rich.card());
      assertTrue(!rich.card().toString().contains("4711"));
    }
  }

  @Test
  @DisplayName("H33: each line is compared with the event that was known at its scan")
  void eachLineHasItsOwnMoment() {
    CountingWalk walk = walk().seen(10).then(A1, HAMMER_EACH).seen(12).then(MILK_L1).seen(15);
    walk.then(HAMMER_EACH).seen(20).then(A2);
    assertEquals(
        List.of(10L, 12L, 15L),
        walk.told(CountLine.class).stream().map(line -> line.seen().orElseThrow()).toList());
    assertEquals(Optional.of(20L), walk.last(CloseBin.class).seen());
    assertEquals(Optional.of(new LotCode("L1")), walk.told(CountLine.class).get(1).lot());
    assertEquals(Optional.of(MILK.sku()), walk.told(CountLine.class).get(1).sku());
  }

  @Test
  @DisplayName("H33: a pick during the count is said, and that it is taken into account")
  void aPickMeanwhileIsSaid() {
    var sheet = sheet("C-7", 1, Optional.empty(), bin("A-01", 1, "open", ""));
    CountingWalk walk =
        new CountingWalk(books(sheet, pick("P-1", "A-01", 0), pick("P-2", "A-02", 0)));
    walk.then(A1, HAMMER_EACH);
    assertEquals(Optional.empty(), walk.card().hint());
    walk.knows(books(sheet, pick("P-1", "A-01", 2)));
    assertEquals(
        "1 pick here since 08:00, taken into account.",
        ENGLISH.say(walk.card().hint().orElseThrow()));
  }

  @Test
  @DisplayName("H31: a recount starts from zero, and not by who counted the bin before")
  void aRecountIsForSomebodyElse() {
    var first =
        sheet("C-9", 1, Optional.empty(), bin("A-01", 1, "open", ""), bin("A-02", 2, "open", ""));
    var again =
        sheet("C-9", 2, Optional.empty(), bin("A-01", 1, "open", ""), bin("A-02", 2, "open", ""));
    CountingWalk walk = new CountingWalk(books(first)).then(A1, HAMMER_CASE, press(Key.DONE));
    walk.knows(books(again));
    assertEquals("You counted A-01 before.", walk.says(A1));
    assertEquals("Counting A-02 again, from zero.", walk.says(A2));
    assertEquals(0, walk.bin().orElseThrow().items());
    CountingWalk other = new CountingWalk(books(again)).then(A1);
    assertEquals(List.of(), other.card().rows());
    assertEquals(2, other.bin().orElseThrow().round());
    assertEquals(
        "C-9 is for ben only.",
        new CountingWalk(books(sheet("C-9", 2, Optional.of(BEN), bin("A-01", 1, "open", ""))))
            .says(A1));
  }

  @Test
  @DisplayName("H32: a counted bin says when and by whom")
  void aCountedBinSaysWhenAndByWhom() {
    assertEquals("A-03 was counted 07:12 by ben.", walk().says(at("A-03")));
    assertEquals("A-01 was counted 08:00 by you.", walk().then(A1, HAMMER_EACH, A2).says(A1));
    CountingWalk mine =
        new CountingWalk(
            books(sheet("C-7", 1, Optional.empty(), bin("A-01", 1, "counted", "ana"))));
    assertEquals("A-01 was counted 07:12 by you.", mine.says(A1));
  }

  @Test
  void whenTheCountIsOverASupervisorHasABinCountedAgain() {
    CountingWalk walk =
        walk().then(A1, HAMMER_EACH, press(Key.DONE)).knows(CountingSite.noCounts());
    assertInstanceOf(Step.Mistaken.class, walk.step(A1));
    walk.supervisor();
    assertInstanceOf(Step.Undecided.class, walk.step(A1));
    assertTrue(walk.card().question().orElseThrow().answers().getFirst().supervisor());
    var form = Wire.full().type(CountingState.class);
    assertEquals(walk.state(), form.fromJson(form.toJson(walk.state())));
    walk.then(press(Key.AGAIN));
    assertEquals(
        new RequestRecount(Scenes.NORTH, C7, List.of(A_01), Optional.empty()),
        walk.last(RequestRecount.class));
  }

  @Test
  void theLastBinFinishesTheCount() {
    var sheet =
        sheet("C-7", 1, Optional.empty(), bin("A-01", 1, "open", ""), bin("A-02", 2, "open", ""));
    CountingWalk walk = new CountingWalk(books(sheet)).then(A1, HAMMER_EACH, A2);
    assertEquals(List.of(), walk.told(FinishCount.class));
    walk.then(HAMMER_EACH, press(Key.DONE));
    assertEquals(new FinishCount(Scenes.NORTH, C7, false), walk.last(FinishCount.class));
    CountingWalk partial =
        walk().then(paper("C-7", Sighting.Paper.Kind.COUNT), press(Key.DONE), press(Key.INSIST));
    assertEquals(new FinishCount(Scenes.NORTH, C7, true), partial.last(FinishCount.class));
  }

  @Test
  void aKeyedFigureReplacesWhatWasCounted() {
    CountingWalk walk = walk().then(A1, HAMMER_EACH, HAMMER_EACH).seen(9);
    walk.then(give(new Input.Keyed(6)));
    assertEquals(line(HAMMER.sku(), 6, 9, true), walk.told().getLast());
    assertEquals(6, walk.bin().orElseThrow().items());
  }

  @Test
  void unitsUnknownCodesAndSerialNumbersAreLinesOfTheirOwn() {
    CountingWalk walk = walk().then(A1, UNIT, TEXT, TEXT, DRILL_9);
    List<CountLine> lines = walk.told(CountLine.class);
    assertEquals(Optional.of("LP-1"), lines.getFirst().code());
    assertEquals(Optional.empty(), lines.getFirst().handlingUnit());
    assertEquals(Optional.of("L1"), lines.get(2).code());
    assertEquals(Optional.of(1L), lines.get(2).quantity());
    assertEquals(Optional.of(new SerialNumber("SN-9")), lines.getLast().serial());
    assertEquals(Optional.of(DRILL.sku()), lines.getLast().sku());
    assertEquals(4, walk.bin().orElseThrow().items());
  }

  @Test
  void aScanIsTakenBackByTheFigureBeforeIt() {
    CountingWalk walk = walk().seen(8).then(A1, HAMMER_EACH).seen(9).then(HAMMER_CASE).seen(11);
    walk.undo();
    assertEquals(line(HAMMER.sku(), 1, 8, true), walk.told().getLast());
    assertEquals(1, walk.bin().orElseThrow().items());
    walk.undo();
    assertEquals(line(HAMMER.sku(), 0, 11, true), walk.told().getLast());
    assertInstanceOf(Step.Mistaken.class, walk.undo());
  }

  @Test
  void aPieceThatWasTakenBackCanBeCountedAgain() {
    CountingWalk walk = walk().then(A1, DRILL_9);
    walk.undo();
    assertEquals(Optional.of(0L), walk.last(CountLine.class).quantity());
    assertTrue(walk.last(CountLine.class).replace());
    walk.recorded(DRILL_9);
    assertEquals(Optional.of(1L), walk.last(CountLine.class).quantity());
    assertTrue(walk.last(CountLine.class).replace(), "the zero must not stand beside it");
    assertEquals(1, walk.bin().orElseThrow().items());
  }

  @Test
  void aBinFromWhichTheOnlyUnitWasTakenBackMayBeEmpty() {
    CountingWalk walk = walk().then(A1, UNIT);
    walk.undo();
    assertEquals(Optional.of("LP-1"), walk.last(CountLine.class).code());
    assertEquals(Optional.of(0L), walk.last(CountLine.class).quantity());
    walk.recorded(press(Key.EMPTY));
    assertEquals(close(A_01, 7, true), walk.told().getLast());
  }

  @Test
  void zeroChecksAndTasksAreOneCommand() {
    CountingWalk walk = walk().then(at("D-01"), press(Key.EMPTY));
    LocationCode place = new LocationCode("D-01");
    assertEquals(List.of(new CheckZero(Scenes.NORTH, place, Optional.of(7L), true)), walk.told());
    walk.then(at("D-01"), press(Key.OCCUPIED));
    assertEquals(new CheckZero(Scenes.NORTH, place, Optional.of(7L), false), walk.told().getLast());
    walk.then(give(new Input.Point("T-1")));
    assertEquals(new CountFromTask(Scenes.NORTH, new Reference("T-1")), walk.told().getLast());
  }

  @Test
  void aSupervisorCountsAnyBinAtOnceUnderANumberOfItsOwn() {
    CountingWalk walk = walk().supervisor().then(at("E-01"));
    Card.Action too = walk.card().question().orElseThrow().answers().getLast();
    assertTrue(too.supervisor());
    walk.then(give(too.input()), HAMMER_EACH, press(Key.DONE));
    Reference number = walk.last(RequestCount.class).number().orElseThrow();
    assertEquals(number, walk.last(CountLine.class).count());
    assertEquals(
        List.of(RequestCount.class, CountLine.class, CloseBin.class, FinishCount.class),
        walk.told().stream().<Class<?>>map(Command::getClass).toList());
  }

  @Test
  void whoCountsAlongSaysSoInEachLine() {
    CountingWalk walk = walk().then(at("A-04"), press(Key.CONFIRM), HAMMER_EACH);
    assertTrue(walk.last(CountLine.class).together());
  }

  @Test
  void aBinThatIsRefusedIsLeft() {
    CountingWalk walk = walk().then(A1, HAMMER_EACH);
    walk.refused(walk.last(CountLine.class));
    assertEquals(Optional.empty(), walk.bin());
    assertEquals("Place", CountingRows.where(walk.state()));
    CountingWalk started = walk().then(at("A-06"), HAMMER_EACH);
    started.refused(new StartCount(Scenes.NORTH, C7));
    assertEquals(C9, started.bin().orElseThrow().count(), "another count goes on");
    started.refused(new StartCount(Scenes.NORTH, C9));
    assertEquals(Optional.empty(), started.bin());
    assertEquals(Optional.empty(), started.state().count());
  }

  @Test
  void aBinThatCouldNotBeClosedWaitsAgain() {
    CountingWalk walk = walk().then(A1, HAMMER_EACH, A2, HAMMER_EACH);
    walk.refused(walk.last(CloseBin.class));
    assertEquals(A_02, walk.bin().orElseThrow().place());
    walk.then(A1);
    assertEquals(A_01, walk.bin().orElseThrow().place());
  }

  @Test
  void theWayGoesOnFromTheBinCountedLast() {
    CountingWalk walk = walk().then(paper("C-7", Sighting.Paper.Kind.COUNT));
    assertEquals("A-01", walk.card().plate().orElseThrow().code());
    walk.then(A2, HAMMER_EACH, press(Key.DONE));
    assertEquals("A-05", walk.card().plate().orElseThrow().code());
    assertEquals(Optional.of("A-02"), walk.card().plate().orElseThrow().before());
    assertEquals(2, walk.card().progress().orElseThrow().done());
  }

  @Test
  @DisplayName("Effort: a bin 1 scan, a product 1 scan, closing 0 touches")
  void eachThingIsOneScan() {
    CountingWalk walk = walk().recorded(A1).recorded(HAMMER_EACH).recorded(A2);
    assertEquals(1, walk.told(CloseBin.class).size());
    assertEquals(A_02, walk.bin().orElseThrow().place());
  }
}
