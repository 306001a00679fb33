package dev.stockwright.server.adjusting;

import dev.stockwright.protocol.AdjustmentCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import java.util.List;

/// Takes corrections and has those beyond a limit approved.
public final class AdjustmentClerk implements Clerk<AdjustmentCommand> {
  @Override
  public Decision handle(AdjustmentCommand command, Work work) {
    return new Decision.Act(List.of());
  }
}
