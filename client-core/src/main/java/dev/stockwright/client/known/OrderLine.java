package dev.stockwright.client.known;

import dev.stockwright.vocabulary.Sku;

/// What of one product is wanted and has come; lines of one product count together.
///
/// @param allowed the most that may come, tolerance included
public record OrderLine(Sku sku, String name, long ordered, long received, long allowed) {
  public long open() {
    return Math.max(0, ordered - received);
  }

  public OrderLine plus(long units) {
    return new OrderLine(sku, name, ordered, received + units, allowed);
  }
}
