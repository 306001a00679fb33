package dev.stockwright.server.work;

import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.TillCommand;
import dev.stockwright.protocol.WorkCommand;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.orders.OrderClerk;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.tasks.TaskClerk;
import dev.stockwright.server.tills.TillClerk;
import java.util.List;
import org.jooq.DSLContext;

/// Gives each command to the clerk of its activity.
public final class Clerks {
  private final Clerk<TaskCommand> tasks = new TaskClerk();
  private final Clerk<OrderCommand> orders = new OrderClerk((order, work) -> List.of());
  private final Clerk<TillCommand> tills = new TillClerk();

  /// See [Clerk#prepare].
  public void prepare(WorkCommand command, DSLContext sql, Needs needs) {
    command.warehouses().forEach(needs::warehouse);
    switch (command) {
      case TaskCommand c -> tasks.prepare(c, sql, needs);
      case OrderCommand c -> orders.prepare(c, sql, needs);
      case TillCommand c -> tills.prepare(c, sql, needs);
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
    };
  }
}
