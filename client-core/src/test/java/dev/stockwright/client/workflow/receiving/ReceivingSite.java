package dev.stockwright.client.workflow.receiving;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.scan;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.EarlierReceipt;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.Notice;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Workflow;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What arrives in the tests of receiving: products, orders, notices, and the scans of them.
final class ReceivingSite {
  static final LocalDate TODAY = Scenes.TODAY;
  static final PackLevel CASE = new PackLevel("case", 24);

  static final Product HAMMER = product("HM-1", "Hammer", false, false, false);
  static final Product NAIL = product("NL-1", "Nail", false, false, false);
  static final Product SCREW = product("SC-1", "Screw", false, false, false);
  static final Product BOLT = product("BT-1", "Bolt", false, false, false);
  static final Product MILK = product("MK-1", "Milk", true, false, false);
  static final Product CREAM = product("CR-1", "Cream", true, false, true);
  static final Product DRILL = product("DR-1", "Drill", false, true, false);
  static final Product ROPE = product("RP-1", "Rope", false, false, false);
  static final Product TAPE = product("TP-1", "Tape", false, false, false);
  static final Product SAW = product("SW-1", "Saw", false, false, false);

  static final HandlingUnit U1 = new HandlingUnit("U-1");
  static final HandlingUnit OLD_UNIT = new HandlingUnit("U-OLD");
  static final HandlingUnit BLIND_UNIT = new HandlingUnit("U-BLIND");
  static final HandlingUnit NEW_UNIT = new HandlingUnit("U-NEW");
  /// How a piece and a unit came before.
  static final EarlierReceipt CAME =
      new EarlierReceipt(
          Scenes.NOW, Optional.of(new Operator("ben")), Optional.of(new LocationCode("DOCK")));

  static final HandlingUnit COME_UNIT = new HandlingUnit("U-COME");
  static final HandlingUnit FULL_UNIT = new HandlingUnit("U-FULL");

  static final OpenOrder PO1 =
      order(
          "PO-1",
          "Acme",
          line(HAMMER, 100, 0, 110),
          line(NAIL, 100, 90, 110),
          line(SCREW, 100, 100, 110),
          line(BOLT, 100, 76, 110),
          line(MILK, 48, 0, 48),
          line(CREAM, 24, 0, 24),
          line(DRILL, 2, 0, 2));
  private static final OpenOrder PO7 = order("PO-7", "Acme", line(ROPE, 10, 0, 10));
  private static final OpenOrder PO8 = order("PO-8", "Brock", line(TAPE, 10, 0, 10));
  static final OpenOrder PO9 = order("PO-9", "Acme", line(SAW, 10, 10, 11));

  private static final Notice ASN1 =
      notice(
          "ASN-1",
          false,
          on(U1, HAMMER, 24, TODAY.plusDays(90)),
          on(OLD_UNIT, MILK, 24, TODAY.minusDays(2)),
          loose(NAIL, Optional.of(10L), Optional.of(4L)));
  private static final Notice ASN2 =
      notice(
          "ASN-2",
          true,
          new Notice.Line(
              1,
              Optional.of(BLIND_UNIT),
              HAMMER.sku(),
              "Hammer",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()),
          loose(HAMMER, Optional.empty(), Optional.empty()));
  private static final Notice ASN4 =
      notice("ASN-4", false, loose(SCREW, Optional.of(10L), Optional.of(10L)));

  static final WrittenBooks BOOKS =
      WrittenBooks.of(
          HAMMER,
          NAIL,
          SCREW,
          BOLT,
          MILK,
          CREAM,
          DRILL,
          ROPE,
          TAPE,
          SAW,
          PO1,
          PO7,
          PO8,
          PO9,
          ASN1,
          ASN2,
          ASN4,
          new Balance(
              DRILL.sku(),
              new LocationCode("A-01"),
              Optional.of(new LotCode("SN-8")),
              Optional.empty(),
              Condition.AVAILABLE,
              "",
              1,
              Optional.empty()),
          new WrittenBooks.Piece(DRILL.sku(), new SerialNumber("SN-7"), CAME),
          new WrittenBooks.Whole(COME_UNIT, CAME),
          full(FULL_UNIT),
          new Reason(new ReasonCode("damage"), "Damaged", List.of("damage")),
          new Reason(new ReasonCode("not_delivered"), "Not delivered", List.of("short_close")),
          new Reason(new ReasonCode("more_sent"), "More sent", List.of("over_receipt")));

