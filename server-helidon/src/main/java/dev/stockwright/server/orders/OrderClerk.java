package dev.stockwright.server.orders;

import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;

/// Orders.
public final class OrderClerk implements Clerk<OrderCommand> {
  @Override
  public Decision handle(OrderCommand command, Work work) {
    throw new UnsupportedOperationException(command.toString());
  }
}
