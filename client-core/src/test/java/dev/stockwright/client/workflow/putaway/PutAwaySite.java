package dev.stockwright.client.workflow.putaway;

import static dev.stockwright.client.workflow.WorkflowTable.scan;

import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.PutAwayTask;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A dock with goods on it, and what can be scanned there.
final class PutAwaySite {
  static final Product HAMMER = product("HM-1", "Hammer", false);
  static final Product NAIL = product("NL-1", "Nail", false);
  static final Product MILK = product("MK-1", "Milk", true);
  static final LocationCode DOCK = new LocationCode("DOCK");
  static final HandlingUnit LP1 = new HandlingUnit("LP-1");

  static final Event UNIT_1 = unit("LP-1");
  static final Event UNIT_2 = unit("LP-2");
  static final Event UNIT_3 = unit("LP-3");
  static final Event LOCKED_UNIT = unit("LP-4");
  static final Event UNIT_WITHOUT_BIN = unit("LP-7");
  static final Event NAILS = goods(NAIL, Label.NONE);
  static final Event MILK_NEW = goods(MILK, lot("NEW"));
  static final Event MILK_OLD = goods(MILK, lot("OLD"));
  static final Event HAMMERS = goods(HAMMER, Label.NONE);

  private PutAwaySite() {}

  private static Product product(String sku, String name, boolean lots) {
    return new Product(new Sku(sku), name, "each", lots, false);
  }

  static Label lot(String code) {
    return new Label(
        Optional.of(new LotCode(code)), Optional.empty(), Optional.empty(), Optional.empty(), 1);
  }

  static WrittenBooks books(Object... more) {
    List<Object> all = new ArrayList<>(List.of(more));
    all.addAll(products());
    all.addAll(places());
    all.addAll(units());
    all.addAll(tasks());
    return WrittenBooks.of(all.toArray());
  }

  static WrittenBooks withReasons() {
    return books(
        reason("blocked", "Cannot be reached"),
        reason("full", "Bin is full"),
        reason("other", "-"));
  }

  static Reason reason(String code, String name) {
    return new Reason(new ReasonCode(code), name, List.of("redirect", "skip"));
  }

  private static List<Object> products() {
    return List.of(
        HAMMER,
        NAIL,
        MILK,
        pile(HAMMER, "A-04", Optional.empty(), Optional.empty()),
        pile(NAIL, "B-03", Optional.empty(), Optional.empty()),
        pile(MILK, "DOCK", Optional.of("NEW"), Optional.of(LocalDate.of(2027, 1, 1))),
        pile(MILK, "DOCK", Optional.of("OLD"), Optional.of(LocalDate.of(2026, 11, 3))),
        pile(MILK, "C-01", Optional.of("NEW"), Optional.empty()));
  }

  static Balance pile(
      Product product, String at, Optional<String> lot, Optional<LocalDate> expiry) {
    return new Balance(
        product.sku(),
        new LocationCode(at),
        lot.map(LotCode::new),
        Optional.empty(),
        Condition.AVAILABLE,
        "",
        12,
        expiry);
  }

  private static List<Object> places() {
    return List.of(
        new Place(DOCK, "D", "dock"),
        bin("A-01", 10),
        bin("A-02", 20),
        bin("A-03", 30),
        bin("B-03", 40),
        bin("B-07", 50),
        bin("B-08", 60),
        new Place(
            new LocationCode("A-04"),
            "A",
            "bin",
            35,
            Optional.empty(),
            Place.Mixing.ONE_PRODUCT,
            Place.Gate.OPEN),
        new Place(
            new LocationCode("C-01"),
            "C",
            "bin",
            70,
            Optional.empty(),
            Place.Mixing.ONE_LOT,
            Place.Gate.OPEN),
        shut("LOCK-1", new Place.Gate(true, false, Optional.of("count"), true)),
        shut("GONE-1", new Place.Gate(false, false, Optional.empty(), false)));
  }

  static Place bin(String code, int sequence) {
    return new Place(
        new LocationCode(code),
        "A",
        "bin",
        sequence,
        Optional.empty(),
        Place.Mixing.ANY,
        Place.Gate.OPEN);
  }

  private static Place shut(String code, Place.Gate gate) {
    return new Place(
        new LocationCode(code), "A", "bin", 80, Optional.empty(), Place.Mixing.ANY, gate);
  }

