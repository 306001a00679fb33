package dev.stockwright.server.security;

import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PurchaseCommand;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.protocol.ReceivingCommand;
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
      case PurchaseCommand c -> of(c);
      case ReceivingCommand c -> of(c);
      case PutAwayCommand _ -> new Right(Duty.FLOOR, "put goods away");
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

  private static Right of(PurchaseCommand command) {
    return switch (command) {
      case PurchaseCommand.OpenPurchaseOrder _,
          PurchaseCommand.ChangePurchaseOrder _,
          PurchaseCommand.ClosePurchaseOrder _,
          PurchaseCommand.CancelPurchaseOrder _ ->
          new Right(Duty.DECIDING, "decide about purchase orders");
      case PurchaseCommand.AllowOverReceipt _ ->
          new Right(Duty.DECIDING, "allow more than was ordered");
      case PurchaseCommand.AnnounceDelivery _, PurchaseCommand.CloseAsn _ ->
          new Right(Duty.DECIDING, "decide about deliveries");
    };
  }

  private static Right of(ReceivingCommand command) {
    return switch (command) {
      case ReceivingCommand.StartReceipt _,
          ReceivingCommand.ReceiveLine _,
          ReceivingCommand.ReceiveUnit _,
          ReceivingCommand.TakeBackLine _,
          ReceivingCommand.CloseReceipt _ ->
          new Right(Duty.FLOOR, "receive goods");
      case ReceivingCommand.ReceiveReturn _ -> new Right(Duty.FLOOR, "take returns in");
      case ReceivingCommand.HoldGoods _ -> new Right(Duty.WORKING, "hold goods");
      case ReceivingCommand.ReleaseGoods _, ReceivingCommand.RejectGoods _ ->
          new Right(Duty.DECIDING, "decide about the quality of goods");
    };
  }
}
