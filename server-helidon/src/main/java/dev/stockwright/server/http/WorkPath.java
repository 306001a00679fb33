package dev.stockwright.server.http;

import dev.stockwright.protocol.AlertCommand;
import dev.stockwright.protocol.ReorderCommand;
import dev.stockwright.protocol.SystemCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.WorkCommand;
import java.util.List;
import java.util.stream.Stream;

/// Where a command of an activity is taken by HTTP. The body is the command without its kind; what
/// stands in braces in the path is a field of it as well.
///
/// @param kind its wire name
/// @param summary for the OpenAPI document
record WorkPath(String path, String kind, Class<? extends WorkCommand> type, String summary) {
  /// All of them.
  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/tasks/take",
              "take_task",
              TaskCommand.TakeTask.class,
              "Give me my next task, or this one"),
          new WorkPath(
              "/api/v1/tasks/{task}/keep",
              "keep_task",
              TaskCommand.KeepTask.class,
              "I am still at it"),
          new WorkPath(
              "/api/v1/tasks/{task}/skip", "skip_task", TaskCommand.SkipTask.class, "Not now"),
          new WorkPath(
              "/api/v1/tasks/{task}/return",
              "return_task",
              TaskCommand.ReturnTask.class,
              "Back into the queue"),
          new WorkPath(
              "/api/v1/tasks/{task}/hand-over",
              "hand_over_task",
              TaskCommand.HandOverTask.class,
              "To another person"),
          new WorkPath(
              "/api/v1/tasks/{task}/rank",
              "rank_task",
              TaskCommand.RankTask.class,
              "How urgent it is"),
          new WorkPath(
              "/api/v1/tasks/{task}/cancel",
              "cancel_task",
              TaskCommand.CancelTask.class,
              "It need not be done any more"),
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
              "Look at what time alone changes"),
          new WorkPath(
              "/api/v1/reorder-rules/set",
              "set_reorder_rule",
              ReorderCommand.SetReorderRule.class,
              "Buy this product when little is left"),
          new WorkPath(
              "/api/v1/reorder-rules/remove",
              "remove_reorder_rule",
              ReorderCommand.RemoveReorderRule.class,
              "Buy it by itself no longer"),
          new WorkPath(
              "/api/v1/proposals/review",
              "review_reorder",
              ReorderCommand.ReviewReorder.class,
              "Calculate what should be bought"),
          new WorkPath(
              "/api/v1/proposals/{proposal}/change",
              "change_proposal",
              ReorderCommand.ChangeProposal.class,
              "Another quantity"),
          new WorkPath(
              "/api/v1/proposals/approve",
              "approve_proposals",
              ReorderCommand.ApproveProposals.class,
              "Buy these: a purchase order for each supplier"),
          new WorkPath(
              "/api/v1/proposals/{proposal}/reject",
              "reject_proposal",
              ReorderCommand.RejectProposal.class,
              "Don't buy this"),
          new WorkPath(
              "/api/v1/channels/{name}/set",
              "set_channel",
              SystemCommand.SetChannel.class,
              "Say where alerts are told"),
          new WorkPath(
              "/api/v1/channels/{name}/drop",
              "drop_channel",
              SystemCommand.DropChannel.class,
              "Tell nothing there any more"),
          new WorkPath(
              "/api/v1/channels/{name}/try",
              "try_channel",
              SystemCommand.TryChannel.class,
              "Send a test there"),
          new WorkPath(
              "/api/v1/messages/{message}/retry",
              "retry_message",
              SystemCommand.RetryMessage.class,
              "Try a message again"),
          new WorkPath(
              "/api/v1/jobs/{job}/run",
              "run_job",
              SystemCommand.RunJob.class,
              "Do a job now"));
      Stream.of(tasks(), OrderRoutes.COMMANDS, TillRoutes.COMMANDS).flatMap(List::stream).toList();

  private static List<WorkPath> tasks() {
    return List.of(
        new WorkPath(
            "/api/v1/tasks/take",
            "take_task",
            TaskCommand.TakeTask.class,
            "Give me my next task, or this one"),
        new WorkPath(
            "/api/v1/tasks/{task}/keep",
            "keep_task",
            TaskCommand.KeepTask.class,
            "I am still at it"),
        new WorkPath(
            "/api/v1/tasks/{task}/skip", "skip_task", TaskCommand.SkipTask.class, "Not now"),
        new WorkPath(
            "/api/v1/tasks/{task}/return",
            "return_task",
            TaskCommand.ReturnTask.class,
            "Back into the queue"),
        new WorkPath(
            "/api/v1/tasks/{task}/hand-over",
            "hand_over_task",
            TaskCommand.HandOverTask.class,
            "To another person"),
        new WorkPath(
            "/api/v1/tasks/{task}/rank",
            "rank_task",
            TaskCommand.RankTask.class,
            "How urgent it is"),
        new WorkPath(
            "/api/v1/tasks/{task}/cancel",
            "cancel_task",
            TaskCommand.CancelTask.class,
            "It need not be done any more"));
  }

  /// The names in braces.
  List<String> variables() {
    return AskPath.variables(path);
  }
}
