package dev.stockwright.server.work;

import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.ReplenishCommand;
import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.TillCommand;
import dev.stockwright.protocol.WorkCommand;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.orders.Order;
import dev.stockwright.server.orders.OrderClerk;
import dev.stockwright.server.picking.PickingClerk;
import dev.stockwright.server.replenishing.ReplenishClerk;
import dev.stockwright.server.shipping.ShippingClerk;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.TaskClerk;
import dev.stockwright.server.tills.TillClerk;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/// Gives each command to the clerk of its activity.
public final class Clerks {
  private final Clerk<TaskCommand> tasks = new TaskClerk();
  private final Clerk<OrderCommand> orders = new OrderClerk(Clerks::cancelled);
  private final Clerk<TillCommand> tills = new TillClerk();
  private final Clerk<PickingCommand> picking = new PickingClerk();
  private final Clerk<ReplenishCommand> replenishing = new ReplenishClerk();
  private final Clerk<ShippingCommand> shipping = new ShippingClerk();

  /// See [Clerk#prepare].
  public void prepare(WorkCommand command, DSLContext sql, Needs needs) {
    command.warehouses().forEach(needs::warehouse);
    switch (command) {
      case TaskCommand c -> tasks.prepare(c, sql, needs);
      case OrderCommand c -> orders.prepare(c, sql, needs);
      case TillCommand c -> tills.prepare(c, sql, needs);
      case PickingCommand c -> picking.prepare(c, sql, needs);
      case ReplenishCommand c -> replenishing.prepare(c, sql, needs);
      case ShippingCommand c -> shipping.prepare(c, sql, needs);
    }
  }

  /// See [Clerk#together].
  public boolean together(WorkCommand command) {
    return command instanceof OrderCommand c && orders.together(c);
  }

  /// See [Clerk#handle].
  public Decision handle(WorkCommand command, Work work) {
    return switch (command) {
      case TaskCommand c -> tasks.handle(c, work);
      case OrderCommand c -> orders.handle(c, work);
      case TillCommand c -> tills.handle(c, work);
      case PickingCommand c -> picking.handle(c, work);
      case ReplenishCommand c -> replenishing.handle(c, work);
      case ShippingCommand c -> shipping.handle(c, work);
    };
  }

  /// What was picked or packed of an order that is cancelled goes back.
  private static List<Step> cancelled(Order order, Work work) {
    List<Step> steps = new ArrayList<>(PickingClerk.cancelled(order, work));
    steps.addAll(ShippingClerk.cancelled(order, work));
    return steps;
  }
}
