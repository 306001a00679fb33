package dev.stockwright.client.workflow.adjusting;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.WorkflowTable.scan;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
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
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// A bin with goods in it, what can be scanned there, and how far a person has come by it.
final class AdjustingSite {
  static final AdjustingWorkflow WORKFLOW = new AdjustingWorkflow();
  static final Product HAMMER = product("HM-1", "Hammer", false, false);
  static final Product NAIL = product("NL-1", "Nail", false, false);
  static final Product MILK = product("MK-1", "Milk", true, false);
  static final Product DRILL = product("DR-1", "Drill", false, true);
  static final HandlingUnit LP1 = new HandlingUnit("LP-1");
  static final Wording ENGLISH = new Wording(Language.ENGLISH, ZoneOffset.UTC, () -> Instant.EPOCH);

  static final Event A1 = at("A-01");
  static final Event B2 = at("B-02");
  static final Event HAMMERS = goods(HAMMER, Optional.empty());
  static final Event NAILS = goods(NAIL, Optional.empty());
  static final Event MILKS = goods(MILK, Optional.empty());
  static final Event MILK_L1 = goods(MILK, Optional.of("L1"));
  static final Event DRILLS = goods(DRILL, Optional.empty());
  static final Event UNIT =
      scan(
          new Sighting.Unit(
              LP1,
              Optional.of(
                  new KnownUnit(
                      LP1,
                      Optional.of(new LocationCode("A-01")),
                      List.of(
                          new KnownUnit.Content(
                              NAIL, 50, Optional.empty(), Condition.AVAILABLE))))));
  static final Event STRANGE_UNIT =
      scan(new Sighting.Unit(new HandlingUnit("LP-9"), Optional.empty()));
  static final Event TEXT = scan(new Sighting.Unknown("L1", true));
  static final Event PAPER =
      scan(new Sighting.Paper(new Reference("PICK-3"), Sighting.Paper.Kind.TASK));
  static final Event ORDER =
      scan(
          new Sighting.Document(
              new OpenOrder(
                  new Reference("PO-7"), "Acme", Optional.empty(), List.of(), Scenes.NOW)));

  static final List<Event> NONE = List.of();
  static final List<Event> HERE = List.of(A1);
  static final List<Event> LOT = List.of(A1, MILKS);
  static final List<Event> WHICH = List.of(A1, NAILS);
  static final List<Event> HOW = List.of(A1, HAMMERS);
  static final List<Event> SET = List.of(A1, HAMMERS, press(Key.SET_TO));
  static final List<Event> WHY = List.of(A1, HAMMERS, press(Key.SET_TO), give(new Input.Keyed(22)));
  static final List<Event> POST =
      List.of(
          A1,
          HAMMERS,
          press(Key.SET_TO),
          give(new Input.Keyed(22)),
          give(new Input.Because("lost")));
  static final List<Event> NOTE =
      List.of(
          A1,
          HAMMERS,
          press(Key.REMOVE),
          give(new Input.Keyed(2)),
          give(new Input.Because("other")));

  private AdjustingSite() {}

  static Product product(String sku, String name, boolean lots, boolean serials) {
    return new Product(new Sku(sku), name, "each", lots, serials);
  }

  static Event at(String code) {
    return scan(new Sighting.AtPlace(new Place(new LocationCode(code), "A", "bin")));
  }

  static Event goods(Product product, Optional<String> lot) {
    Label label =
        new Label(lot.map(LotCode::new), Optional.empty(), Optional.empty(), Optional.empty(), 1);
    return scan(new Sighting.Goods(product, PackLevel.EACH, label, List.of(), Optional.empty()));
  }

  static Balance pile(Product product, String at, Optional<HandlingUnit> unit, long units) {
    Optional<LotCode> lot =
        product.lotTracked() ? Optional.of(new LotCode("L1")) : Optional.empty();
    return new Balance(
        product.sku(),
        new LocationCode(at),
        lot,
        unit,
        Condition.AVAILABLE,
        "",
        units,
        Optional.empty());
  }

  static Reason reason(String code) {
    return new Reason(new ReasonCode(code), "Reason " + code, List.of("adjust"));
  }

  static WrittenBooks books() {
    return WrittenBooks.of(
        pile(HAMMER, "A-01", Optional.empty(), 24),
        pile(HAMMER, "B-02", Optional.empty(), 5),
        pile(NAIL, "A-01", Optional.empty(), 100),
        pile(NAIL, "A-01", Optional.of(LP1), 50),
        pile(MILK, "A-01", Optional.empty(), 12),
        reason("lost"),
        reason("other"));
  }

  static Scene scene() {
    return Scenes.online(books());
  }
}
