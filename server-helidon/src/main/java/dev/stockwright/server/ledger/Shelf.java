package dev.stockwright.server.ledger;

import dev.stockwright.server.stock.PileKey;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.VirtualLocation;
import java.util.HashMap;
import java.util.Map;

/// The locked stock of one product in one warehouse while a transaction works on it. Owned by that
/// transaction's thread.
final class Shelf {
  final ShelfKey key;
  final int warehouseId;
  final int productId;
  final long[] virtual;
  final Map<PileKey, Long> piles = new HashMap<>();

  /// What changed against the rows that were read.
  final Map<PileKey, Long> deltas = new HashMap<>();

  /// Where the row stood in its table when it was read, and its number then.
  String rowPlace = "";

  long readN;

  long onHand;
  long reserved;
  long blocked;
  long n;
  boolean pilesRead;
  boolean changed;

  Shelf(ShelfKey key, int warehouseId, int productId, long[] virtual) {
    this.key = key;
    this.warehouseId = warehouseId;
    this.productId = productId;
    this.virtual = virtual;
  }

  long available() {
    return onHand - reserved - blocked;
  }

  /// Takes `quantity` (below 0) from a place or puts it there (above 0).
  void change(PileKey goods, LocationCode place, long quantity) {
    changed = true;
    int number = VirtualLocation.all().indexOf(place);
    if (number >= 0) {
      virtual[number] += quantity;
      return;
    }
    PileKey pile = goods.at(place);
    piles.merge(pile, quantity, Long::sum);
    deltas.merge(pile, quantity, Long::sum);
    onHand += quantity;
    if (goods.condition() != Condition.AVAILABLE) {
      blocked += quantity;
    }
  }
}
