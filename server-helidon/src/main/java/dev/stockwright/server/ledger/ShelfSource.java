package dev.stockwright.server.ledger;

import java.util.List;

/// Where the stock of a locked warehouse is read from while commands are judged.
interface ShelfSource {
  /// Adds the shelves that exist to `stock`.
  void levels(List<ShelfKey> keys, LockedStock stock);

  /// Shows the rules all piles of these shelves.
  void piles(List<Shelf> shelves);
}
