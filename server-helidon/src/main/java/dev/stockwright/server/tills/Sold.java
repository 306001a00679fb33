package dev.stockwright.server.tills;

import dev.stockwright.server.stock.Pile;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Promise;
import dev.stockwright.server.stock.Stock;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is left of a store's stock while the entries of one batch are posted one after the other.
final class Sold {
  private final WarehouseCode warehouse;
  private final Stock stock;
  private final LocationCode floor;
  private final boolean onlyFloor;
  private final Map<Sku, Long> free = new HashMap<>();
  private final Map<Sku, Map<PileKey, Long>> piles = new HashMap<>();
  private final Map<Promised, Long> promised = new HashMap<>();

  private record Promised(Reference order, Sku sku) {}

  /// @param floor where customers take goods from; the first to be taken from
  /// @param onlyFloor nothing is taken from elsewhere
  Sold(WarehouseCode warehouse, Stock stock, LocationCode floor, boolean onlyFloor) {
    this.warehouse = warehouse;
    this.stock = stock;
    this.floor = floor;
    this.onlyFloor = onlyFloor;
  }

  /// What the ledger still holds of it for the order.
  long promised(Reference order, Sku sku) {
    return promised.computeIfAbsent(
        new Promised(order, sku),
        any ->
            stock
                .promise(order)
                .filter(promise -> promise.state().holding())
                .map(Promise::lines)
                .orElse(List.of())
                .stream()
                .filter(line -> line.warehouse().equals(warehouse) && line.sku().equals(sku))
                .mapToLong(Promise.Line::quantity)
                .sum());
  }

  /// So much of the promise is used up: what was held for the order is free for it.
  void use(Reference order, Sku sku, long units) {
    promised.merge(new Promised(order, sku), -units, Long::sum);
    free(sku);
    free.merge(sku, units, Long::sum);
  }

  /// Takes up to `wanted` that nobody else was promised; what is taken may be less.
  List<Pile> take(Sku sku, long wanted) {
    long left = Math.min(wanted, free(sku));
    List<Pile> taken = new ArrayList<>();
    Map<PileKey, Long> there = piles(sku);
    for (Map.Entry<PileKey, Long> pile : there.entrySet()) {
      long part = Math.min(left, pile.getValue());
      if (part > 0) {
        taken.add(new Pile(pile.getKey(), part));
        pile.setValue(pile.getValue() - part);
        left -= part;
      }
    }
    free.merge(sku, -taken.stream().mapToLong(Pile::onHand).sum(), Long::sum);
    return taken;
  }

  /// Goods that come back lie on the floor.
  PileKey giveBack(Sku sku, long units, Condition condition) {
    PileKey key = new PileKey(floor, "", "", condition, "");
    if (condition == Condition.AVAILABLE) {
      free(sku);
      free.merge(sku, units, Long::sum);
      piles(sku).merge(key, units, Long::sum);
    }
    return key;
  }

  /// What is free, before an order's own part is added.
  long free(Sku sku) {
    return free.computeIfAbsent(sku, any -> Math.max(0, stock.available(warehouse, sku)));
  }

  private Map<PileKey, Long> piles(Sku sku) {
    return piles.computeIfAbsent(
        sku,
        any -> {
          Map<PileKey, Long> found = new LinkedHashMap<>();
          stock.piles(warehouse, sku).stream()
              .filter(pile -> pile.key().condition() == Condition.AVAILABLE)
              .filter(pile -> !onlyFloor || pile.key().location().equals(floor))
              .sorted(Comparator.comparing((Pile pile) -> !pile.key().location().equals(floor)))
              .forEach(pile -> found.put(pile.key(), unclaimed(sku, pile)));
          return found;
        });
  }

  /// What was picked or packed for somebody is not what a customer took from the shelf.
  private long unclaimed(Sku sku, Pile pile) {
    return stock.documents().free(warehouse, sku, pile.key(), pile.onHand());
  }
}
