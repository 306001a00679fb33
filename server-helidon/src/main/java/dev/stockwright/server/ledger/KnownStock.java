package dev.stockwright.server.ledger;

import dev.stockwright.server.ledger.KnownShelf.KnownPile;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The stock as this desk left it, so that a transaction need not read again what nobody else has
/// changed: that is so while the warehouse's counter, which every transaction locks and moves on,
/// stands where this desk left it, with the same hash. Whoever changes a row past the counter is
/// found out when the row is written, because its place or its numbers differ
/// (docs/decisions/0015).
///
/// Of goods with a lot, handling unit, condition or owner only levels are known. Thread-safe.
public final class KnownStock {
  /// A product that lies in more places than this is read each time.
  private static final int PILES_MAX = 40;

  private static final int BYTES_EACH = 256;

  /// So many changed piles of a product are looked up one by one.
  private static final int FEW = 8;

  private final Map<Integer, Standing> warehouses = new HashMap<>();
  private final Pages levelPages = new Pages();
  private final Pages pilePages = new Pages();
  private final KnownPromises promises = new KnownPromises();
  private final long most;

  /// What is known of a warehouse, and where its counter must stand for it to hold.
  private static final class Standing {
    long epoch;
    long n;
    byte[] hash;
    final long costs;
    final KnownShelves shelves = new KnownShelves();

    Standing(Counter counter) {
      this.epoch = counter.epoch;
      this.n = counter.first;
      this.hash = counter.firstHash;
      this.costs = counter.costs;
    }

    boolean holds(Counter counter) {
      return epoch == counter.epoch
          && n == counter.first
          && costs == counter.costs
          && Arrays.equals(hash, counter.firstHash);
    }

    /// Another transaction of this desk, later than this counter's, has been here.
    boolean past(Counter counter) {
      return epoch == counter.epoch && n > counter.first;
    }
  }

  /// Remembers as much as an eighth of the heap holds.
  public KnownStock() {
    this(Runtime.getRuntime().maxMemory() / 8 / BYTES_EACH);
  }

  /// @param most how many shelves are remembered, about
  KnownStock(long most) {
    this.most = most;
  }

  /// The first warehouse in which something was promised to the order, if it is remembered.
  public Optional<WarehouseCode> promisedIn(Reference order) {
    return promises.warehouses(order).flatMap(all -> all.stream().findFirst());
  }

  /// In which warehouses something is promised to which orders.
  KnownPromises promises() {
    return promises;
  }

  /// Those of which nothing is remembered.
  synchronized List<Shelf> strangers(List<Shelf> shelves) {
    List<Shelf> found = new ArrayList<>();
    for (Shelf shelf : shelves) {
      Standing standing = warehouses.get(shelf.warehouseId);
      if (standing == null || standing.shelves.get(shelf.productId) == null) {
        found.add(shelf);
      }
    }
    return found;
  }

  /// Gives the shelves, whose counters are locked, what is known of them; not those that were read.
  synchronized void recall(Collection<Counter> counters, List<Shelf> shelves) {
    Map<Integer, KnownShelves> good = new HashMap<>();
    for (Counter counter : counters) {
      Standing standing = warehouses.get(counter.warehouseId);
      if (standing != null && standing.holds(counter)) {
        good.put(counter.warehouseId, standing.shelves);
      }
    }
    for (Shelf shelf : shelves) {
      KnownShelves known = good.get(shelf.warehouseId);
      KnownShelf found = known == null ? null : known.get(shelf.productId);
      if (found != null && shelf.place == RowPlace.UNKNOWN) {
        recall(shelf, found);
      }
    }
  }

  private void recall(Shelf shelf, KnownShelf known) {
    if (!levelPages.due(known.place())) {
      shelf.stand(known.numbers(), known.limits(), known.place());
      shelf.levelRecalled = true;
      shelf.unitCost = known.unitCost();
    }
    for (KnownPile pile : known.piles()) {
      if (pile.place() != RowPlace.UNKNOWN && pilePages.due(pile.place())) {
        return;
      }
    }
    shelf.pilesRecalled = true;
    shelf.pileRows = known.piles();
    shelf.allPiles = known.complete();
  }

  /// Remembers how a transaction left the stock, after its commit.
  public synchronized void learn(LockedStock stock) {
    promises.learn(stock);
    Map<Integer, KnownShelves> good = new HashMap<>();
    for (Counter counter : stock.counters.values()) {
      Standing standing = warehouses.get(counter.warehouseId);
      if (standing != null && standing.past(counter)) {
        continue;
      }
      if (standing == null || !standing.holds(counter)) {
        standing = new Standing(counter);
        warehouses.put(counter.warehouseId, standing);
      }
      standing.n = counter.last;
      standing.hash = counter.chain.last();
      if (standing.shelves.size() > most / warehouses.size()) {
        standing.shelves.halve();
      }
      good.put(counter.warehouseId, standing.shelves);
    }
    for (Shelf shelf : stock.shelves.values()) {
      KnownShelves known = good.get(shelf.warehouseId);
      boolean news =
          shelf.changed || !shelf.levelRecalled || (shelf.allPiles && !shelf.pilesRecalled);
      if (known != null && news) {
        known.put(shelf.productId, known(shelf));
      }
    }
  }

  private KnownShelf known(Shelf shelf) {
    if (shelf.changed) {
      levelPages.changed(shelf.place);
    }
    List<KnownPile> piles = new ArrayList<>(shelf.pileRows.size() + shelf.written.size());
    boolean complete = shelf.allPiles;
    for (KnownPile pile : shelf.pileRows) {
      if (!shelf.written.containsKey(pile.key())) {
        complete &= pile.key().plain();
        keep(pile, piles);
      }
    }
    for (KnownPile pile : shelf.written.values()) {
      if (pile.place() != RowPlace.UNKNOWN) {
        pilePages.changed(pile.place());
      }
      complete &= pile.key().plain();
      keep(pile, piles);
    }
    boolean many = piles.size() > PILES_MAX;
    return new KnownShelf(
        shelf.numbers(),
        shelf.limits,
        shelf.place,
        many ? List.of() : List.copyOf(piles),
        complete && !many,
        shelf.unitCost);
  }

  private static void keep(KnownPile pile, List<KnownPile> piles) {
    if (pile.key().plain()) {
      piles.add(pile);
    }
  }

  /// A row was not what was remembered: nothing of these warehouses is believed any more.
  public synchronized void forget(LockedStock stock) {
    for (Counter counter : stock.counters.values()) {
      warehouses.remove(counter.warehouseId);
    }
  }

  /// The piles of a shelf, as far as they are known.
  static Function<PileKey, KnownPile> piles(Shelf shelf) {
    if (shelf.deltas.size() < FEW) {
      return key -> pile(shelf, key);
    }
    Map<PileKey, KnownPile> byKey = new HashMap<>();
    shelf.pileRows.forEach(pile -> byKey.put(pile.key(), pile));
    return key -> byKey.getOrDefault(key, unknown(key));
  }

  private static KnownPile pile(Shelf shelf, PileKey key) {
    for (KnownPile pile : shelf.pileRows) {
      if (pile.key().equals(key)) {
        return pile;
      }
    }
    return unknown(key);
  }

  private static KnownPile unknown(PileKey key) {
    return new KnownPile(key, 0, RowPlace.UNKNOWN);
  }
}
