package dev.stockwright.client.replica;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The generations of rows that are being written into one store, by whichever warehouse: what is
/// cleared away leaves them alone. Safe for many threads.
public final class Unfinished {
  private final Set<Long> generations = ConcurrentHashMap.newKeySet();

  void begin(long generation) {
    generations.add(generation);
  }

  void end(long generation) {
    generations.remove(generation);
  }

  List<Long> all() {
    return List.copyOf(generations);
  }
}
