package dev.stockwright.simulator.walk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Holds the model against the tables: every pile, every level, every promise.
final class Comparison {
  private Comparison() {}

  static void of(PlainStock stock, Tables tables, Instant now, List<String> complaints) {
    differences("pile", stock.piles(), tables.piles(), complaints);
    Map<Cell, Long> levels = new TreeMap<>();
    stock.piles().forEach((pile, units) -> levels.merge(pile.cell(), units, Long::sum));
    differences("level", levels, tables.levels(), complaints);
    differences("promise", stock.promises(now), tables.promises(now), complaints);
  }

  private static <K extends Comparable<K>> void differences(
      String what, Map<K, Long> model, Map<K, Long> there, List<String> complaints) {
    TreeSet<K> keys = new TreeSet<>();
    keys.addAll(model.keySet());
    keys.addAll(there.keySet());
    for (K key : keys) {
      long expected = model.getOrDefault(key, 0L);
      long found = there.getOrDefault(key, 0L);
      if (expected != found) {
        complaints.add(what + " " + key + ": the model has " + expected + ", the tables " + found);
      }
    }
  }
}
