package dev.stockwright.server.reordering;

import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;

/// A proposal as a command finds it.
///
/// @param state open, approved, rejected or withdrawn
record Proposal(
    long id,
    Reference number,
    int productId,
    Sku sku,
    int supplierId,
    String state,
    long quantity,
    int leadDays) {
  static final String OPEN = "open";

  boolean open() {
    return state.equals(OPEN);
  }
}
