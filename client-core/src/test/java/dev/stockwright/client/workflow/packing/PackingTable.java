package dev.stockwright.client.workflow.packing;

import static dev.stockwright.client.workflow.Sights.DRILL;
import static dev.stockwright.client.workflow.Sights.HAMMER;
import static dev.stockwright.client.workflow.Sights.MILK;
import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.WorkflowTable.scan;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Sighting.Paper.Kind;
import dev.stockwright.client.workflow.Sights;
import dev.stockwright.client.workflow.WorkflowTable;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.WrittenBooks;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;

/// What is scanned and pressed at a bench, and the table of the workflow. SO-1 waits at P-1,
/// SO-2 at P-1 and P-2, and of SO-3 only a pick is known, into tote T-3; LP-7 is closed.
final class PackingTable {
  static final WrittenBooks BOOKS =
      WrittenBooks.of(
          HAMMER,
          MILK,
          DRILL,
          Sights.task("TASK-1", "pack", "SO-1", "P-1"),
          Sights.task("TASK-2", "pack", "SO-2", "P-1"),
          Sights.task("TASK-3", "pack", "SO-2", "P-2"),
          Sights.task("TASK-7", "load", "LP-7", "P-1"),
          new PickLine(
              new Reference("PK-3"),
              Optional.empty(),
              "",
              "SO-3",
              HAMMER.sku(),
              "Hammer",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(new HandlingUnit("T-3")),
              5,
              0,
              "open",
              1,
              false,
              Optional.empty()));

  static final Event SO1 = Sights.paper("SO-1", Kind.ORDER);
  static final Event SO2 = Sights.paper("SO-2", Kind.ORDER);
  static final Event SO3 = Sights.paper("SO-3", Kind.ORDER);
  static final Event TASK1 = Sights.paper("TASK-1", Kind.TASK);
  static final Event P1 = Sights.at("P-1", "packing");
  static final Event P2 = Sights.at("P-2", "packing");
  static final Event A1 = Sights.at("A-01", "bin");
  static final Event HAMMERS = Sights.goods(HAMMER);
  static final Event MILK_L1 = Sights.goods(MILK, PackLevel.EACH, Sights.lot("L1"));
  static final Event DRILL_9 = Sights.goods(DRILL, PackLevel.EACH, Sights.serial("SN-9"));
  static final Event LP1 = Sights.strangeUnit("LP-1");
  static final Event LP2 = Sights.strangeUnit("LP-2");
  static final Event LP7 = Sights.strangeUnit("LP-7");
  static final Event T3 = Sights.strangeUnit("T-3");
  static final Event LABEL = scan(new Sighting.Unknown("LP-1", true));
  static final Event TEN = give(new Input.Keyed(10));
  static final Event DONE = press(Key.DONE);
  static final Event ALL = press(Key.ALL);
  private static final Event BACK = press(Key.BACK);
  private static final Event SHORT = press(Key.SHORT);
  private static final String NOTHING = "Nothing was recorded.";
  private static final String NOT_SO = "There is nothing to confirm.";

  private PackingTable() {}

  static Scene scene() {
    return Scenes.online(BOOKS);
  }

  static WorkflowTable<PackingState> table() {
    return new WorkflowTable<>(
        new PackingWorkflow(),
        PackingState.start(),
        scene(),
        Sights.ENGLISH::say,
        state -> state.phase().getClass().getSimpleName());
  }

  static WorkflowTable<PackingState> all() {
    WorkflowTable<PackingState> table = choosing(table());
    into(table);
    filling(table);
    return weighing(table);
  }

