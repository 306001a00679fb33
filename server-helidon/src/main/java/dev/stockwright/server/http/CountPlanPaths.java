package dev.stockwright.server.http;

import dev.stockwright.protocol.CountPlanCommand;
import java.util.List;

/// Where the commands of [CountPlanCommand] are taken.
final class CountPlanPaths {
  static final List<WorkPath> ALL =
      List.of(
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

  private CountPlanPaths() {}
}
