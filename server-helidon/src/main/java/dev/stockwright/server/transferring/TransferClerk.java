package dev.stockwright.server.transferring;

import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import java.util.List;

/// Takes transfers from the request to the receipt.
public final class TransferClerk implements Clerk<TransferCommand> {
  @Override
  public Decision handle(TransferCommand command, Work work) {
    return new Decision.Act(List.of());
  }
}
