package dev.stockwright.server.shipping;

import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;

public final class ShippingClerk implements Clerk<ShippingCommand> {
  @Override
  public Decision handle(ShippingCommand command, Work work) {
    throw new UnsupportedOperationException();
  }
}
