package dev.stockwright.client.workflow.picking;

import static dev.stockwright.client.workflow.WorkflowTable.scan;

import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scene;
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
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A small site whose orders are picked. PICK-1 is ana's: 6 hammers, 2 of milk, 2 drills. PICK-2
/// waits: two orders in totes. PICK-3 is with ben. PICK-4 is a single piece, PICK-5 two orders
/// that want the same goods, PICK-7 one order that wants them twice. The lines of PICK-6 have not
/// come yet.
final class PickingScene {
  static final Product HAMMER = product("HM-1", "Hammer", false, false);
  static final Product BOLT = product("BT-1", "Bolt", false, false);
  static final Product MILK = product("MK-1", "Milk", true, false);
  static final Product DRILL = product("DR-1", "Drill", false, true);
  static final LocalDate PAST = LocalDate.of(2026, 11, 3);
  static final HandlingUnit T4 = new HandlingUnit("T-4");

  static final Event CART = at("CART-1", "cart");
  static final Event PACK = at("PACK-1", "packing");
  static final Event STAGE = at("STAGE-1", "staging");
  static final Event A1 = at("A-01-02", "bin");
  static final Event A9 = at("A-09-01", "bin");
  static final Event B2 = at("B-02-01", "bin");
  static final Event C3 = at("C-03-01", "bin");
  static final Event D1 = at("D-01-01", "bin");
  static final Event HAMMER_EACH = goods(HAMMER, PackLevel.EACH, Label.NONE);
  static final Event HAMMER_INNER = goods(HAMMER, new PackLevel("inner", 3), Label.NONE);
  static final Event HAMMER_CASE = goods(HAMMER, new PackLevel("case", 24), Label.NONE);
  static final Event BOLT_EACH = goods(BOLT, PackLevel.EACH, Label.NONE);
  static final Event MILK_EACH = goods(MILK, PackLevel.EACH, Label.NONE);
  static final Event MILK_L1 = goods(MILK, PackLevel.EACH, lot("L1", 1));
  static final Event MILK_2L1 = goods(MILK, PackLevel.EACH, lot("L1", 2));
  static final Event MILK_L2 = goods(MILK, PackLevel.EACH, lot("L2", 1));
  static final Event MILK_OLD = goods(MILK, PackLevel.EACH, lot("L0", 1));
  static final Event DRILL_1 = goods(DRILL, PackLevel.EACH, serial("SN-1"));
  static final Event DRILL_2 = goods(DRILL, PackLevel.EACH, serial("SN-2"));
  static final Event DRILL_9 = goods(DRILL, PackLevel.EACH, serial("SN-9"));
  static final Event DRILL_BARE = goods(DRILL, PackLevel.EACH, Label.NONE);
  static final Event TOTE_4 = text("T-4");
  static final Event TOTE_5 = text("T-5");
  static final Event TASK_1 = paper("PICK-1", Sighting.Paper.Kind.TASK);
  static final Event TASK_2 = paper("PICK-2", Sighting.Paper.Kind.TASK);
  static final Event TASK_3 = paper("PICK-3", Sighting.Paper.Kind.TASK);
  static final Event TASK_4 = paper("PICK-4", Sighting.Paper.Kind.TASK);
  static final Event TASK_5 = paper("PICK-5", Sighting.Paper.Kind.TASK);
  static final Event TASK_7 = paper("PICK-7", Sighting.Paper.Kind.TASK);
  static final Event TASK_6 = paper("PICK-6", Sighting.Paper.Kind.TASK);
  static final Event NOISE = scan(new Sighting.Unreadable("The check digit is wrong."));
  static final Event TAGS = scan(new Sighting.Tags(List.of()));
  static final Event BADGE = scan(new Sighting.Badge(new Operator("ben"), "Ben", false));
  static final Event DOCUMENT =
      scan(
          new Sighting.Document(
              new OpenOrder(
                  new Reference("PO-1"), "Acme", Optional.empty(), List.of(), Instant.EPOCH)));
  static final Event MANY =
      scan(
          new Sighting.Ambiguous(
              "123",
              List.of(
                  new PackedProduct(HAMMER, PackLevel.EACH),
                  new PackedProduct(MILK, PackLevel.EACH))));

  private PickingScene() {}

  private static Product product(String sku, String name, boolean lots, boolean serials) {
    return new Product(new Sku(sku), name, "each", lots, serials);
  }

  static Event at(String code, String kind) {
    return scan(new Sighting.AtPlace(place(code, kind)));
  }

  static Place place(String code, String kind) {
    return new Place(new LocationCode(code), code.substring(0, 1), kind);
  }

  static Event goods(Product product, PackLevel pack, Label label) {
    return scan(new Sighting.Goods(product, pack, label, List.of(), Optional.empty()));
  }

  static Event text(String text) {
    return scan(new Sighting.Unknown(text, true));
  }

  static Event unit(String code) {
    HandlingUnit unit = new HandlingUnit(code);
    return scan(
        new Sighting.Unit(
            unit,
            Optional.of(
                new KnownUnit(
                    unit,
                    Optional.of(new LocationCode("A-01-02")),
                    List.of(
                        new KnownUnit.Content(
                            HAMMER, 6, Optional.empty(), Condition.AVAILABLE))))));
  }

