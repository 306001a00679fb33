package dev.stockwright.server.work;

import dev.stockwright.protocol.AdjustmentCommand;
import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.protocol.WorkCommand;
import dev.stockwright.server.adjusting.AdjustmentClerk;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.moving.MoveClerk;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.tasks.TaskClerk;
import dev.stockwright.server.transferring.TransferClerk;
import org.jooq.DSLContext;

/// Gives each command to the clerk of its activity.
public final class Clerks {
  private final Clerk<TaskCommand> tasks = new TaskClerk();
  private final Clerk<TransferCommand> transfers = new TransferClerk();
  private final Clerk<AdjustmentCommand> adjustments = new AdjustmentClerk();
  private final Clerk<MoveCommand> moves = new MoveClerk();

  /// See [Clerk#prepare].
  public void prepare(WorkCommand command, DSLContext sql, Needs needs) {
    command.warehouses().forEach(needs::warehouse);
    switch (command) {
      case TaskCommand c -> tasks.prepare(c, sql, needs);
      case TransferCommand c -> transfers.prepare(c, sql, needs);
      case AdjustmentCommand c -> adjustments.prepare(c, sql, needs);
      case MoveCommand c -> moves.prepare(c, sql, needs);
    }
  }

  /// See [Clerk#handle].
  public Decision handle(WorkCommand command, Work work) {
    return switch (command) {
      case TaskCommand c -> tasks.handle(c, work);
      case TransferCommand c -> transfers.handle(c, work);
      case AdjustmentCommand c -> adjustments.handle(c, work);
      case MoveCommand c -> moves.handle(c, work);
    };
  }
}
