package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The table of receiving: what is scanned or pressed, and what comes of it. It is run as a test
/// and printed as `docs/workflows/receiving.md`.
final class ReceivingRows {
  /// One row.
  ///
  /// @param before the steps that lead to the state in which it happens
  /// @param input what happens, in words
  /// @param step `Asked`, `Mistaken`, `Recorded` (with `*` complete, `!` insisted) or `Undecided`
  /// @param says the headline
  record Row(
      List<Event> before, String input, Event event, String step, String says, String then) {}

  /// Something that happens.
  interface Event {
    Step<ReceivingState> on(ReceivingWorkflow workflow, ReceivingState state);

    /// The state just before, when something is keyed in first.
    default ReceivingState prepared(ReceivingWorkflow workflow, ReceivingState state) {
      return state;
    }
  }

  static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Instant READ = Instant.parse("2026-11-20T08:00:00Z");

  static final Product HAMMER = product("HM-1", "Hammer", false, false);
  static final Product MILK = product("MK-1", "Milk", true, false);
  static final Product DRILL = product("DR-1", "Drill", false, true);
  static final Product ROPE = product("RP-1", "Rope", false, false);
  static final PackLevel CASE = new PackLevel("case", 24);

  private static final OpenOrder PO1 =
      order("PO-1", line(HAMMER, 100, 0, 110), line(MILK, 48, 0, 48), line(DRILL, 2, 0, 2));
  private static final OpenOrder PO7 = order("PO-7", line(ROPE, 10, 0, 10));

  static final Event PO = scan(new Sighting.Document(PO1));
  static final Event HAMMER_EACH = goods(HAMMER, PackLevel.EACH, Label.NONE, PO1);
  static final Event HAMMER_CASE = goods(HAMMER, CASE, Label.NONE, PO1);
  static final Event MILK_CASE = goods(MILK, CASE, Label.NONE, PO1);
  static final Event MILK_LOT = goods(MILK, CASE, lot("L2", TODAY.plusDays(9)), PO1);
  static final Event MILK_OLD = goods(MILK, CASE, lot("L1", TODAY.minusDays(17)), PO1);
  static final Event DRILL_PIECE = goods(DRILL, PackLevel.EACH, Label.NONE, PO1);
  static final Event DRILL_SERIAL = goods(DRILL, PackLevel.EACH, serial("SN-9"), PO1);
  static final Event ROPE_ELSEWHERE = goods(ROPE, PackLevel.EACH, Label.NONE, PO7);
  static final Event ROPE_NOWHERE = goods(ROPE, PackLevel.EACH, Label.NONE);
  static final Event NEARLY_FULL = goods(HAMMER, CASE, Label.NONE, received(90));
  static final Event FULL = goods(HAMMER, CASE, Label.NONE, received(100));
  static final Event LAST_CASE = goods(HAMMER, CASE, Label.NONE, received(76));
  static final Event TEXT = scan(new Sighting.Unknown("L-77", true));
  static final Event STRANGE = scan(new Sighting.Unknown("05901234123457", false));
  static final Event STAGING = scan(new Sighting.AtPlace(new Place(code("STG-2"), "D", "staging")));
  static final Event NOISE = scan(new Sighting.Unreadable("The check digit is wrong."));
  static final Event MANY =
      scan(
          new Sighting.Ambiguous(
              "123",
              List.of(
                  new PackedProduct(HAMMER, PackLevel.EACH),
                  new PackedProduct(ROPE, PackLevel.EACH))));

  private ReceivingRows() {}

  static List<Row> all() {
    List<Row> rows = new ArrayList<>();
    blind(rows);
    onOrder(rows);
    missing(rows);
    deciding(rows);
    return rows;
  }

  private static void blind(List<Row> rows) {
    List<Event> none = List.of();
    row(rows, none, "goods", HAMMER_EACH, "Recorded", "Hammer +1");
    row(rows, none, "case", HAMMER_CASE, "Recorded", "Hammer +24 (1 case x 24)");
    row(
        rows,
        none,
        "case, 3 keyed in",
        times(HAMMER_CASE, 3),
        "Recorded",
        "Hammer +72 (3 case x 24)");
    row(rows, none, "goods with lot", MILK_LOT, "Recorded", "Milk +24 (1 case x 24)");
    row(rows, none, "goods with serial number", DRILL_SERIAL, "Recorded", "Drill +1");
    row(
        rows,
        none,
        "pallet label with 60 cases",
        goods(HAMMER, CASE, pallet(60)),
        "Recorded",
        "Hammer +1,440 (60 case x 24)");
    row(
        rows,
        none,
        "serial number received before",
        seen(DRILL_SERIAL),
        "Mistaken",
        "Drill SN-9 is here.");
    row(
        rows,
        none,
        "serial goods, 2 keyed in",
        times(DRILL_PIECE, 2),
        "Mistaken",
        "Drill has serial numbers.");
    row(
        rows,
        none,
        "more than can be counted",
        times(HAMMER_CASE, 900_000_000_000_000_000L),
        "Mistaken",
        "Hammer count cannot be right.");
    row(rows, none, "place", STAGING, "Asked", "STG-2 is the staging place now.");
    row(rows, none, "purchase order", PO, "Asked", "PO-1 of Acme is open.");
    row(rows, none, "unknown code", STRANGE, "Undecided", "05901234123457 is not known here.");
    row(rows, none, "code of two products", MANY, "Mistaken", "123 belongs to 2 products.");
    row(rows, none, "misread code", NOISE, "Mistaken", "Misread, scan again.");
    row(
        rows,
        none,
        "very large quantity",
        times(HAMMER_CASE, 5_000),
        "Undecided",
        "Hammer: 120,000 each?");
  }

