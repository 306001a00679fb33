package dev.stockwright.client.workflow.shipping;

import static dev.stockwright.client.workflow.WorkflowTable.give;
import static dev.stockwright.client.workflow.WorkflowTable.press;
import static dev.stockwright.client.workflow.WorkflowTable.scan;

import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Scenes;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Sighting.Paper.Kind;
import dev.stockwright.client.workflow.Sights;
import dev.stockwright.client.workflow.WorkflowTable;
import dev.stockwright.client.workflow.WorkflowTable.Event;
import dev.stockwright.client.workflow.WrittenBooks;
import java.util.List;

/// What is scanned and pressed at a dock, and the table of the workflow. LP-1 and LP-2 are closed
/// and wait at P-1.
final class ShippingTable {
  static final WrittenBooks BOOKS =
      WrittenBooks.of(
          Sights.HAMMER,
          Sights.task("TASK-1", "load", "LP-1", "P-1"),
          Sights.task("TASK-2", "load", "LP-2", "P-1"));

  static final String NUMBER = "NORTH-S-MWOOV7K0-22MS";
  static final Event D1 = Sights.at("D-1", "dock");
  static final Event D2 = Sights.at("D-2", "dock");
  static final Event A1 = Sights.at("A-01", "bin");
  static final Event YES = press(Key.CONFIRM);
  static final Event NO = press(Key.DISCARD);
  static final Event BACK = press(Key.BACK);
  static final Event DONE = press(Key.DONE);
  static final Event LP1 = Sights.strangeUnit("LP-1");
  static final Event LP1_PLATE = scan(new Sighting.Unknown("LP-1", true));
  static final Event LP2 = Sights.strangeUnit("LP-2");
  static final Event LP9 = Sights.strangeUnit("LP-9");
  static final Event OTHERS = give(new Input.Typed("SH-77"));
  private static final Event HAMMERS = Sights.goods(Sights.HAMMER);
  private static final Event SO1 = Sights.paper("SO-1", Kind.ORDER);
  private static final Event SHORT = press(Key.SHORT);
  private static final String NOTHING = "Nothing was recorded.";
  private static final String NOT_SO = "There is nothing to confirm.";

  private ShippingTable() {}

  static Scene scene() {
    return Scenes.online(BOOKS);
  }

  static WorkflowTable<ShippingState> table() {
    return new WorkflowTable<>(
        new ShippingWorkflow(),
        ShippingState.start(),
        scene(),
        Sights.ENGLISH::say,
        state -> state.phase().getClass().getSimpleName());
  }

  static WorkflowTable<ShippingState> all() {
    WorkflowTable<ShippingState> table = docks(table());
    loading(table);
    return asking(table);
  }

  private static WorkflowTable<ShippingState> docks(WorkflowTable<ShippingState> table) {
    List<Event> none = List.of();
    List<Event> asked = List.of(D1);
    List<Event> left = List.of(D1, YES, BACK);
    String goesOn = NUMBER + " goes on at D-1.";
    table
        .row(none, "dock", D1, "Undecided", "D-1: no shipment of yours here.", "Begin")
        .row(none, "bin", A1, "Mistaken", "A-01 is no dock.", "AtDock")
        .row(none, "package", LP1, "Mistaken", "LP-1: dock first.", "AtDock")
        .row(none, "goods", HAMMERS, "Mistaken", "That is Hammer.", "AtDock")
        .row(none, "order", SO1, "Left", "Opening SO-1.", "AtDock")
        .row(none, "purchase order", Sights.ORDER, "Left", "Opening PO-1.", "AtDock")
        .row(none, "BACK", BACK, "Left", NOTHING, "AtDock")
        .row(none, "SHORT", SHORT, "Mistaken", NOT_SO, "AtDock")
        .row(left, "its dock", D1, "Asked", goesOn, "Load")
        .row(left, "its number", scan(new Sighting.Unknown(NUMBER, true)), "Asked", goesOn, "Load")
        .row(left, "it tapped", give(new Input.Point(NUMBER)), "Asked", goesOn, "Load")
        .row(left, "BACK", BACK, "Left", "Shipments that stay open: 1.", "AtDock")
        .row(asked, "OPEN", YES, "Recorded", NUMBER + " is open at D-1.", "Load")
        .row(asked, "NO", NO, "Asked", NOTHING, "AtDock")
        .row(asked, "number of another's", OTHERS, "Asked", "SH-77 goes on at D-1.", "Load")
        .row(asked, "other dock", D2, "Undecided", "D-2: no shipment of yours here.", "Begin")
        .row(asked, "bin", A1, "Mistaken", "That is A-01.", "Begin")
        .row(asked, "package", LP1, "Mistaken", "That is LP-1.", "Begin")
        .row(asked, "goods", HAMMERS, "Mistaken", "That is Hammer.", "Begin")
        .row(asked, "order", SO1, "Mistaken", "SO-1 is another job.", "Begin")
        .row(asked, "SHORT", SHORT, "Mistaken", NOT_SO, "Begin");
    Sights.useless(table, asked, "Begin");
    return Sights.useless(table, none, "AtDock");
  }

