package dev.stockwright.server.picking;

import dev.stockwright.server.picking.AllocationRules.Taking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which takings of a wave are one person's way. Pure.
final class WaveRules {
  private WaveRules() {}

  /// What one person walks for.
  ///
  /// @param takings in the order of the way
  record Round(List<Taking> takings, Map<Taking, Integer> stops) {
    long quantity() {
      return takings.stream().mapToLong(Taking::quantity).sum();
    }

    int priority() {
      return takings.stream().mapToInt(taking -> taking.demand().priority()).min().orElse(50);
    }
  }

  /// The rounds of a wave.
  ///
  /// @param size how many orders are walked for at once, where several are
  static List<Round> rounds(PickMethod method, List<Taking> takings, int size) {
    Map<Long, Integer> numbers = new HashMap<>();
    Map<Object, List<Taking>> groups = new LinkedHashMap<>();
    for (Taking taking : takings) {
      int number = numbers.computeIfAbsent(taking.demand().order(), any -> numbers.size());
      Object group =
          switch (method) {
            case SINGLE -> taking.demand().order();
            case BATCH, CLUSTER -> number / Math.max(1, size);
            case ZONE -> taking.spot().place().zone();
          };
      groups.computeIfAbsent(group, any -> new ArrayList<>()).add(taking);
    }
    return groups.values().stream().map(WaveRules::round).toList();
  }

  /// One way through these takings.
  static Round round(List<Taking> takings) {
    var places =
        PickPath.order(
            takings.stream()
                .map(
                    taking ->
                        new PickPath.Stop(
                            taking.spot().location(),
                            taking.spot().place().sequence(),
                            taking.spot().place().x(),
                            taking.spot().place().y()))
                .toList());
    Map<Taking, Integer> stops = new LinkedHashMap<>();
    takings.stream()
        .sorted(
            java.util.Comparator.comparingInt(
                taking -> places.getOrDefault(taking.spot().location(), 0)))
        .forEach(taking -> stops.put(taking, places.getOrDefault(taking.spot().location(), 0)));
    return new Round(List.copyOf(stops.keySet()), stops);
  }
}
