package dev.stockwright.client.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Things to scan in tests of workflows: hammers, milk (with lots), drills (with serial numbers),
/// bins, docks, handling units, documents, and everything that is of no use.
public final class Sights {
  public static final Product HAMMER =
      new Product(new Sku("HM-1"), "Hammer", "piece", false, false);
  public static final Product MILK = new Product(new Sku("MK-1"), "Milk", "piece", true, false);
  public static final Product DRILL = new Product(new Sku("DR-1"), "Drill", "piece", false, true);
  public static final PackLevel CASE = new PackLevel("case", 24);
  public static final Wording ENGLISH =
      new Wording(Language.ENGLISH, ZoneOffset.UTC, () -> Scenes.NOW);

  private Sights() {}

  public static Place place(String code, String kind) {
    return new Place(new LocationCode(code), "A", kind);
  }

  public static Event at(String code, String kind) {
    return WorkflowTable.scan(new Sighting.AtPlace(place(code, kind)));
  }

  public static Label lot(String code) {
    return new Label(
        Optional.of(new LotCode(code)), Optional.empty(), Optional.empty(), Optional.empty(), 1);
  }

  public static Label serial(String number) {
    return new Label(
        Optional.empty(),
        Optional.of(new SerialNumber(number)),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  public static Event goods(Product product, PackLevel pack, Label label) {
    return WorkflowTable.scan(
        new Sighting.Goods(product, pack, label, List.of(), Optional.empty()));
  }

  public static Event goods(Product product) {
    return goods(product, PackLevel.EACH, Label.NONE);
  }

  public static Event unit(KnownUnit known) {
    return WorkflowTable.scan(new Sighting.Unit(known.code(), Optional.of(known)));
  }

  public static Event strangeUnit(String code) {
    return WorkflowTable.scan(new Sighting.Unit(new HandlingUnit(code), Optional.empty()));
  }

  public static Event paper(String number, Sighting.Paper.Kind kind) {
    return WorkflowTable.scan(new Sighting.Paper(new Reference(number), kind));
  }

  /// A task of the queue.
  ///
  /// @param kind such as `pack` or `load`
  /// @param reference what it is for
  public static WaitingTask task(String number, String kind, String reference, String place) {
    return new WaitingTask(
        new Reference(number),
        kind,
        "open",
        50,
        "A",
        Optional.of(new LocationCode(place)),
        Optional.empty(),
        kind.equals("load") ? "handling_unit" : "order",
        reference,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static final OpenOrder PO =
      new OpenOrder(
          new Reference("PO-1"),
          "Bolt & Co",
          Optional.of(LocalDate.of(2026, 11, 24)),
          List.of(new OrderLine(HAMMER.sku(), "Hammer", 100, 40, 100)),
          Instant.EPOCH);

  public static final Event ORDER = WorkflowTable.scan(new Sighting.Document(PO));
  public static final Event BADGE =
      WorkflowTable.scan(new Sighting.Badge(new Operator("ben"), "Ben", false));
  public static final Event TAGS =
      WorkflowTable.scan(
          new Sighting.Tags(
              List.of(
                  new Sighting.Tag("3034", Optional.of(HAMMER), Optional.empty(), false),
                  new Sighting.Tag("3035", Optional.of(MILK), Optional.empty(), false))));
  public static final Event MANY =
      WorkflowTable.scan(
          new Sighting.Ambiguous(
              "123",
              List.of(
                  new PackedProduct(HAMMER, PackLevel.EACH),
                  new PackedProduct(MILK, PackLevel.EACH))));
  public static final Event CODE = WorkflowTable.scan(new Sighting.Unknown("5901234123457", false));
  public static final Event NOISE =
      WorkflowTable.scan(new Sighting.Unreadable("The check digit is wrong."));

  /// Whatever was scanned that is of no use here is said, and changes nothing.
  ///
  /// @param phase where it is scanned
  public static <S> WorkflowTable<S> useless(
      WorkflowTable<S> table, List<Event> before, String phase) {
    return table
        .row(before, "badge", BADGE, "Mistaken", "That is the badge of Ben.", phase)
        .row(before, "RFID tags", TAGS, "Mistaken", "RFID tags are of no use here.", phase)
        .row(before, "code of two products", MANY, "Mistaken", "123 belongs to 2 products.", phase)
        .row(before, "unknown code", CODE, "Mistaken", "5901234123457 is not known here.", phase)
        .row(before, "misread code", NOISE, "Mistaken", "Misread, scan again.", phase);
  }

  /// Whatever is scanned in whatever state: a mistake keeps the state, and a card asks when and
  /// only when a person must choose. All of it can be said in every language.
  public static <S> void anythingAnywhere(Workflow<S> workflow, Set<S> states, Scene scene) {
    List<Event> events =
        List.of(
            goods(HAMMER),
            goods(HAMMER, CASE, Label.NONE),
            goods(MILK, PackLevel.EACH, lot("L1")),
            goods(DRILL, PackLevel.EACH, serial("SN-9")),
            at("A-01", "bin"),
            at("D-1", "dock"),
            strangeUnit("LP-99"),
            unit(new KnownUnit(new HandlingUnit("LP-1"), Optional.empty(), List.of())),
            paper("TR-1", Sighting.Paper.Kind.TRANSFER),
            paper("SO-1", Sighting.Paper.Kind.ORDER),
            paper("TASK-1", Sighting.Paper.Kind.TASK),
            paper("C-1", Sighting.Paper.Kind.COUNT),
            paper("ASN-1", Sighting.Paper.Kind.NOTICE),
            ORDER,
            BADGE,
            TAGS,
            MANY,
            CODE,
            WorkflowTable.scan(new Sighting.Unknown("a text", true)),
            NOISE);
    for (S state : states) {
      for (Event event : events) {
        Step<S> step = event.on(workflow, state, scene);
        if (step instanceof Step.Mistaken<S>) {
          assertEquals(state, step.state());
        } else {
          Card card = workflow.card(step.state(), scene);
          assertEquals(
              step instanceof Step.Undecided<S>,
              card.question().isPresent(),
              () -> state + " and " + step);
          assertEquals(card.question().isPresent(), card.prompt().means() == Card.Means.DECIDE);
        }
        for (Language language : Language.values()) {
          new Wording(language, ZoneOffset.UTC, () -> Scenes.NOW).headline(step.said().headline());
        }
      }
    }
  }
}
