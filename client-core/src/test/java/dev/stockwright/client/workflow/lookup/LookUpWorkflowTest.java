package dev.stockwright.client.workflow.lookup;

import static dev.stockwright.client.workflow.Sights.MILK;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.lookup.LookUpTable.BIN;
import static dev.stockwright.client.workflow.lookup.LookUpTable.BOOKS;
import static dev.stockwright.client.workflow.lookup.LookUpTable.COMING;
import static dev.stockwright.client.workflow.lookup.LookUpTable.HAMMERS;
import static dev.stockwright.client.workflow.lookup.LookUpTable.LOCKED;
import static dev.stockwright.client.workflow.lookup.LookUpTable.MILK_L1;
import static dev.stockwright.client.workflow.lookup.LookUpTable.PALLET;
import static dev.stockwright.client.workflow.lookup.LookUpTable.PAPER;
import static dev.stockwright.client.workflow.lookup.LookUpTable.TOLD;
import static dev.stockwright.client.workflow.lookup.LookUpTable.all;
import static dev.stockwright.client.workflow.lookup.LookUpTable.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Watched;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Sighting.Paper.Kind;
import dev.stockwright.client.workflow.Sights;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.client.workflow.lookup.LookUpState.OfGoods;
import dev.stockwright.client.workflow.lookup.LookUpState.OfPlace;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LookUpWorkflowTest {
  @TestFactory
  Stream<DynamicTest> theTable() {
    return all().tests();
  }

  @Test
  void thePageShowsThisTable() throws IOException {
    all()
        .isThePage(
            "look-up-steps",
            """
            # Looking up, on a device

            One scan shows what the device knows of goods, a place, a handling unit or a document; the next
            scan takes its place, and BACK goes to the one before, ten deep. Nothing is recorded. What can be
            asked of the server stands in [questions](questions.md).

            Of goods and handling units the last five movements are shown as well: the device asks the server
            for them while somebody looks, and the stream keeps them and the figures true from then on. In a
            dead spot what was told before stays, and where nothing was told the card says so. A place shows
            what is to come in, to go out and to be counted there.
            """);
  }

  @Test
  void anythingCanBeScannedAnywhere() {
    Sights.anythingAnywhere(new LookUpWorkflow(), all().states(), Scenes.online(BOOKS));
    Sights.anythingAnywhere(new LookUpWorkflow(), all().states(), Scenes.offline(BOOKS.blinded()));
  }

  private static Card card(Scene scene, Event... events) {
    return new LookUpWorkflow().card(table(scene).after(List.of(events)), scene);
  }

  private static String said(Text text) {
    return Sights.ENGLISH.say(text);
  }

  private static List<String> rows(Card card) {
    return card.rows().stream()
        .map(
            row ->
                said(row.head())
                    + row.detail().map(detail -> " (" + said(detail) + ")").orElse("")
                    + row.value().map(value -> ": " + said(value)).orElse(""))
        .toList();
  }

  @Test
  @DisplayName("H48: a look-up is one scan and no touch")
  void oneScanShowsEverything() {
    Card card = card(Scenes.online(BOOKS), HAMMERS);
    assertEquals(
        List.of("26 On hand", "20 Available", "2 Blocked", "60 Expected"),
        card.figures().stream()
            .map(figure -> said(figure.value()) + " " + said(figure.label()))
            .toList());
    assertEquals(
        List.of(
            "A-01: 24",
            "B-02 (damaged): 2",
            "PO-1, Bolt & Co (Expected 24 Nov 2026): +60",
            "1 case (pieces): 24"),
        rows(card));
    assertEquals(Optional.empty(), card.hint());
  }

  @Test
  @DisplayName("H45: off line figures say as of when they are")
  void offLineTheAgeIsSaid() {
    Card card = card(Scenes.offline(BOOKS), HAMMERS);
    assertEquals("As of 08:00", said(card.context().orElseThrow()));
    assertEquals("26", said(card.figures().getFirst().value()));
  }

  @Test
  @DisplayName("H29: who counts blind is told no figure")
  void whoCountsSeesNoFigures() {
    Scene scene = Scenes.online(BOOKS.blinded());
    for (Event event : List.of(HAMMERS, BIN, MILK_L1)) {
      Card card = card(scene, event);
      assertEquals(List.of(), card.figures());
      assertEquals(
          "Stock is not shown: you count, or it is being read.", said(card.hint().orElseThrow()));
      assertEquals(Optional.empty(), table(scene).step(List.of(event)).said().value());
    }
    assertEquals(
        List.of("PO-1, Bolt & Co (Expected 24 Nov 2026)", "1 case (pieces): 24"),
        rows(card(scene, HAMMERS)));
    assertEquals(List.of(), rows(card(scene, BIN)));
  }

  @Test
  void aLotIsShownAloneWithItsExpiry() {
    assertEquals(
        List.of("A-01 (lot L1, expires 03 Dec 2026, on LP-1): 12"),
        rows(card(Scenes.online(BOOKS), MILK_L1)));
  }

  @Test
  void whatExpiresFirstComesFirst() {
    List<String> places = List.of("A-02", "A-03", "A-04");
    List<Optional<LocalDate>> days =
        List.of(
            Optional.empty(),
            Optional.of(LocalDate.of(2026, 12, 24)),
            Optional.of(LocalDate.of(2026, 11, 30)));
    WrittenBooks books = BOOKS;
    for (int i = 0; i < places.size(); i++) {
      LotCode lot = new LotCode("M" + i);
      books =
          books.and(
              new Balance(
                  MILK.sku(),
                  new LocationCode(places.get(i)),
                  Optional.of(lot),
                  Optional.empty(),
                  Condition.AVAILABLE,
                  "",
                  1,
                  days.get(i)));
    }
    assertEquals(
        List.of(
            "A-04 (lot M2, expires 30 Nov 2026): 1",
            "A-01 (lot L1, expires 03 Dec 2026, on LP-1): 12",
            "A-03 (lot M1, expires 24 Dec 2026): 1",
            "A-02 (lot M0): 1"),
        rows(card(Scenes.online(books), Sights.goods(MILK))));
  }

  @Test
  void aPlaceSaysWhetherItIsLockedAndWhy() {
    assertEquals(
        "Nothing may go in: count",
        said(card(Scenes.online(BOOKS), LOCKED).context().orElseThrow()));
    assertEquals("Open", said(card(Scenes.online(BOOKS), BIN).context().orElseThrow()));
    assertEquals(
        List.of("Hammer: 24", "Milk (lot L1, expires 03 Dec 2026, on LP-1): 12"),
        rows(card(Scenes.online(BOOKS), BIN)));
  }

  @Test
  void aUnitSaysWhereItStandsOrWhatItComesWith() {
    Card known = card(Scenes.online(BOOKS), PALLET);
    assertEquals("Stands at A-01", said(known.goods().orElseThrow().source()));
    assertEquals(List.of("Milk (lot L1): 12"), rows(known));
    Card coming = card(Scenes.online(BOOKS), COMING);
    assertEquals("Announced with ASN-1", said(coming.goods().orElseThrow().source()));
    assertEquals(List.of("Hammer: 30"), rows(coming));
  }

  @Test
  void whatMovedLastIsThereWhereTheServerHasToldIt() {
    Card card = card(Scenes.online(TOLD), HAMMERS);
    assertEquals(
        List.of(
            "1 case (pieces): 24",
            "A-01 to B-02 (07:30, ana, taken back): 2",
            "Supplier to A-01 (07:20, ben, R-7): 24",
            "A-01 to scrap (07:10, ana): 1"),
        rows(card).subList(3, 7));
    assertEquals(
        List.of("B-02", "A-01", "A-01"),
        card.rows().subList(4, 7).stream()
            .map(row -> ((Input.Point) row.input().orElseThrow()).what())
            .toList());
    assertEquals(
        List.of("Milk (lot L1): 12", "DOCK to A-01 (07:40, ben): 12"),
        rows(card(Scenes.online(TOLD), PALLET)));
    assertEquals(
        new Watched.Goods(MILK.sku(), Optional.of(new LotCode("L1"))),
        new LookUpWorkflow()
            .watched(table(Scenes.online(TOLD)).after(List.of(MILK_L1)))
            .orElseThrow());
  }

  @Test
  @DisplayName("H45: in a dead spot a list that was never told is not shown as empty")
  void whatIsNotKnownIsSaid() {
    String untold = "What moved last is shown on line.";
    assertEquals(untold, said(card(Scenes.offline(BOOKS), HAMMERS).hint().orElseThrow()));
    assertEquals(untold, said(card(Scenes.offline(BOOKS), PALLET).hint().orElseThrow()));
    assertEquals(Optional.empty(), card(Scenes.offline(TOLD), HAMMERS).hint());
    assertEquals(Optional.empty(), card(Scenes.offline(BOOKS), BIN).hint());
    Card blind = card(Scenes.offline(TOLD.blinded()), HAMMERS);
    assertTrue(rows(blind).stream().noneMatch(row -> row.contains("07:")), () -> "" + rows(blind));
  }

  @Test
  void aPlaceSaysWhatIsPlannedThere() {
    assertEquals(
        List.of(
            "Hammer: 24",
            "Milk (lot L1, expires 03 Dec 2026, on LP-1): 12",
            "Comes in: Hammer (T-1): +6",
            "To be counted (T-2)",
            "Goes out: LP-1 (T-3)",
            "Goes out: Hammer (SO-4): -2"),
        rows(card(Scenes.online(TOLD), BIN)));
  }

  @Test
  void aDocumentSaysWhatItIs() {
    assertEquals(List.of("Hammer (HM-1): 0/10"), rows(card(Scenes.online(BOOKS), PAPER)));
    Event count = Sights.paper("C-1", Kind.COUNT);
    assertEquals(List.of("A-01"), rows(card(Scenes.online(BOOKS), count)));
    Event notice = Sights.paper("ASN-1", Kind.NOTICE);
    assertEquals(
        "Shipping notice, Bolt & Co",
        said(card(Scenes.online(BOOKS), notice).goods().orElseThrow().source()));
    Card gone = card(Scenes.online(BOOKS), Sights.paper("TASK-9", Kind.TASK));
    assertEquals("TASK-9 is not here any more.", said(gone.goods().orElseThrow().source()));
    assertEquals(Optional.empty(), gone.primary());
  }

  @Test
  void whatIsShownGoesAlongToTheNextActivity() {
    Step<LookUpState> step = table(Scenes.online(BOOKS)).step(List.of(MILK_L1, press(Key.ADJUST)));
    Step.Left<?> left = assertInstanceOf(Step.Left.class, step);
    assertEquals(Activity.ADJUST, left.next());
    assertEquals(
        Optional.of(
            new Sighting.Goods(
                MILK, PackLevel.EACH, Sights.lot("L1"), List.of(), Optional.empty())),
        left.seen());
  }

  @Test
  void tenAreRememberedAndTheSameAgainIsNoNewOne() {
    List<Event> events = new ArrayList<>();
    IntStream.range(0, 15).forEach(i -> events.add(Sights.at("B-" + i, "bin")));
    events.add(Sights.at("B-14", "bin"));
    LookUpState state = table(Scenes.online(BOOKS)).after(events);
    assertEquals(11, state.subjects().size());
    assertEquals(new OfPlace(new LocationCode("B-4")), state.subjects().getLast());
  }

  /// A device that was killed goes on at the same step.
  @Test
  void everyStateCanBeWrittenDownAndReadAgain() {
    var form = Wire.full().type(LookUpState.class);
    all().states().forEach(state -> assertEquals(state, form.fromJson(form.toJson(state))));
    LookUpState lots =
        new LookUpState(List.of(new OfGoods(MILK.sku(), Optional.of(new LotCode("L1")))));
    assertEquals(lots, form.fromJson(form.toJson(lots)));
  }
}
