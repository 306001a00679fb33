package dev.stockwright.client.workflow.home;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.WorkflowTable.scan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.WorkflowTable;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HomeWorkflowTest {
  private static final Wording ENGLISH =
      new Wording(Language.ENGLISH, ZoneOffset.UTC, () -> Scenes.NOW);
  private static final Product HAMMER =
      new Product(new Sku("HM-1"), "Hammer", "each", false, false);
  private static final WrittenBooks BOOKS =
      WrittenBooks.of(
          HAMMER,
          new Place(new LocationCode("DOCK-1"), "", "dock"),
          new Place(new LocationCode("A-01"), "A", "bin"),
          task("T-1", "pick"),
          task("T-2", "put_away"),
          task("T-3", "zero_check"),
          task("T-4", "replenish"),
          task("T-5", "pack"));
  private static final Sighting GOODS =
      new Sighting.Goods(HAMMER, PackLevel.EACH, Label.NONE, List.of(), Optional.empty());
  private static final Sighting BIN =
      new Sighting.AtPlace(new Place(new LocationCode("A-01"), "A", "bin"));

  private static WaitingTask task(String number, String kind) {
    Optional<LocationCode> place = Optional.of(new LocationCode("A-01"));
    return new WaitingTask(
        new Reference(number),
        kind,
        "open",
        50,
        "A",
        place,
        Optional.empty(),
        "wave",
        "W-1",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Sighting unit(String at) {
    HandlingUnit code = new HandlingUnit("LP-1");
    return new Sighting.Unit(
        code, Optional.of(new KnownUnit(code, Optional.of(new LocationCode(at)), List.of())));
  }

  private static Sighting paper(String number, Sighting.Paper.Kind kind) {
    return new Sighting.Paper(new Reference(number), kind);
  }

  private static Sighting order() {
    return new Sighting.Document(
        new OpenOrder(new Reference("PO-1"), "Fischer", Optional.empty(), List.of(), Scenes.NOW));
  }

  private static WorkflowTable<HomeState> table() {
    return new WorkflowTable<>(
        new HomeWorkflow(), new HomeState(), Scenes.online(BOOKS), ENGLISH::say, state -> "Home");
  }

  private static Map<String, Sighting> opening() {
    Map<String, Sighting> all = new TreeMap<>();
    all.put("bin", BIN);
    all.put("count", paper("C-1", Sighting.Paper.Kind.COUNT));
    all.put("goods", GOODS);
    all.put("order", order());
    all.put("shipping notice", paper("ASN-1", Sighting.Paper.Kind.NOTICE));
    all.put("task: pack", paper("T-5", Sighting.Paper.Kind.TASK));
    all.put("task: pick", paper("T-1", Sighting.Paper.Kind.TASK));
    all.put("task: put-away", paper("T-2", Sighting.Paper.Kind.TASK));
    all.put("task: replenish", paper("T-4", Sighting.Paper.Kind.TASK));
    all.put("task: zero check", paper("T-3", Sighting.Paper.Kind.TASK));
    all.put("transfer", paper("TR-1", Sighting.Paper.Kind.TRANSFER));
    all.put("unit at the dock", unit("DOCK-1"));
    all.put("unit in a bin", unit("A-01"));
    return all;
  }

  private static WorkflowTable<HomeState> all() {
    WorkflowTable<HomeState> table = table();
    opening()
        .forEach(
            (name, seen) -> table.row(List.of(), name, scan(seen), "Left", said(seen), "Home"));
    Event noise = scan(new Sighting.Unreadable("The check digit is wrong."));
    return table
        .row(
            List.of(),
            "unknown code",
            scan(new Sighting.Unknown("123", true)),
            "Mistaken",
            "123 is not known here.",
            "Home")
        .row(List.of(), "misread", noise, "Mistaken", "Misread, scan again.", "Home")
        .row(
            List.of(),
            "tags",
            scan(new Sighting.Tags(List.of())),
            "Mistaken",
            "RFID tags are of no use here.",
            "Home")
        .row(
            List.of(),
            "a badge that is no way in",
            scan(new Sighting.Badge(Scenes.ANA, "Ana", false)),
            "Mistaken",
            "That is the badge of Ana.",
            "Home")
        .row(
            List.of(),
            "a code of two products",
            scan(new Sighting.Ambiguous("123", List.of())),
            "Mistaken",
            "123 belongs to 0 products.",
            "Home")
        .row(List.of(), "tile Pick", give(new Input.Point("PICK")), "Left", "Pick: go on.", "Home")
        .row(List.of(), "back", press(Key.BACK), "Mistaken", "This is the start.", "Home");
  }

  private static String said(Sighting seen) {
    return ENGLISH.say(
        new HomeWorkflow().seen(new HomeState(), seen, Scenes.online(BOOKS)).said().headline());
  }

  @TestFactory
  Stream<DynamicTest> everyRow() {
    return all().tests();
  }

  @Test
  void thePageIsTheTable() throws IOException {
    all()
        .isThePage(
            "home",
            """
            # Home

            Scan anything: its work opens with one scan and no touch. The tiles say what waits.
            """);
  }

  @Test
  void eachThingOpensItsOwnWork() {
    Map<String, Activity> expected =
        Map.ofEntries(
            Map.entry("bin", Activity.LOOK_UP),
            Map.entry("count", Activity.COUNT),
            Map.entry("goods", Activity.LOOK_UP),
            Map.entry("order", Activity.RECEIVE),
            Map.entry("shipping notice", Activity.RECEIVE),
            Map.entry("task: pack", Activity.PACK),
            Map.entry("task: pick", Activity.PICK),
            Map.entry("task: put-away", Activity.PUT_AWAY),
            Map.entry("task: replenish", Activity.MOVE),
            Map.entry("task: zero check", Activity.COUNT),
            Map.entry("transfer", Activity.TRANSFER),
            Map.entry("unit at the dock", Activity.PUT_AWAY),
            Map.entry("unit in a bin", Activity.LOOK_UP));
    opening()
        .forEach(
            (name, seen) -> {
              Step<HomeState> step =
                  new HomeWorkflow().seen(new HomeState(), seen, Scenes.online(BOOKS));
              Step.Left<?> left = assertInstanceOf(Step.Left.class, step, name);
              assertEquals(expected.get(name), left.next(), name);
              assertEquals(Optional.of(seen), left.seen(), name);
            });
  }

  @Test
  void theTilesSayWhatWaits() {
    Card card = new HomeWorkflow().card(new HomeState(), Scenes.online(BOOKS));
    assertEquals(
        List.of("Receive", "Put away", "Pick 1", "Count 1", "Move", "Transfer", "Look up"),
        card.rows().stream()
            .map(
                row ->
                    (ENGLISH.say(row.head()) + " " + row.value().map(ENGLISH::say).orElse(""))
                        .strip())
            .toList());
    assertTrue(card.more().size() <= Card.CHOICES_MAX);
  }
}
