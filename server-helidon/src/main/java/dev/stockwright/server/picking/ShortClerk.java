package dev.stockwright.server.picking;

import static dev.stockwright.db.tables.Tables.WAVE;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.picking.PickWork.Wave;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Goods that are not where they should be: somebody looks, and the rest comes from elsewhere or
/// later.
final class ShortClerk {
  /// Reasons that say the bin is empty, so that a look is enough.
  private static final Set<String> EMPTY = Set.of("empty", "lost");

  private final PickWork floor;

  ShortClerk(PickWork floor) {
    this.floor = floor;
  }

  Decision shortPick(PickingCommand.ShortPick command) {
    Optional<PickLine> found = floor.picks.find(command.pick());
    if (found.isEmpty()) {
      return new Decision.Refuse(
          new DocumentRefusal.UnknownDocument(DocumentKind.PICK, command.pick()));
    }
    PickLine pick = found.get();
    Optional<Refusal> refusal =
        PickRules.notOpen(pick)
            .or(() -> floor.held(pick))
            .or(() -> PickRules.promiseOver(pick.order(), floor.work.stock().promise(pick.order())))
            .or(() -> floor.work.wrongReason(command.reason(), "short_pick"));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    List<Step> steps = new ArrayList<>();
    steps.add(floor.picks.end(pick, PickLine.SHORT, command.reason().code()));
    look(pick, command.reason().code()).ifPresent(steps::add);
    steps.addAll(again(pick));
    steps.addAll(floor.keep(pick.task()));
    steps.addAll(floor.refresh(pick.task()));
    steps.addAll(floor.began(pick));
    steps.addAll(floor.progress(pick));
    return new Decision.Act(steps);
  }

  /// Until somebody has looked, nobody else is sent to these goods.
  private Optional<Step> look(PickLine pick, String reason) {
    PileKey goods = pick.goods().orElseThrow();
    boolean doubted =
        floor.spots(List.of(pick.sku()), false).getOrDefault(pick.sku(), List.of()).stream()
            .anyMatch(spot -> spot.location().equals(goods.location()) && spot.place().doubted());
    TaskKind kind = EMPTY.contains(reason) ? TaskKind.ZERO_CHECK : TaskKind.COUNT;
    return doubted
        ? Optional.empty()
        : Optional.of(
            floor.tasks.open(
                NewTask.of(floor.warehouse, kind, DocumentKind.PICK, pick.number())
                    .at(goods.location(), Optional.empty())
                    .of(pick.sku(), 0, goods.lot(), goods.handlingUnit())));
  }

  /// What is left comes from other bins, into the same task; what cannot is promised later, or
  /// waits where the warehouse has set so.
  private List<Step> again(PickLine pick) {
    var how =
        floor
            .work
            .sql()
            .select(WAVE.ALLOCATION)
            .from(WAVE)
            .where(WAVE.ID.eq(pick.waveId()))
            .fetchSingle(WAVE.ALLOCATION);
    Demand demand =
        new Demand(pick.orderId(), pick.line(), pick.sku(), pick.priority(), pick.left());
    var plan = floor.plan(List.of(demand), Allocation.of(how).orElseThrow());
    List<Step> steps =
        new ArrayList<>(floor.join(Wave.of(pick), floor.task(pick.task()), plan.takings()));
    long missing = plan.missing().stream().mapToLong(Demand::quantity).sum();
    if (missing > 0) {
      steps.addAll(later(pick, demand.of(missing)));
    }
    return steps;
  }

  private List<Step> later(PickLine pick, Demand missing) {
    String rule = floor.work.setting(floor.warehouse, "picking.short").orElse("back_order");
    if (rule.equals("wait")) {
      floor.picks.wait(pick.waveId(), List.of(missing));
      return List.of();
    }
    floor.backOrdered(pick.orderId(), pick.line(), missing.quantity());
    return List.of(new Step.Resize(pick.order(), floor.warehouse, pick.sku(), -missing.quantity()));
  }
}
