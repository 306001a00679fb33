package dev.stockwright.server.shipping;

import static dev.stockwright.db.tables.Tables.SALES_ORDER_LINE;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.PickingRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.server.orders.Order;
import dev.stockwright.server.orders.OrderBook;
import dev.stockwright.server.orders.OrderState;
import dev.stockwright.server.picking.Repack;
import dev.stockwright.server.shipping.PackageBook.Content;
import dev.stockwright.server.shipping.PackageBook.Packed;
import dev.stockwright.server.shipping.PackageBook.Shipping;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Promise;
import dev.stockwright.server.stock.PromiseState;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Loads packages and lets them leave.
final class DockClerk {
  private static final ReasonCode LOAD = new ReasonCode("load");
  private static final ReasonCode UNLOAD = new ReasonCode("unload");
  private static final ReasonCode SHIP = new ReasonCode("shipment");

  private final Work work;
  private final WarehouseCode warehouse;
  private final PackageBook book;

  DockClerk(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.book = new PackageBook(work, warehouse);
  }

  Decision open(ShippingCommand.OpenShipment command) {
    if (command.number().flatMap(book::shipment).isPresent()) {
      return new Decision.Refuse(
          new DocumentRefusal.DocumentExists(DocumentKind.SHIPMENT, command.number().get()));
    }
    if (work.locationId(warehouse, command.dock()).isEmpty()
        || VirtualLocation.is(command.dock())) {
      return new Decision.Refuse(new Refusal.UnknownLocation(warehouse, command.dock()));
    }
    return new Decision.Act(
        List.of(book.openShipment(command.number(), command.dock(), command.carrier().orElse(""))));
  }

  Decision load(ShippingCommand.LoadPackage command) {
    Optional<Shipping> named = book.shipment(command.shipment());
    Optional<Decision> late =
        work.by().insisted()
            ? named.flatMap(to -> new LatePacking(work, warehouse).load(command.unit(), to))
            : Optional.empty();
    return late.orElseGet(() -> loaded(command));
  }

  private Decision loaded(ShippingCommand.LoadPackage command) {
    return shipment(
        command.shipment(),
        shipment ->
            unit(
                command.unit(),
                expected(command.unit(), "closed", "open"),
                unit -> {
                  List<Step> steps = new ArrayList<>();
                  steps.addAll(move(unit, shipment.dock(), LOAD));
                  if (unit.state().equals("open")) {
                    steps.add(book.close(unit, 0)); // told late, before who has closed it
                  }
                  steps.add(book.load(unit, shipment));
                  TaskBook tasks = new TaskBook(work);
                  tasks
                      .of(warehouse, DocumentKind.HANDLING_UNIT, new Reference(unit.code().code()))
                      .stream()
                      .filter(task -> task.state().waiting())
                      .forEach(task -> steps.add(tasks.finish(task)));
                  return steps;
                }));
  }

  Decision unload(ShippingCommand.UnloadPackage command) {
    if (work.locationId(warehouse, command.to()).isEmpty() || VirtualLocation.is(command.to())) {
      return new Decision.Refuse(new Refusal.UnknownLocation(warehouse, command.to()));
    }
    return unit(
        command.unit(),
        expected(command.unit(), "loaded", "closed"),
        unit -> {
          List<Step> steps = new ArrayList<>();
          steps.addAll(move(unit, command.to(), UNLOAD));
          if (unit.state().equals("loaded")) {
            steps.add(book.unload(unit, command.to()));
          } else {
            steps.addAll(
                new MovedPackages(work, warehouse, List.of(unit.code())).follow(command.to()));
          }
          return steps;
        });
  }

  /// The state that a package must have; told late, the one before it does as well.
  private String expected(HandlingUnit code, String state, String before) {
    return work.by().insisted()
            && book.find(code).filter(unit -> unit.state().equals(before)).isPresent()
        ? before
        : state;
  }

  private List<Step> move(Packed unit, LocationCode to, ReasonCode reason) {
    return unit.place().equals(to)
        ? List.of()
        : sums(unit).entrySet().stream()
            .map(
                each ->
                    Repack.move(
                        new Repack.Load(
                            warehouse,
                            each.getKey().sku(),
                            each.getKey().goods(unit),
                            each.getValue(),
                            unit.order()),
                        to,
                        reason))
            .toList();
  }

  /// What is in a package, whatever the line; the quantity of the key means nothing.
  private Map<Content, Long> sums(Packed unit) {
    Map<Content, Long> sums = new LinkedHashMap<>();
    book.contents(unit)
        .forEach(
            part ->
                sums.merge(new Content(0, part.sku(), part.lot(), 0), part.quantity(), Long::sum));
    return sums;
  }

  private Optional<Refusal> missing(Packed unit) {
    for (Map.Entry<Content, Long> each : sums(unit).entrySet()) {
      Sku sku = each.getKey().sku();
      long there = work.stock().onHand(warehouse, sku, each.getKey().goods(unit));
      if (there < each.getValue()) {
        return Optional.of(
            new Refusal.InsufficientStock(
                warehouse, sku, Optional.of(unit.place()), each.getValue(), there));
      }
    }
    return Optional.empty();
  }

