package dev.stockwright.simulator.walk;

import dev.stockwright.vocabulary.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a command does to goods and promises when it is accepted, as far as that can be said
/// without the server's own rules.
final class Effect {
  /// More or less of each pile.
  final Map<Pile, Long> piles = new HashMap<>();

  /// More or less of a product, from or to piles that the command does not name.
  final Map<Cell, Long> loose = new HashMap<>();

  final List<Promising> promising = new ArrayList<>();

  /// Orders of which it cannot be said how much is promised afterwards.
  final Set<String> unsettled = new HashSet<>();

  /// The same for all orders of these warehouses.
  final Set<String> unsettledSites = new HashSet<>();

  /// A change of what is promised to an order.
  sealed interface Promising {
    record Hold(String order, Map<Cell, Long> lines, Optional<Instant> until)
        implements Promising {}

    record Commit(String order) implements Promising {}

    record Drop(String order) implements Promising {}

    record Lower(String order, Cell cell, long units) implements Promising {}
  }

  static Effect none() {
    return new Effect();
  }

  Effect add(Pile pile, long units) {
    piles.merge(pile, units, Long::sum);
    return this;
  }

  Effect move(Pile from, Pile to, long units) {
    return add(from, -units).add(to, units);
  }

  /// So many more (or less, below 0), wherever the server takes or puts them.
  Effect somewhere(Cell cell, long units) {
    loose.merge(cell, units, Long::sum);
    return this;
  }

  Effect hold(Reference order, Map<Cell, Long> lines, Optional<Instant> until) {
    promising.add(new Promising.Hold(order.code(), lines, until));
    return this;
  }

  Effect commit(String order) {
    promising.add(new Promising.Commit(order));
    return this;
  }

  Effect drop(String order) {
    promising.add(new Promising.Drop(order));
    return this;
  }

  Effect lower(String order, Cell cell, long units) {
    promising.add(new Promising.Lower(order, cell, units));
    return this;
  }

  Effect unsettled(String order) {
    unsettled.add(order);
    return this;
  }

  Effect unsettledIn(String warehouse) {
    unsettledSites.add(warehouse);
    return this;
  }
}
