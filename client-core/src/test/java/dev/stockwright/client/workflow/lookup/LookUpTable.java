package dev.stockwright.client.workflow.lookup;

import static dev.stockwright.client.workflow.Sights.HAMMER;
import static dev.stockwright.client.workflow.Sights.MILK;
import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.WorkflowTable.scan;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.CountSheet;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.Notice;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.PastMove;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.TransferSheet;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.known.Watched;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Sighting.Paper.Kind;
import dev.stockwright.client.workflow.Sights;
import dev.stockwright.client.workflow.WorkflowTable;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is scanned and pressed in the tests, and the table of the workflow.
final class LookUpTable {
  private LookUpTable() {}

  static final HandlingUnit LP1 = new HandlingUnit("LP-1");
  static final Place A1 = Sights.place("A-01", "bin");
  static final Place B2 =
      new Place(
          new LocationCode("B-02"),
          "B",
          "bin",
          2,
          Optional.empty(),
          Place.Mixing.ANY,
          new Place.Gate(true, false, Optional.of("count"), true));
  static final KnownUnit UNIT =
      new KnownUnit(
          LP1,
          Optional.of(A1.code()),
          List.of(
              new KnownUnit.Content(
                  MILK, 12, Optional.of(new LotCode("L1")), Condition.AVAILABLE)));
  static final Notice NOTICE =
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
  static final TransferSheet TRANSFER =
      new TransferSheet(
          new Reference("TR-1"),
          Scenes.NORTH,
          new WarehouseCode("SOUTH"),
          "approved",
          List.of(new TransferSheet.Line(1, HAMMER.sku(), "Hammer", 10, 4, 0, 0, 0)),
          List.of());
  static final CountSheet COUNT =
      new CountSheet(
          new Reference("C-1"),
          "counting",
          false,
          1,
          Optional.empty(),
          Optional.empty(),
          7,
          List.of(
              new CountSheet.CountBin(
                  A1.code(), "A", 1, "open", Optional.empty(), false, Optional.empty())));

  static final WrittenBooks BOOKS =
      WrittenBooks.of(
          HAMMER,
          MILK,
          A1,
          B2,
          new WrittenBooks.Free(HAMMER.sku(), 20),
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

  /// The same, when the server has told what moved last, and there is work.
  static final WrittenBooks TOLD =
      BOOKS.and(
          new WrittenBooks.Told(
              new Watched.Goods(HAMMER.sku(), Optional.empty()),
              List.of(
                  past(9, "A-01", "B-02", 2, "", true),
                  past(8, "SUPPLIER", "A-01", 24, "R-7", false),
                  past(7, "A-01", "SCRAP", 1, "", false))),
          new WrittenBooks.Told(
              new Watched.Unit(LP1), List.of(past(10, "DOCK", "A-01", 12, "", false))),
          task("T-1", "put_away", Optional.of("DOCK"), Optional.of("A-01"), true),
          task("T-2", "zero_check", Optional.of("A-01"), Optional.empty(), true),
          task("T-3", "replenish", Optional.of("A-01"), Optional.of("B-02"), false),
          task("T-4", "pick", Optional.of("A-01"), Optional.empty(), true),
          new PickLine(
              new Reference("P-1"),
              Optional.empty(),
              "W-1",
              "SO-4",
              HAMMER.sku(),
              "Hammer",
              Optional.of(A1.code()),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              3,
              1,
              "open",
              1,
              false,
              Optional.empty()));

  private static PastMove past(
      int n, String from, String to, long units, String reference, boolean back) {
    return new PastMove(
        n,
        Scenes.NOW.minus(Duration.ofMinutes(120 - 10L * n)),
        new LocationCode(from),
        new LocationCode(to),
        units,
        new Operator(n % 2 == 0 ? "ben" : "ana"),
        reference.isEmpty() ? Optional.empty() : Optional.of(new Reference(reference)),
        back);
  }

  private static WaitingTask task(
      String number, String kind, Optional<String> place, Optional<String> to, boolean goods) {
    return new WaitingTask(
        new Reference(number),
        kind,
        "open",
        50,
        "A",
        place.map(LocationCode::new),
        to.map(LocationCode::new),
        "receipt",
        "R-7",
        goods ? Optional.of(HAMMER.sku()) : Optional.empty(),
        Optional.empty(),
        goods ? Optional.of(6L) : Optional.empty(),
        Optional.empty(),
        goods ? Optional.empty() : Optional.of(LP1),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static final Event HAMMERS = Sights.goods(HAMMER);
  static final Event MILK_L1 = Sights.goods(MILK, PackLevel.EACH, Sights.lot("L1"));
  static final Event BIN = scan(new Sighting.AtPlace(A1));
  static final Event LOCKED = scan(new Sighting.AtPlace(B2));
  static final Event EMPTY = Sights.at("C-03", "bin");
  static final Event PALLET = Sights.unit(UNIT);
  static final Event COMING = Sights.strangeUnit("LP-7");
  static final Event PAPER = Sights.paper("TR-1", Kind.TRANSFER);

  static Balance balance(
      String place,
      Optional<LotCode> lot,
      Condition condition,
      long units,
      Optional<LocalDate> expiry) {
    return new Balance(
        HAMMER.sku(), new LocationCode(place), lot, Optional.empty(), condition, "", units, expiry);
  }

  static WorkflowTable<LookUpState> table(Scene scene) {
    return new WorkflowTable<>(
        new LookUpWorkflow(),
        LookUpState.start(),
        scene,
        Sights.ENGLISH::say,
        state ->
            state.shown().map(subject -> subject.getClass().getSimpleName()).orElse("Nothing"));
  }

  static WorkflowTable<LookUpState> all() {
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
  static WorkflowTable<LookUpState> scans(
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

  static final Event TAG =
      scan(
          new Sighting.Tags(
              List.of(new Sighting.Tag("3034", Optional.of(HAMMER), Optional.empty(), false))));

  static void shown(WorkflowTable<LookUpState> table, Event first, String now) {
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

  static WorkflowTable<LookUpState> points(WorkflowTable<LookUpState> table) {
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
        .row(goods, "its order tapped", give(new Input.Point("PO-1")), "Asked", "PO-1.", "OfOrder")
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
}
