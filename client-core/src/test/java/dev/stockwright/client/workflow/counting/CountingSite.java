package dev.stockwright.client.workflow.counting;

import static dev.stockwright.client.workflow.WorkflowTable.scan;

import dev.stockwright.client.known.CountSheet;
import dev.stockwright.client.known.CountSheet.CountBin;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A small site to be counted: C-7 of five bins, C-8 that is Ben's, and the recount C-9 of one.
final class CountingSite {
  static final Wording ENGLISH =
      new Wording(Language.ENGLISH, ZoneOffset.UTC, () -> Scenes.NOW.plusSeconds(60));
  static final Operator BEN = new Operator("ben");
  static final Reference C7 = new Reference("C-7");
  static final Reference C9 = new Reference("C-9");
  static final HandlingUnit LP1 = new HandlingUnit("LP-1");

  static final Product HAMMER = product("HM-1", "Hammer", false, false);
  static final Product MILK = product("MK-1", "Milk", true, false);
  static final Product DRILL = product("DR-1", "Drill", false, true);
  static final Product SHIRT = product("SH-1", "Shirt", false, false);

  static final Event A1 = at("A-01");
  static final Event A2 = at("A-02");
  static final Event HAMMER_EACH = goods(HAMMER, PackLevel.EACH, Label.NONE);
  static final Event HAMMER_CASE = goods(HAMMER, new PackLevel("case", 24), Label.NONE);
  static final Event HAMMER_MANY = goods(HAMMER, new PackLevel("pallet", 12_000), Label.NONE);
  static final Event MILK_EACH = goods(MILK, PackLevel.EACH, Label.NONE);
  static final Event MILK_L1 = goods(MILK, PackLevel.EACH, label("L1", ""));
  static final Event DRILL_EACH = goods(DRILL, PackLevel.EACH, Label.NONE);
  static final Event DRILL_9 = goods(DRILL, PackLevel.EACH, label("", "SN-9"));
  static final Event UNIT =
      scan(new Sighting.Unit(LP1, Optional.of(new KnownUnit(LP1, Optional.empty(), List.of()))));
  static final Event TEXT = scan(new Sighting.Unknown("L1", true));
  static final Event NOISE = scan(new Sighting.Unreadable("The check digit is wrong."));

  /// (01) with (37), which the standard has beside (02) only.
  static final Event COUNT_SAID =
      scan(
          new Sighting.Unreadable(
              "A count, but not of what.",
              Optional.of(
                  new Sighting.Goods(
                      HAMMER,
                      PackLevel.EACH,
                      new Label(
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty(),
                          24),
                      List.of(),
                      Optional.empty()))));

  static final Event BADGE = scan(new Sighting.Badge(BEN, "Ben", false));
  static final Event ORDER =
      scan(
          new Sighting.Document(
              new OpenOrder(
                  new Reference("PO-1"), "Acme", Optional.empty(), List.of(), Scenes.NOW)));
  static final Event MANY =
      scan(
          new Sighting.Ambiguous(
              "123",
              List.of(
                  new PackedProduct(HAMMER, PackLevel.EACH),
                  new PackedProduct(MILK, PackLevel.EACH))));
  static final Event TAGS = tags(1, 3, false);

  private CountingSite() {}

  static Product product(String sku, String name, boolean lots, boolean serials) {
    return new Product(new Sku(sku), name, "piece", lots, serials);
  }

  static Label label(String lot, String serial) {
    return new Label(
        lot.isEmpty() ? Optional.empty() : Optional.of(new LotCode(lot)),
        serial.isEmpty() ? Optional.empty() : Optional.of(new SerialNumber(serial)),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  static Event at(String code) {
    return scan(new Sighting.AtPlace(new Place(new LocationCode(code), "A", "bin")));
  }

  static Event goods(Product product, PackLevel pack, Label label) {
    return scan(new Sighting.Goods(product, pack, label, List.of(), Optional.empty()));
  }

  static Event paper(String number, Sighting.Paper.Kind kind) {
    return scan(new Sighting.Paper(new Reference(number), kind));
  }

  /// The SGTIN of a shirt.
  static String epc(int serial) {
    return String.format(Locale.ROOT, "3074257BF7194E40%08X", serial);
  }

  static Sighting.Tag shirt(int serial, boolean weak) {
    return new Sighting.Tag(
        epc(serial),
        Optional.of(SHIRT),
        Optional.of(new SerialNumber(Integer.toString(serial))),
        weak);
  }

  /// Shirts with these serial numbers.
  static Event tags(int from, int to, boolean weak) {
    List<Sighting.Tag> read = new ArrayList<>();
    for (int serial = from; serial <= to; serial++) {
      read.add(shirt(serial, weak));
    }
    return scan(new Sighting.Tags(read));
  }

  static CountBin bin(String code, int sequence, String state, String counter) {
    boolean counted = state.equals("counted");
    return new CountBin(
        new LocationCode(code),
        "A",
        sequence,
        state,
        counter.isEmpty() ? Optional.empty() : Optional.of(new Operator(counter)),
        false,
        counted ? Optional.of(Instant.parse("2026-11-20T07:12:00Z")) : Optional.empty());
  }

  static CountSheet sheet(String number, int round, Optional<Operator> onlyFor, CountBin... bins) {
    return new CountSheet(
        new Reference(number),
        round > 1 ? "recount" : "requested",
        false,
        round,
        onlyFor,
        Optional.empty(),
        5,
        List.of(bins));
  }

  static WaitingTask task(String number, String kind, String place, String document, String of) {
    return new WaitingTask(
        new Reference(number),
        kind,
        "open",
        60,
        "A",
        Optional.of(new LocationCode(place)),
        Optional.empty(),
        document,
        of,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static PickLine pick(String number, String place, long picked) {
    return new PickLine(
        new Reference(number),
        Optional.empty(),
        "",
        "SO-1",
        HAMMER.sku(),
        "Hammer",
        Optional.of(new LocationCode(place)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        4,
        picked,
        "open",
        1,
        false,
        Optional.empty());
  }

  static WrittenBooks books(Object... more) {
    List<Object> all = new ArrayList<>(List.of(HAMMER, MILK, DRILL, SHIRT));
    all.addAll(List.of(more));
    return WrittenBooks.of(all.toArray());
  }

  /// When all counts are over.
  static WrittenBooks noCounts() {
    return books(new Object[0]);
  }

  /// Everything that the table is run with.
  static WrittenBooks books() {
    return books(
        sheet(
            "C-7",
            1,
            Optional.empty(),
            bin("A-01", 1, "open", ""),
            bin("A-02", 2, "open", ""),
            bin("A-03", 3, "counted", "ben"),
            bin("A-04", 4, "counting", "ben"),
            bin("A-05", 5, "counting", "ana")),
        sheet("C-8", 1, Optional.of(BEN), bin("B-01", 1, "open", "")),
        sheet("C-9", 2, Optional.empty(), bin("A-06", 6, "open", "")),
        task("Z-1", "zero_check", "D-01", "pick", "P-1"),
        task("T-1", "check", "D-02", "pick", "P-2"),
        task("T-2", "count", "A-01", "count", "C-7"),
        task("T-3", "put_away", "D-03", "receipt", "R-1"));
  }
}
