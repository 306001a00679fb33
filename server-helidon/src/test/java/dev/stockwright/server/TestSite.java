package dev.stockwright.server;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The rows of the small site: as the desk would have written them.
final class TestSite {
  /// ana received 60 in NORTH with it.
  static final UUID RECEIVED = UUID.fromString("0192c8f4-7a1e-7cc3-98c4-000000000001");

  private static final String ROWS =
      """
      INSERT INTO warehouse (code, name, receiving_location) VALUES
        ('NORTH', 'Northgate', 'DOCK-N'), ('SOUTH', 'Southgate', 'DOCK-S');
      INSERT INTO warehouse_counter (warehouse_id, last_n, last_at)
        SELECT id, CASE code WHEN 'NORTH' THEN 4 ELSE 1 END, '2026-11-19T12:00:00Z' FROM warehouse;
      INSERT INTO location (warehouse_id, code, zone, kind)
        SELECT id, l.code, l.zone, l.kind FROM warehouse,
          (VALUES ('DOCK-1', 'IN', 'dock'), ('A-01', 'A', 'bin'), ('A-02', 'A', 'bin'))
          AS l (code, zone, kind);
      INSERT INTO product (sku, name) VALUES
        ('HM-0500', 'Hammer 500 g'), ('NL-0100', 'Nails 100 mm'), ('SW-9999', 'Never here'),
        ('PC_T-1', 'Odd name');
      INSERT INTO barcode (code, product_id, pack, units)
        SELECT b.code, p.id, b.pack, b.units FROM product p JOIN
          (VALUES ('04012345000016', 'HM-0500', 'each', 1), ('14012345000013', 'HM-0500', 'case', 12),
                  ('SUPP-77', 'NL-0100', 'each', 1)) AS b (code, sku, pack, units) ON b.sku = p.sku;
      INSERT INTO stock_level
        (warehouse_id, product_id, on_hand, reserved, blocked, n, updated_at, low_at, supplier)
        SELECT w.id, p.id, l.on_hand, l.reserved, 0, l.n, '2026-11-19T11:00:00Z', l.low_at, -l.on_hand
          FROM (VALUES ('NORTH', 'HM-0500', 100, 10, 4, 20), ('NORTH', 'NL-0100', 5, 0, 2, 50),
                       ('SOUTH', 'HM-0500', 7, 0, 1, 0), ('NORTH', 'PC_T-1', 1, 0, 0, 9))
               AS l (warehouse, sku, on_hand, reserved, n, low_at)
          JOIN warehouse w ON w.code = l.warehouse JOIN product p ON p.sku = l.sku;
      INSERT INTO balance (warehouse_id, product_id, location_id, lot, on_hand)
        SELECT w.id, p.id, l.id, b.lot, b.on_hand
          FROM (VALUES ('NORTH', 'HM-0500', 'A-01', '', 40), ('NORTH', 'HM-0500', 'A-02', 'L1', 60))
               AS b (warehouse, sku, location, lot, on_hand)
          JOIN warehouse w ON w.code = b.warehouse JOIN product p ON p.sku = b.sku
          JOIN location l ON l.warehouse_id = w.id AND l.code = b.location;
      INSERT INTO movement (warehouse_id, n, product_id, from_location_id, to_location_id, quantity,
          level_before, level_after, reserved_after, blocked_after, recorded_at, command_id, lot,
          handling_unit, condition, owner, reason, reference, author, device, hash)
        SELECT w.id, m.n, p.id, 1, l.id, m.quantity, m.before, m.before + m.quantity, 0, 0,
            m.at::timestamptz, m.command::uuid, '', '', 'available', '', 'receipt', m.reference,
            m.author, 'DESK-1', ''
          FROM (VALUES
            ('NORTH', 1, 'HM-0500', 40, 0, '2026-11-19T08:00:00Z',
              '0192c8f4-7a1e-7cc3-98c4-000000000009', NULL, 'sam'),
            ('NORTH', 2, 'NL-0100', 5, 0, '2026-11-19T09:00:00Z',
              '0192c8f4-7a1e-7cc3-98c4-000000000008', 'PO-1', 'sam'),
            ('NORTH', 3, 'HM-0500', 60, 40, '2026-11-19T10:00:00Z',
              '0192c8f4-7a1e-7cc3-98c4-000000000001', NULL, 'ana'),
            ('SOUTH', 1, 'HM-0500', 7, 0, '2026-11-19T09:30:00Z',
              '0192c8f4-7a1e-7cc3-98c4-000000000007', NULL, 'wim'))
            AS m (warehouse, n, sku, quantity, before, at, command, reference, author)
          JOIN warehouse w ON w.code = m.warehouse JOIN product p ON p.sku = m.sku
          JOIN location l ON l.warehouse_id = w.id AND l.code = 'DOCK-1';
      INSERT INTO purchase_order (number, warehouse_id, supplier, expected_on)
        SELECT 'PO-' || code, id, 'Acme', '2026-12-01' FROM warehouse;
      INSERT INTO purchase_order_line (purchase_order_id, line, product_id, ordered)
        SELECT o.id, 1, p.id, 24 FROM purchase_order o, product p WHERE p.sku = 'HM-0500';
      INSERT INTO reservation (order_code, state, placed_at) VALUES ('SO-N', 'committed', now()),
        ('SO-S', 'committed', now());
      INSERT INTO reservation_line (reservation_id, warehouse_id, product_id, quantity, open)
        SELECT r.id, w.id, p.id, 10, true FROM reservation r
          JOIN warehouse w ON left(w.code, 1) = right(r.order_code, 1)
          JOIN product p ON p.sku = 'HM-0500' AND w.code = 'NORTH'
               OR p.sku = 'HM-0500' AND w.code = 'SOUTH';
      """;

  private TestSite() {}

  static void fill(Database database) {
    WarehouseCode north = new WarehouseCode("NORTH");
    Sku sku = new Sku("HM-0500");
    CommandId promised = CommandId.of("0192c8f4-7a1e-7cc3-98c4-000000000005");
    Event placed =
        new Event.ReservationPlaced(
            4,
            Instant.parse("2026-11-19T11:00:00Z"),
            promised,
            new Reference("SO-N"),
            Instant.parse("2026-11-19T11:15:00Z"),
            List.of(
                new Level(sku, north, 100, 10, 0, 90, Instant.parse("2026-11-19T11:00:00Z"), 4)));
    Answer answer =
        new Answer.Accepted(
            new CommandId(RECEIVED), List.of(new Answer.Change(north, sku, 40, 100, 3, 3)));
    database
        .changing()
        .transaction(
            tx -> {
              tx.dsl().execute(ROWS);
              tx.dsl()
                  .execute(
                      "INSERT INTO happening SELECT id, 4, 'reservation_placed', ?::timestamptz,"
                          + " ?::uuid, ?, '' FROM warehouse WHERE code = 'NORTH'",
                      "2026-11-19T11:00:00Z",
                      promised.uuid(),
                      Wire.EVENT.text(placed));
              tx.dsl()
                  .execute(
                      "INSERT INTO command VALUES (?, 'DESK-1', 1, '', now(), ?)",
                      RECEIVED,
                      Wire.ANSWER.text(answer));
            });
  }
}