  private static WorkflowTable<PackingState> choosing(WorkflowTable<PackingState> table) {
    List<Event> none = List.of();
    List<Event> begun = List.of(SO1, LP1, HAMMERS, BACK);
    List<Event> asked = List.of(SO2);
    table
        .row(none, "order at one bench", SO1, "Asked", "SO-1 is open.", "Into")
        .row(none, "task to pack it", TASK1, "Asked", "SO-1 is open.", "Into")
        .row(none, "order at two benches", SO2, "Asked", "SO-2 is open.", "Bench")
        .row(none, "order not dropped yet", SO3, "Asked", "SO-3 is open.", "Bench")
        .row(none, "tote of an order", T3, "Asked", "SO-3 is open.", "Bench")
        .row(none, "bench", P1, "Asked", "You are at P-1.", "Choose")
        .row(List.of(P1), "order at two benches", SO2, "Asked", "SO-2 is open.", "Into")
        .row(none, "bin", A1, "Mistaken", "A-01 is no packing bench.", "Choose")
        .row(none, "closed package", LP7, "Mistaken", "LP-7 is closed already.", "Choose")
        .row(none, "other unit", LP1, "Mistaken", "LP-1: its order is not known here.", "Choose")
        .row(none, "goods", HAMMERS, "Mistaken", "Hammer: order first.", "Choose")
        .row(none, "order tapped", give(new Input.Point("SO-1")), "Asked", "SO-1 is open.", "Into")
        .row(begun, "open package", LP1, "Asked", "LP-1 goes on, order SO-1.", "Fill")
        .row(begun, "its plate", LABEL, "Asked", "LP-1 goes on, order SO-1.", "Fill")
        .row(begun, "its order", SO1, "Asked", "LP-1 goes on, order SO-1.", "Fill")
        .row(
            begun,
            "package tapped",
            give(new Input.Point("LP-1")),
            "Asked",
            "LP-1 goes on, order SO-1.",
            "Fill")
        .row(begun, "BACK", BACK, "Left", "Packages left open: 1.", "Choose")
        .row(none, "count", Sights.paper("C-1", Kind.COUNT), "Left", "Opening C-1.", "Choose")
        .row(none, "purchase order", Sights.ORDER, "Left", "Opening PO-1.", "Choose")
        .row(none, "BACK", BACK, "Left", NOTHING, "Choose")
        .row(none, "SHORT", SHORT, "Mistaken", NOT_SO, "Choose")
        .row(asked, "bench", P2, "Asked", "SO-2 is open.", "Into")
        .row(asked, "bin", A1, "Mistaken", "That is A-01.", "Bench")
        .row(asked, "other order", SO1, "Asked", "SO-1 is open.", "Into")
        .row(asked, "unit", LP1, "Mistaken", "That is LP-1.", "Bench")
        .row(asked, "goods", HAMMERS, "Mistaken", "That is Hammer.", "Bench")
        .row(asked, "purchase order", Sights.ORDER, "Mistaken", "PO-1 is another job.", "Bench")
        .row(asked, "BACK", BACK, "Asked", NOTHING, "Choose")
        .row(asked, "SHORT", SHORT, "Mistaken", NOT_SO, "Bench");
    Sights.useless(table, asked, "Bench");
    return Sights.useless(table, none, "Choose");
  }

  private static void into(WorkflowTable<PackingState> table) {
    List<Event> open = List.of(SO1);
    table
        .row(open, "new label", LP1, "Asked", "Into LP-1.", "Fill")
        .row(open, "new plate", LABEL, "Asked", "Into LP-1.", "Fill")
        .row(
            open,
            "no label",
            press(Key.WITHOUT_DOCUMENT),
            "Asked",
            "New package NORTH-P-MWOOV7K0-22MS.",
            "Fill")
        .row(open, "closed package", LP7, "Mistaken", "LP-7 is closed already.", "Into")
        .row(open, "tote of another", T3, "Mistaken", "T-3 is of order SO-3.", "Into")
        .row(
            List.of(SO1, LP1, HAMMERS, BACK, P2, SO2),
            "package of another",
            LP1,
            "Mistaken",
            "LP-1 is of order SO-1.",
            "Into")
        .row(open, "goods", HAMMERS, "Mistaken", "Hammer: package first.", "Into")
        .row(open, "bench", P1, "Mistaken", "That is P-1.", "Into")
        .row(open, "other order", SO3, "Asked", "SO-3 is open.", "Bench")
        .row(open, "purchase order", Sights.ORDER, "Mistaken", "PO-1 is another job.", "Into")
        .row(open, "BACK", BACK, "Asked", NOTHING, "Choose")
        .row(open, "SHORT", SHORT, "Mistaken", NOT_SO, "Into");
    Sights.useless(table, open, "Into");
  }

