package dev.stockwright.server.work;

import dev.stockwright.protocol.AdjustmentCommand;
import dev.stockwright.protocol.AlertCommand;
import dev.stockwright.protocol.CatalogCommand;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PlaceCommand;
import dev.stockwright.protocol.PurchaseCommand;
import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.protocol.ReferralCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReorderCommand;
import dev.stockwright.protocol.ReplenishCommand;
import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.protocol.SystemCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.TillCommand;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.protocol.WorkCommand;
import dev.stockwright.server.adjusting.AdjustmentClerk;
import dev.stockwright.server.alerts.AlertClerk;
import dev.stockwright.server.counting.CountClerk;
import dev.stockwright.server.counting.PlanClerk;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.jobs.SystemClerk;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.ledger.Sheaf;
import dev.stockwright.server.masterdata.CatalogClerk;
import dev.stockwright.server.masterdata.PlaceClerk;
import dev.stockwright.server.moving.MoveClerk;
import dev.stockwright.server.orders.Order;
import dev.stockwright.server.orders.OrderClerk;
import dev.stockwright.server.picking.PickingClerk;
import dev.stockwright.server.purchasing.PurchaseClerk;
import dev.stockwright.server.putaway.PutAwayClerk;
import dev.stockwright.server.receiving.ReceivingClerk;
import dev.stockwright.server.referring.ReferralClerk;
import dev.stockwright.server.reordering.ReorderClerk;
import dev.stockwright.server.replenishing.ReplenishClerk;
import dev.stockwright.server.shipping.ShippingClerk;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.TaskClerk;
import dev.stockwright.server.tills.TillClerk;
import dev.stockwright.server.transferring.TransferClerk;
import dev.stockwright.server.undoing.UndoClerk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// Gives each command to the clerk of its activity.
public final class Clerks {
  private final Clerk<AdjustmentCommand> adjustment = new AdjustmentClerk();
  private final Clerk<AlertCommand> alert = new AlertClerk();
  private final Clerk<CatalogCommand> catalog = new CatalogClerk();
  private final Clerk<CountCommand> count = new CountClerk();
  private final Clerk<CountPlanCommand> countPlan = new PlanClerk();
  private final Clerk<MoveCommand> move = new MoveClerk();
  private final OrderClerk order = new OrderClerk(Clerks::cancelled);
  private final Clerk<PickingCommand> picking = new PickingClerk();
  private final Clerk<PlaceCommand> place = new PlaceClerk();
  private final Clerk<PurchaseCommand> purchase = new PurchaseClerk();
  private final Clerk<PutAwayCommand> putAway = new PutAwayClerk();
  private final Clerk<ReceivingCommand> receiving = new ReceivingClerk();
  private final ReferralClerk referral = new ReferralClerk();
  private final Clerk<ReorderCommand> reorder = new ReorderClerk();
  private final Clerk<ReplenishCommand> replenish = new ReplenishClerk();
  private final Clerk<ShippingCommand> shipping = new ShippingClerk();
  private final Clerk<SystemCommand> system = new SystemClerk();
  private final Clerk<TaskCommand> task = new TaskClerk();
  private final Clerk<TillCommand> till = new TillClerk();
  private final Clerk<TransferCommand> transfer = new TransferClerk();
  private final UndoClerk undo = new UndoClerk();

  /// See [UndoClerk#prepare].
  public void prepare(UndoCommand command, DSLContext sql, Needs needs) {
    undo.prepare(command, sql, needs);
  }

  /// See [UndoClerk#handle].
  public Decision undo(UndoCommand command, Work work) {
    return undo.handle(command, work);
  }

