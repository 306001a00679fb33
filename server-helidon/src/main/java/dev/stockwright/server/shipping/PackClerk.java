package dev.stockwright.server.shipping;

import static dev.stockwright.db.tables.Tables.PICK;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.PickingRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.server.orders.Order;
import dev.stockwright.server.orders.OrderBook;
import dev.stockwright.server.orders.OrderState;
import dev.stockwright.server.picking.PickedGoods;
import dev.stockwright.server.picking.PickedGoods.Lot;
import dev.stockwright.server.picking.Repack;
import dev.stockwright.server.picking.Unexplained;
import dev.stockwright.server.shipping.PackageBook.Content;
import dev.stockwright.server.shipping.PackageBook.Packed;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.Task;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.units.HandlingUnits;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Puts picked goods into packages.
final class PackClerk {
  private static final ReasonCode REASON = new ReasonCode("pack");

  private final Work work;
  private final WarehouseCode warehouse;
  private final PackageBook book;
  private final PickedGoods picked;
  private final OrderBook orders;

  PackClerk(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.book = new PackageBook(work, warehouse);
    this.picked = new PickedGoods(work, warehouse);
    this.orders = new OrderBook(work);
  }

  /// What is packed where.
  ///
  /// @param units how many; absent: all that is there
  record Job(
      Reference order,
      LocationCode at,
      Optional<HandlingUnit> into,
      Predicate<Lot> which,
      Optional<Long> units,
      String expected) {}

  Decision pack(ShippingCommand.PackGoods c) {
    Predicate<Lot> which =
        lot ->
            lot.sku().equals(c.sku())
                && c.lot().map(LotCode::code).map(lot.goods().lot()::equals).orElse(true);
    return pack(
        new Job(
            c.order(),
            c.at(),
            c.into(),
            which,
            Optional.of(c.quantity().units()),
            c.sku() + " for order " + c.order()));
  }

  Decision pack(ShippingCommand.PackOrder c) {
    return pack(
        new Job(
            c.order(),
            c.at(),
            c.into(),
            any -> true,
            Optional.empty(),
            "picked goods for order " + c.order()));
  }

  private Decision pack(Job job) {
    Optional<Order> order = orders.find(warehouse, job.order());
    if (order.isEmpty()) {
      return new Decision.Refuse(
          new DocumentRefusal.UnknownDocument(DocumentKind.ORDER, job.order()));
    }
    if (work.locationId(warehouse, job.at()).isEmpty()) {
      return new Decision.Refuse(new Refusal.UnknownLocation(warehouse, job.at()));
    }
    if (late() && order.get().state() == OrderState.CANCELLED) {
      return new LatePacking(work, warehouse).pack(job, order.get());
    }
    List<Lot> lots = lots(job, order.get());
    long there = lots.stream().mapToLong(Lot::quantity).sum();
    if (there == 0) {
      return new Decision.Refuse(new PickingRefusal.NothingThere(job.at(), job.expected()));
    }
    long wanted = job.units().orElse(there);
    if (wanted > there) {
      return new Decision.Refuse(
          new DocumentRefusal.OutOfRange("quantity", "1 to " + there, "" + wanted));
    }
    List<Lot> parts = parts(lots, wanted);
    Optional<Refusal> refusal =
        (late() ? gone(parts) : missing(parts)).or(() -> wrongUnit(job, order.get()));
    return refusal
        .<Decision>map(Decision.Refuse::new)
        .orElseGet(() -> put(job, order.get(), lots, parts));
  }

  private boolean late() {
    return work.by().insisted();
  }

  /// What can be packed there. Told late, goods may not have been told to have come there yet.
  private List<Lot> lots(Job job, Order order) {
    List<Lot> here =
        picked.at(job.at()).stream()
            .filter(lot -> lot.order().equals(job.order()))
            .filter(job.which())
            .toList();
    if (!late() || (job.units().isEmpty() && !here.isEmpty())) {
      return here;
    }
    List<Lot> lots = new ArrayList<>(here);
    picked.of(order.id()).stream()
        .filter(lot -> !lot.goods().location().equals(job.at()))
        .filter(job.which())
        .forEach(lots::add);
    return lots;
  }

  static List<Lot> parts(List<Lot> lots, long wanted) {
    List<Lot> parts = new ArrayList<>();
    long open = wanted;
    for (Lot lot : lots) {
      long part = Math.min(open, lot.quantity());
      if (part > 0) {
        parts.add(lot.of(part));
        open -= part;
      }
    }
    return parts;
  }

  /// Told late, less is there than was packed; only when nothing is, nothing can be recorded.
  private Optional<Refusal> gone(List<Lot> parts) {
    Unexplained books = new Unexplained(work, warehouse);
    return parts.stream().mapToLong(books::explained).sum() > 0 ? Optional.empty() : missing(parts);
  }

