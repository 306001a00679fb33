package dev.stockwright.server.desk;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.StockCommand;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.adjusting.AdjustingRules;
import dev.stockwright.server.moving.MovingRules;
import dev.stockwright.server.receiving.ReceivingRules;
import dev.stockwright.server.reserving.ReservingRules;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.GateRules;
import dev.stockwright.server.stock.GuardRules;
import dev.stockwright.server.stock.KitRules;
import dev.stockwright.server.stock.Stock;
import dev.stockwright.server.transferring.TransferringRules;
import java.util.Optional;

/// Gives each command to the rules of its activity.
final class Judge {
  private Judge() {}

  static Decision decide(StockCommand command, boolean insisted, Stock stock) {
    Optional<Refusal> barred =
        KitRules.refusal(command, stock.gates())
            .or(() -> GuardRules.refusal(command, stock))
            .or(() -> insisted ? Optional.empty() : GateRules.refusal(command, stock));
    if (barred.isPresent()) {
      return new Decision.Refuse(barred.get());
    }
    return switch (command) {
      case ReceiveGoods c -> ReceivingRules.decide(c, insisted, stock);
      case MoveStock c -> MovingRules.decide(c, insisted, stock);
      case AdjustStock c -> AdjustingRules.decide(c, stock);
      case TransferStock c -> TransferringRules.decide(c, stock);
      case PlaceReservation c -> ReservingRules.place(c, stock);
      case ConfirmReservation c -> ReservingRules.confirm(c, stock);
      case ReleaseReservation c -> ReservingRules.release(c, stock);
      case UndoCommand c -> throw new IllegalStateException("not by the stock alone: " + c);
    };
  }
}
