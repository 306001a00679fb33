package dev.stockwright.server.receiving;

import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import java.util.List;

/// Does it.
public final class ReceivingClerk implements Clerk<ReceivingCommand> {
  @Override
  public Decision handle(ReceivingCommand command, Work work) {
    return new Decision.Act(List.of());
  }
}
