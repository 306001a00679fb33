package dev.stockwright.simulator.walk;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The model: which goods lie where and what is promised to whom, by nothing but addition.
final class PlainStock {
  private final Map<Pile, Long> piles = new TreeMap<>();
  private final Map<String, Hold> holds = new TreeMap<>();

  /// @param until when the promise ends by itself; absent: committed
  record Hold(Map<Cell, Long> lines, Optional<Instant> until) {
    boolean holds(Instant now) {
      return until.isEmpty() || until.get().isAfter(now);
    }
  }

  long at(Pile pile) {
    return piles.getOrDefault(pile, 0L);
  }

  Map<Pile, Long> piles() {
    return piles;
  }

  /// Piles with something in them, in an order of their own.
  List<Pile> like(Predicate<Pile> wanted) {
    return piles.keySet().stream().filter(wanted).toList();
  }

  long onHand(Cell cell) {
    return sum(pile -> pile.cell().equals(cell));
  }

  long sum(Predicate<Pile> wanted) {
    return piles.entrySet().stream()
        .filter(each -> wanted.test(each.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  long available(Cell cell, Instant now) {
    return sum(pile -> pile.cell().equals(cell) && pile.sellable()) - reserved(cell, now);
  }

  long reserved(Cell cell, Instant now) {
    return holds.values().stream()
        .filter(hold -> hold.holds(now))
        .mapToLong(hold -> hold.lines().getOrDefault(cell, 0L))
        .sum();
  }

  Optional<Hold> hold(String order) {
    return Optional.ofNullable(holds.get(order));
  }

  /// What is promised now: order, warehouse and product with the units.
  Map<String, Long> promises(Instant now) {
    Map<String, Long> all = new TreeMap<>();
    holds.forEach(
        (order, hold) -> {
          if (hold.holds(now)) {
            hold.lines().forEach((cell, units) -> put(all, line(order, cell), units));
          }
        });
    return all;
  }

  static String line(String order, Cell cell) {
    return order + " " + cell.warehouse() + " " + cell.sku();
  }

  /// Books what a command did. Where that left open which piles or promises it was, what is there
  /// now is taken over; what is wrong with it is the result, empty when nothing is.
  Optional<String> book(Effect effect, Tables tables, Instant now) {
    effect.piles.forEach((pile, units) -> put(piles, pile, at(pile) + units));
    Optional<String> wrong = Optional.empty();
    for (Map.Entry<Cell, Long> each : effect.loose.entrySet()) {
      Cell cell = each.getKey();
      long wanted = onHand(cell) + each.getValue();
      piles.keySet().removeIf(pile -> pile.cell().equals(cell));
      tables.piles().entrySet().stream()
          .filter(there -> there.getKey().cell().equals(cell))
          .forEach(there -> put(piles, there.getKey(), there.getValue()));
      long there = onHand(cell);
      if (there != wanted) {
        wrong = Optional.of(cell + " should be " + wanted + " altogether and is " + there);
      }
    }
    effect.promising.forEach(change -> promise(change, now));
    Set<String> open = new HashSet<>(effect.unsettled);
    tables.promised().stream()
        .filter(line -> effect.unsettledSites.contains(line.cell().warehouse()))
        .forEach(line -> open.add(line.order()));
    holds.forEach(
        (order, hold) -> {
          if (hold.lines().keySet().stream()
              .anyMatch(cell -> effect.unsettledSites.contains(cell.warehouse()))) {
            open.add(order);
          }
        });
    open.forEach(order -> settle(order, tables, now));
    return wrong;
  }

  /// A promise whose time is over may have been written off already; it can be confirmed late.
  private void settle(String order, Tables tables, Instant now) {
    Map<Cell, Long> lines = new HashMap<>();
    Optional<Instant> until = Optional.empty();
    for (Tables.Promised line : tables.promised()) {
      if (line.order().equals(order)) {
        put(lines, line.cell(), line.units());
        until = line.until();
      }
    }
    if (lines.isEmpty()) {
      if (hold(order).filter(hold -> hold.holds(now)).isPresent()) {
        holds.remove(order);
      }
    } else {
      holds.put(order, new Hold(lines, until));
    }
  }

  private void promise(Effect.Promising change, Instant now) {
    switch (change) {
      case Effect.Promising.Hold(String order, Map<Cell, Long> lines, Optional<Instant> until) ->
          holds.put(order, new Hold(new HashMap<>(lines), until));
      case Effect.Promising.Commit(String order) ->
          holds.computeIfPresent(order, (any, hold) -> new Hold(hold.lines(), Optional.empty()));
      case Effect.Promising.Drop(String order) -> holds.remove(order);
      case Effect.Promising.Lower(String order, Cell cell, long units) -> {
        Hold hold = holds.get(order);
        if (hold != null && hold.holds(now)) {
          put(hold.lines(), cell, Math.max(0, hold.lines().getOrDefault(cell, 0L) - units));
        }
      }
    }
  }

  private static <K> void put(Map<K, Long> map, K key, long units) {
    if (units == 0) {
      map.remove(key);
    } else {
      map.put(key, units);
    }
  }
}
