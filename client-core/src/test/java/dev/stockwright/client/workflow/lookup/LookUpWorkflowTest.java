package dev.stockwright.client.workflow.lookup;

import static dev.stockwright.client.workflow.Sights.HAMMER;
import static dev.stockwright.client.workflow.Sights.MILK;
import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.WorkflowTable.scan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.CountSheet;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.Notice;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.TransferSheet;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Sighting.Paper.Kind;
import dev.stockwright.client.workflow.Sights;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WorkflowTable;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.client.workflow.lookup.LookUpState.OfGoods;
import dev.stockwright.client.workflow.lookup.LookUpState.OfPlace;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
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
  private static final HandlingUnit LP1 = new HandlingUnit("LP-1");
  private static final Place A1 = Sights.place("A-01", "bin");
  private static final Place B2 =
      new Place(
          new LocationCode("B-02"),
          "B",
          "bin",
          2,
          Optional.empty(),
          Place.Mixing.ANY,
          new Place.Gate(true, false, Optional.of("count"), true));
  private static final KnownUnit UNIT =
      new KnownUnit(
          LP1,
          Optional.of(A1.code()),
          List.of(
              new KnownUnit.Content(
                  MILK, 12, Optional.of(new LotCode("L1")), Condition.AVAILABLE)));
  private static final Notice NOTICE =
      new Notice(
          new Reference("ASN-1"),
          "Bolt & Co",
          Optional.empty(),
          "announced",
          Optional.empty(),
          false,
          List.of(
              new Notice.Line(
                  1,
                  Optional.of(new HandlingUnit("LP-7")),
                  HAMMER.sku(),
                  "Hammer",
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(30L),
                  Optional.empty())));
  private static final TransferSheet TRANSFER =
      new TransferSheet(
          new Reference("TR-1"),
          Scenes.NORTH,
          new WarehouseCode("SOUTH"),
          "approved",
          List.of(new TransferSheet.Line(1, HAMMER.sku(), "Hammer", 10, 4, 0, 0, 0)),
          List.of());
  private static final CountSheet COUNT =
      new CountSheet(
          new Reference("C-1"),
          "counting",
          false,
          1,
          Optional.empty(),
          Optional.empty(),
          7,
          List.of(
              new CountSheet.CountBin(A1.code(), "A", 1, "open", Optional.empty(), false)));

  private static final WrittenBooks BOOKS =
      WrittenBooks.of(
          HAMMER,
          MILK,
          A1,
          B2,
          UNIT,
          NOTICE,
          TRANSFER,
          COUNT,
          Sights.PO,
          new PackedProduct(HAMMER, Sights.CASE),
          balance("A-01", Optional.empty(), Condition.AVAILABLE, 24, Optional.empty()),
          balance("B-02", Optional.empty(), Condition.DAMAGED, 2, Optional.empty()),
          new Balance(
              MILK.sku(),
              A1.code(),
              Optional.of(new LotCode("L1")),
              Optional.of(LP1),
              Condition.AVAILABLE,
              "",
              12,
              Optional.of(LocalDate.of(2026, 12, 3))));

  private static final Event HAMMERS = Sights.goods(HAMMER);
  private static final Event MILK_L1 = Sights.goods(MILK, PackLevel.EACH, Sights.lot("L1"));
  private static final Event BIN = scan(new Sighting.AtPlace(A1));
  private static final Event LOCKED = scan(new Sighting.AtPlace(B2));
  private static final Event EMPTY = Sights.at("C-03", "bin");
  private static final Event PALLET = Sights.unit(UNIT);
  private static final Event COMING = Sights.strangeUnit("LP-7");
  private static final Event PAPER = Sights.paper("TR-1", Kind.TRANSFER);

  private static Balance balance(
      String place,
      Optional<LotCode> lot,
      Condition condition,
      long units,
      Optional<LocalDate> expiry) {
    return new Balance(
        HAMMER.sku(),
        new LocationCode(place),
        lot,
        Optional.empty(),
        condition,
        "",
        units,
        expiry);
  }

  private static WorkflowTable<LookUpState> table(Scene scene) {
    return new WorkflowTable<>(
        new LookUpWorkflow(),
        LookUpState.start(),
        scene,
        Sights.ENGLISH::say,
        state ->
            state.shown().map(subject -> subject.getClass().getSimpleName()).orElse("Nothing"));
  }

  private static WorkflowTable<LookUpState> all() {
    WorkflowTable<LookUpState> table = table(Scenes.online(BOOKS));
    scans(table, List.of(), "Nothing");
    table.row(List.of(), "BACK", press(Key.BACK), "Left", "Nothing was recorded.", "Nothing");
    shown(table, HAMMERS, "OfGoods");
    shown(table, BIN, "OfPlace");
    shown(table, PALLET, "OfUnit");
    shown(table, Sights.ORDER, "OfOrder");
    shown(table, PAPER, "OfPaper");
    shown(table, Sights.MANY, "OfSeveral");
    return points(table);
  }

  /// The next scan takes the place of what is shown, whatever that is.
  private static WorkflowTable<LookUpState> scans(
      WorkflowTable<LookUpState> table, List<Event> before, String now) {
    return table
        .row(before, "goods", HAMMERS, "Asked", "Hammer.", "OfGoods")
        .row(before, "goods with lot", MILK_L1, "Asked", "Milk.", "OfGoods")
        .row(before, "bin", BIN, "Asked", "A-01 holds 2 products.", "OfPlace")
        .row(before, "empty bin", EMPTY, "Asked", "C-03 is empty.", "OfPlace")
        .row(before, "handling unit", PALLET, "Asked", "LP-1.", "OfUnit")
        .row(before, "announced unit", COMING, "Asked", "LP-7.", "OfUnit")
        .row(
            before,
            "unit that nobody knows",
            Sights.strangeUnit("LP-99"),
            "Mistaken",
            "LP-99 is not known here.",
            now)
        .row(before, "purchase order", Sights.ORDER, "Asked", "PO-1.", "OfOrder")
        .row(before, "other document", PAPER, "Asked", "TR-1.", "OfPaper")
        .row(
            before,
            "code of two products",
            Sights.MANY,
            "Asked",
            "123 belongs to 2 products.",
            "OfSeveral")
        .row(before, "badge", Sights.BADGE, "Mistaken", "That is the badge of Ben.", now)
        .row(before, "RFID tags", Sights.TAGS, "Mistaken", "RFID tags are of no use here.", now)
        .row(before, "tag of one product", TAG, "Asked", "Hammer.", "OfGoods")
        .row(
            before,
            "unknown code",
            Sights.CODE,
            "Mistaken",
            "5901234123457 is not known here.",
            now)
        .row(before, "misread code", Sights.NOISE, "Mistaken", "Misread, scan again.", now);
  }

  private static final Event TAG =
      scan(
          new Sighting.Tags(
              List.of(new Sighting.Tag("3034", Optional.of(HAMMER), Optional.empty(), false))));

  private static void shown(WorkflowTable<LookUpState> table, Event first, String now) {
    scans(table, List.of(first), now);
    table
        .row(List.of(first), "BACK", press(Key.BACK), "Left", "Nothing was recorded.", "Nothing")
        .row(
            List.of(first),
            "SHORT",
            press(Key.SHORT),
            "Mistaken",
            "There is nothing to confirm.",
            now);
  }

  private static WorkflowTable<LookUpState> points(WorkflowTable<LookUpState> table) {
    List<Event> goods = List.of(HAMMERS);
    List<Event> bin = List.of(BIN);
    return table
        .row(
            goods,
            "its bin tapped",
            give(new Input.Point("A-01")),
            "Asked",
            "A-01 holds 2 products.",
            "OfPlace")
        .row(
            goods, "its order tapped", give(new Input.Point("PO-1")), "Asked", "PO-1.", "OfOrder")
        .row(goods, "ADJUST", press(Key.ADJUST), "Left", "Opening HM-1.", "OfGoods")
        .row(goods, "MOVE", press(Key.MOVE), "Left", "Opening HM-1.", "OfGoods")
        .row(goods, "COUNT", press(Key.COUNT), "Left", "Opening HM-1.", "OfGoods")
        .row(bin, "its goods tapped", give(new Input.Point("HM-1")), "Asked", "Hammer.", "OfGoods")
        .row(
            bin,
            "something else tapped",
            give(new Input.Point("ZZ")),
            "Mistaken",
            "ZZ is not here any more.",
            "OfPlace")
        .row(bin, "COUNT", press(Key.COUNT), "Left", "Opening A-01.", "OfPlace")
        .row(List.of(BIN, HAMMERS), "BACK", press(Key.BACK), "Asked", "Back at A-01.", "OfPlace")
        .row(List.of(PALLET), "MOVE", press(Key.MOVE), "Left", "Opening LP-1.", "OfUnit")
        .row(
            List.of(PALLET),
            "COUNT",
            press(Key.COUNT),
            "Mistaken",
            "There is nothing to confirm.",
            "OfUnit")
        .row(List.of(PAPER), "OK", press(Key.OK), "Left", "Opening TR-1.", "OfPaper")
        .row(List.of(Sights.ORDER), "OK", press(Key.OK), "Left", "Opening PO-1.", "OfOrder")
        .row(
            List.of(Sights.MANY),
            "one of them tapped",
            give(new Input.Point("MK-1")),
            "Asked",
            "Milk.",
            "OfGoods");
  }

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
            """);
  }

  @Test
  void anythingCanBeScannedAnywhere() {
    Sights.anythingAnywhere(new LookUpWorkflow(), all().states(), Scenes.online(BOOKS));
    Sights.anythingAnywhere(new LookUpWorkflow(), all().states(), Scenes.offline(BOOKS.blind()));
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
        List.of("26 On hand", "2 Blocked", "2 Places", "60 Expected"),
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
    assertEquals("As of 08:00", said(card.hint().orElseThrow()));
    assertEquals("26", said(card.figures().getFirst().value()));
  }

  @Test
  @DisplayName("H29: who counts blind is told no figure")
  void whoCountsSeesNoFigures() {
    Scene scene = Scenes.online(BOOKS.blind());
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
    Step<LookUpState> step =
        table(Scenes.online(BOOKS)).step(List.of(MILK_L1, press(Key.ADJUST)));
    Step.Left<LookUpState> left = assertInstanceOf(Step.Left.class, step);
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