  private static void onOrder(List<Row> rows) {
    List<Event> open = List.of(PO);
    row(rows, open, "goods", HAMMER_CASE, "Recorded", "Hammer +24 (1 case x 24), 24 of 100");
    row(rows, open, "last goods", LAST_CASE, "Recorded*", "Hammer +24 (1 case x 24), 100 of 100");
    row(rows, open, "over, in tolerance", within(), "Recorded*", "Hammer +1, 101 of 100");
    row(rows, open, "over, beyond", FULL, "Undecided", "Hammer: over by 24, limit 10.");
    row(rows, open, "same order again", PO, "Mistaken", "PO-1 is open already.");
    row(
        rows,
        open,
        "goods of another order of the supplier",
        ROPE_ELSEWHERE,
        "Undecided",
        "Rope is on PO-7, not on PO-1.");
    row(rows, open, "goods of no order", ROPE_NOWHERE, "Mistaken", "Rope is not on PO-1.");
    row(rows, open, "lot expired", MILK_OLD, "Undecided", "Lot L1 of Milk expired 03 Nov 2026.");
  }

  private static void missing(List<Row> rows) {
    row(rows, List.of(PO), "goods without their lot", MILK_CASE, "Asked", "Milk: which lot?");
    List<Event> lot = List.of(PO, times(MILK_CASE, 2));
    row(rows, lot, "text", TEXT, "Recorded*", "Milk +48 (2 case x 24), 48 of 48");
    row(
        rows,
        lot,
        "same goods with lot",
        MILK_LOT,
        "Recorded*",
        "Milk +48 (2 case x 24), 48 of 48");
    row(rows, lot, "other goods", HAMMER_EACH, "Mistaken", "Milk: lot first.");
    row(rows, lot, "place", STAGING, "Mistaken", "Milk: lot first.");
    row(rows, lot, "misread code", NOISE, "Mistaken", "Misread, scan again.");
    row(rows, lot, "BACK", choose(Key.BACK), "Asked", "Nothing was recorded.");
    row(
        rows,
        List.of(),
        "goods without their serial number",
        DRILL_PIECE,
        "Asked",
        "Drill: which serial number?");
    List<Event> serial = List.of(PO, DRILL_PIECE);
    row(rows, serial, "text", TEXT, "Recorded", "Drill +1, 1 of 2");
    row(
        rows,
        serial,
        "same goods with serial number",
        DRILL_SERIAL,
        "Recorded",
        "Drill +1, 1 of 2");
    row(rows, serial, "other goods", HAMMER_EACH, "Mistaken", "Drill: serial number first.");
    row(rows, serial, "misread code", NOISE, "Mistaken", "Misread, scan again.");
  }

  private static void deciding(List<Row> rows) {
    List<Event> other = List.of(PO, ROPE_ELSEWHERE);
    row(rows, other, "USE OTHER ORDER", choose(Key.USE_OTHER), "Recorded", "Rope +1, 1 of 10");
    row(rows, other, "EXTRA LINE", choose(Key.EXTRA_LINE), "Recorded!", "Rope +1, extra on PO-1");
    row(rows, other, "LEAVE IT", choose(Key.DISCARD), "Asked", "Nothing was recorded.");
    row(rows, other, "goods that are fine", HAMMER_EACH, "Recorded", "Hammer +1, 1 of 100");
    row(
        rows,
        other,
        "goods that raise a question",
        FULL,
        "Mistaken",
        "A question is open: Rope is on PO-7, not on PO-1.");
    row(rows, other, "misread code", NOISE, "Mistaken", "Misread, scan again.");
    row(
        rows,
        other,
        "an answer that is not offered",
        choose(Key.INSIST),
        "Mistaken",
        "That is no answer to this question.");
    List<Event> over = List.of(PO, NEARLY_FULL);
    row(
        rows,
        over,
        "RECEIVE ALL THE SAME, by a worker",
        choose(Key.INSIST),
        "Mistaken",
        "A supervisor must allow this.");
    row(
        rows,
        over,
        "RECEIVE ALL THE SAME, by a supervisor",
        supervisor(Key.INSIST),
        "Recorded!*",
        "Hammer +24 (1 case x 24), 114 of 100");
    row(
        rows,
        List.of(PO, MILK_OLD),
        "TO QUARANTINE",
        choose(Key.QUARANTINE),
        "Recorded",
        "Milk +24 (1 case x 24), 24 of 48 in quarantine");
    row(
        rows,
        List.of(times(HAMMER_CASE, 5_000)),
        "YES",
        choose(Key.CONFIRM),
        "Recorded",
        "Hammer +120,000 (5,000 case x 24)");
    row(rows, List.of(STRANGE), "SET ASIDE", choose(Key.SET_ASIDE), "Asked", "Goods set aside.");
    row(
        rows,
        List.of(PO),
        "WITHOUT ORDER",
        choose(Key.WITHOUT_DOCUMENT),
        "Asked",
        "Receiving without an order.");
    row(
        rows,
        List.of(),
        "an answer to nothing",
        choose(Key.CONFIRM),
        "Mistaken",
        "No question is open.");
  }

