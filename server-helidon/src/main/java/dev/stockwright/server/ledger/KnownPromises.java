package dev.stockwright.server.ledger;

import dev.stockwright.server.stock.Promise;
import dev.stockwright.server.stock.PromiseState;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// In which warehouses this desk has promised something to which orders, so that a confirmation
/// need not look before it locks. Only a guess: what is read under the locks decides. The newest
/// are kept. Thread-safe.
final class KnownPromises {
  private static final int MOST = 20_000;

  private final Map<Reference, Set<WarehouseCode>> places =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Reference, Set<WarehouseCode>> eldest) {
          return size() > MOST;
        }
      };

  /// The warehouses that must be locked for it, if they are known.
  synchronized Optional<Set<WarehouseCode>> warehouses(Reference order) {
    return Optional.ofNullable(places.get(order));
  }

  /// Remembers what a transaction has promised, after its commit.
  synchronized void learn(LockedStock stock) {
    for (PromiseRow row : stock.promiseRows) {
      if (row.state == PromiseState.PLACED) {
        Set<WarehouseCode> warehouses = new LinkedHashSet<>();
        for (Promise.Line line : row.lines()) {
          warehouses.add(line.warehouse());
        }
        places.put(row.order, warehouses);
      } else if (row.changed) {
        places.remove(row.order);
      }
    }
  }
}
