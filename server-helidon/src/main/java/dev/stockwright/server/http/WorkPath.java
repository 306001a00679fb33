package dev.stockwright.server.http;

import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.WorkCommand;
import java.util.List;

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
              "/api/v1/counts/request",
              "request_count",
              CountCommand.RequestCount.class,
              "Have something counted"),
          new WorkPath(
              "/api/v1/counts/{count}/start",
              "start_count",
              CountCommand.StartCount.class,
              "I count along"),
          new WorkPath(
              "/api/v1/tasks/{task}/count",
              "count_from_task",
              CountCommand.CountFromTask.class,
              "Have the bin of a task counted"),
          new WorkPath(
              "/api/v1/counts/{count}/bins/{bin}/lines",
              "count_line",
              CountCommand.CountLine.class,
              "So many of this are in the bin"),
          new WorkPath(
              "/api/v1/counts/{count}/bins/{bin}/tags",
              "count_tags",
              CountCommand.CountTags.class,
              "These tags are in the bin"),
          new WorkPath(
              "/api/v1/counts/{count}/bins/{bin}/close",
              "close_bin",
              CountCommand.CloseBin.class,
              "The bin is counted"),
          new WorkPath(
              "/api/v1/counts/check-zero",
              "check_zero",
              CountCommand.CheckZero.class,
              "Is this bin empty?"),
          new WorkPath(
              "/api/v1/counts/{count}/finish",
              "finish_count",
              CountCommand.FinishCount.class,
              "The count is done"),
          new WorkPath(
              "/api/v1/counts/{count}/recount",
              "request_recount",
              CountCommand.RequestRecount.class,
              "Have bins counted again by somebody else"),
          new WorkPath(
              "/api/v1/counts/{count}/review",
              "review_variance",
              CountCommand.ReviewVariance.class,
              "Decide about variances"),
          new WorkPath(
              "/api/v1/counts/{count}/cancel",
              "cancel_count",
              CountCommand.CancelCount.class,
              "It need not be counted any more"),
          new WorkPath(
              "/api/v1/count-schedules/{schedule}",
              "schedule_count",
              CountPlanCommand.ScheduleCount.class,
              "Have the same counted every so many days"),
          new WorkPath(
              "/api/v1/count-schedules/{schedule}/end",
              "end_schedule",
              CountPlanCommand.EndSchedule.class,
              "Not any more"),
          new WorkPath(
              "/api/v1/counts/plan",
              "plan_counts",
              CountPlanCommand.PlanCounts.class,
              "Request the counts that are due"),
          new WorkPath(
              "/api/v1/count-classes/compute",
              "compute_classes",
              CountPlanCommand.ComputeClasses.class,
              "Compute classes A, B and C"),
          new WorkPath(
              "/api/v1/count-classes/{product}",
              "set_count_class",
              CountPlanCommand.SetCountClass.class,
              "Say of which class a product is"),
          new WorkPath(
              "/api/v1/reconciliations/{day}",
              "reconcile_day",
              CountPlanCommand.ReconcileDay.class,
              "Bring what was counted into the books"));

  /// The names in braces.
  List<String> variables() {
    return AskPath.variables(path);
  }
}