  private Optional<Refusal> missing(List<Lot> parts) {
    record Goods(Sku sku, dev.stockwright.server.stock.PileKey key) {}
    Map<Goods, Long> sums = new LinkedHashMap<>();
    parts.forEach(lot -> sums.merge(new Goods(lot.sku(), lot.goods()), lot.quantity(), Long::sum));
    return sums.entrySet().stream()
        .filter(
            each ->
                work.stock().onHand(warehouse, each.getKey().sku(), each.getKey().key())
                    < each.getValue())
        .findFirst()
        .map(
            each ->
                new Refusal.InsufficientStock(
                    warehouse,
                    each.getKey().sku(),
                    Optional.of(each.getKey().key().location()),
                    each.getValue(),
                    work.stock().onHand(warehouse, each.getKey().sku(), each.getKey().key())));
  }

  private Optional<Refusal> wrongUnit(Job job, Order order) {
    if (job.into().isEmpty()) {
      return Optional.empty();
    }
    HandlingUnit code = job.into().get();
    Optional<Packed> unit = book.find(code);
    if (unit.isEmpty()) {
      return new HandlingUnits(work)
          .find(warehouse, code)
          .map(
              other ->
                  new DocumentRefusal.Mismatch(
                      "handling unit",
                      "a new one or an open package of order " + order.number(),
                      code + ", a " + other.kind() + " that is in use"));
    }
    if (!unit.get().order().equals(order.number())) {
      return Optional.of(
          new DocumentRefusal.Mismatch(
              "handling unit",
              "one of order " + order.number(),
              code + " of order " + unit.get().order()));
    }
    if (late()) {
      return LatePacking.left(unit.get());
    }
    return ShippingRules.notYet(unit.get(), "open")
        .or(
            () ->
                unit.get().place().equals(job.at())
                    ? Optional.empty()
                    : Optional.of(
                        new DocumentRefusal.Mismatch(
                            "location", unit.get().place().code(), job.at().code())));
  }

  /// @param lots of which the parts are
  private Decision put(Job job, Order order, List<Lot> lots, List<Lot> parts) {
    List<Step> steps = new ArrayList<>();
    HandlingUnit code = job.into().orElseGet(() -> new HandlingUnits(work).mint(warehouse));
    Packed unit =
        book.find(code)
            .orElseGet(
                () -> {
                  Packed fresh =
                      new Packed(
                          code, order.number(), order.id(), job.at(), "open", Optional.empty());
                  steps.add(book.open(fresh));
                  return fresh;
                });
    Map<Long, Lot> before = new LinkedHashMap<>();
    lots.forEach(lot -> before.put(lot.id(), lot));
    Unexplained unexplained = new Unexplained(work, warehouse);
    for (Lot all : parts) {
      Lot part = all.of(unexplained.explained(all));
      steps.addAll(unexplained.steps(all, unit.place(), all.quantity() - part.quantity()));
      if (part.quantity() == 0) {
        continue;
      }
      steps.addAll(
          Repack.move(
              new Repack.Load(warehouse, part.sku(), part.goods(), part.quantity(), order.number()),
              unit.place(),
              code.code(),
              REASON));
      Lot whole = before.get(part.id());
      picked.take(whole == null ? part : whole, part.quantity());
      book.put(unit, new Content(part.line(), part.sku(), part.goods().lot(), part.quantity()));
    }
    steps.addAll(progress(job, order));
    return new Decision.Act(steps);
  }

  /// The order and the task to pack it say how far they are.
  private List<Step> progress(Job job, Order order) {
    List<Step> steps = new ArrayList<>();
    List<Lot> left = picked.of(order.id());
    TaskBook tasks = new TaskBook(work);
    List<Task> waiting =
        tasks.of(warehouse, DocumentKind.ORDER, order.number()).stream()
            .filter(task -> task.kind().equals(TaskKind.PACK.code()) && task.state().waiting())
            .toList();
    for (Task task : waiting) {
      boolean here = task.place().equals(job.at().code());
      if (here && left.stream().noneMatch(lot -> lot.goods().location().equals(job.at()))) {
        steps.add(tasks.finish(task));
      } else if (!here && left.isEmpty()) { // its goods went elsewhere
        steps.add(tasks.cancel(task));
      }
    }
    boolean unpicked =
        work.sql()
            .fetchExists(PICK, PICK.ORDER_ID.eq(order.id()).and(PICK.STATE.in("open", "waiting")));
    boolean turns = Set.of(OrderState.PICKING, OrderState.PICKED).contains(order.state());
    if (left.isEmpty() && !unpicked && turns) {
      steps.add(orders.turn(order, OrderState.PACKED, ""));
    }
    return steps;
  }

  Decision close(ShippingCommand.ClosePackage command) {
    Optional<Packed> unit = book.find(command.unit());
    if (unit.isEmpty()) {
      return unknown(command.unit());
    }
    Optional<Refusal> refusal = ShippingRules.notYet(unit.get(), "open");
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    Step load =
        new TaskBook(work)
            .open(
                NewTask.of(
                        warehouse,
                        TaskKind.LOAD,
                        DocumentKind.HANDLING_UNIT,
                        new Reference(command.unit().code()))
                    .at(unit.get().place(), Optional.empty()));
    return new Decision.Act(List.of(book.close(unit.get(), command.grams()), load));
  }

  static Decision unknown(HandlingUnit unit) {
    return new Decision.Refuse(
        new DocumentRefusal.UnknownDocument(
            DocumentKind.HANDLING_UNIT, new Reference(unit.code())));
  }
}
