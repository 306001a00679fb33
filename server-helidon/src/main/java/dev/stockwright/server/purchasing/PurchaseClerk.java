package dev.stockwright.server.purchasing;

import dev.stockwright.protocol.PurchaseCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import java.util.List;

/// Does it.
public final class PurchaseClerk implements Clerk<PurchaseCommand> {
  @Override
  public Decision handle(PurchaseCommand command, Work work) {
    return new Decision.Act(List.of());
  }
}
