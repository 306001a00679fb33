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

  /// Where the rows of the piles that were read stood in their table.
  final Map<PileKey, String> pilePlaces = new HashMap<>();

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

  /// One number for warehouse and product, which sorts like the two.
  long number() {
    return ((long) warehouseId << 32) | productId;
  }

  long available() {
    return onHand - reserved - blocked;
  }

  /// Its numbers in the order in which they are written, from `at` on.
  void numbers(long[] to, int at) {
    to[at] = onHand;
    to[at + 1] = reserved;
    to[at + 2] = blocked;
    to[at + 3] = n;
    System.arraycopy(virtual, 0, to, at + 4, virtual.length);
    to[at + 10] = productId;
    to[at + 11] = readN;
  }

  /// Takes `quantity` (below 0) from a place or puts it there (above 0).
  void change(PileKey goods, LocationCode place, long quantity) {
    changed = true;
    int virtually = VirtualLocation.number(place);
    if (virtually > 0) {
      virtual[virtually - 1] += quantity;
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
