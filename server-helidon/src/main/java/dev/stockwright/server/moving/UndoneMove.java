package dev.stockwright.server.moving;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.shipping.MovedPackages;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.stock.UndoneWork;
import dev.stockwright.server.units.HandlingUnits;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A move of a handling unit that is undone: it stands where it was. A unit that became known by
/// goods moved onto it stays known, and empty.
final class UndoneMove {
  private static final Set<String> HERE = Set.of("open", "closed");

  private final Work work;
  private final WarehouseCode warehouse;
  private final UndoneWork undone;

  UndoneMove(Work work, UndoneWork undone) {
    this.work = work;
    this.warehouse = undone.warehouse();
    this.undone = undone;
  }

  Decision back() {
    Reference number = undone.numbers(DocumentKind.HANDLING_UNIT).getFirst();
    HandlingUnit unit = new HandlingUnit(number.code());
    HandlingUnits units = new HandlingUnits(work);
    String state = units.find(warehouse, unit).map(HandlingUnits.Unit::state).orElse("open");
    LocationCode to = undone.movements().getFirst().goods().location();
    MovedPackages packages = new MovedPackages(work, warehouse, new Bins(work).whole(unit));
    boolean bin =
        new Bins(work).find(warehouse, to).filter(place -> place.kind().equals("bin")).isPresent();
    Optional<Refusal> wrong =
        HERE.contains(state)
            ? packages.refusal(bin)
            : Optional.of(
                new DocumentRefusal.WrongState(
                    DocumentKind.HANDLING_UNIT, number, state, "open or closed"));
    if (wrong.isPresent()) {
      return new Decision.Refuse(wrong.get());
    }
    List<Step> steps = new ArrayList<>();
    if (whole()) {
      steps.addAll(packages.follow(to));
      steps.add(Work.note(warehouse, DocumentKind.HANDLING_UNIT, number, state, to.code()));
    } else {
      steps.add(Work.note(warehouse, DocumentKind.HANDLING_UNIT, number, state));
    }
    return new Decision.Act(steps);
  }

  /// It moved itself; goods that only went onto it passed through IN_TRANSIT.
  private boolean whole() {
    return undone.arrivals().size() == undone.movements().size();
  }
}
