package dev.stockwright.client.sync;

import dev.stockwright.client.known.Balance;
import dev.stockwright.client.replica.Position;
import java.util.List;
import java.util.Optional;

/// A part of the balances of a warehouse.
///
/// @param at the event that it is the state after
/// @param next the cursor of the part after it
public record BalancePart(Position at, List<Balance> items, Optional<String> next) {
  public BalancePart {
    items = List.copyOf(items);
  }
}
