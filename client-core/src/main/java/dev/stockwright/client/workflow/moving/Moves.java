package dev.stockwright.client.workflow.moving;

import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.moving.MovingState.Loose;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import java.util.Optional;

/// The commands that move loose goods.
final class Moves {
  private Moves() {}

  /// Asked on line, told off line.
  static Command of(Loose load, LocationCode to, Scene scene) {
    Quantity quantity = new Quantity(load.units());
    Optional<HandlingUnit> none = Optional.empty();
    return scene.online()
        ? new MoveCommand.MoveGoods(
            scene.warehouse(),
            load.product().sku(),
            quantity,
            load.from(),
            to,
            load.lot(),
            none,
            none,
            Optional.empty(),
            Optional.empty())
        : new MoveStock(
            scene.warehouse(),
            load.product().sku(),
            quantity,
            load.from(),
            to,
            load.lot(),
            none,
            Optional.empty(),
            Optional.empty());
  }
}
