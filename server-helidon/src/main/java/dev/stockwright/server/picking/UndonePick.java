package dev.stockwright.server.picking;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.RecordedMovement;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.stock.UndoneWork;
import dev.stockwright.server.tasks.Task;
import dev.stockwright.server.units.HandlingUnits;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A pick that is undone: what was taken for each line is wanted again, out of its bin.
final class UndonePick {
  private final PickWork floor;

  UndonePick(PickWork floor) {
    this.floor = floor;
  }

  /// So much of a line that was taken.
  ///
  /// @param lot what of it lies on the cart; absent: it does not any more
  private record Portion(PickLine pick, RecordedMovement taken, Optional<PickedGoods.Lot> lot) {
    Optional<Refusal> refusal() {
      return PickRules.notBack(
          pick, taken.quantity(), taken.to(), lot.map(PickedGoods.Lot::quantity));
    }
  }

  Decision back(UndoneWork undone) {
    List<Reference> picks = undone.numbers(DocumentKind.PICK);
    List<RecordedMovement> taken = undone.arrivals();
    String tote =
        undone.numbers(DocumentKind.HANDLING_UNIT).stream()
            .map(Reference::code)
            .findFirst()
            .orElse("");
    List<Portion> portions = new ArrayList<>();
    for (int i = 0; i < Math.min(picks.size(), taken.size()); i++) {
      RecordedMovement part = taken.get(i);
      floor.picks.find(picks.get(i)).ifPresent(pick -> portions.add(portion(pick, part, tote)));
    }
    if (portions.isEmpty() || portions.size() < taken.size()) {
      return new Decision.Refuse(
          new DocumentRefusal.UnknownDocument(DocumentKind.PICK, picks.getFirst()));
    }
    return portions.stream()
        .flatMap(portion -> portion.refusal().stream())
        .findFirst()
        .<Decision>map(Decision.Refuse::new)
        .orElseGet(() -> new Decision.Act(back(portions, tote)));
  }

  private Portion portion(PickLine pick, RecordedMovement taken, String tote) {
    return new Portion(
        pick,
        taken,
        floor.goods.of(pick.orderId()).stream()
            .filter(lot -> lot.goods().equals(taken.target()) && lot.sku().equals(taken.sku()))
            .filter(lot -> lot.line() == pick.line() && lot.tote().equals(tote))
            .findFirst());
  }

  private List<Step> back(List<Portion> portions, String tote) {
    List<Step> steps = new ArrayList<>();
    for (Portion portion : portions) {
      PickLine pick = portion.pick();
      long units = portion.taken().quantity();
      floor.goods.take(
          portion(pick, portion.taken(), tote).lot().orElseThrow(), units); // as it is by now
      floor.picked(pick.orderId(), pick.line(), -units);
      steps.add(floor.picks.tookBack(pick, units));
    }
    PickLine named = portions.getFirst().pick();
    if (!tote.isEmpty() && floor.goods.owner(tote).isEmpty()) {
      steps.addAll(emptied(named, tote));
    }
    floor
        .tasks
        .find(floor.warehouse, new Reference(named.task()))
        .filter(task -> !task.state().waiting())
        .map((Task task) -> floor.tasks.again(task))
        .ifPresent(steps::add);
    steps.addAll(floor.refresh(named.task()));
    steps.addAll(floor.again(named));
    portions.stream()
        .map(portion -> portion.pick().order())
        .distinct()
        .forEach(order -> steps.addAll(floor.progress(order)));
    return steps;
  }

  /// The tote is for nobody again, and the order may have another one.
  private List<Step> emptied(PickLine named, String tote) {
    if (named.tote().equals(tote)) {
      floor.picks.fixTote(named, "");
    }
    HandlingUnit code = new HandlingUnit(tote);
    HandlingUnits units = new HandlingUnits(floor.work);
    return units.find(floor.warehouse, code).stream()
        .map(unit -> new HandlingUnits.Unit(code, unit.warehouse(), unit.kind(), "open", "", ""))
        .map(units::put)
        .toList();
  }
}