  private static void loading(WorkflowTable<ShippingState> table) {
    List<Event> open = List.of(D1, YES);
    List<Event> loaded = List.of(D1, YES, LP1);
    table
        .row(open, "package", LP1, "Recorded", "LP-1 loaded.", "Load")
        .row(open, "its plate", LP1_PLATE, "Recorded", "LP-1 loaded.", "Load")
        .row(open, "other unit", LP9, "Undecided", "LP-9 is not known to be closed.", "Doubt")
        .row(loaded, "package again", LP1, "Mistaken", "LP-1 is loaded already.", "Load")
        .row(
            List.of(D1, YES, LP1, D2, OTHERS),
            "package of another vehicle",
            LP1,
            "Mistaken",
            "LP-1 is in shipment " + NUMBER + ".",
            "Load")
        .row(loaded, "DONE", DONE, "Undecided", NUMBER + ": ship 1 of yours?", "Leave")
        .row(open, "same dock", D1, "Asked", NUMBER + " goes on at D-1.", "Load")
        .row(open, "other dock", D2, "Undecided", "D-2: no shipment of yours here.", "Begin")
        .row(open, "bin", A1, "Mistaken", "A-01 is no dock.", "Load")
        .row(open, "goods", HAMMERS, "Mistaken", "That is Hammer.", "Load")
        .row(open, "order", SO1, "Mistaken", "SO-1 is another job.", "Load")
        .row(open, "purchase order", Sights.ORDER, "Mistaken", "PO-1 is another job.", "Load")
        .row(open, "BACK", BACK, "Asked", NOTHING, "AtDock")
        .row(open, "SHORT", SHORT, "Mistaken", NOT_SO, "Load");
    Sights.useless(table, open, "Load");
  }

  private static WorkflowTable<ShippingState> asking(WorkflowTable<ShippingState> table) {
    List<Event> doubt = List.of(D1, YES, LP9);
    List<Event> leave = List.of(D1, YES, LP1, DONE);
    return table
        .row(doubt, "LOAD", press(Key.INSIST), "Recorded!", "LP-9 loaded.", "Load")
        .row(doubt, "NO", NO, "Asked", NOTHING, "Load")
        .row(doubt, "package", LP1, "Recorded", "LP-1 loaded.", "Load")
        .row(doubt, "goods", HAMMERS, "Mistaken", "That is Hammer.", "Doubt")
        .row(doubt, "misread code", Sights.NOISE, "Mistaken", "Misread, scan again.", "Doubt")
        .row(doubt, "SHORT", SHORT, "Mistaken", NOT_SO, "Doubt")
        .row(leave, "SHIP", YES, "Recorded*", NUMBER + " has left.", "AtDock")
        .row(leave, "NO", NO, "Asked", NOTHING, "Load")
        .row(leave, "package", LP2, "Recorded", "LP-2 loaded.", "Load")
        .row(leave, "bin", A1, "Mistaken", "A-01 is no dock.", "Leave")
        .row(leave, "badge", Sights.BADGE, "Mistaken", "That is the badge of Ben.", "Leave")
        .row(leave, "SHORT", SHORT, "Mistaken", NOT_SO, "Leave");
  }
}
