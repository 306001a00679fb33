package dev.stockwright.server.ledger;

import java.util.List;

/// Where the stock of a locked warehouse is read from while commands are judged.
interface ShelfSource {
  /// Adds the shelves that exist to `stock`.
  void levels(List<ShelfKey> keys, LockedStock stock);

  /// Shows the rules all piles of these shelves.
  void piles(List<Shelf> shelves);

  /// Where nothing more can be read.
  ShelfSource NOTHING =
      new ShelfSource() {
        @Override
        public void levels(List<ShelfKey> keys, LockedStock stock) {
          throw new IllegalStateException("stock of " + keys + " is not locked");
        }

        @Override
        public void piles(List<Shelf> shelves) {
          throw new IllegalStateException("piles of " + shelves + " were not read");
        }
      };
}
