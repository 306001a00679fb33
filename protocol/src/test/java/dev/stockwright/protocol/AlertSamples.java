package dev.stockwright.protocol;

import dev.stockwright.protocol.WireSamples.Sample;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Samples of alerts and reordering.
final class AlertSamples {
  private static final WarehouseCode NORTH = WorkSamples.NORTH;
  private static final Sku SKU = new Sku("HM-0500");
  private static final Reference SUPPLIER = new Reference("HALVORSEN");
  private static final Reference ALERT = new Reference("AL-17");
  private static final Reference PROPOSAL = new Reference("RP-4");
  private static final ReasonCode REASON = new ReasonCode("not_needed");
  private static final Instant UNTIL = Instant.parse("2026-11-21T06:00:00Z");

  private AlertSamples() {}

  static List<Sample<?>> all() {
    return List.of(
        Sample.command(
            "set_alert_rule",
            new AlertCommand.SetAlertRule(
                AlertCommand.Covers.everything(),
                new AlertCommand.Watch(no(), no(), no(), no(), true, no()))),
        Sample.command(
            "set_alert_rule.full",
            new AlertCommand.SetAlertRule(
                new AlertCommand.Covers(
                    Optional.of(NORTH),
                    Optional.of(SKU),
                    no(),
                    no(),
                    Optional.of(new LocationCode("A-01-02"))),
                new AlertCommand.Watch(
                    Optional.of(10L),
                    Optional.of(15L),
                    Optional.of(900L),
                    Optional.of(800L),
                    false,
                    Optional.of(30L)))),
        Sample.command(
            "remove_alert_rule",
            new AlertCommand.RemoveAlertRule(
                new AlertCommand.Covers(no(), no(), Optional.of("Tools"), no(), no()))),
        Sample.command(
            "remove_alert_rule.full",
            new AlertCommand.RemoveAlertRule(
                new AlertCommand.Covers(Optional.of(NORTH), no(), no(), Optional.of("A"), no()))),
        Sample.command("acknowledge_alert", new AlertCommand.AcknowledgeAlert(NORTH, ALERT)),
        Sample.command("snooze_alert", new AlertCommand.SnoozeAlert(NORTH, ALERT, UNTIL)),
        Sample.command("escalate_alert", new AlertCommand.EscalateAlert(NORTH, ALERT, no())),
        Sample.command(
            "escalate_alert.full",
            new AlertCommand.EscalateAlert(NORTH, ALERT, Optional.of("The truck is late"))),
        Sample.command("resolve_alert", new AlertCommand.ResolveAlert(NORTH, ALERT, REASON, no())),
        Sample.command(
            "resolve_alert.full",
            new AlertCommand.ResolveAlert(NORTH, ALERT, REASON, Optional.of("No longer sold"))),
        Sample.command("review_alerts", new AlertCommand.ReviewAlerts(NORTH)),
        Sample.command(
            "set_reorder_rule",
            new ReorderCommand.SetReorderRule(
                NORTH, SKU, SUPPLIER, 20, Optional.of(48L), no(), no(), no(), no())),
        Sample.command(
            "set_reorder_rule.full",
            new ReorderCommand.SetReorderRule(
                NORTH,
                SKU,
                SUPPLIER,
                20,
                no(),
                Optional.of(90L),
                Optional.of(24L),
                Optional.of(12L),
                Optional.of(5L))),
        Sample.command("remove_reorder_rule", new ReorderCommand.RemoveReorderRule(NORTH, SKU)),
        Sample.command("review_reorder", new ReorderCommand.ReviewReorder(NORTH, List.of())),
        Sample.command(
            "review_reorder.full", new ReorderCommand.ReviewReorder(NORTH, List.of(SKU))),
        Sample.command(
            "change_proposal",
            new ReorderCommand.ChangeProposal(NORTH, PROPOSAL, new Quantity(96))),
        Sample.command(
            "approve_proposals", new ReorderCommand.ApproveProposals(NORTH, List.of(PROPOSAL))),
        Sample.command(
            "reject_proposal", new ReorderCommand.RejectProposal(NORTH, PROPOSAL, REASON)));
  }

  private static <T> Optional<T> no() {
    return Optional.empty();
  }
}
