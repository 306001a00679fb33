package dev.stockwright.client;

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
import dev.stockwright.protocol.SystemCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.TillCommand;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.protocol.WorkCommand;

/// Which commands the server takes back by `undo`: what moved stock alone, and the last step of
/// people on the floor, whose documents follow. A correction is one of those, applied at once or
/// still waiting for approval, which the device cannot know. What else was work for a
/// document is undone with the document, so such a step offers no undo, unless its workflow has one
/// of its own.
final class Undoable {
  private Undoable() {}

  static boolean of(Command command) {
    return switch (command) {
      case ReceiveGoods c -> true;
      case MoveStock c -> true;
      case AdjustStock c -> true;
      case TransferStock c -> true;
      case PlaceReservation c -> false;
      case ConfirmReservation c -> false;
      case ReleaseReservation c -> false;
      case UndoCommand c -> false;
      case WorkCommand c -> work(c);
    };
  }

  /// Whether a step of several commands stays right when only the others are taken back: where
  /// goods were sent is still where they were sent.
  static boolean stays(Command command) {
    return command instanceof PutAwayCommand.RedirectPutAway;
  }

  private static boolean work(WorkCommand command) {
    return switch (command) {
      case MoveCommand c -> move(c);
      case AdjustmentCommand c -> c instanceof AdjustmentCommand.ProposeAdjustment;
      case AlertCommand c -> false;
      case CatalogCommand c -> false;
      case CountCommand c -> false;
      case CountPlanCommand c -> false;
      case OrderCommand c -> false;
      case PickingCommand c -> c instanceof PickingCommand.PickStock;
      case PlaceCommand c -> false;
      case PurchaseCommand c -> false;
      case PutAwayCommand c ->
          c instanceof PutAwayCommand.PutAway || c instanceof PutAwayCommand.PutUnitAway;
      case ReceivingCommand c -> receiving(c);
      case ReferralCommand c -> false;
      case ReorderCommand c -> false;
      case ReplenishCommand c -> false;
      case ShippingCommand c ->
          c instanceof ShippingCommand.PackGoods || c instanceof ShippingCommand.PackOrder;
      case SystemCommand c -> false;
      case TaskCommand c -> false;
      case TillCommand c -> false;
      case TransferCommand c -> false;
    };
  }

  private static boolean receiving(ReceivingCommand command) {
    return switch (command) {
      case ReceivingCommand.HoldGoods c -> true;
      case ReceivingCommand.ReleaseGoods c -> true;
      case ReceivingCommand.RejectGoods c -> true;
      case ReceivingCommand.StartReceipt c -> false;
      case ReceivingCommand.ReceiveLine c -> true;
      case ReceivingCommand.ReceiveUnit c -> true;
      case ReceivingCommand.TakeBackLine c -> false;
      case ReceivingCommand.CloseReceipt c -> false;
      case ReceivingCommand.GatherReceipt c -> false;
      case ReceivingCommand.MatchReceipt c -> false;
      case ReceivingCommand.ReceiveReturn c -> false;
    };
  }

  private static boolean move(MoveCommand command) {
    return switch (command) {
      case MoveCommand.MoveGoods c -> true;
      case MoveCommand.MoveHandlingUnit c -> true;
      case MoveCommand.NestHandlingUnit c -> false;
      case MoveCommand.FreeHandlingUnit c -> false;
    };
  }
}
