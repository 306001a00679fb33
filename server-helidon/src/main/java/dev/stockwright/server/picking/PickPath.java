package dev.stockwright.server.picking;

import dev.stockwright.vocabulary.LocationCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// In which order bins are walked to. Where a pick sequence is set, it decides; bins without one
/// come after, aisle by aisle (bins with the same x), up one and down the next. Pure.
final class PickPath {
  private PickPath() {}

  /// A bin to be walked to.
  record Stop(LocationCode location, int sequence, int x, int y) {}

  /// The place of each bin on the way: 1, 2, 3, ...
  static Map<LocationCode, Integer> order(Collection<Stop> stops) {
    List<Stop> way =
        new ArrayList<>(
            stops.stream()
                .filter(stop -> stop.sequence() > 0)
                .sorted(
                    Comparator.comparingInt(Stop::sequence)
                        .thenComparing(stop -> stop.location().code()))
                .toList());
    Map<Integer, List<Stop>> aisles = new TreeMap<>();
    stops.stream()
        .filter(stop -> stop.sequence() <= 0)
        .forEach(stop -> aisles.computeIfAbsent(stop.x(), any -> new ArrayList<>()).add(stop));
    boolean up = true;
    for (List<Stop> aisle : aisles.values()) {
      Comparator<Stop> along = Comparator.comparingInt(Stop::y);
      aisle.sort((up ? along : along.reversed()).thenComparing(stop -> stop.location().code()));
      way.addAll(aisle);
      up = !up;
    }
    Map<LocationCode, Integer> places = new HashMap<>();
    for (Stop stop : way) {
      places.putIfAbsent(stop.location(), places.size() + 1);
    }
    return places;
  }
}
