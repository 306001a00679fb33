package dev.stockwright.simulator.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// A ledger with a past: receipts of one piece, spread over all stock rows in turn, as the desk
/// would have written them, with their commands and levels. Only the hashes are made up, because a
/// chain can't be made by one statement.
final class OldLedger {
  private final Connection connection;
  private final Grid grid;

  OldLedger(Connection connection, Grid grid) {
    this.connection = connection;
    this.grid = grid;
  }

  /// Writes about `movements` movements, as many to each warehouse.
  void write(long movements) throws SQLException {
    long perWarehouse = movements / grid.warehouses();
    try (Statement statement = connection.createStatement()) {
      for (int warehouse = 1; warehouse <= grid.warehouses(); warehouse++) {
        statement.execute(rows(warehouse, perWarehouse));
      }
      statement.execute(
          """
          UPDATE warehouse_counter c SET last_n = m.n, last_at = now()
            FROM (SELECT warehouse_id, max(n) AS n FROM movement GROUP BY 1) m
           WHERE c.warehouse_id = m.warehouse_id""");
      statement.execute(
          """
          WITH m AS (SELECT warehouse_id, product_id, count(*) AS q, max(n) AS n
                       FROM movement GROUP BY 1, 2),
               b AS (UPDATE balance b SET on_hand = b.on_hand + m.q FROM m
                      WHERE b.warehouse_id = m.warehouse_id AND b.product_id = m.product_id)
          UPDATE stock_level l SET on_hand = l.on_hand + m.q, supplier = l.supplier - m.q, n = m.n
            FROM m WHERE l.warehouse_id = m.warehouse_id AND l.product_id = m.product_id""");
      statement.execute("VACUUM ANALYZE");
      statement.execute("CHECKPOINT");
    }
  }

  private String rows(int warehouse, long count) {
    return """
        WITH past AS (
          SELECT i AS n, 1 + ((i - 1) * 7919 %% %2$d)::int AS product,
                 %4$d + (i - 1) / %2$d AS before,
                 now() - interval '30 days' + i * interval '2 seconds' AS at,
                 (lpad(to_hex(1770000000000 + i), 12, '0') || '7000'
                  || '8' || lpad(to_hex(%1$d::bigint * 1000000000 + i), 15, '0'))::uuid AS id
            FROM generate_series(1::bigint, %3$d) i
        ), answered AS (
          INSERT INTO command (id, device, sequence, content_hash, recorded_at, warehouse_id, n)
          SELECT id, 'past', 0, decode(md5(n::text), 'hex'), at, %1$d, n FROM past
        )
        INSERT INTO movement (warehouse_id, n, product_id, from_location_id, to_location_id,
                              quantity, level_before, level_after, reserved_after, blocked_after,
                              recorded_at, command_id, lot, handling_unit, condition, owner, reason,
                              author, device, hash)
        SELECT %1$d, n, product, 1, l.id, 1, before, before + 1, 0, 0, at, past.id, '', '',
               'available', '', 'receipt', 'bench', 'past', sha256(n::text::bytea)
          FROM past, location l WHERE l.warehouse_id = %1$d AND l.kind = 'dock'
        """
        .formatted(warehouse, grid.products(), count, Grid.OPENING);
  }
}
