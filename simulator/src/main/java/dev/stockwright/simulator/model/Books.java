package dev.stockwright.simulator.model;

import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The plain books of one history: maps, no database, one thread. Every place, real or virtual, is
/// an entry; so that everything that is asked is a sum over a map.
final class Books {
  /// A change of a product's goods from one place to another.
  record Move(Shelf shelf, Goods from, LocationCode to, long quantity, Optional<Reference> order) {
    Goods target() {
      return from.at(to);
    }
  }

  /// A reservation.
  record Hold(Map<Shelf, Long> lines, String state, Instant until) {
    boolean holds(Instant now) {
      return state.equals("committed") || state.equals("placed") && until.isAfter(now);
    }

    Hold in(String other) {
      return new Hold(lines, other, until);
    }
  }

  private record Place(Shelf shelf, Goods goods) {}

  private final Map<Place, Long> quantities = new HashMap<>();
  private final Map<Reference, Hold> holds = new HashMap<>();
  private final Map<CommandId, List<Move>> moves = new HashMap<>();
  private final Map<CommandId, Boolean> undone = new HashMap<>();
  private long receivedOnOrder;

  void apply(CommandId command, List<Move> done) {
    for (Move move : done) {
      quantities.merge(new Place(move.shelf(), move.from()), -move.quantity(), Long::sum);
      quantities.merge(new Place(move.shelf(), move.target()), move.quantity(), Long::sum);
    }
    moves.put(command, List.copyOf(done));
  }

  /// Whether goods would come onto a handling unit and leave it in two places.
  boolean part(List<Move> coming) {
    record Stand(String unit, WarehouseCode warehouse, LocationCode location) {}
    Map<Stand, Long> changes = new HashMap<>();
    for (Move move : coming) {
      String unit = move.from().handlingUnit();
      WarehouseCode warehouse = move.shelf().warehouse();
      changes.merge(
          new Stand(unit, warehouse, move.from().location()), -move.quantity(), Long::sum);
      changes.merge(new Stand(unit, warehouse, move.to()), move.quantity(), Long::sum);
    }
    Map<Stand, Long> after = new HashMap<>(changes);
    quantities.forEach(
        (place, units) ->
            after.merge(
                new Stand(
                    place.goods().handlingUnit(),
                    place.shelf().warehouse(),
                    place.goods().location()),
                units,
                Long::sum));
    after
        .keySet()
        .removeIf(stand -> stand.unit().isEmpty() || VirtualLocation.is(stand.location()));
    return changes.entrySet().stream()
        .filter(change -> change.getValue() > 0 && after.containsKey(change.getKey()))
        .anyMatch(
            change ->
                after.entrySet().stream()
                    .anyMatch(
                        stand ->
                            stand.getKey().unit().equals(change.getKey().unit())
                                && !stand.getKey().equals(change.getKey())
                                && stand.getValue() > 0));
  }

  long at(Shelf shelf, Goods goods) {
    return quantities.getOrDefault(new Place(shelf, goods), 0L);
  }

  long onHand(Shelf shelf) {
    return sum(shelf, goods -> true);
  }

  long blocked(Shelf shelf) {
    return sum(shelf, goods -> !goods.sellable());
  }

  long reserved(Shelf shelf, Instant now) {
    return holds.values().stream()
        .filter(hold -> hold.holds(now))
        .mapToLong(hold -> hold.lines().getOrDefault(shelf, 0L))
        .sum();
  }

  long available(Shelf shelf, Instant now) {
    return onHand(shelf) - reserved(shelf, now) - blocked(shelf);
  }

  /// What lies in real places, fullest first; equally full ones by their key.
  Map<Goods, Long> piles(Shelf shelf) {
    Map<Goods, Long> piles = new LinkedHashMap<>();
    quantities.entrySet().stream()
        .filter(entry -> entry.getKey().shelf().equals(shelf) && entry.getValue() > 0)
        .filter(entry -> !VirtualLocation.is(entry.getKey().goods().location()))
        .sorted(
            Comparator.comparingLong((Map.Entry<Place, Long> entry) -> -entry.getValue())
                .thenComparing(entry -> entry.getKey().goods().location().code())
                .thenComparing(entry -> entry.getKey().goods().lot())
                .thenComparing(entry -> entry.getKey().goods().handlingUnit())
                .thenComparing(entry -> entry.getKey().goods().condition().code()))
        .forEach(entry -> piles.put(entry.getKey().goods(), entry.getValue()));
    return piles;
  }

  Optional<Hold> hold(Reference order) {
    return Optional.ofNullable(holds.get(order));
  }

  void hold(Reference order, Hold hold) {
    holds.put(order, hold);
  }

  List<Move> movesOf(CommandId command) {
    return moves.getOrDefault(command, List.of());
  }

  boolean undone(CommandId command) {
    return undone.containsKey(command);
  }

  void markUndone(CommandId command) {
    undone.put(command, true);
  }

  long receivedOnOrder() {
    return receivedOnOrder;
  }

  void receivedOnOrder(long change) {
    receivedOnOrder += change;
  }

  /// Every product in every warehouse that was ever touched.
  List<Shelf> shelves() {
    return new ArrayList<>(quantities.keySet().stream().map(Place::shelf).distinct().toList());
  }

  private long sum(Shelf shelf, Predicate<Goods> which) {
    long sum = 0;
    for (Map.Entry<Place, Long> entry : quantities.entrySet()) {
      Goods goods = entry.getKey().goods();
      if (entry.getKey().shelf().equals(shelf)
          && !VirtualLocation.is(goods.location())
          && which.test(goods)) {
        sum += entry.getValue();
      }
    }
    return sum;
  }
}
