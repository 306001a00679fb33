package dev.stockwright.server.picking;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PickingRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.Task;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.tasks.TaskRules;
import dev.stockwright.server.units.HandlingUnits;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.ReasonCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Brings goods back that nobody wants any more.
final class PutBack {
  private static final ReasonCode REASON = new ReasonCode("put_back");

  private final PickWork floor;

  PutBack(PickWork floor) {
    this.floor = floor;
  }

  /// A task for goods that are on a cart or a bench; they belong to the order no longer.
  List<Step> open(PickedGoods.Lot lot) {
    var opened =
        new dev.stockwright.server.tasks.TaskStack(floor.work)
            .open(
                floor.warehouse,
                List.of(
                    NewTask.of(floor.warehouse, TaskKind.PUT_AWAY, DocumentKind.ORDER, lot.order())
                        .at(lot.goods().location(), Optional.empty())
                        .of(
                            lot.sku(),
                            lot.quantity(),
                            lot.goods().lot(),
                            lot.goods().handlingUnit())));
    PickedGoods.Lot back = lot.back(opened.numbers().getFirst().code());
    if (lot.id() == 0) {
      floor.goods.put(back);
    } else {
      floor.goods.change(lot, back);
    }
    return opened.steps();
  }

  /// They are in a bin again.
  Decision done(PickingCommand.PutBackGoods command) {
    Optional<Task> task = floor.tasks.find(floor.warehouse, command.task());
    if (task.isEmpty()) {
      return new Decision.Refuse(
          new DocumentRefusal.UnknownDocument(DocumentKind.TASK, command.task()));
    }
    List<PickedGoods.Lot> lots = floor.goods.back(command.task().code());
    Optional<Refusal> refusal =
        TaskRules.refusal(task.get(), floor.work.author())
            .or(() -> floor.wrongPlace(command.to(), Set.of("bin")))
            .or(() -> floor.work.by().insisted() ? Optional.empty() : locked(command))
            .or(() -> nothing(lots, command))
            .or(() -> floor.missing(lots));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    List<Step> steps = new ArrayList<>();
    for (PickedGoods.Lot lot : lots) {
      steps.addAll(
          Repack.move(
              new Repack.Load(floor.warehouse, lot.sku(), lot.goods(), lot.quantity(), lot.order()),
              command.to(),
              "",
              REASON));
      floor.goods.take(lot, lot.quantity());
    }
    steps.add(floor.tasks.finish(task.get()));
    steps.addAll(emptied(lots));
    return new Decision.Act(steps);
  }

  /// A unit out of which the last goods came is there no longer.
  private List<Step> emptied(List<PickedGoods.Lot> lots) {
    Map<String, Long> taken = new LinkedHashMap<>();
    lots.stream()
        .filter(lot -> !lot.goods().handlingUnit().isEmpty())
        .forEach(lot -> taken.merge(lot.goods().handlingUnit(), lot.quantity(), Long::sum));
    HandlingUnits units = new HandlingUnits(floor.work);
    return taken.entrySet().stream()
        .flatMap(
            each ->
                units
                    .taken(floor.warehouse, new HandlingUnit(each.getKey()), each.getValue())
                    .stream())
        .toList();
  }

  private Optional<Refusal> locked(PickingCommand.PutBackGoods command) {
    return floor
        .place(command.to())
        .filter(place -> place.value2() || !place.value3())
        .map(
            place ->
                new DocumentRefusal.WrongState(
                    DocumentKind.LOCATION,
                    new dev.stockwright.vocabulary.Reference(command.to().code()),
                    place.value3() ? "locked (" + place.value4() + ")" : "not in use",
                    "open"));
  }

  private static Optional<Refusal> nothing(
      List<PickedGoods.Lot> lots, PickingCommand.PutBackGoods command) {
    return lots.isEmpty()
        ? Optional.of(
            new DocumentRefusal.Mismatch(
                "task", "one that brings goods of an order back", command.task().code()))
        : Optional.empty();
  }

  /// What follows the cancelling of an order: nothing more of it is picked, and what was picked or
  /// packed goes back.
  List<Step> cancelled(dev.stockwright.server.orders.Order order) {
    List<Step> steps = new ArrayList<>();
    List<PickLine> all = floor.picks.ofOrder(order.id());
    for (PickLine pick : all) {
      if (pick.open() || pick.state().equals(PickLine.WAITING)) {
        steps.add(floor.picks.end(pick, PickLine.CANCELLED, "order cancelled"));
      }
    }
    all.stream().map(PickLine::task).distinct().forEach(task -> steps.addAll(floor.refresh(task)));
    floor.goods.of(order.id()).forEach(lot -> steps.addAll(open(lot)));
    all.stream()
        .filter(pick -> !floor.picks.unfinished(pick.waveId()))
        .collect(
            java.util.stream.Collectors.toMap(PickLine::waveId, pick -> pick, (one, same) -> one))
        .values()
        .forEach(pick -> steps.add(floor.picks.turnWave(pick, "picked")));
    return steps;
  }

  static Optional<Refusal> empty(List<PickedGoods.Lot> lots, PickingCommand.DropGoods command) {
    return lots.isEmpty()
        ? Optional.of(
            new PickingRefusal.NothingThere(
                command.cart(),
                command.tote().map(tote -> "picked goods in tote " + tote).orElse("picked goods")))
        : Optional.empty();
  }
}
