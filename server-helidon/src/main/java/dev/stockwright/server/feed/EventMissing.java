package dev.stockwright.server.feed;

import dev.stockwright.vocabulary.WarehouseCode;

/// A number that must be there is not, or its row cannot be read: the ledger was damaged or written
/// by something that does not keep its promises. Whoever follows goes on from a snapshot.
public final class EventMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long n;

  EventMissing(WarehouseCode warehouse, long n, String why) {
    super("event " + n + " of " + warehouse + ": " + why);
    this.n = n;
  }

  /// The number.
  public long n() {
    return n;
  }
}
