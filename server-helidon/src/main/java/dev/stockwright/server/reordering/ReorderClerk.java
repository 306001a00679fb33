package dev.stockwright.server.reordering;

import dev.stockwright.protocol.ReorderCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import java.util.List;

/// Keeps the rules of reordering, and proposals.
public final class ReorderClerk implements Clerk<ReorderCommand> {
  @Override
  public Decision handle(ReorderCommand command, Work work) {
    return new Decision.Act(List.of());
  }
}
