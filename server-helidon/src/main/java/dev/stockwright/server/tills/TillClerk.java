package dev.stockwright.server.tills;

import dev.stockwright.protocol.TillCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;

/// Tills.
public final class TillClerk implements Clerk<TillCommand> {
  @Override
  public Decision handle(TillCommand command, Work work) {
    throw new UnsupportedOperationException(command.toString());
  }
}
