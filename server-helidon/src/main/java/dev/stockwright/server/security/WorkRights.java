package dev.stockwright.server.security;

import dev.stockwright.protocol.AdjustmentCommand;
import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.protocol.WorkCommand;

/// Whose duty the commands of the activities are.
final class WorkRights {
  private WorkRights() {}

  /// A duty, and what the command does, for the sentence "You have no right to ...".
  record Right(Duty duty, String what) {}

  static Right of(WorkCommand command) {
    return switch (command) {
      case TaskCommand c -> of(c);
      case TransferCommand c -> of(c);
      case AdjustmentCommand c -> of(c);
      case MoveCommand _ -> new Right(Duty.FLOOR, "move goods");
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

  private static Right of(TransferCommand command) {
    return switch (command) {
      case TransferCommand.PackTransfer _,
          TransferCommand.PackTransferUnit _,
          TransferCommand.ShipTransfer _,
          TransferCommand.ReceiveTransfer _ ->
          new Right(Duty.FLOOR, "pack, ship and receive transfers");
      case TransferCommand.RequestTransfer _,
          TransferCommand.ApproveTransfer _,
          TransferCommand.RejectTransfer _,
          TransferCommand.CloseTransfer _,
          TransferCommand.CancelTransfer _,
          TransferCommand.TransferAtOnce _,
          TransferCommand.AcceptOver _,
          TransferCommand.SetLeadTime _ ->
          new Right(Duty.DECIDING, "decide about transfers");
    };
  }

  private static Right of(AdjustmentCommand command) {
    return switch (command) {
      case AdjustmentCommand.ProposeAdjustment _ -> new Right(Duty.WORKING, "propose adjustments");
      case AdjustmentCommand.ApproveAdjustment _, AdjustmentCommand.RejectAdjustment _ ->
          new Right(Duty.DECIDING, "decide about adjustments");
    };
  }
}
