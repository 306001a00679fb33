package dev.stockwright.server.security;

import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.TillCommand;
import dev.stockwright.protocol.WorkCommand;

/// Whose duty the commands of the activities are.
final class WorkRights {
  private WorkRights() {}

  /// A duty, and what the command does, for the sentence "You have no right to ...".
  record Right(Duty duty, String what) {}

  static Right of(WorkCommand command) {
    return switch (command) {
      case TaskCommand c -> of(c);
      case OrderCommand c -> of(c);
      case TillCommand c -> of(c);
    };
  }

  private static Right of(OrderCommand command) {
    return switch (command) {
      case OrderCommand.PlaceOrder _,
          OrderCommand.RenewOrder _,
          OrderCommand.ConfirmOrder _,
          OrderCommand.ReleaseOrder _,
          OrderCommand.ChangeOrder _,
          OrderCommand.FillOrder _,
          OrderCommand.CancelOrder _ ->
          new Right(Duty.DECIDING, "decide about orders");
      case OrderCommand.TidyOrders _ -> new Right(Duty.RUNNING, "tidy orders");
    };
  }

  private static Right of(TillCommand command) {
    return switch (command) {
      case TillCommand.PostTillBatch _ -> new Right(Duty.RUNNING, "post what tills report");
      case TillCommand.RetryTillEntries _,
          TillCommand.CorrectTillEntry _,
          TillCommand.CoverTillEntry _,
          TillCommand.DismissTillEntry _ ->
          new Right(Duty.DECIDING, "decide about what tills report");
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
}