  private static List<Object> units() {
    List<Object> units = new ArrayList<>();
    for (String code : List.of("LP-1", "LP-2", "LP-3", "LP-4", "LP-7", "LP-8")) {
      units.add(known(code, "DOCK"));
    }
    units.add(known("LP-9", "A-01"));
    return units;
  }

  private static KnownUnit known(String code, String at) {
    return new KnownUnit(
        new HandlingUnit(code),
        Optional.of(new LocationCode(at)),
        List.of(new KnownUnit.Content(HAMMER, 24, Optional.empty(), Condition.AVAILABLE)));
  }

  private static List<Object> tasks() {
    return List.of(
        unitTask(
            "T-1", "LP-1", "A-02", List.of("24 of the same product are there or on their way")),
        unitTask("T-2", "LP-2", "A-01", List.of("it is empty")),
        unitTask("T-3", "LP-3", "A-03", List.of("it is empty")),
        unitTask("T-4", "LP-4", "LOCK-1", List.of("it is empty")),
        unitTask("T-7", "LP-7", "", List.of("no bin takes these goods")),
        loose("T-5", NAIL, Optional.empty(), "B-03", 50),
        loose("T-6", MILK, Optional.of("NEW"), "A-03", 12),
        loose("T-8", MILK, Optional.of("OLD"), "A-03", 12));
  }

  static PutAwayTask unitTask(String number, String unit, String to, List<String> why) {
    return new PutAwayTask(
        new Reference(number),
        50,
        DOCK,
        to.isEmpty() ? Optional.empty() : Optional.of(new LocationCode(to)),
        why,
        Optional.empty(),
        24,
        0,
        Optional.empty(),
        Optional.of(new HandlingUnit(unit)),
        Condition.AVAILABLE,
        Optional.empty(),
        unit.equals("LP-3") ? Optional.of(new Operator("ben")) : Optional.empty(),
        to.isEmpty() ? List.of() : others());
  }

  private static PutAwayTask loose(
      String number, Product product, Optional<String> lot, String to, long units) {
    return new PutAwayTask(
        new Reference(number),
        50,
        DOCK,
        Optional.of(new LocationCode(to)),
        List.of("12 of the same product are there or on their way", "all 50 fit"),
        Optional.of(product.sku()),
        units,
        0,
        lot.map(LotCode::new),
        Optional.empty(),
        Condition.AVAILABLE,
        Optional.empty(),
        Optional.of(Scenes.ANA),
        others());
  }

  /// The first of them is locked, and the second too small.
  private static List<PutAwayTask.OtherBin> others() {
    return List.of(
        new PutAwayTask.OtherBin(new LocationCode("LOCK-1"), "A", 99, List.of("it is empty")),
        new PutAwayTask.OtherBin(new LocationCode("B-08"), "B", 10, List.of("it is empty")),
        new PutAwayTask.OtherBin(new LocationCode("B-07"), "B", 99, List.of("it is empty")));
  }

  static Event at(String code) {
    LocationCode place = new LocationCode(code);
    return scan(
        new Sighting.AtPlace(books().place(place).orElseGet(() -> new Place(place, "A", "bin"))));
  }

  static Event unit(String code) {
    HandlingUnit unit = new HandlingUnit(code);
    return scan(new Sighting.Unit(unit, books().unit(unit)));
  }

  static Event goods(Product product, Label label) {
    return scan(new Sighting.Goods(product, PackLevel.EACH, label, List.of(), Optional.empty()));
  }

  static Event paper(String number) {
    return scan(new Sighting.Paper(new Reference(number), Sighting.Paper.Kind.TASK));
  }

  /// What is of no use at any step, by what it is.
  static Map<String, Event> useless() {
    Map<String, Event> useless = new LinkedHashMap<>();
    useless.put("badge", scan(new Sighting.Badge(new Operator("ben"), "Ben", false)));
    useless.put("RFID tags", scan(new Sighting.Tags(List.of())));
    useless.put(
        "code of two products",
        scan(
            new Sighting.Ambiguous(
                "123",
                List.of(
                    new PackedProduct(HAMMER, PackLevel.EACH),
                    new PackedProduct(MILK, PackLevel.EACH)))));
    useless.put("unknown code", scan(new Sighting.Unknown("X-1", true)));
    useless.put("misread code", scan(new Sighting.Unreadable("The check digit is wrong.")));
    return useless;
  }

  static Event order() {
    return scan(
        new Sighting.Document(
            new OpenOrder(new Reference("PO-7"), "Acme", Optional.empty(), List.of(), Scenes.NOW)));
  }
}
