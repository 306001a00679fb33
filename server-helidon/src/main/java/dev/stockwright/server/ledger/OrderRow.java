package dev.stockwright.server.ledger;

import dev.stockwright.server.stock.OrderLine;
import java.util.Optional;

/// A purchase order's line while a transaction works on it.
final class OrderRow {
  final int orderId;
  final int line;
  final long ordered;
  final int overPercent;
  long received;
  boolean changed;

  /// Whether more may come on it.
  boolean takes;

  OrderRow(int orderId, int line, long ordered, long received, int overPercent) {
    this.orderId = orderId;
    this.line = line;
    this.ordered = ordered;
    this.received = received;
    this.overPercent = overPercent;
  }

  /// As rules see it; absent when nothing more may come on it.
  Optional<OrderLine> view() {
    return takes ? Optional.of(new OrderLine(ordered, received, overPercent)) : Optional.empty();
  }
}
