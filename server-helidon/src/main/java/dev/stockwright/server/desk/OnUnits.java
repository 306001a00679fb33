package dev.stockwright.server.desk;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.StockCommand;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.units.StandingUnits;
import dev.stockwright.server.work.Work;

/// Stock commands that name a handling unit: what they do must leave it in one place.
final class OnUnits {
  private OnUnits() {}

  static boolean are(StockCommand command) {
    return switch (command) {
      case ReceiveGoods c -> c.handlingUnit().isPresent();
      case MoveStock c -> c.handlingUnit().isPresent();
      case AdjustStock c -> c.handlingUnit().isPresent();
      case TransferStock _,
          PlaceReservation _,
          ConfirmReservation _,
          ReleaseReservation _,
          UndoCommand _ ->
          false;
    };
  }

  /// The same decision, or why not.
  static Decision checked(StockCommand command, Decision decision, Work work) {
    if (!(decision instanceof Decision.Post(var postings))) {
      return decision;
    }
    StandingUnits units = new StandingUnits(work);
    if (command instanceof ReceiveGoods c) {
      c.handlingUnit().ifPresent(unit -> units.comeBack(unit, c.warehouse()));
    }
    return units
        .unfit(postings)
        .or(() -> units.split(postings).map(StandingUnits::otherPlace))
        .<Decision>map(Decision.Refuse::new)
        .orElse(decision);
  }
}
