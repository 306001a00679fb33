package dev.stockwright.server.shipping;

import static dev.stockwright.db.tables.Tables.SALES_ORDER_LINE;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.server.orders.Order;
import dev.stockwright.server.orders.OrderBook;
import dev.stockwright.server.orders.OrderState;
import dev.stockwright.server.picking.PickedGoods;
import dev.stockwright.server.picking.Repack;
import dev.stockwright.server.shipping.PackageBook.Content;
import dev.stockwright.server.shipping.PackageBook.Packed;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.NewTask;
import dev.stockwright.server.tasks.Task;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
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

/// Takes goods out of a package that was packed wrongly: they are picked goods again.
final class UnpackClerk {
  private static final ReasonCode REASON = new ReasonCode("unpack");
  private static final Set<String> STATES = Set.of("open", "closed");

  private final Work work;
  private final WarehouseCode warehouse;
  private final PackageBook book;
  private final TaskBook tasks;

  UnpackClerk(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.book = new PackageBook(work, warehouse);
    this.tasks = new TaskBook(work);
  }

  Decision unpack(ShippingCommand.UnpackPackage command) {
    Optional<Packed> found = book.find(command.unit());
    if (found.isEmpty()) {
      return PackClerk.unknown(command.unit());
    }
    Packed unit = found.get();
    List<Content> contents = book.contents(unit);
    Optional<Refusal> refusal = wrongState(unit).or(() -> missing(unit, contents));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    List<Step> steps = new ArrayList<>();
    steps.add(book.empty(unit));
    contents.forEach(part -> steps.addAll(out(unit, part)));
    tasks.of(warehouse, DocumentKind.HANDLING_UNIT, new Reference(unit.code().code())).stream()
        .filter(task -> task.state().waiting())
        .forEach(task -> steps.add(tasks.cancel(task)));
    steps.addAll(again(unit));
    return new Decision.Act(steps);
  }

  private static Optional<Refusal> wrongState(Packed unit) {
    return STATES.contains(unit.state())
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.WrongState(
                DocumentKind.HANDLING_UNIT,
                new Reference(unit.code().code()),
                unit.state(),
                "open or closed"));
  }

  private Optional<Refusal> missing(Packed unit, List<Content> contents) {
    record Goods(Sku sku, PileKey key) {}
    Map<Goods, Long> sums = new LinkedHashMap<>();
    contents.forEach(
        part -> sums.merge(new Goods(part.sku(), part.goods(unit)), part.quantity(), Long::sum));
    for (Map.Entry<Goods, Long> each : sums.entrySet()) {
      Goods goods = each.getKey();
      long there = work.stock().onHand(warehouse, goods.sku(), goods.key());
      if (there < each.getValue()) {
        return Optional.of(
            new Refusal.InsufficientStock(
                warehouse, goods.sku(), Optional.of(unit.place()), each.getValue(), there));
      }
    }
    return Optional.empty();
  }

  private List<Step> out(Packed unit, Content part) {
    List<Step> steps =
        new ArrayList<>(
            Repack.move(
                new Repack.Load(
                    warehouse, part.sku(), part.goods(unit), part.quantity(), unit.order()),
                unit.place(),
                "",
                REASON));
    beside(unit, part);
    return steps;
  }

  WarehouseCode warehouse() {
    return warehouse;
  }

  /// Some of a package's goods lie beside it, picked and not packed.
  void beside(Packed unit, Content part) {
    new PickedGoods(work, warehouse)
        .put(
            new PickedGoods.Lot(
                0,
                new PileKey(unit.place(), part.lot(), "", Condition.AVAILABLE, ""),
                part.sku(),
                "",
                unit.order(),
                unit.orderId(),
                part.line(),
                "",
                part.quantity()));
    Content less = new Content(part.line(), part.sku(), part.lot(), -part.quantity());
    book.count(unit.orderId(), less, SALES_ORDER_LINE.PACKED);
  }

  /// The order is packed no more, and somebody has to pack it.
  List<Step> again(Packed unit) {
    List<Step> steps = new ArrayList<>();
    OrderBook orders = new OrderBook(work);
    Order order = orders.find(warehouse, unit.order()).orElseThrow();
    if (order.state() == OrderState.PACKED) {
      steps.add(orders.turn(order, OrderState.PICKED, unit.code() + " unpacked"));
    }
    boolean waits =
        tasks.of(warehouse, DocumentKind.ORDER, unit.order()).stream()
            .filter(task -> task.kind().equals(TaskKind.PACK.code()))
            .filter(task -> task.state().waiting())
            .map(Task::place)
            .anyMatch(unit.place().code()::equals);
    if (!waits) {
      steps.add(
          tasks.open(
              NewTask.of(warehouse, TaskKind.PACK, DocumentKind.ORDER, unit.order())
                  .at(unit.place(), Optional.empty())));
    }
    return steps;
  }
}
