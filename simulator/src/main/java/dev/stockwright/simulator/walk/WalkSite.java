package dev.stockwright.simulator.walk;

import dev.stockwright.db.Database;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.simulator.site.DatabaseRoom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// What is there before a walk begins: two warehouses and a shop with the same places, six
/// products, people, a supplier and a customer. No goods.
final class WalkSite {
  /// A file of products that somebody has brought in.
  static final String IMPORTED = "0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f";

  private static final String ROWS =
      """
      INSERT INTO warehouse (code, name, receiving_location, kind) VALUES
        ('W1', 'One', 'DOCK', 'warehouse'), ('W2', 'Two', 'DOCK', 'warehouse'),
        ('SHOP', 'Shop', 'DOCK', 'store');
      INSERT INTO warehouse_counter (warehouse_id) SELECT id FROM warehouse ORDER BY id;
      INSERT INTO zone (warehouse_id, code, name)
      SELECT w.id, z.code, z.code FROM warehouse w, (VALUES ('A'), ('B')) z(code);
      INSERT INTO location (warehouse_id, code, zone, kind, pick_sequence, x_mm)
      SELECT w.id, l.code, l.zone, l.kind, l.way, l.way * 100
        FROM warehouse w,
          (VALUES ('DOCK', '', 'dock', 0), ('STAGE', '', 'staging', 0), ('PACK-1', '', 'packing', 0),
                  ('CART-1', '', 'cart', 0), ('CART-2', '', 'cart', 0), ('A-01', 'A', 'bin', 10),
                  ('A-02', 'A', 'bin', 20), ('A-03', 'A', 'bin', 30), ('A-04', 'A', 'bin', 40),
                  ('B-01', 'B', 'bin', 50), ('B-02', 'B', 'bin', 60)) l(code, zone, kind, way)
       ORDER BY w.id, l.code;
      INSERT INTO product (sku, name, lot_tracked, expiry_tracked, serial_tracked, unit_cost)
      VALUES ('S-1', 'Hammer', false, false, false, 1250), ('S-2', 'Nails', false, false, false, 30),
             ('S-3', 'Screws', false, false, false, 20), ('S-4', 'Saw', false, false, false, 900),
             ('L-1', 'Glue', true, true, false, 400), ('P-1', 'Drill', false, false, true, 9900);
      INSERT INTO barcode (code, product_id, pack, units)
      SELECT 'BC-' || sku, id, 'each', 1 FROM product ORDER BY id;
      INSERT INTO supplier (code, name) VALUES ('ACME', 'Acme'), ('BOLT', 'Bolt');
      INSERT INTO customer (code, name) VALUES ('C-1', 'Customer');
      INSERT INTO operator (user_name, full_name, role) VALUES
        ('ana', 'Ana', 'supervisor'), ('ben', 'Ben', 'worker'), ('cleo', 'Cleo', 'counter'),
        ('dan', 'Dan', 'receiver'), ('eve', 'Eve', 'admin'), ('till', 'Till', 'integration');
      INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
      VALUES ('reconcile', 'recurring', now(), false, 1);
      INSERT INTO task (warehouse_id, number, kind, made_at)
      SELECT w.id, 'CHECK-' || i, 'check', now() FROM warehouse w, generate_series(1, 4) i;
      INSERT INTO import_file (id, sheet, columns, state, created, made_at, made_by)
      VALUES ('0192c8f4-7a1e-7cc3-98c4-dc0c0c07398f', 'products', '{sku,name}', 'applied', 3, now(),
              'eve');
      INSERT INTO alert_pending (warehouse_id) SELECT id FROM warehouse ON CONFLICT DO NOTHING;
      """;

  private WalkSite() {}

  /// A database called `name` to copy the walks' databases from.
  static void prepare(DatabaseRoom room, String name) throws SQLException {
    DatabasePlace place = room.fresh(name);
    Database.open(place).close();
    try (Connection connection = DatabaseRoom.connect(place);
        Statement statement = connection.createStatement()) {
      statement.execute(ROWS);
    }
  }
}
