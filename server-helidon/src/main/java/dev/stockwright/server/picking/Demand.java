package dev.stockwright.server.picking;

import dev.stockwright.vocabulary.Sku;

/// What is still to be found for a line of an order.
///
/// @param order the order's row
/// @param priority 0 is drop everything, 100 can wait
/// @param quantity base units, above 0
record Demand(long order, int line, Sku sku, int priority, long quantity) {
  /// The same line, wanting so much.
  Demand of(long units) {
    return new Demand(order, line, sku, priority, units);
  }
}
