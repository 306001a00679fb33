package dev.stockwright.server.http;

import dev.stockwright.protocol.AlertCommand;
import java.util.List;

/// Where the commands of [AlertCommand] are taken.
final class AlertPaths {
  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/alert-rules/set",
              "set_alert_rule",
              AlertCommand.SetAlertRule.class,
              "Watch products, and say when to raise an alert"),
          new WorkPath(
              "/api/v1/alert-rules/remove",
              "remove_alert_rule",
              AlertCommand.RemoveAlertRule.class,
              "Watch them no longer"),
          new WorkPath(
              "/api/v1/alerts/{alert}/acknowledge",
              "acknowledge_alert",
              AlertCommand.AcknowledgeAlert.class,
              "I look after it"),
          new WorkPath(
              "/api/v1/alerts/{alert}/snooze",
              "snooze_alert",
              AlertCommand.SnoozeAlert.class,
              "Not before then"),
          new WorkPath(
              "/api/v1/alerts/{alert}/escalate",
              "escalate_alert",
              AlertCommand.EscalateAlert.class,
              "Somebody higher should look at it"),
          new WorkPath(
              "/api/v1/alerts/{alert}/resolve",
              "resolve_alert",
              AlertCommand.ResolveAlert.class,
              "It is dealt with"),
          new WorkPath(
              "/api/v1/alerts/review",
              "review_alerts",
              AlertCommand.ReviewAlerts.class,
              "Look at what time alone changes"));

  private AlertPaths() {}
}
