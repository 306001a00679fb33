package dev.stockwright.client.replica;

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
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How much a command will change what is on hand in a warehouse once the server accepts it. Pure.
final class Effects {
  /// `delta` pieces more (or less, below 0) of `sku`.
  record Effect(Sku sku, long delta) {}

  private Effects() {}

  /// @param earlier finds a command by its id, to know what an undo takes back
  static List<Effect> of(
      Command command, WarehouseCode here, Function<CommandId, Optional<Command>> earlier) {
    return switch (command) {
      case ReceiveGoods c -> at(here, c.warehouse(), c.sku(), c.quantity().units());
      case AdjustStock c -> at(here, c.warehouse(), c.sku(), c.quantityChange());
      case TransferStock c -> {
        long units = c.quantity().units();
        yield c.fromWarehouse().equals(here)
            ? at(here, c.fromWarehouse(), c.sku(), -units)
            : at(here, c.toWarehouse(), c.sku(), units);
      }
      case UndoCommand c ->
          earlier
              .apply(c.undone())
              .filter(undone -> !(undone instanceof UndoCommand))
              .map(undone -> of(undone, here, earlier))
              .orElse(List.of())
              .stream()
              .map(effect -> new Effect(effect.sku(), -effect.delta()))
              .toList();
      case MoveStock c -> List.of(); // inside the warehouse
      case PlaceReservation c -> List.of();
      case ConfirmReservation c -> List.of();
      case ReleaseReservation c -> List.of();
      case WorkCommand c -> List.of(); // its events say what it changed
    };
  }

  private static List<Effect> at(WarehouseCode here, WarehouseCode there, Sku sku, long delta) {
    return here.equals(there) ? List.of(new Effect(sku, delta)) : List.of();
  }
}
