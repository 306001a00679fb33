package dev.stockwright.server.security;

import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.ReplenishCommand;
import dev.stockwright.protocol.ShippingCommand;
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
      case PickingCommand c -> of(c);
      case ReplenishCommand c -> of(c);
      case ShippingCommand c -> of(c);
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

  private static Right of(PickingCommand command) {
    return switch (command) {
      case PickingCommand.ReleaseToPick _,
          PickingCommand.CancelWave _,
          PickingCommand.DecideSubstitute _,
          PickingCommand.ReviewPicks _ ->
          new Right(Duty.DECIDING, "decide about picking");
      case PickingCommand.PickStock _,
          PickingCommand.ShortPick _,
          PickingCommand.SkipPick _,
          PickingCommand.SwapPick _,
          PickingCommand.ProposeSubstitute _,
          PickingCommand.DropGoods _,
          PickingCommand.PutBackGoods _ ->
          new Right(Duty.FLOOR, "pick stock");
    };
  }

  private static Right of(ReplenishCommand command) {
    return switch (command) {
      case ReplenishCommand.SetPickFace _, ReplenishCommand.ReviewReplenishment _ ->
          new Right(Duty.DECIDING, "decide about replenishment");
      case ReplenishCommand.Replenish _ -> new Right(Duty.FLOOR, "replenish bins");
    };
  }

  private static Right of(ShippingCommand command) {
    return switch (command) {
      case ShippingCommand.CancelShipment _ -> new Right(Duty.DECIDING, "decide about shipments");
      case ShippingCommand.PackGoods _,
          ShippingCommand.PackOrder _,
          ShippingCommand.ClosePackage _,
          ShippingCommand.OpenShipment _,
          ShippingCommand.LoadPackage _,
          ShippingCommand.UnloadPackage _,
          ShippingCommand.ShipGoods _ ->
          new Right(Duty.FLOOR, "pack and ship");
    };
  }
}
