package dev.stockwright.desktop;

import dev.stockwright.client.replica.ReplicaChange;
import dev.stockwright.desktop.stock.StockRow;
import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Changes that were told and not brought to the screen yet. Guarded by itself.
final class StockChanges {
  /// Movements of which the newest are shown.
  static final int HEARD_MAX = 500;

  private boolean all;
  private final Set<StockRow.Key> products = new HashSet<>();
  private final List<Event.StockMoved> moved = new ArrayList<>();

  /// What has changed since it was asked last.
  ///
  /// @param all everything may have
  record Changes(boolean all, Set<StockRow.Key> products, List<Event.StockMoved> moved) {}

  synchronized void add(WarehouseCode where, ReplicaChange change) {
    all |= change.all();
    change.skus().forEach(sku -> products.add(new StockRow.Key(where, sku)));
    for (Event event : change.events()) {
      if (event instanceof Event.StockMoved movement) {
        moved.add(movement);
      }
    }
    if (moved.size() > HEARD_MAX) {
      moved.subList(0, moved.size() - HEARD_MAX).clear();
    }
  }

  synchronized Changes take() {
    Changes changes = new Changes(all, Set.copyOf(products), List.copyOf(moved));
    all = false;
    products.clear();
    moved.clear();
    return changes;
  }
}
