package dev.stockwright.server.shipping;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.GuardRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.shipping.PackageBook.Packed;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Packages that are moved as handling units, alone or on a pallet. That is ordinary work between
/// bench and dock, so their documents follow them; only into a bin they must not go, because what
/// lies in bins is offered to other orders.
public final class MovedPackages {
  private static final Set<String> PACKED = Set.of("open", "closed");

  private final Work work;
  private final WarehouseCode warehouse;
  private final List<Packed> packages;

  /// @param units all that move together
  public MovedPackages(Work work, WarehouseCode warehouse, Collection<HandlingUnit> units) {
    this.work = work;
    this.warehouse = warehouse;
    this.packages = new PackageBook(work, warehouse).among(units);
  }

  /// Why they may not be moved there; empty when they may.
  ///
  /// @param bin goods are picked from there
  public Optional<Refusal> refusal(boolean bin) {
    return packages.stream()
        .filter(unit -> unit.state().equals("loaded") || (bin && PACKED.contains(unit.state())))
        .findFirst()
        .map(
            unit ->
                new GuardRefusal.UnitOfDocument(
                    unit.code(),
                    DocumentKind.ORDER,
                    unit.order(),
                    unit.state(),
                    unit.state().equals("loaded")
                        ? "unload_package"
                        : "unpack_package, load_package or cancel_order"));
  }

  /// They and the tasks to load them are there now.
  public List<Step> follow(LocationCode to) {
    PackageBook book = new PackageBook(work, warehouse);
    TaskBook tasks = new TaskBook(work);
    List<Step> steps = new ArrayList<>();
    for (Packed unit : packages) {
      if (PACKED.contains(unit.state())) {
        book.stand(unit, to);
        tasks.of(warehouse, DocumentKind.HANDLING_UNIT, new Reference(unit.code().code())).stream()
            .filter(task -> task.state().waiting())
            .forEach(task -> steps.add(tasks.move(task, to)));
      }
    }
    return steps;
  }
}
