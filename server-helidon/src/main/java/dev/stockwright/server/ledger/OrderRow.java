package dev.stockwright.server.ledger;

import dev.stockwright.server.stock.OrderLine;

/// A purchase order's line while a transaction works on it.
final class OrderRow {
  final int orderId;
  final int line;
  final long ordered;
  final int overPercent;
  long received;
  boolean changed;

  OrderRow(int orderId, int line, long ordered, long received, int overPercent) {
    this.orderId = orderId;
    this.line = line;
    this.ordered = ordered;
    this.received = received;
    this.overPercent = overPercent;
  }

  OrderLine view() {
    return new OrderLine(ordered, received, overPercent);
  }
}
