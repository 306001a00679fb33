package dev.stockwright.server.queries;

import dev.stockwright.db.Database;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.server.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// A house with a past, written by statements over whole sets inside PostgreSQL: products in
/// warehouses, two years of movements and promises. Products are as popular as goods are: a few
/// have a large part of the movements. The hashes are made up; everything else is as the desk would
/// have written it.
final class LargeSite implements AutoCloseable {
  private final TestDatabase own = TestDatabase.fresh();
  final Database database;
  final int products;
  final int warehouses;

  /// How much of it there is.
  ///
  /// @param movements in all warehouses
  record Size(int products, int warehouses, long movements) {}

  LargeSite(Size size) {
    database = Database.open(own.place());
    products = size.products();
    warehouses = size.warehouses();
    DatabasePlace place = own.place();
    try (Connection connection =
            DriverManager.getConnection(place.url(), place.user(), place.password());
        Statement statement = connection.createStatement()) {
      statement.execute("SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'");
      statement.execute("SET synchronous_commit = off");
      fill(statement, size);
      statement.execute("VACUUM ANALYZE");
      statement.execute("CHECKPOINT");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Changes the tables past the desk.
  void change(String sql) {
    database.changing().transaction(tx -> tx.dsl().execute(sql));
  }

  private static void fill(Statement statement, Size size) throws SQLException {
    statement.execute(
        """
        INSERT INTO warehouse (code, name, receiving_location)
        SELECT 'W' || i, 'Warehouse ' || i, 'DOCK' FROM generate_series(1, %d) i;
        INSERT INTO warehouse_counter (warehouse_id) SELECT id FROM warehouse;
        INSERT INTO location (warehouse_id, code, kind)
        SELECT w.id, 'DOCK', 'dock' FROM warehouse w ORDER BY w.id;
        INSERT INTO product (sku, name, unit_cost)
        SELECT 'S-' || lpad(i::text, 6, '0'),
               (ARRAY['Hammer', 'Screw', 'Paint', 'Cable', 'Glove', 'Drill', 'Valve', 'Bolt'])[i %% 8 + 1]
                 || ' ' || (ARRAY['steel', 'brass', 'oak', 'nylon', 'copper'])[i %% 5 + 1]
                 || ' ' || i || CASE WHEN i %% 997 = 0 THEN ' limited' ELSE '' END,
               100 + i %% 900
          FROM generate_series(1, %d) i;
        INSERT INTO barcode (code, product_id) SELECT lpad(id::text, 14, '0'), id FROM product;
        """
            .formatted(size.warehouses(), size.products()));
    long each = size.movements() / size.warehouses();
    for (int warehouse = 1; warehouse <= size.warehouses(); warehouse++) {
      movements(statement, size, warehouse, each);
    }
    statement.execute(
        """
        UPDATE warehouse_counter c SET last_n = m.n, last_at = m.at
          FROM (SELECT warehouse_id, max(n) AS n, max(recorded_at) AS at FROM (
                  SELECT warehouse_id, n, recorded_at FROM movement
                  UNION ALL SELECT warehouse_id, n, recorded_at FROM happening) x GROUP BY 1) m
         WHERE c.warehouse_id = m.warehouse_id;
        INSERT INTO stock_level (warehouse_id, product_id, on_hand, supplier, customer, n, value,
                                 updated_at)
        SELECT w.id, p.id, coalesce(m.level_after, 0), -coalesce(f.arrived, 0),
               coalesce(f.gone, 0), coalesce(m.n, 0), coalesce(m.value_after, 0),
               coalesce(m.recorded_at, 'epoch')
          FROM warehouse w CROSS JOIN product p
          LEFT JOIN (SELECT DISTINCT ON (warehouse_id, product_id) warehouse_id, product_id,
                            level_after, value_after, n, recorded_at
                       FROM movement ORDER BY warehouse_id, product_id, n DESC) m
            ON m.warehouse_id = w.id AND m.product_id = p.id
          LEFT JOIN (SELECT warehouse_id, product_id,
                            sum(quantity) FILTER (WHERE from_location_id = 1) AS arrived,
                            sum(quantity) FILTER (WHERE to_location_id = 2) AS gone
                       FROM movement GROUP BY 1, 2) f
            ON f.warehouse_id = w.id AND f.product_id = p.id;
        INSERT INTO balance (warehouse_id, product_id, location_id, on_hand)
        SELECT l.warehouse_id, l.product_id, d.id, l.on_hand
          FROM stock_level l JOIN location d ON d.warehouse_id = l.warehouse_id
         WHERE l.on_hand > 0;
        UPDATE stock_level l SET n = p.n
          FROM (SELECT warehouse_id, product_id, max(n) AS n FROM promised_level GROUP BY 1, 2) p
         WHERE l.warehouse_id = p.warehouse_id AND l.product_id = p.product_id AND p.n > l.n;
        UPDATE stock_level SET low_at = on_hand + 5 WHERE product_id %% 50 = 0;
        """
            .replace("%%", "%"));
  }

  /// Every second movement of a product is a receipt of one, every other ships it; every eighth
  /// number is a promise instead.
  private static void movements(Statement statement, Size size, int warehouse, long count)
      throws SQLException {
    statement.execute(
        """
        CREATE TEMP TABLE past AS
        SELECT i AS n, i %% 8 = 0 AS promise,
               1 + floor(%2$d * power(random(), 3))::int AS product,
               now() - interval '730 days' + i * (interval '729 days' / %3$d) AS at
          FROM generate_series(1::bigint, %3$d) i;
        INSERT INTO movement (warehouse_id, n, product_id, from_location_id, to_location_id,
                              quantity, level_before, level_after, reserved_after, blocked_after,
                              recorded_at, occurred_at, command_id, lot, handling_unit, condition,
                              owner, reason, reference, author, device, hash, unit_cost, value_after)
        SELECT %1$d, n, product, CASE WHEN turn %% 2 = 1 THEN 1 ELSE l.id END,
               CASE WHEN turn %% 2 = 1 THEN l.id ELSE 2 END, 1, (turn - 1) %% 2, turn %% 2, 0, 0, at,
               at - interval '1 second' * CASE WHEN n %% 1000 = 0 THEN 7200 ELSE 2 END,
               (lpad(to_hex(1770000000000 + n), 12, '0') || '7000'
                 || '8' || lpad(to_hex(%1$d::bigint * 1000000000 + n), 15, '0'))::uuid,
               CASE WHEN product %% 100 = 7 THEN 'L-' || n / 1000 ELSE '' END, '', 'available', '',
               CASE WHEN turn %% 2 = 1 THEN 'receipt' ELSE 'shipment' END,
               CASE WHEN turn %% 2 = 0 THEN 'SO-' || n END, 'ana', 'past', sha256(n::text::bytea),
               100 + product %% 900, (turn %% 2) * (100 + product %% 900)
          FROM (SELECT *, row_number() OVER (PARTITION BY product ORDER BY n) AS turn
                  FROM past WHERE NOT promise) m, location l WHERE l.warehouse_id = %1$d
         ORDER BY n;
        INSERT INTO happening (warehouse_id, n, kind, recorded_at, command_id, body, hash)
        SELECT %1$d, n, 'reservation_placed', at,
               (lpad(to_hex(1770000000000 + n), 12, '0') || '7000'
                 || '8' || lpad(to_hex(%1$d::bigint * 1000000000 + n), 15, '0'))::uuid,
               '{}', sha256(n::text::bytea)
          FROM past WHERE promise ORDER BY n;
        INSERT INTO promised_level (warehouse_id, product_id, n, reserved)
        SELECT %1$d, product, n, 0 FROM past WHERE promise ORDER BY n;
        DROP TABLE past"""
            .formatted(warehouse, size.products(), count));
  }

  @Override
  public void close() {
    database.close();
    own.close();
  }
}
