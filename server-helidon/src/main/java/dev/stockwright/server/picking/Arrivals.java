package dev.stockwright.server.picking;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// When goods came into the warehouse, by their places: follows every movement from the first one
/// on. Of goods that cannot be told apart the oldest leave a place first, wherever they go, so that
/// goods which are moved between bins stay as old as they are. Pure; owned by one thread.
final class Arrivals {
  /// Locations up to this number are virtual.
  private static final int VIRTUAL = 100;

  /// Goods of one kind in one place.
  ///
  /// @param lot the lot or serial number; empty: none
  record Goods(int location, int product, String lot) {}

  /// A movement.
  ///
  /// @param n its number, which is the age of what comes with it
  /// @param command what caused it
  record Moved(long n, UUID command, int product, String lot, int from, int to, long quantity) {}

  /// What went out of sight and comes back with the same command: goods that change their handling
  /// unit or their condition.
  private record Passing(UUID command, NavigableMap<Long, Long> ages) {}

  private final Map<Goods, NavigableMap<Long, Long>> there = new HashMap<>();
  private final Map<Goods, Passing> passing = new HashMap<>();

  /// The next movement; they come in the order of their numbers.
  void moved(Moved moved) {
    NavigableMap<Long, Long> ages = taken(moved);
    Goods to = new Goods(moved.to(), moved.product(), moved.lot());
    if (moved.to() > VIRTUAL) {
      add(there.computeIfAbsent(to, any -> new TreeMap<>()), ages);
      return;
    }
    Passing before = passing.get(to);
    if (before != null && before.command().equals(moved.command())) {
      add(before.ages(), ages);
    } else {
      passing.put(to, new Passing(moved.command(), ages));
    }
  }

  /// The number with which the oldest goods there came; 0 when nobody knows.
  long oldest(Goods goods) {
    NavigableMap<Long, Long> ages = there.get(goods);
    return ages == null || ages.isEmpty() ? 0 : ages.firstKey();
  }

  private NavigableMap<Long, Long> taken(Moved moved) {
    Goods from = new Goods(moved.from(), moved.product(), moved.lot());
    if (moved.from() > VIRTUAL) {
      return oldest(there.get(from), moved);
    }
    Passing back = passing.get(from);
    return oldest(
        back != null && back.command().equals(moved.command()) ? back.ages() : null, moved);
  }

  /// Takes the oldest; what is not there has just come.
  private static NavigableMap<Long, Long> oldest(
      @Nullable NavigableMap<Long, Long> ages, Moved moved) {
    NavigableMap<Long, Long> taken = new TreeMap<>();
    long left = moved.quantity();
    if (ages != null) {
      Iterator<Map.Entry<Long, Long>> each = ages.entrySet().iterator();
      while (left > 0 && each.hasNext()) {
        Map.Entry<Long, Long> layer = each.next();
        long part = Math.min(left, layer.getValue());
        taken.merge(layer.getKey(), part, Long::sum);
        left -= part;
        if (part == layer.getValue()) {
          each.remove();
        } else {
          layer.setValue(layer.getValue() - part);
        }
      }
    }
    if (left > 0) {
      taken.merge(moved.n(), left, Long::sum);
    }
    return taken;
  }

  private static void add(NavigableMap<Long, Long> to, NavigableMap<Long, Long> ages) {
    ages.forEach((age, units) -> to.merge(age, units, Long::sum));
  }
}