  /// See [Clerk#prepare].
  public void prepare(WorkCommand command, DSLContext sql, Needs needs) {
    command.warehouses().forEach(needs::warehouse);
    switch (command) {
      case AdjustmentCommand c -> adjustment.prepare(c, sql, needs);
      case AlertCommand c -> alert.prepare(c, sql, needs);
      case CatalogCommand c -> catalog.prepare(c, sql, needs);
      case CountCommand c -> count.prepare(c, sql, needs);
      case CountPlanCommand c -> countPlan.prepare(c, sql, needs);
      case MoveCommand c -> move.prepare(c, sql, needs);
      case OrderCommand c -> order.prepare(c, sql, needs);
      case PickingCommand c -> picking.prepare(c, sql, needs);
      case PlaceCommand c -> place.prepare(c, sql, needs);
      case PurchaseCommand c -> purchase.prepare(c, sql, needs);
      case PutAwayCommand c -> putAway.prepare(c, sql, needs);
      case ReceivingCommand c -> receiving.prepare(c, sql, needs);
      case ReferralCommand c -> referral.prepare(c, sql, needs);
      case ReorderCommand c -> reorder.prepare(c, sql, needs);
      case ReplenishCommand c -> replenish.prepare(c, sql, needs);
      case ShippingCommand c -> shipping.prepare(c, sql, needs);
      case SystemCommand c -> system.prepare(c, sql, needs);
      case TaskCommand c -> task.prepare(c, sql, needs);
      case TillCommand c -> till.prepare(c, sql, needs);
      case TransferCommand c -> transfer.prepare(c, sql, needs);
    }
  }

  /// The sittings of one part of a transaction.
  public final class Together {
    private final Sitting<OrderCommand> orders = order.sitting();

    /// See [Sitting#prepare].
    public void prepare(WorkCommand command, Needs needs) {
      command.warehouses().forEach(needs::warehouse);
      orders.prepare(joint(command), needs);
    }

    /// See [Sitting#handle].
    public Decision handle(WorkCommand command, Work work) {
      return orders.handle(joint(command), work);
    }

    /// See [Sitting#write].
    public void write(Sheaf sheaf) {
      orders.write(sheaf);
    }

    private static OrderCommand joint(WorkCommand command) {
      if (command instanceof OrderCommand c) {
        return c;
      }
      throw new IllegalStateException("judged alone: " + command);
    }
  }

  /// Begins to judge commands together.
  public Together sit() {
    return new Together();
  }

  /// See [ReferralClerk#refusal].
  public Optional<Refusal> refusal(ReferralCommand.RecordReferral command, Work work) {
    return referral.refusal(command, work);
  }

  /// See [ReferralClerk#recorded].
  public Optional<Submission> recorded(WorkCommand command, DSLContext sql) {
    return command instanceof ReferralCommand.RecordReferral c
        ? referral.recorded(c, sql)
        : Optional.empty();
  }

  /// See [Clerk#together].
  public boolean together(WorkCommand command) {
    return command instanceof OrderCommand c && order.together(c);
  }

  /// See [Clerk#handle].
  public Decision handle(WorkCommand command, Work work) {
    return switch (command) {
      case AdjustmentCommand c -> adjustment.handle(c, work);
      case AlertCommand c -> alert.handle(c, work);
      case CatalogCommand c -> catalog.handle(c, work);
      case CountCommand c -> count.handle(c, work);
      case CountPlanCommand c -> countPlan.handle(c, work);
      case MoveCommand c -> move.handle(c, work);
      case OrderCommand c -> order.handle(c, work);
      case PickingCommand c -> picking.handle(c, work);
      case PlaceCommand c -> place.handle(c, work);
      case PurchaseCommand c -> purchase.handle(c, work);
      case PutAwayCommand c -> putAway.handle(c, work);
      case ReceivingCommand c -> receiving.handle(c, work);
      case ReferralCommand c -> referral.handle(c, work);
      case ReorderCommand c -> reorder.handle(c, work);
      case ReplenishCommand c -> replenish.handle(c, work);
      case ShippingCommand c -> shipping.handle(c, work);
      case SystemCommand c -> system.handle(c, work);
      case TaskCommand c -> task.handle(c, work);
      case TillCommand c -> till.handle(c, work);
      case TransferCommand c -> transfer.handle(c, work);
    };
  }

  /// What was picked or packed of an order that is cancelled goes back.
  private static List<Step> cancelled(Order order, Work work) {
    List<Step> steps = new ArrayList<>(PickingClerk.cancelled(order, work));
    steps.addAll(ShippingClerk.cancelled(order, work));
    return steps;
  }
}
