package dev.stockwright.server.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which level rows are known to exist; rows are never deleted, so that what is known once stays
/// true.
/// Thread-safe.
public final class KnownLevels {
  private final Set<Long> known = ConcurrentHashMap.newKeySet();

  /// Makes the rows that may be missing, in lock order. They are known only after [#learn].
  void addMissing(Connection connection, List<Shelf> shelves) throws SQLException {
    List<Shelf> missing = shelves.stream().filter(shelf -> !known.contains(number(shelf))).toList();
    if (missing.isEmpty()) {
      return;
    }
    String sql =
        """
        INSERT INTO stock_level (warehouse_id, product_id)
        SELECT k.w, k.p FROM unnest(?::int[], ?::int[]) AS k(w, p)
         WHERE NOT EXISTS (
           SELECT 1 FROM stock_level l WHERE l.warehouse_id = k.w AND l.product_id = k.p)
         ORDER BY k.w, k.p
        ON CONFLICT DO NOTHING""";
    Rows.execute(
        connection,
        sql,
        s -> {
          Rows.ints(s, 1, Rows.ints(missing, shelf -> shelf.warehouseId));
          Rows.ints(s, 2, Rows.ints(missing, shelf -> shelf.productId));
        });
  }

  /// After the commit: these rows exist.
  public void learn(LockedStock stock) {
    stock.shelves.values().forEach(shelf -> known.add(number(shelf)));
  }

  private static long number(Shelf shelf) {
    return ((long) shelf.warehouseId << 32) | shelf.productId;
  }
}
