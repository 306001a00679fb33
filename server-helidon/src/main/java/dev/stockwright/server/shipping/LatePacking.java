package dev.stockwright.server.shipping;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.PickingRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.moving.Bins;
import dev.stockwright.server.moving.MoveClerk;
import dev.stockwright.server.orders.Order;
import dev.stockwright.server.picking.CarriedBack;
import dev.stockwright.server.picking.PickedGoods;
import dev.stockwright.server.picking.PickedGoods.Lot;
import dev.stockwright.server.picking.Repack;
import dev.stockwright.server.picking.Unexplained;
import dev.stockwright.server.shipping.PackageBook.Packed;
import dev.stockwright.server.shipping.PackageBook.Shipping;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.units.HandlingUnits;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was packed and loaded without a connection, told when others have gone on: the order was
/// cancelled, the vehicle is gone. The goods are where hands have put them, and somebody looks.
final class LatePacking {
  private static final ReasonCode PACK = new ReasonCode("pack");
  private static final ReasonCode LOAD = new ReasonCode("load");
  private static final Set<String> HERE = Set.of("open", "closed", "loaded");

  private final Work work;
  private final WarehouseCode warehouse;
  private final TaskBook tasks;

  LatePacking(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.tasks = new TaskBook(work);
  }

  /// Why nothing can have gone into a package; empty while it is here.
  static Optional<Refusal> left(Packed unit) {
    return HERE.contains(unit.state()) ? Optional.empty() : ShippingRules.notYet(unit, "open");
  }

  /// Goods of a cancelled order are in a unit now, and are brought back in it.
  Decision pack(PackClerk.Job job, Order order) {
    PickedGoods picked = new PickedGoods(work, warehouse);
    List<Lot> lots = picked.backOf(order.id()).stream().filter(job.which()).toList();
    long there = lots.stream().mapToLong(Lot::quantity).sum();
    long wanted = job.units().orElse(there);
    Optional<Refusal> refusal =
        there < wanted || there == 0
            ? Optional.of(new PickingRefusal.NothingThere(job.at(), job.expected()))
            : otherUnit(job);
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    HandlingUnit code = job.into().orElseGet(() -> new HandlingUnits(work).mint(warehouse));
    List<Step> steps = new ArrayList<>();
    steps.add(
        new HandlingUnits(work)
            .put(new HandlingUnits.Unit(code, warehouse, "carton", "open", "", "")));
    Map<Long, Lot> before = new LinkedHashMap<>();
    lots.forEach(lot -> before.put(lot.id(), lot));
    Unexplained unexplained = new Unexplained(work, warehouse);
    for (Lot all : PackClerk.parts(lots, wanted)) {
      Lot part = all.of(unexplained.explained(all));
      steps.addAll(unexplained.steps(all, job.at(), all.quantity() - part.quantity()));
      if (part.quantity() > 0) {
        steps.addAll(
            Repack.move(
                new Repack.Load(
                    warehouse, part.sku(), part.goods(), part.quantity(), order.number()),
                job.at(),
                code.code(),
                PACK));
        picked.take(before.getOrDefault(part.id(), part), part.quantity());
        picked.put(part.in(job.at(), code));
        steps.addAll(fetchedFrom(part.putBack(), job.at()));
      }
    }
    return new Decision.Act(steps);
  }

  private List<Step> fetchedFrom(String task, LocationCode place) {
    return tasks
        .find(warehouse, new Reference(task))
        .filter(waits -> waits.state().waiting())
        .map(waits -> tasks.move(waits, place))
        .stream()
        .toList();
  }

  /// Only a unit of no document takes goods that nobody wants.
  private Optional<Refusal> otherUnit(PackClerk.Job job) {
    return job.into()
        .flatMap(code -> new HandlingUnits(work).find(warehouse, code))
        .filter(unit -> !unit.document().isEmpty())
        .map(
            unit ->
                new DocumentRefusal.Mismatch(
                    "handling unit",
                    "one of no document, because order " + job.order() + " is cancelled",
                    unit.code() + " of " + unit.reference()));
  }

  /// A package that cannot leave with that vehicle stands at its dock all the same; empty: nothing
  /// to be recorded otherwise than ever.
  Optional<Decision> load(HandlingUnit code, Shipping shipment) {
    Optional<Packed> known = new PackageBook(work, warehouse).find(code);
    boolean wanted =
        known.filter(unit -> Set.of("open", "closed").contains(unit.state())).isPresent();
    boolean unwanted =
        !new PickedGoods(work, warehouse).backIn(new Bins(work).whole(code)).isEmpty();
    return (wanted && !shipment.state().equals("open")) || unwanted
        ? stands(code, shipment.dock())
        : Optional.empty();
  }

  /// It stands there, with its tasks, and somebody looks; empty when nothing of it is here.
  private Optional<Decision> stands(HandlingUnit code, LocationCode place) {
    Bins bins = new Bins(work);
    Set<HandlingUnit> whole = bins.whole(code);
    List<Bins.Content> contents = bins.contents(warehouse, whole);
    List<Bins.Content> moving =
        contents.stream().filter(each -> !each.pile().key().location().equals(place)).toList();
    if (contents.isEmpty()) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>(MoveClerk.steps(warehouse, moving, place, LOAD));
    steps.addAll(new MovedPackages(work, warehouse, whole).follow(place));
    steps.addAll(new CarriedBack(work, warehouse).moved(whole, place, false));
    steps.add(
        tasks.open(
            NewTask.of(
                    warehouse,
                    TaskKind.CHECK,
                    DocumentKind.HANDLING_UNIT,
                    new Reference(code.code()))
                .at(place, Optional.empty())));
    return Optional.of(new Decision.Act(steps));
  }
}
