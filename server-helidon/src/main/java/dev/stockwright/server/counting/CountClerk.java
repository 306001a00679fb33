package dev.stockwright.server.counting;

import dev.stockwright.protocol.CountCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import java.util.List;

/// Does the commands of counting.
public final class CountClerk implements Clerk<CountCommand> {
  @Override
  public Decision handle(CountCommand command, Work work) {
    return new Decision.Act(List.of());
  }
}
