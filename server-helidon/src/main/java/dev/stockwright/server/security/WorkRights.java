package dev.stockwright.server.security;

import dev.stockwright.protocol.AdjustmentCommand;
import dev.stockwright.protocol.AlertCommand;
import dev.stockwright.protocol.CatalogCommand;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PlaceCommand;
import dev.stockwright.protocol.PurchaseCommand;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.protocol.ReorderCommand;
import dev.stockwright.protocol.ReplenishCommand;
import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.protocol.SystemCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.TillCommand;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.protocol.WorkCommand;

/// Whose duty the commands of the activities are.
final class WorkRights {
  private WorkRights() {}

  /// A duty, and what the command does, for the sentence "You have no right to ...".
  record Right(Duty duty, String what) {}

  static Right of(WorkCommand command) {
    return switch (command) {
      case MoveCommand _ -> new Right(Duty.FLOOR, "move goods");
      case PutAwayCommand.ReviewPutAways _ -> new Right(Duty.DECIDING, "review put-aways");
      case PutAwayCommand _ -> new Right(Duty.FLOOR, "put goods away");
      case AdjustmentCommand c -> of(c);
      case AlertCommand c -> of(c);
      case CatalogCommand c -> of(c);
      case CountCommand c -> of(c);
      case CountPlanCommand c -> of(c);
      case OrderCommand c -> of(c);
      case PickingCommand c -> of(c);
      case PlaceCommand c -> of(c);
      case PurchaseCommand c -> of(c);
      case ReceivingCommand c -> of(c);
      case ReferralCommand c -> of(c);
      case ReorderCommand c -> of(c);
      case ReplenishCommand c -> of(c);
      case ShippingCommand c -> of(c);
      case SystemCommand c -> of(c);
      case TaskCommand c -> of(c);
      case TillCommand c -> of(c);
      case TransferCommand c -> of(c);
    };
  }

  private static Right of(AdjustmentCommand command) {
    return switch (command) {
      case AdjustmentCommand.ProposeAdjustment _ -> new Right(Duty.WORKING, "propose adjustments");
      case AdjustmentCommand.ApproveAdjustment _, AdjustmentCommand.RejectAdjustment _ ->
          new Right(Duty.DECIDING, "decide about adjustments");
    };
  }

  private static Right of(AlertCommand command) {
    return switch (command) {
      case AlertCommand.SetAlertRule c -> rule(c.covers());
      case AlertCommand.RemoveAlertRule c -> rule(c.covers());
      case AlertCommand.AcknowledgeAlert _ -> new Right(Duty.WORKING, "look after alerts");
      case AlertCommand.EscalateAlert _ -> new Right(Duty.WORKING, "escalate alerts");
      case AlertCommand.SnoozeAlert _, AlertCommand.ResolveAlert _ ->
          new Right(Duty.DECIDING, "decide about alerts");
      case AlertCommand.ReviewAlerts _ -> new Right(Duty.DECIDING, "review alerts");
    };
  }

  private static Right of(CatalogCommand command) {
    return switch (command) {
      case CatalogCommand.LearnBarcode _ -> new Right(Duty.WORKING, "learn barcodes");
      case CatalogCommand.SaveProduct _,
          CatalogCommand.SaveBarcode _,
          CatalogCommand.RemoveBarcode _,
          CatalogCommand.SaveSupplier _,
          CatalogCommand.SaveCustomer _,
          CatalogCommand.SaveReason _,
          CatalogCommand.SaveKit _ ->
          new Right(Duty.RUNNING, "change master data");
      case CatalogCommand.TellImport _ -> new Right(Duty.RUNNING, "bring in master data");
      case CatalogCommand.SaveSetting _ -> new Right(Duty.RUNNING, "change settings");
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

  private static Right of(PlaceCommand command) {
    return switch (command) {
      case PlaceCommand.OpenWarehouse _,
          PlaceCommand.ChangeWarehouse _,
          PlaceCommand.SaveZone _,
          PlaceCommand.SaveLocation _ ->
          new Right(Duty.RUNNING, "change warehouses and locations");
      case PlaceCommand.LockLocation _, PlaceCommand.UnlockLocation _ ->
          new Right(Duty.DECIDING, "lock locations");
      case PlaceCommand.SaveMinimum _ -> new Right(Duty.DECIDING, "set minimums");
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
          ReceivingCommand.CloseReceipt _,
          ReceivingCommand.GatherReceipt _,
          ReceivingCommand.MatchReceipt _ ->
          new Right(Duty.FLOOR, "receive goods");
      case ReceivingCommand.ReceiveReturn _ -> new Right(Duty.FLOOR, "take returns in");
      case ReceivingCommand.HoldGoods _ -> new Right(Duty.WORKING, "hold goods");
      case ReceivingCommand.ReleaseGoods _, ReceivingCommand.RejectGoods _ ->
          new Right(Duty.DECIDING, "decide about the quality of goods");
    };
  }

  private static Right of(ReferralCommand command) {
    return switch (command) {
      case ReferralCommand.ReferRefusal _ -> new Right(Duty.WORKING, "refer refused work");
      case ReferralCommand.NoteMismatch _ -> new Right(Duty.WORKING, "note mismatches");
      case ReferralCommand.RecordReferral _, ReferralCommand.RejectReferral _ ->
          new Right(Duty.DECIDING, "decide about refused work");
    };
  }

  private static Right of(ReorderCommand command) {
    return switch (command) {
      case ReorderCommand.SetReorderRule _, ReorderCommand.RemoveReorderRule _ ->
          new Right(Duty.DECIDING, "set the rules of reordering");
      case ReorderCommand.ReviewReorder _ -> new Right(Duty.DECIDING, "review what to reorder");
      case ReorderCommand.ChangeProposal _,
          ReorderCommand.ApproveProposals _,
          ReorderCommand.RejectProposal _ ->
          new Right(Duty.DECIDING, "decide what is bought");
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
          ShippingCommand.UnpackPackage _,
          ShippingCommand.ShipGoods _ ->
          new Right(Duty.FLOOR, "pack and ship");
    };
  }

  private static Right of(SystemCommand command) {
    return switch (command) {
      case SystemCommand.SetChannel _,
          SystemCommand.DropChannel _,
          SystemCommand.TryChannel _,
          SystemCommand.RetryMessage _ ->
          new Right(Duty.RUNNING, "set up notifications");
      case SystemCommand.RunJob _ -> new Right(Duty.RUNNING, "start jobs");
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

  /// A rule for all warehouses changes those of others as well.
  private static Right rule(AlertCommand.Covers covers) {
    return covers.onlyIn().isPresent()
        ? new Right(Duty.DECIDING, "set the rules of alerts")
        : new Right(Duty.RUNNING, "set the rules of alerts for all warehouses");
  }
}
