package dev.stockwright.server.work;

import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.protocol.WorkCommand;
import dev.stockwright.server.counting.CountClerk;
import dev.stockwright.server.counting.PlanClerk;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.tasks.TaskClerk;
import org.jooq.DSLContext;

/// Gives each command to the clerk of its activity.
public final class Clerks {
  private final Clerk<TaskCommand> tasks = new TaskClerk();
  private final Clerk<CountCommand> counts = new CountClerk();
  private final Clerk<CountPlanCommand> countPlans = new PlanClerk();

  /// See [Clerk#prepare].
  public void prepare(WorkCommand command, DSLContext sql, Needs needs) {
    command.warehouses().forEach(needs::warehouse);
    switch (command) {
      case TaskCommand c -> tasks.prepare(c, sql, needs);
      case CountCommand c -> counts.prepare(c, sql, needs);
      case CountPlanCommand c -> countPlans.prepare(c, sql, needs);
    }
  }

  /// See [Clerk#handle].
  public Decision handle(WorkCommand command, Work work) {
    return switch (command) {
      case TaskCommand c -> tasks.handle(c, work);
      case CountCommand c -> counts.handle(c, work);
      case CountPlanCommand c -> countPlans.handle(c, work);
    };
  }
}
