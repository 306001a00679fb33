package dev.stockwright.server.security;

import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.WorkCommand;

/// Whose duty the commands of the activities are.
final class WorkRights {
  private WorkRights() {}

  /// A duty, and what the command does, for the sentence "You have no right to ...".
  record Right(Duty duty, String what) {}

  static Right of(WorkCommand command) {
    return switch (command) {
      case TaskCommand c -> of(c);
      case CountCommand c -> of(c);
      case CountPlanCommand c -> of(c);
    };
  }

  private static Right of(TaskCommand command) {
    return switch (command) {
      case TaskCommand.TakeTask _,
          TaskCommand.KeepTask _,
          TaskCommand.SkipTask _,
          TaskCommand.ReturnTask _,
          TaskCommand.HandOverTask _ ->
          new Right(Duty.WORKING, "work on tasks");
      case TaskCommand.RankTask _, TaskCommand.CancelTask _ ->
          new Right(Duty.DECIDING, "decide about tasks");
    };
  }

  private static Right of(CountCommand command) {
    return switch (command) {
      case CountCommand.StartCount _,
          CountCommand.CountFromTask _,
          CountCommand.CountLine _,
          CountCommand.CountTags _,
          CountCommand.CloseBin _,
          CountCommand.CheckZero _,
          CountCommand.FinishCount _ ->
          new Right(Duty.WORKING, "count");
      case CountCommand.RequestCount _,
          CountCommand.RequestRecount _,
          CountCommand.ReviewVariance _,
          CountCommand.CancelCount _ ->
          new Right(Duty.DECIDING, "decide about counts");
    };
  }

  private static Right of(CountPlanCommand command) {
    return switch (command) {
      case CountPlanCommand.ScheduleCount _,
          CountPlanCommand.EndSchedule _,
          CountPlanCommand.PlanCounts _,
          CountPlanCommand.ComputeClasses _,
          CountPlanCommand.SetCountClass _ ->
          new Right(Duty.DECIDING, "plan counts");
      case CountPlanCommand.ReconcileDay _ -> new Right(Duty.DECIDING, "reconcile counts");
    };
  }
}
