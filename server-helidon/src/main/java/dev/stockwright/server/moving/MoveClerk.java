package dev.stockwright.server.moving;

import dev.stockwright.protocol.MoveCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import java.util.List;

/// Moves goods and handling units within a warehouse.
public final class MoveClerk implements Clerk<MoveCommand> {
  @Override
  public Decision handle(MoveCommand command, Work work) {
    return new Decision.Act(List.of());
  }
}
