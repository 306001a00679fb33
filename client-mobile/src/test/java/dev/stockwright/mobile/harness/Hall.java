package dev.stockwright.mobile.harness;

import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.CountSheet;
import dev.stockwright.client.known.CountSheet.CountBin;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PastMove;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.PutAwayTask;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.known.Watched;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
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
import java.util.List;
import java.util.Optional;

/// A hall full of goods with names as long as they are in life, and work for everybody.
final class Hall {
  static final Product BOLT = product("FB-0812", "Hex bolt M8 × 40, zinc", false);
  static final Product ANCHOR =
      product("AB-1075-A4", "Anchor bolt M10 × 75, stainless steel A4", false);
  static final Product MILK = product("MK-35-1000", "Whole milk 3.5 %, 1 l carton", true);

  private Hall() {}

  static Product product(String sku, String name, boolean lots) {
    return new Product(new Sku(sku), name, "each", lots, false);
  }

  static Scene scene() {
    return scene(List.of());
  }

  /// The same, when more is known.
  static Scene scene(List<?> more) {
    List<Object> all = new ArrayList<>(List.of(BOLT, ANCHOR, MILK));
    all.addAll(more);
    all.addAll(places());
    all.addAll(balances());
    all.addAll(moved());
    all.addAll(reasons());
    all.addAll(tasks());
    all.addAll(lines());
    all.addAll(putAways());
    all.addAll(counts());
    return Scenes.online(WrittenBooks.of(all.toArray()));
  }

  static Place place(String code, String kind) {
    return new Place(new LocationCode(code), code.substring(0, 1), kind);
  }

  private static List<Object> places() {
    return List.of(
        place("A-01-02", "bin"),
        place("A-03-01", "bin"),
        place("B-02-01", "bin"),
        place("C-12-04", "bin"),
        place("DOCK-1", "dock"),
        place("STAGE-1", "staging"),
        place("PACK-1", "packing"),
        place("CART-1", "cart"),
        new KnownUnit(
            new HandlingUnit("LP-004182"),
            Optional.of(new LocationCode("DOCK-1")),
            List.of(new KnownUnit.Content(ANCHOR, 48, Optional.empty(), Condition.AVAILABLE))),
        new KnownUnit(
            new HandlingUnit("LP-004183"),
            Optional.of(new LocationCode("DOCK-1")),
            List.of(new KnownUnit.Content(BOLT, 1_200, Optional.empty(), Condition.AVAILABLE))));
  }

  private static Balance pile(Product product, String at, String lot, String unit, long units) {
    return new Balance(
        product.sku(),
        new LocationCode(at),
        lot.isEmpty() ? Optional.empty() : Optional.of(new LotCode(lot)),
        unit.isEmpty() ? Optional.empty() : Optional.of(new HandlingUnit(unit)),
        Condition.AVAILABLE,
        "",
        units,
        lot.equals("L0") ? Optional.of(LocalDate.of(2026, 11, 3)) : Optional.empty());
  }

  private static List<Object> balances() {
    return List.of(
        pile(BOLT, "A-01-02", "", "", 20_000),
        pile(BOLT, "B-02-01", "", "", 40),
        pile(ANCHOR, "A-01-02", "", "", 24),
        pile(ANCHOR, "A-01-02", "", "LP-004182", 48),
        pile(ANCHOR, "A-03-01", "", "", 96),
        pile(MILK, "B-02-01", "L2408-17", "", 60),
        pile(MILK, "B-02-01", "L2409-02", "", 60),
        pile(MILK, "B-02-01", "L0", "", 12));
  }

  private static List<Object> moved() {
    Watched anchors = new Watched.Goods(ANCHOR.sku(), Optional.empty());
    Watched pallet = new Watched.Unit(new HandlingUnit("LP-004182"));
    return List.of(
        new WrittenBooks.Told(
            anchors,
            List.of(
                past(9, "A-01-02", "A-03-01", 96, "TASK-200417", false),
                past(8, "A-01-02", "CUSTOMER", 12, "SO-880134", true),
                past(7, "SUPPLIER", "DOCK-1", 1_200, "PO-2026-004711", false))),
        new WrittenBooks.Told(
            pallet, List.of(past(7, "SUPPLIER", "DOCK-1", 48, "PO-2026-004711", false))));
  }

  private static PastMove past(
      int n, String from, String to, long units, String reference, boolean back) {
    return new PastMove(
        n,
        Scenes.NOW.minusSeconds(9_000 - 900L * n),
        new LocationCode(from),
        new LocationCode(to),
        units,
        new Operator("magdalena.w"),
        Optional.of(new Reference(reference)),
        back);
  }

  private static List<Object> reasons() {
    List<Object> all = new ArrayList<>();
    for (String name :
        List.of(
            "Nothing there",
            "Damaged",
            "Cannot be reached",
            "Wrong product in the bin",
            "Bin is full",
            "Found behind another pallet",
            "Other")) {
      List<String> uses = List.of("short_pick", "skip", "redirect", "adjust", "return");
      String code = name.equals("Other") ? "other" : "r" + all.size();
      all.add(new Reason(new ReasonCode(code), name, uses));
    }
    return all;
  }

