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
  void addMissing(Connection connection, List<Shelf> shelves, LockedStock stock)
      throws SQLException {
    List<Shelf> missing =
        shelves.stream().filter(shelf -> !known.contains(shelf.number())).toList();
    if (missing.isEmpty()) {
      return;
    }
    stock.added.addAll(missing);
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
    for (Shelf shelf : stock.added) {
      known.add(shelf.number());
    }
  }
}
