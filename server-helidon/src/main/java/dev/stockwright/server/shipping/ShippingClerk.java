package dev.stockwright.server.shipping;

import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.orders.Order;
import dev.stockwright.server.picking.PickedGoods;
import dev.stockwright.server.picking.PickingClerk;
import dev.stockwright.server.shipping.PackageBook.Content;
import dev.stockwright.server.shipping.PackageBook.Packed;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.stock.UndoneWork;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/// Has what was picked packed, loaded and shipped.
public final class ShippingClerk implements Clerk<ShippingCommand> {
  @Override
  public void prepare(ShippingCommand command, DSLContext sql, Needs needs) {
    if (command instanceof ShippingCommand.ShipGoods c) {
      PackageBook.orders(sql, c.warehouse(), c.shipment()).forEach(needs::promise);
    }
  }

  @Override
  public Decision handle(ShippingCommand command, Work work) {
    PackClerk bench = new PackClerk(work, command.warehouse());
    DockClerk dock = new DockClerk(work, command.warehouse());
    return switch (command) {
      case ShippingCommand.PackGoods c -> bench.pack(c);
      case ShippingCommand.PackOrder c -> bench.pack(c);
      case ShippingCommand.ClosePackage c -> bench.close(c);
      case ShippingCommand.UnpackPackage c -> new UnpackClerk(work, c.warehouse()).unpack(c);
      case ShippingCommand.OpenShipment c -> dock.open(c);
      case ShippingCommand.LoadPackage c -> dock.load(c);
      case ShippingCommand.UnloadPackage c -> dock.unload(c);
      case ShippingCommand.ShipGoods c -> dock.ship(c);
      case ShippingCommand.CancelShipment c -> dock.cancel(c);
    };
  }

  /// Packing is undone: the goods lie beside their package.
  public static Decision undone(UndoneWork undone, Work work) {
    return new UndonePacking(work, undone).back(undone);
  }

  /// What follows the cancelling of an order of which something is packed: packages that have not
  /// left are packages no more, and their goods are brought back to bins.
  public static List<Step> cancelled(Order order, Work work) {
    PackageBook book = new PackageBook(work, order.warehouse());
    TaskBook tasks = new TaskBook(work);
    List<Step> steps = new ArrayList<>();
    for (Packed unit : book.ofOrder(order.id())) {
      if (unit.state().equals("shipped") || unit.state().equals("put_back")) {
        continue;
      }
      steps.add(book.free(unit));
      for (Content part : book.contents(unit)) {
        steps.addAll(
            PickingClerk.putBack(
                work,
                order.warehouse(),
                new PickedGoods.Lot(
                    0,
                    part.goods(unit),
                    part.sku(),
                    "",
                    order.number(),
                    order.id(),
                    part.line(),
                    "",
                    part.quantity())));
      }
      tasks
          .of(
              order.warehouse(),
              dev.stockwright.protocol.DocumentKind.HANDLING_UNIT,
              new Reference(unit.code().code()))
          .stream()
          .filter(task -> task.state().waiting())
          .forEach(task -> steps.add(tasks.cancel(task)));
    }
    tasks
        .of(order.warehouse(), dev.stockwright.protocol.DocumentKind.ORDER, order.number())
        .stream()
        .filter(task -> task.kind().equals(TaskKind.PACK.code()) && task.state().waiting())
        .forEach(task -> steps.add(tasks.cancel(task)));
    return steps;
  }
}
