package dev.stockwright.server.putaway;

import dev.stockwright.protocol.PutAwayCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import java.util.List;

/// Does it.
public final class PutAwayClerk implements Clerk<PutAwayCommand> {
  @Override
  public Decision handle(PutAwayCommand command, Work work) {
    return new Decision.Act(List.of());
  }
}