  Decision ship(ShippingCommand.ShipGoods command) {
    return shipment(
        command.shipment(),
        shipment -> {
          List<Packed> units = book.ofShipment(shipment.id());
          if (units.isEmpty()) {
            return new Decision.Refuse(
                new PickingRefusal.NothingThere(
                    shipment.dock(), "packages loaded into " + shipment.number()));
          }
          Map<Reference, Map<Sku, Long>> leaving = leaving(units);
          Optional<Refusal> refusal =
              units.stream()
                  .map(this::missing)
                  .flatMap(Optional::stream)
                  .findFirst()
                  .or(() -> uncovered(leaving));
          return refusal
              .<Decision>map(Decision.Refuse::new)
              .orElseGet(() -> leave(shipment, units, leaving));
        });
  }

  private Map<Reference, Map<Sku, Long>> leaving(List<Packed> units) {
    Map<Reference, Map<Sku, Long>> leaving = new LinkedHashMap<>();
    for (Packed unit : units) {
      Map<Sku, Long> sums = leaving.computeIfAbsent(unit.order(), any -> new LinkedHashMap<>());
      book.contents(unit).forEach(part -> sums.merge(part.sku(), part.quantity(), Long::sum));
    }
    return leaving;
  }

  /// Goods whose promise was taken back may be promised to somebody else.
  private Optional<Refusal> uncovered(Map<Reference, Map<Sku, Long>> leaving) {
    Map<Sku, Long> bare = new LinkedHashMap<>();
    leaving.forEach(
        (order, sums) -> {
          Map<Sku, Long> covered = ShippingRules.covered(work.stock().promise(order), sums);
          sums.forEach(
              (sku, units) -> bare.merge(sku, units - covered.getOrDefault(sku, 0L), Long::sum));
        });
    for (Map.Entry<Sku, Long> each : bare.entrySet()) {
      long available = work.stock().available(warehouse, each.getKey());
      if (each.getValue() > 0 && available < each.getValue()) {
        return Optional.of(
            new Refusal.InsufficientStock(
                warehouse, each.getKey(), Optional.empty(), each.getValue(), available));
      }
    }
    return Optional.empty();
  }

  private Decision leave(
      Shipping shipment, List<Packed> units, Map<Reference, Map<Sku, Long>> leaving) {
    List<Step> steps = new ArrayList<>();
    for (Packed unit : units) {
      steps.addAll(move(unit, VirtualLocation.CUSTOMER.code(), SHIP));
      book.contents(unit)
          .forEach(part -> book.count(unit.orderId(), part, SALES_ORDER_LINE.SHIPPED));
      steps.add(book.ship(unit));
    }
    leaving.forEach((order, sums) -> steps.addAll(settle(order, sums)));
    steps.add(book.endShipment(shipment, "shipped"));
    return new Decision.Act(steps);
  }

  /// What has left is promised no longer.
  private List<Step> settle(Reference number, Map<Sku, Long> sums) {
    Optional<Promise> promise = work.stock().promise(number);
    Map<Sku, Long> covered = ShippingRules.covered(promise, sums);
    List<Step> steps = new ArrayList<>();
    covered.forEach((sku, units) -> steps.add(new Step.Resize(number, warehouse, sku, -units)));
    OrderBook orders = new OrderBook(work);
    Order order = orders.find(warehouse, number).orElseThrow();
    OrderState state = ShippingRules.after(order.state(), order.lines());
    if (state == OrderState.SHIPPED && ShippingRules.fulfilled(promise, covered)) {
      steps.add(new Step.Turn(number, PromiseState.SHIPPED));
    }
    steps.add(orders.turn(order, state, state == OrderState.SHIPPED ? "" : "partly shipped"));
    if (state == OrderState.SHIPPED) {
      steps.addAll(nothingToPack(number));
    }
    return steps;
  }

  /// Goods that were packed elsewhere than they were expected leave a task behind.
  private List<Step> nothingToPack(Reference order) {
    TaskBook tasks = new TaskBook(work);
    return tasks.of(warehouse, DocumentKind.ORDER, order).stream()
        .filter(task -> task.kind().equals(TaskKind.PACK.code()) && task.state().waiting())
        .map(tasks::cancel)
        .toList();
  }

  Decision cancel(ShippingCommand.CancelShipment command) {
    return shipment(
        command.shipment(),
        shipment ->
            book.ofShipment(shipment.id()).isEmpty()
                ? new Decision.Act(List.of(book.endShipment(shipment, "cancelled")))
                : new Decision.Refuse(
                    new DocumentRefusal.WrongState(
                        DocumentKind.SHIPMENT, shipment.number(), "loaded", "empty")));
  }

  private Decision shipment(Reference number, Function<Shipping, Decision> doing) {
    Optional<Shipping> shipment = book.shipment(number);
    if (shipment.isEmpty()) {
      return new Decision.Refuse(
          new DocumentRefusal.UnknownDocument(DocumentKind.SHIPMENT, number));
    }
    return shipment.get().state().equals("open")
        ? doing.apply(shipment.get())
        : new Decision.Refuse(
            new DocumentRefusal.WrongState(
                DocumentKind.SHIPMENT, number, shipment.get().state(), "open"));
  }

  private Decision unit(HandlingUnit code, String expected, Function<Packed, List<Step>> doing) {
    Optional<Packed> unit = book.find(code);
    if (unit.isEmpty()) {
      return PackClerk.unknown(code);
    }
    Optional<Refusal> refusal =
        ShippingRules.notYet(unit.get(), expected).or(() -> missing(unit.get()));
    return refusal
        .<Decision>map(Decision.Refuse::new)
        .orElseGet(() -> new Decision.Act(doing.apply(unit.get())));
  }
}
