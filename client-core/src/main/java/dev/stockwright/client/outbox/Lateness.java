package dev.stockwright.client.outbox;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.AdjustmentCommand;
import dev.stockwright.protocol.AlertCommand;
import dev.stockwright.protocol.CatalogCommand;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PlaceCommand;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.PurchaseCommand;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.ReorderCommand;
import dev.stockwright.protocol.ReplenishCommand;
import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.protocol.StockCommand;
import dev.stockwright.protocol.SystemCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.TillCommand;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.protocol.WorkCommand;

/// Which commands say where goods are since somebody's hands have put them there. Captured off
/// line, they are told late: the goods are there whatever the books say, so they are insisted on.
/// An intent, a decision or a figure is not: nothing has moved by it, and who gave it can be asked.
/// The server asks nobody for a right to insist, and goes by it where goods are received, moved,
/// put away, picked, put back, dropped, packed, loaded, unloaded and received from a transfer.
///
/// Some of it is refused even so, and a person sends it to a supervisor (or again), because to
/// record it would be wrong rather than late:
/// more packed than was picked, or nothing there to pack (the pick is still to be told by another
/// device; then it can be sent again); a package that is closed or unpacked (no goods move by
/// closing, and what came out is seen where it lies); a package of which the books lack goods; a
/// vehicle that leaves without what is loaded or with goods that are promised to others (the
/// promise has to be settled first, and the ledger holds no negative availability); a transfer that
/// has not been told to have left (sent again later it is as ever), or goods that are not on it;
/// packing and shipping of a transfer, and a transfer at once, which give goods to another
/// warehouse.
final class Lateness {
  private Lateness() {}

  static boolean handled(Command command) {
    return switch (command) {
      case StockCommand c -> stock(c);
      case WorkCommand c -> work(c);
    };
  }

  private static boolean stock(StockCommand command) {
    return switch (command) {
      case ReceiveGoods c -> true;
      case MoveStock c -> true;
      case AdjustStock c -> false;
      case TransferStock c -> false;
      case PlaceReservation c -> false;
      case ConfirmReservation c -> false;
      case ReleaseReservation c -> false;
      case UndoCommand c -> false;
    };
  }

  private static boolean work(WorkCommand command) {
    return switch (command) {
      case MoveCommand c -> true;
      case PickingCommand c -> picking(c);
      case PutAwayCommand c -> putAway(c);
      case ReceivingCommand c -> receiving(c);
      case ReplenishCommand c -> c instanceof ReplenishCommand.Replenish;
      case ShippingCommand c -> shipping(c);
      case TransferCommand c -> transfer(c);
      case AdjustmentCommand c -> false;
      case AlertCommand c -> false;
      case CatalogCommand c -> false;
      case CountCommand c -> false;
      case CountPlanCommand c -> false;
      case OrderCommand c -> false;
      case PlaceCommand c -> false;
      case PurchaseCommand c -> false;
      case ReferralCommand c -> false;
      case ReorderCommand c -> false;
      case SystemCommand c -> false;
      case TaskCommand c -> false;
      case TillCommand c -> false;
    };
  }

  private static boolean picking(PickingCommand command) {
    return switch (command) {
      case PickingCommand.PickStock c -> true;
      case PickingCommand.DropGoods c -> true;
      case PickingCommand.PutBackGoods c -> true;
      case PickingCommand.ReleaseToPick c -> false;
      case PickingCommand.CancelWave c -> false;
      case PickingCommand.ShortPick c -> false;
      case PickingCommand.SkipPick c -> false;
      case PickingCommand.SwapPick c -> false;
      case PickingCommand.ProposeSubstitute c -> false;
      case PickingCommand.DecideSubstitute c -> false;
      case PickingCommand.ReviewPicks c -> false;
    };
  }

  private static boolean putAway(PutAwayCommand command) {
    return switch (command) {
      case PutAwayCommand.PutAway c -> true;
      case PutAwayCommand.PutUnitAway c -> true;
      case PutAwayCommand.OpenPutAway c -> false;
      case PutAwayCommand.RedirectPutAway c -> false;
      case PutAwayCommand.DirectPutAway c -> false;
      case PutAwayCommand.ReviewPutAways c -> false;
    };
  }

  private static boolean receiving(ReceivingCommand command) {
    return switch (command) {
      case ReceivingCommand.ReceiveLine c -> true;
      case ReceivingCommand.ReceiveUnit c -> true;
      case ReceivingCommand.ReceiveReturn c -> true;
      case ReceivingCommand.StartReceipt c -> false;
      case ReceivingCommand.TakeBackLine c -> false;
      case ReceivingCommand.CloseReceipt c -> false;
      case ReceivingCommand.GatherReceipt c -> false;
      case ReceivingCommand.MatchReceipt c -> false;
      case ReceivingCommand.HoldGoods c -> false;
      case ReceivingCommand.ReleaseGoods c -> false;
      case ReceivingCommand.RejectGoods c -> false;
    };
  }

  private static boolean shipping(ShippingCommand command) {
    return switch (command) {
      case ShippingCommand.PackGoods c -> true;
      case ShippingCommand.PackOrder c -> true;
      case ShippingCommand.ClosePackage c -> true;
      case ShippingCommand.UnpackPackage c -> true;
      case ShippingCommand.LoadPackage c -> true;
      case ShippingCommand.UnloadPackage c -> true;
      case ShippingCommand.ShipGoods c -> true;
      case ShippingCommand.OpenShipment c -> false;
      case ShippingCommand.CancelShipment c -> false;
    };
  }

  private static boolean transfer(TransferCommand command) {
    return switch (command) {
      case TransferCommand.PackTransfer c -> true;
      case TransferCommand.PackTransferUnit c -> true;
      case TransferCommand.ShipTransfer c -> true;
      case TransferCommand.ReceiveTransfer c -> true;
      case TransferCommand.TransferAtOnce c -> true;
      case TransferCommand.RequestTransfer c -> false;
      case TransferCommand.ApproveTransfer c -> false;
      case TransferCommand.RejectTransfer c -> false;
      case TransferCommand.CloseTransfer c -> false;
      case TransferCommand.CancelTransfer c -> false;
      case TransferCommand.AcceptOver c -> false;
      case TransferCommand.SetLeadTime c -> false;
    };
  }
}