  static Event paper(String number, Sighting.Paper.Kind kind) {
    return scan(new Sighting.Paper(new Reference(number), kind));
  }

  private static Label lot(String code, long count) {
    return new Label(
        Optional.of(new LotCode(code)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        count);
  }

  private static Label serial(String code) {
    return new Label(
        Optional.empty(),
        Optional.of(new SerialNumber(code)),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  static PickLine line(
      String number, String task, String order, Product product, String place, long quantity) {
    return new PickLine(
        new Reference(number),
        Optional.of(new Reference(task)),
        "WAVE-" + task,
        order,
        product.sku(),
        product.name(),
        Optional.of(new LocationCode(place)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        quantity,
        0,
        "open",
        1,
        false,
        Optional.empty());
  }

  static PickLine with(PickLine line, Optional<LotCode> lot, Optional<HandlingUnit> tote) {
    return new PickLine(
        line.number(),
        line.task(),
        line.wave(),
        line.order(),
        line.sku(),
        line.name(),
        line.location(),
        lot,
        line.unit(),
        tote,
        line.quantity(),
        line.picked(),
        line.state(),
        line.stop(),
        line.skipped(),
        line.trouble());
  }

  static WaitingTask task(String number, Optional<String> holder) {
    return new WaitingTask(
        new Reference(number),
        "pick",
        holder.isPresent() ? "leased" : "open",
        50,
        "A",
        Optional.of(new LocationCode("A-01-02")),
        Optional.empty(),
        "wave",
        "WAVE-1",
        Optional.empty(),
        Optional.empty(),
        Optional.of(6L),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        holder.map(Operator::new),
        holder.map(any -> Scenes.NOW.plus(Duration.ofHours(1))));
  }

  static Balance balance(
      Product product, String place, Optional<String> lot, long units, Optional<LocalDate> day) {
    return new Balance(
        product.sku(),
        new LocationCode(place),
        lot.map(LotCode::new),
        Optional.empty(),
        Condition.AVAILABLE,
        "",
        units,
        day);
  }

  static Reason reason(String code, String name, String... uses) {
    return new Reason(new ReasonCode(code), name, List.of(uses));
  }

  static List<Object> site() {
    Optional<LotCode> none = Optional.empty();
    List<Object> all =
        new ArrayList<>(
            Arrays.asList(
                HAMMER,
                BOLT,
                MILK,
                DRILL,
                place("CART-1", "cart"),
                place("CART-2", "cart"),
                place("PACK-1", "packing"),
                place("STAGE-1", "staging"),
                place("A-01-02", "bin"),
                task("PICK-1", Optional.of("ana")),
                task("PICK-2", Optional.empty()),
                task("PICK-3", Optional.of("ben")),
                task("PICK-4", Optional.empty()),
                task("PICK-5", Optional.empty()),
                task("PICK-6", Optional.of("ana")),
                task("PICK-7", Optional.empty()),
                line("P-1", "PICK-1", "SO-1", HAMMER, "A-01-02", 6),
                with(
                    line("P-2", "PICK-1", "SO-1", MILK, "B-02-01", 2),
                    Optional.of(new LotCode("L1")),
                    Optional.empty()),
                with(
                    line("P-3", "PICK-1", "SO-1", DRILL, "C-03-01", 2),
                    Optional.of(new LotCode("SN-1")),
                    Optional.empty())));
    all.addAll(
        List.of(
            with(line("P-4", "PICK-2", "SO-4", HAMMER, "A-01-02", 2), none, Optional.of(T4)),
            line("P-5", "PICK-2", "SO-5", HAMMER, "A-01-02", 1),
            line("P-6", "PICK-3", "SO-6", HAMMER, "A-01-02", 1),
            line("P-7", "PICK-4", "SO-7", HAMMER, "A-01-02", 1),
            line("P-8", "PICK-5", "SO-8", HAMMER, "A-01-02", 20),
            line("P-9", "PICK-5", "SO-9", HAMMER, "A-01-02", 12_000),
            line("P-10", "PICK-7", "SO-10", HAMMER, "A-01-02", 2),
            line("P-11", "PICK-7", "SO-10", HAMMER, "A-01-02", 6),
            balance(HAMMER, "A-01-02", Optional.empty(), 20_000, Optional.empty()),
            balance(HAMMER, "A-09-01", Optional.empty(), 50, Optional.empty()),
            balance(MILK, "B-02-01", Optional.of("L1"), 5, Optional.empty()),
            balance(MILK, "B-02-01", Optional.of("L2"), 5, Optional.empty()),
            balance(MILK, "B-02-01", Optional.of("L0"), 3, Optional.of(PAST)),
            balance(DRILL, "C-03-01", Optional.of("SN-1"), 1, Optional.empty()),
            balance(DRILL, "C-03-01", Optional.of("SN-2"), 1, Optional.empty()),
            balance(DRILL, "D-01-01", Optional.of("SN-9"), 1, Optional.empty()),
            reason("empty", "Nothing there", "short_pick"),
            reason("damaged", "Damaged", "short_pick"),
            reason("blocked", "Cannot be reached", "skip", "short_pick"),
            reason("other", "Other", "skip"),
            reason("expired", "Expired", "quality")));
    return all;
  }

  static Scene scene() {
    return Scenes.online(WrittenBooks.of(site().toArray()));
  }
}
