package dev.stockwright.server.ledger;

import dev.stockwright.server.stock.OrderLine;
import java.util.Optional;

/// A purchase order's line while a transaction works on it.
final class OrderRow {
  final int orderId;
  final int line;
  final long ordered;
  final Over over;
  long received;
  boolean changed;

  /// Whether more may come on it.
  boolean takes;

  /// How much more than ordered may come.
  ///
  /// @param allowed base units, by a decision of a supervisor; 0: none
  record Over(int percent, long allowed) {}

  OrderRow(int orderId, int line, long ordered, long received, Over over) {
    this.orderId = orderId;
    this.line = line;
    this.ordered = ordered;
    this.received = received;
    this.over = over;
  }

  /// As rules see it; absent when nothing more may come on it.
  Optional<OrderLine> view() {
    return takes
        ? Optional.of(new OrderLine(ordered, received, over.percent(), over.allowed()))
        : Optional.empty();
  }
}
