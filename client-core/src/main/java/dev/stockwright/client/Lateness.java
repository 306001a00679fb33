package dev.stockwright.client;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.protocol.WorkCommand;

/// Which commands report something that has happened on the floor already. Captured off line, they
/// are told late and recorded even where the books cannot explain them; an intent is not.
final class Lateness {
  private Lateness() {}

  static boolean insists(Command command, boolean online) {
    return !online && fact(command);
  }

  private static boolean fact(Command command) {
    return switch (command) {
      case ReceiveGoods c -> true;
      case MoveStock c -> true;
      case AdjustStock c -> false;
      case TransferStock c -> false;
      case PlaceReservation c -> false;
      case ConfirmReservation c -> false;
      case ReleaseReservation c -> false;
      case UndoCommand c -> false;
      case WorkCommand c -> false;
    };
  }
}
