package dev.stockwright.server.desk;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.ReorderCommand;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.protocol.WorkCommand;

/// Which lane a command waits in: that of the warehouse where it mostly works.
final class Lanes {
  /// For commands that name no warehouse. No warehouse code is empty.
  static final String ELSEWHERE = "";

  private Lanes() {}

  /// Does it work through so much that others should not wait for it longer than they must? Such a
  /// command has a transaction to itself.
  static boolean alone(Command command) {
    return switch (command) {
      case CountPlanCommand.ReconcileDay _,
          CountPlanCommand.PlanCounts _,
          CountPlanCommand.ComputeClasses _,
          ReorderCommand.ReviewReorder _ ->
          true;
      default -> false;
    };
  }

  static String of(Command command) {
    return switch (command) {
      case ReceiveGoods c -> c.warehouse().code();
      case MoveStock c -> c.warehouse().code();
      case AdjustStock c -> c.warehouse().code();
      case TransferStock c -> c.fromWarehouse().code();
      case PlaceReservation c -> c.lines().getFirst().warehouse().code();
      case ConfirmReservation c -> ELSEWHERE;
      case ReleaseReservation c -> ELSEWHERE;
      case UndoCommand c -> ELSEWHERE;
      case WorkCommand c -> c.warehouses().isEmpty() ? ELSEWHERE : c.warehouses().getFirst().code();
    };
  }
}
