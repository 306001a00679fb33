package dev.stockwright.server.picking;

import static dev.stockwright.db.tables.Tables.TASK;
import static java.time.ZoneOffset.UTC;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.Task;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
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
    boolean late = floor.work.by().insisted();
    List<PickedGoods.Lot> lots =
        (late ? carried(command) : floor.goods.at(command.cart()))
            .stream()
                .filter(
                    lot ->
                        command.tote().map(HandlingUnit::code).map(lot.tote()::equals).orElse(true))
                .toList();
    Optional<Refusal> refusal =
        floor
            .wrongPlace(command.cart(), Set.of("cart", "packing", "staging"))
            .or(() -> floor.wrongPlace(command.to(), Set.of("packing", "staging", "dock")))
            .or(() -> same(command))
            .or(() -> PutBack.empty(lots, command))
            .or(() -> late ? Optional.empty() : floor.missing(lots));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    List<Step> steps = new ArrayList<>();
    Unexplained unexplained = new Unexplained(floor.work, floor.warehouse);
    for (PickedGoods.Lot lot : lots) {
      long part = unexplained.explained(lot);
      if (part > 0) {
        steps.add(
            Repack.move(
                new Repack.Load(floor.warehouse, lot.sku(), lot.goods(), part, lot.order()),
                command.to(),
                REASON));
      }
      steps.addAll(unexplained.steps(lot, command.to(), lot.quantity() - part));
      floor.goods.change(lot, lot.at(command.to()));
    }
    steps.addAll(brought(lots, command.to()));
    lots.stream()
        .filter(lot -> lot.putBack().isEmpty())
        .map(PickedGoods.Lot::order)
        .distinct()
        .forEach(order -> steps.addAll(pack(command, order)));
    return new Decision.Act(steps);
  }

  /// What was on the cart when it was emptied without a connection: also goods of orders that were
  /// cancelled since.
  private List<PickedGoods.Lot> carried(PickingCommand.DropGoods command) {
    return floor.goods.loose(command.cart()).stream()
        .filter(lot -> lot.putBack().isEmpty() || unwantedSince(lot))
        .toList();
  }

  private boolean unwantedSince(PickedGoods.Lot lot) {
    return floor
        .work
        .by()
        .occurredAt()
        .map(
            at ->
                floor
                    .work
                    .sql()
                    .fetchExists(
                        TASK, TASK.NUMBER.eq(lot.putBack()).and(TASK.MADE_AT.gt(at.atOffset(UTC)))))
        .orElse(true);
  }

  /// What is to be brought back is fetched from there now.
  private List<Step> brought(List<PickedGoods.Lot> lots, LocationCode to) {
    return lots.stream()
        .map(PickedGoods.Lot::putBack)
        .filter(task -> !task.isEmpty())
        .distinct()
        .flatMap(task -> floor.tasks.find(floor.warehouse, new Reference(task)).stream())
        .filter(task -> task.state().waiting())
        .map(task -> floor.tasks.move(task, to))
        .toList();
  }

  private static Optional<Refusal> same(PickingCommand.DropGoods command) {
    return command.cart().equals(command.to())
        ? Optional.of(new Refusal.SamePlace(command.to().code()))
        : Optional.empty();
  }

  /// Somebody is to pack the order there, unless somebody is already. Who was to pack it where
  /// nothing of it lies any more comes along.
  private List<Step> pack(PickingCommand.DropGoods command, Reference order) {
    List<Task> there = packing(order, command.to());
    List<Task> behind = empty(command.cart(), order) ? packing(order, command.cart()) : List.of();
    if (!there.isEmpty()) {
      return behind.stream().map(floor.tasks::cancel).toList();
    }
    if (!behind.isEmpty()) {
      List<Step> steps = new ArrayList<>();
      steps.add(floor.tasks.move(behind.getFirst(), command.to()));
      behind.stream().skip(1).map(floor.tasks::cancel).forEach(steps::add);
      return steps;
    }
    return List.of(
        floor.tasks.open(
            NewTask.of(floor.warehouse, TaskKind.PACK, DocumentKind.ORDER, order)
                .at(command.to(), Optional.empty())));
  }

  private List<Task> packing(Reference order, LocationCode place) {
    return floor.tasks.of(floor.warehouse, DocumentKind.ORDER, order).stream()
        .filter(task -> task.kind().equals(TaskKind.PACK.code()))
        .filter(task -> task.state().waiting() && task.place().equals(place.code()))
        .toList();
  }

  private boolean empty(LocationCode cart, Reference order) {
    return floor.goods.at(cart).stream()
        .noneMatch(lot -> lot.putBack().isEmpty() && lot.order().equals(order));
  }
}
