package dev.stockwright.server.picking;

import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;

public final class PickingClerk implements Clerk<PickingCommand> {
  @Override
  public Decision handle(PickingCommand command, Work work) {
    throw new UnsupportedOperationException();
  }
}
