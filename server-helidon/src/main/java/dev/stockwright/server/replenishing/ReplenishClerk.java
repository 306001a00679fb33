package dev.stockwright.server.replenishing;

import dev.stockwright.protocol.ReplenishCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;

public final class ReplenishClerk implements Clerk<ReplenishCommand> {
  @Override
  public Decision handle(ReplenishCommand command, Work work) {
    throw new UnsupportedOperationException();
  }
}