  private static void filling(WorkflowTable<PackingState> table) {
    List<Event> open = List.of(SO1, LP1);
    table
        .row(open, "goods", HAMMERS, "Recorded", "Hammer into LP-1.", "Fill")
        .row(open, "goods with lot", MILK_L1, "Recorded", "Milk into LP-1.", "Fill")
        .row(open, "piece", DRILL_9, "Recorded", "Drill into LP-1.", "Fill")
        .row(open, "10 keyed in", TEN, "Asked", "The next scan counts times 10", "Fill")
        .row(List.of(SO1, LP1, TEN), "goods", HAMMERS, "Recorded", "Hammer into LP-1.", "Fill")
        .row(
            List.of(SO1, LP1, TEN),
            "piece",
            DRILL_9,
            "Mistaken",
            "Drill has serial numbers.",
            "Fill")
        .row(
            List.of(SO1, LP1, give(new Input.Keyed(1_000_000_000))),
            "cases",
            Sights.goods(HAMMER, Sights.CASE, Label.NONE),
            "Mistaken",
            "Hammer: that count cannot be right.",
            "Fill")
        .row(open, "0 keyed in", give(new Input.Keyed(0)), "Mistaken", NOT_SO, "Fill")
        .row(open, "ALL", ALL, "Recorded*", "All of SO-1 is in LP-1.", "Weigh")
        .row(open, "DONE", DONE, "Asked", "What does LP-1 weigh?", "Weigh")
        .row(open, "other package", LP2, "Asked", "Into LP-2.", "Fill")
        .row(open, "closed package", LP7, "Mistaken", "LP-7 is closed already.", "Fill")
        .row(open, "other order", SO3, "Asked", "SO-3 is open.", "Bench")
        .row(
            open,
            "unknown plate",
            scan(new Sighting.Unknown("XY", true)),
            "Mistaken",
            "XY is not known here.",
            "Fill")
        .row(open, "bench", P1, "Mistaken", "That is P-1.", "Fill")
        .row(open, "purchase order", Sights.ORDER, "Mistaken", "PO-1 is another job.", "Fill")
        .row(open, "BACK", BACK, "Asked", NOTHING, "Choose")
        .row(open, "SHORT", SHORT, "Mistaken", NOT_SO, "Fill");
    Sights.useless(table, open, "Fill");
  }

  private static WorkflowTable<PackingState> weighing(WorkflowTable<PackingState> table) {
    List<Event> open = List.of(SO1, LP1, HAMMERS, DONE);
    table
        .row(
            open,
            "2500 keyed in",
            give(new Input.Keyed(2_500)),
            "Recorded*",
            "LP-1 is closed, 2,500 g.",
            "Choose")
        .row(open, "OK", press(Key.OK), "Recorded*", "LP-1 is closed, not weighed.", "Choose")
        .row(
            open,
            "101 tonnes",
            give(new Input.Keyed(101_000_000)),
            "Mistaken",
            "101,000,000 g cannot be right.",
            "Weigh")
        .row(open, "goods", HAMMERS, "Mistaken", "That is Hammer.", "Weigh")
        .row(open, "unit", LP2, "Mistaken", "That is LP-2.", "Weigh")
        .row(open, "bench", P1, "Mistaken", "That is P-1.", "Weigh")
        .row(open, "order", SO1, "Mistaken", "SO-1 is another job.", "Weigh")
        .row(open, "purchase order", Sights.ORDER, "Mistaken", "PO-1 is another job.", "Weigh")
        .row(open, "BACK", BACK, "Asked", NOTHING, "Fill")
        .row(open, "SHORT", SHORT, "Mistaken", NOT_SO, "Weigh");
    return Sights.useless(table, open, "Weigh");
  }
}