  private static WaitingTask task(String number, String kind, String holder) {
    return new WaitingTask(
        new Reference(number),
        kind,
        holder.isEmpty() ? "open" : "leased",
        50,
        "A",
        Optional.of(new LocationCode("A-01-02")),
        Optional.empty(),
        "wave",
        "WAVE-0412",
        Optional.empty(),
        Optional.empty(),
        Optional.of(6L),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        holder.isEmpty() ? Optional.empty() : Optional.of(new Operator(holder)),
        holder.isEmpty() ? Optional.empty() : Optional.of(Scenes.NOW.plusSeconds(3_600)));
  }

  private static List<Object> tasks() {
    return List.of(
        task("PICK-1042", "pick", "ana"),
        task("PICK-1043", "pick", ""),
        task("T-7", "put_away", ""),
        task("T-8", "put_away", ""),
        task("Z-1", "zero_check", ""),
        task("T-9", "replenish", ""));
  }

  private static PickLine line(
      String number, String task, Product product, String at, long wanted) {
    boolean lot = product.lotTracked();
    return new PickLine(
        new Reference(number),
        Optional.of(new Reference(task)),
        "WAVE-0412",
        task.endsWith("3") ? "SO-" + number : "SO-2210",
        product.sku(),
        product.name(),
        Optional.of(new LocationCode(at)),
        lot ? Optional.of(new LotCode("L2408-17")) : Optional.empty(),
        Optional.empty(),
        task.endsWith("3") ? Optional.of(new HandlingUnit("T-3")) : Optional.empty(),
        wanted,
        0,
        "open",
        1,
        false,
        Optional.empty());
  }

  private static List<Object> lines() {
    return List.of(
        line("P-1", "PICK-1042", BOLT, "A-01-02", 6),
        line("P-2", "PICK-1042", MILK, "B-02-01", 12),
        line("P-3", "PICK-1042", ANCHOR, "C-12-04", 24),
        line("P-4", "PICK-1043", ANCHOR, "A-01-02", 2),
        line("P-5", "PICK-1043", BOLT, "B-02-01", 3));
  }

  private static PutAwayTask putAway(String number, String unit, String to, long units) {
    List<PutAwayTask.OtherBin> others =
        List.of(
            new PutAwayTask.OtherBin(new LocationCode("C-12-04"), "C", 99, List.of("it is empty")));
    return new PutAwayTask(
        new Reference(number),
        50,
        new LocationCode("DOCK-1"),
        Optional.of(new LocationCode(to)),
        List.of("96 of the same product are there or on their way", "all of it fits"),
        Optional.empty(),
        units,
        0,
        Optional.empty(),
        Optional.of(new HandlingUnit(unit)),
        Condition.AVAILABLE,
        Optional.empty(),
        Optional.empty(),
        others);
  }

  private static List<Object> putAways() {
    return List.of(
        putAway("T-7", "LP-004182", "A-03-01", 48), putAway("T-8", "LP-004183", "A-01-02", 1_200));
  }

  private static CountBin bin(String code, int sequence, String state, String counter) {
    return new CountBin(
        new LocationCode(code),
        code.substring(0, 1),
        sequence,
        state,
        counter.isEmpty() ? Optional.empty() : Optional.of(new Operator(counter)),
        false,
        state.equals("counted") ? Optional.of(Scenes.NOW.minusSeconds(2_880)) : Optional.empty());
  }

  private static List<Object> counts() {
    return List.of(
        new CountSheet(
            new Reference("C-0007"),
            "requested",
            false,
            1,
            Optional.empty(),
            Optional.of(LocalDate.of(2026, 11, 21)),
            5,
            List.of(
                bin("A-01-02", 1, "open", ""),
                bin("A-03-01", 2, "open", ""),
                bin("B-02-01", 3, "counted", "ben"),
                bin("C-12-04", 4, "counting", "ben"))));
  }

  static Sighting at(String code, String kind) {
    return new Sighting.AtPlace(place(code, kind));
  }

  static Sighting bin(String code) {
    return at(code, "bin");
  }

  static Sighting goods(Product product) {
    return goods(product, PackLevel.EACH, "");
  }

  static Sighting goods(Product product, PackLevel pack, String lot) {
    Label label =
        new Label(
            lot.isEmpty() ? Optional.empty() : Optional.of(new LotCode(lot)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1);
    return new Sighting.Goods(product, pack, label, List.of(), Optional.empty());
  }

  static Sighting unit(String code) {
    HandlingUnit unit = new HandlingUnit(code);
    return new Sighting.Unit(unit, scene().books().unit(unit));
  }

  static Sighting paper(String number, Sighting.Paper.Kind kind) {
    return new Sighting.Paper(new Reference(number), kind);
  }
}