  static final Event PO = scan(new Sighting.Document(PO1));
  static final Event DONE_PO = scan(new Sighting.Document(PO9));
  static final Event ASN = paper("ASN-1", Sighting.Paper.Kind.NOTICE);
  static final Event BLIND_ASN = paper("ASN-2", Sighting.Paper.Kind.NOTICE);
  static final Event DONE_ASN = paper("ASN-4", Sighting.Paper.Kind.NOTICE);
  static final Event PICK = paper("PICK-9", Sighting.Paper.Kind.TASK);
  static final Event UNIT = unit(U1, false);
  static final Event HAMMER_EACH = goods(HAMMER, PackLevel.EACH, Label.NONE);
  static final Event HAMMER_CASE = goods(HAMMER, CASE, Label.NONE);
  static final Event NAIL_EACH = goods(NAIL, PackLevel.EACH, Label.NONE);
  static final Event NAIL_CASE = goods(NAIL, CASE, Label.NONE);
  static final Event SCREW_EACH = goods(SCREW, PackLevel.EACH, Label.NONE);
  static final Event BOLT_CASE = goods(BOLT, CASE, Label.NONE);
  static final Event SAW_EACH = goods(SAW, PackLevel.EACH, Label.NONE);
  static final Event MILK_CASE = goods(MILK, CASE, Label.NONE);
  static final Event MILK_LOT = goods(MILK, CASE, lot("L2", Optional.of(TODAY.plusDays(9))));
  static final Event MILK_OLD = goods(MILK, CASE, lot("L1", Optional.of(TODAY.minusDays(17))));
  static final Event CREAM_LOT = goods(CREAM, CASE, lot("L3", Optional.empty()));
  static final Event CREAM_DATED = goods(CREAM, CASE, lot("L3", Optional.of(TODAY.plusDays(9))));
  static final Event DRILL_PIECE = goods(DRILL, PackLevel.EACH, Label.NONE);
  static final Event DRILL_9 = goods(DRILL, PackLevel.EACH, serial("SN-9"));
  static final Event ROPE_EACH = goods(ROPE, PackLevel.EACH, Label.NONE);
  static final Event TAPE_EACH = goods(TAPE, PackLevel.EACH, Label.NONE);
  static final Event TEXT = scan(new Sighting.Unknown("L-77", true));
  static final Event STRANGE = scan(new Sighting.Unknown("05901234123457", false));
  static final Event STAGING =
      scan(new Sighting.AtPlace(new Place(new LocationCode("STG-2"), "D", "staging")));
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

  static final Event BOSS = scan(new Sighting.Badge(new Operator("eva"), "Eva", true));
  static final Event MANY =
      scan(
          new Sighting.Ambiguous(
              "123",
              List.of(
                  new PackedProduct(HAMMER, PackLevel.EACH),
                  new PackedProduct(ROPE, PackLevel.EACH))));

  private ReceivingSite() {}

  static Scene scene() {
    return Scenes.online(BOOKS);
  }

  /// The same, by somebody who may decide.
  static Event supervised(Event event) {
    return new Event() {
      @Override
      public <S> Step<S> on(Workflow<S> workflow, S state, Scene scene) {
        return event.on(workflow, state, Scenes.supervisor(scene.books()));
      }
    };
  }

  static Event keyed(long units) {
    return give(new Input.Keyed(units));
  }

  static Event point(String what) {
    return give(new Input.Point(what));
  }

  static Event press(Key key) {
    return give(new Input.Press(key));
  }

  static Event goods(Product product, PackLevel pack, Label label) {
    return scan(new Sighting.Goods(product, pack, label, List.of(), Optional.empty()));
  }

  static Event unit(HandlingUnit code, boolean used) {
    return scan(new Sighting.Unit(code, used ? Optional.of(full(code)) : Optional.empty()));
  }

  private static KnownUnit full(HandlingUnit code) {
    return new KnownUnit(
        code,
        Optional.of(new LocationCode("A-01")),
        List.of(new KnownUnit.Content(HAMMER, 24, Optional.empty(), Condition.AVAILABLE)));
  }

  static Label serial(String code) {
    return new Label(
        Optional.empty(),
        Optional.of(new SerialNumber(code)),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  static Label lot(String code, Optional<LocalDate> expiry) {
    return new Label(Optional.of(new LotCode(code)), Optional.empty(), expiry, Optional.empty(), 1);
  }

  static Label pallet(long count) {
    return labelled(new HandlingUnit("006141411234567890"), count);
  }

  /// The label of a pallet that says what is on it.
  static Label onUnit(HandlingUnit unit) {
    return labelled(unit, 1);
  }

  private static Label labelled(HandlingUnit unit, long count) {
    return new Label(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(unit), count);
  }

  private static Event paper(String number, Sighting.Paper.Kind kind) {
    return scan(new Sighting.Paper(new Reference(number), kind));
  }

  private static Product product(
      String sku, String name, boolean lots, boolean serials, boolean dates) {
    return new Product(new Sku(sku), name, "each", "", lots, serials, dates, true);
  }

  private static OrderLine line(Product product, long ordered, long received, long allowed) {
    return new OrderLine(product.sku(), product.name(), ordered, received, allowed);
  }

  private static OpenOrder order(String number, String supplier, OrderLine... lines) {
    return new OpenOrder(
        new Reference(number), supplier, Optional.of(TODAY), List.of(lines), Scenes.NOW);
  }

  private static Notice notice(String number, boolean blind, Notice.Line... lines) {
    return new Notice(
        new Reference(number),
        "Acme",
        Optional.empty(),
        "announced",
        Optional.empty(),
        blind,
        List.of(lines));
  }

  private static Notice.Line on(HandlingUnit unit, Product product, long units, LocalDate expiry) {
    return new Notice.Line(
        1,
        Optional.of(unit),
        product.sku(),
        product.name(),
        Optional.empty(),
        Optional.of(expiry),
        Optional.of(units),
        Optional.of(0L));
  }

  private static Notice.Line loose(
      Product product, Optional<Long> announced, Optional<Long> received) {
    return new Notice.Line(
        2,
        Optional.empty(),
        product.sku(),
        product.name(),
        Optional.empty(),
        Optional.empty(),
        announced,
        received);
  }
}
