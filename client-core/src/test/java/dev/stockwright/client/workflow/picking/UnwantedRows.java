package dev.stockwright.client.workflow.picking;

import static dev.stockwright.client.workflow.picking.PickingScene.*;
import static dev.stockwright.client.workflow.picking.PickingWays.phases;

import dev.stockwright.client.workflow.WorkflowTable;

/// Rows of the table of picking: every kind of thing in every phase that cannot use it.
final class UnwantedRows {
  private UnwantedRows() {}

  /// What no step can use changes nothing anywhere.
  static void unwanted(WorkflowTable<PickingState> t) {
    phases()
        .forEach(
            (phase, before) -> {
              t.row(before, "badge", BADGE, "Mistaken", "That is the badge of Ben.", phase)
                  .row(before, "tags", TAGS, "Mistaken", "RFID tags are of no use here.", phase)
                  .row(
                      before, "two products", MANY, "Mistaken", "123 belongs to 2 products.", phase)
                  .row(before, "misread code", NOISE, "Mistaken", "Misread, scan again.", phase);
              if (!phase.equals("Choose")) {
                t.row(before, "other pick", TASK_3, "Mistaken", "PICK-3 is another job.", phase)
                    .row(
                        before,
                        "purchase order",
                        DOCUMENT,
                        "Mistaken",
                        "PO-1 is another job.",
                        phase);
              }
              boolean tote = phase.equals("ToteWanted");
              if (!tote) {
                t.row(
                        before,
                        "unknown code",
                        text("XYZ-1"),
                        "Mistaken",
                        "XYZ-1 is not known here.",
                        phase)
                    .row(before, "handling unit", unit("LP-9"), "Mistaken", "That is LP-9.", phase);
              }
            });
  }

  /// Places and goods that the step does not want.
  static void elsewhere(WorkflowTable<PickingState> t) {
    phases()
        .forEach(
            (phase, before) -> {
              String place =
                  switch (phase) {
                    case "Choose", "CartWanted", "ToteWanted", "Drop", "OtherDrop" -> "";
                    case "OtherLot", "Expired" -> ", not B-02-01";
                    default -> ", not A-01-02";
                  };
              String goods =
                  switch (phase) {
                    case "Choose", "CartWanted", "ToteWanted", "Drop", "OtherDrop" ->
                        "That is Bolt.";
                    case "Go", "OtherPlace", "Skip" -> "Bolt: bin first.";
                    case "OtherLot", "Expired" -> "That is Bolt, expected Milk.";
                    default -> "That is Bolt, expected Hammer.";
                  };
              String says = "That is D-01-01" + place + ".";
              t.row(before, "bin of nothing wanted", D1, "Mistaken", says, phase)
                  .row(before, "goods of nothing wanted", BOLT_EACH, "Mistaken", goods, phase);
            });
  }
}
