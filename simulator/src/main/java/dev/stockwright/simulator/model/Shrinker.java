package dev.stockwright.simulator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds a shorter history that still fails, by leaving out ever smaller chunks.
public final class Shrinker {
  private final Predicate<Set<Integer>> fails;

  /// @param fails runs the steps with these indexes and says whether they fail
  public Shrinker(Predicate<Set<Integer>> fails) {
    this.fails = fails;
  }

  /// The steps that are left, starting from `size` of them, in at most `tries` runs.
  public List<Integer> shrink(int size, int tries) {
    List<Integer> kept = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    int left = tries;
    for (int chunk = Math.max(1, size / 2); chunk >= 1 && left > 0; ) {
      boolean dropped = false;
      for (int at = kept.size() - chunk; at >= 0 && left > 0; at -= chunk) {
        List<Integer> without = new ArrayList<>(kept);
        without.subList(at, at + chunk).clear();
        left--;
        if (fails.test(without.stream().collect(Collectors.toUnmodifiableSet()))) {
          kept = without;
          dropped = true;
        }
      }
      if (chunk > 1) {
        chunk /= 2;
      } else if (!dropped) {
        break;
      }
    }
    return kept;
  }
}
