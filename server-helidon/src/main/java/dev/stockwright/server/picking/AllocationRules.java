package dev.stockwright.server.picking;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Decides which goods are taken for which line. What is urgent chooses first; what one line is
/// given, no other is. Pure.
final class AllocationRules {
  private AllocationRules() {}

  /// So much of a spot for a line.
  record Taking(Demand demand, Spot spot, long quantity) {}

  /// What came out.
  ///
  /// @param missing what cannot be picked now, each with the quantity that is missing
  record Plan(List<Taking> takings, List<Demand> missing) {}

  /// How to choose.
  ///
  /// @param today at the site
  /// @param x where the way begins, and so `y`, in millimetres
  record Choice(Allocation how, LocalDate today, int x, int y) {}

  /// Gives every demand what can be picked.
  static Plan allocate(List<Demand> demands, Map<Sku, List<Spot>> spots, Choice choice) {
    Map<Sku, List<Spot>> left = new HashMap<>();
    spots.forEach(
        (sku, all) ->
            left.put(
                sku,
                new ArrayList<>(
                    all.stream()
                        .filter(spot -> spot.hindrance(choice.today()).isEmpty())
                        .toList())));
    Set<LocationCode> visited = new HashSet<>();
    List<Taking> takings = new ArrayList<>();
    List<Demand> missing = new ArrayList<>();
    for (Demand demand : byUrgency(demands)) {
      List<Spot> candidates = left.getOrDefault(demand.sku(), List.of());
      long open = demand.quantity();
      while (open > 0 && !candidates.isEmpty()) {
        int at = best(candidates, open, visited, choice);
        Spot spot = candidates.get(at);
        long part = Math.min(open, spot.free());
        takings.add(new Taking(demand, spot, part));
        visited.add(spot.location());
        open -= part;
        if (part == spot.free()) {
          candidates.remove(at);
        } else {
          candidates.set(at, spot.claim(part));
        }
      }
      if (open > 0) {
        missing.add(demand.of(open));
      }
    }
    return new Plan(takings, missing);
  }

  private static List<Demand> byUrgency(List<Demand> demands) {
    return demands.stream()
        .sorted(
            Comparator.comparingInt(Demand::priority)
                .thenComparingLong(Demand::order)
                .thenComparingInt(Demand::line))
        .toList();
  }

  private static int best(List<Spot> spots, long wanted, Set<LocationCode> visited, Choice choice) {
    Comparator<Spot> order = order(wanted, visited, choice);
    int best = 0;
    for (int i = 1; i < spots.size(); i++) {
      if (order.compare(spots.get(i), spots.get(best)) < 0) {
        best = i;
      }
    }
    return best;
  }

  private static Comparator<Spot> order(long wanted, Set<LocationCode> visited, Choice choice) {
    Comparator<Spot> first =
        switch (choice.how()) {
          case FEFO -> Comparator.comparing((Spot spot) -> spot.expiry().orElse(LocalDate.MAX));
          case FIFO -> Comparator.comparingLong(Spot::age);
          case CLOSEST -> Comparator.comparingLong((Spot spot) -> distance(spot, choice));
          case FEWEST_STOPS -> fewestStops(wanted, visited);
        };
    return first
        .thenComparing((Spot spot) -> !spot.place().pickFace())
        .thenComparing((Spot spot) -> spot.place().sequence() == 0)
        .thenComparingInt((Spot spot) -> spot.place().sequence())
        .thenComparing((Spot spot) -> spot.location().code())
        .thenComparing((Spot spot) -> spot.key().lot())
        .thenComparing((Spot spot) -> spot.key().handlingUnit());
  }

  /// One bin that has enough, rather one that is visited anyway, and of those the emptiest; else
  /// the fullest.
  private static Comparator<Spot> fewestStops(long wanted, Set<LocationCode> visited) {
    return Comparator.comparing((Spot spot) -> spot.free() < wanted)
        .thenComparing(spot -> !visited.contains(spot.location()))
        .thenComparingLong(spot -> spot.free() < wanted ? -spot.free() : spot.free());
  }

  private static long distance(Spot spot, Choice choice) {
    return Math.abs((long) spot.place().x() - choice.x())
        + Math.abs((long) spot.place().y() - choice.y());
  }
}
