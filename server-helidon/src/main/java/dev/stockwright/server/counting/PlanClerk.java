package dev.stockwright.server.counting;

import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import java.util.List;

/// Does the commands of counting.
public final class PlanClerk implements Clerk<CountPlanCommand> {
  @Override
  public Decision handle(CountPlanCommand command, Work work) {
    return new Decision.Act(List.of());
  }
}
