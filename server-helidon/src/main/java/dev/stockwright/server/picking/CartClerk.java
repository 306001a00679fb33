package dev.stockwright.server.picking;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Brings what was picked to where it is packed.
final class CartClerk {
  private static final ReasonCode REASON = new ReasonCode("drop");

  private final PickWork floor;

  CartClerk(PickWork floor) {
    this.floor = floor;
  }

  Decision drop(PickingCommand.DropGoods command) {
    List<PickedGoods.Lot> lots =
        floor.goods.at(command.cart()).stream()
            .filter(
                lot -> command.tote().map(HandlingUnit::code).map(lot.tote()::equals).orElse(true))
            .toList();
    Optional<Refusal> refusal =
        floor
            .wrongPlace(command.cart(), Set.of("cart", "packing", "staging"))
            .or(() -> floor.wrongPlace(command.to(), Set.of("packing", "staging", "dock")))
            .or(() -> same(command))
            .or(() -> PutBack.empty(lots, command))
            .or(() -> floor.missing(lots));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    List<Step> steps = new ArrayList<>();
    for (PickedGoods.Lot lot : lots) {
      steps.add(
          Repack.move(
              new Repack.Load(floor.warehouse, lot.sku(), lot.goods(), lot.quantity(), lot.order()),
              command.to(),
              REASON));
      floor.goods.change(lot, lot.at(command.to()));
    }
    lots.stream()
        .map(PickedGoods.Lot::order)
        .distinct()
        .forEach(order -> pack(command, order).ifPresent(steps::add));
    return new Decision.Act(steps);
  }

  private static Optional<Refusal> same(PickingCommand.DropGoods command) {
    return command.cart().equals(command.to())
        ? Optional.of(new Refusal.SamePlace(command.to().code()))
        : Optional.empty();
  }

  /// Somebody is to pack the order there, unless somebody is already.
  private Optional<Step> pack(PickingCommand.DropGoods command, Reference order) {
    boolean waits =
        floor.tasks.of(floor.warehouse, DocumentKind.ORDER, order).stream()
            .anyMatch(
                task ->
                    task.kind().equals(TaskKind.PACK.code())
                        && task.state().waiting()
                        && task.place().equals(command.to().code()));
    return waits
        ? Optional.empty()
        : Optional.of(
            floor.tasks.open(
                NewTask.of(floor.warehouse, TaskKind.PACK, DocumentKind.ORDER, order)
                    .at(command.to(), Optional.empty())));
  }
}
