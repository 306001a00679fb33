package dev.stockwright.server.work;

import dev.stockwright.protocol.AlertCommand;
import dev.stockwright.protocol.ReorderCommand;
import dev.stockwright.protocol.SystemCommand;
import dev.stockwright.protocol.CatalogCommand;
import dev.stockwright.protocol.PlaceCommand;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PurchaseCommand;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.ReplenishCommand;
import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.TillCommand;
import dev.stockwright.protocol.WorkCommand;
import dev.stockwright.server.alerts.AlertClerk;
import dev.stockwright.server.jobs.SystemClerk;
import dev.stockwright.server.counting.CountClerk;
import dev.stockwright.server.counting.PlanClerk;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.reordering.ReorderClerk;
import dev.stockwright.server.masterdata.CatalogClerk;
import dev.stockwright.server.masterdata.PlaceClerk;
import dev.stockwright.server.orders.OrderClerk;
import dev.stockwright.server.purchasing.PurchaseClerk;
import dev.stockwright.server.putaway.PutAwayClerk;
import dev.stockwright.server.receiving.ReceivingClerk;
import dev.stockwright.server.orders.Order;
import dev.stockwright.server.orders.OrderClerk;
import dev.stockwright.server.picking.PickingClerk;
import dev.stockwright.server.replenishing.ReplenishClerk;
import dev.stockwright.server.shipping.ShippingClerk;
import dev.stockwright.protocol.AdjustmentCommand;
import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.protocol.WorkCommand;
import dev.stockwright.server.adjusting.AdjustmentClerk;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.moving.MoveClerk;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.TaskClerk;
import dev.stockwright.server.tills.TillClerk;
import java.util.ArrayList;
import java.util.List;
import dev.stockwright.server.transferring.TransferClerk;
import org.jooq.DSLContext;

/// Gives each command to the clerk of its activity.
public final class Clerks {
  private final Clerk<TaskCommand> tasks = new TaskClerk();
  private final Clerk<SystemCommand> system = new SystemClerk();
  private final Clerk<AlertCommand> alerts = new AlertClerk();
  private final Clerk<ReorderCommand> reorders = new ReorderClerk();
  private final Clerk<CatalogCommand> catalog = new CatalogClerk();
  private final Clerk<PlaceCommand> places = new PlaceClerk();
  private final Clerk<PurchaseCommand> purchases = new PurchaseClerk();
  private final Clerk<ReceivingCommand> receiving = new ReceivingClerk();
  private final Clerk<PutAwayCommand> putAways = new PutAwayClerk();
  private final Clerk<OrderCommand> orders = new OrderClerk();
  private final Clerk<OrderCommand> orders = new OrderClerk((order, work) -> List.of());
  private final Clerk<OrderCommand> orders = new OrderClerk(Clerks::cancelled);
  private final Clerk<TillCommand> tills = new TillClerk();
  private final Clerk<PickingCommand> picking = new PickingClerk();
  private final Clerk<ReplenishCommand> replenishing = new ReplenishClerk();
  private final Clerk<ShippingCommand> shipping = new ShippingClerk();
  private final Clerk<TransferCommand> transfers = new TransferClerk();
  private final Clerk<AdjustmentCommand> adjustments = new AdjustmentClerk();
  private final Clerk<MoveCommand> moves = new MoveClerk();
  private final Clerk<CountCommand> counts = new CountClerk();
  private final Clerk<CountPlanCommand> countPlans = new PlanClerk();

  /// See [Clerk#prepare].
  public void prepare(WorkCommand command, DSLContext sql, Needs needs) {
    command.warehouses().forEach(needs::warehouse);
    switch (command) {
      case TaskCommand c -> tasks.prepare(c, sql, needs);
      case SystemCommand c -> system.prepare(c, sql, needs);
      case AlertCommand c -> alerts.prepare(c, sql, needs);
      case ReorderCommand c -> reorders.prepare(c, sql, needs);
      case CatalogCommand c -> catalog.prepare(c, sql, needs);
      case PlaceCommand c -> places.prepare(c, sql, needs);
      case PurchaseCommand c -> purchases.prepare(c, sql, needs);
      case ReceivingCommand c -> receiving.prepare(c, sql, needs);
      case PutAwayCommand c -> putAways.prepare(c, sql, needs);
      case OrderCommand c -> orders.prepare(c, sql, needs);
      case TillCommand c -> tills.prepare(c, sql, needs);
      case PickingCommand c -> picking.prepare(c, sql, needs);
      case ReplenishCommand c -> replenishing.prepare(c, sql, needs);
      case ShippingCommand c -> shipping.prepare(c, sql, needs);
      case TransferCommand c -> transfers.prepare(c, sql, needs);
      case AdjustmentCommand c -> adjustments.prepare(c, sql, needs);
      case MoveCommand c -> moves.prepare(c, sql, needs);
      case CountCommand c -> counts.prepare(c, sql, needs);
      case CountPlanCommand c -> countPlans.prepare(c, sql, needs);
    }
  }

  /// See [Clerk#handle].
  public Decision handle(WorkCommand command, Work work) {
    return switch (command) {
      case TaskCommand c -> tasks.handle(c, work);
      case SystemCommand c -> system.handle(c, work);
      case AlertCommand c -> alerts.handle(c, work);
      case ReorderCommand c -> reorders.handle(c, work);
      case CatalogCommand c -> catalog.handle(c, work);
      case PlaceCommand c -> places.handle(c, work);
      case PurchaseCommand c -> purchases.handle(c, work);
      case ReceivingCommand c -> receiving.handle(c, work);
      case PutAwayCommand c -> putAways.handle(c, work);
      case OrderCommand c -> orders.handle(c, work);
      case TillCommand c -> tills.handle(c, work);
      case PickingCommand c -> picking.handle(c, work);
      case ReplenishCommand c -> replenishing.handle(c, work);
      case ShippingCommand c -> shipping.handle(c, work);
      case TransferCommand c -> transfers.handle(c, work);
      case AdjustmentCommand c -> adjustments.handle(c, work);
      case MoveCommand c -> moves.handle(c, work);
      case CountCommand c -> counts.handle(c, work);
      case CountPlanCommand c -> countPlans.handle(c, work);
    };
  }

  /// What was picked or packed of an order that is cancelled goes back.
  private static List<Step> cancelled(Order order, Work work) {
    List<Step> steps = new ArrayList<>(PickingClerk.cancelled(order, work));
    steps.addAll(ShippingClerk.cancelled(order, work));
    return steps;
  }
}