  private static void row(
      List<Row> rows, List<Event> before, String input, Event event, String step, String says) {
    Step<ReceivingState> seen = event.on(new ReceivingWorkflow(), after(before));
    rows.add(new Row(before, input, event, step, says, phase(seen.state())));
  }

  /// The state after some steps from the start.
  static ReceivingState after(List<Event> steps) {
    ReceivingState state = ReceivingState.start(NORTH);
    for (Event step : steps) {
      state = step.on(new ReceivingWorkflow(), state).state();
    }
    return state;
  }

  static String phase(ReceivingState state) {
    return state.phase().getClass().getSimpleName();
  }

  private static Product product(String sku, String name, boolean lot, boolean serial) {
    return new Product(new Sku(sku), name, "each", lot, serial);
  }

  private static OrderLine line(Product product, long ordered, long received, long allowed) {
    return new OrderLine(product.sku(), product.name(), ordered, received, allowed);
  }

  private static OpenOrder order(String number, OrderLine... lines) {
    return new OpenOrder(new Reference(number), "Acme", Optional.empty(), List.of(lines), READ);
  }

  private static OpenOrder received(long hammers) {
    return order("PO-1", line(HAMMER, 100, hammers, 110));
  }

  private static LocationCode code(String code) {
    return new LocationCode(code);
  }

  private static Event within() {
    return goods(HAMMER, PackLevel.EACH, Label.NONE, received(100));
  }

  private static Label lot(String lot, LocalDate expiry) {
    return new Label(
        Optional.of(new LotCode(lot)), Optional.empty(), Optional.of(expiry), Optional.empty(), 1);
  }

  private static Label serial(String serial) {
    return new Label(
        Optional.empty(),
        Optional.of(new SerialNumber(serial)),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  private static Label pallet(long count) {
    return new Label(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new HandlingUnit("006141411234567890")),
        count);
  }

  /// A scan, which can be altered before it happens.
  private record Scanned(Sighting sighting, long times, boolean supervisor) implements Event {
    @Override
    public Step<ReceivingState> on(ReceivingWorkflow workflow, ReceivingState state) {
      return workflow.seen(prepared(workflow, state), sighting, scene(supervisor));
    }

    @Override
    public ReceivingState prepared(ReceivingWorkflow workflow, ReceivingState state) {
      return times == 1
          ? state
          : workflow.given(state, new Input.Keyed(times), scene(false)).state();
    }

    Scanned with(UnaryOperator<Sighting> change) {
      return new Scanned(change.apply(sighting), times, supervisor);
    }
  }

  private static Event scan(Sighting sighting) {
    return new Scanned(sighting, 1, false);
  }

  private static Event goods(Product product, PackLevel pack, Label label, OpenOrder... orders) {
    return scan(new Sighting.Goods(product, pack, label, List.of(orders), Optional.empty()));
  }

  private static Event times(Event event, long times) {
    Scanned scanned = (Scanned) event;
    return new Scanned(scanned.sighting(), times, false);
  }

  private static Event seen(Event event) {
    return ((Scanned) event)
        .with(
            sighting -> {
              Sighting.Goods goods = (Sighting.Goods) sighting;
              return new Sighting.Goods(
                  goods.product(), goods.pack(), goods.label(), goods.orders(), Optional.of(READ));
            });
  }

  private static Event choose(Key key) {
    return (workflow, state) -> workflow.given(state, new Input.Press(key), scene(false));
  }

  private static Event supervisor(Key key) {
    return (workflow, state) -> workflow.given(state, new Input.Press(key), scene(true));
  }

  static Scene scene(boolean supervisor) {
    return Scenes.later(
        supervisor ? Scenes.supervisor(WrittenBooks.of()) : Scenes.online(WrittenBooks.of()), READ);
  }
}
