package dev.stockwright.server.feed;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Writes events of one warehouse into the tables as the real desk does, without its rules:
/// receipts of one piece each, over all products in turn. One thread at a time.
public final class FakeDesk {
  private final Database database;
  private final WarehouseCode warehouse;
  private final int warehouseId;
  private final int dockId;
  private final List<Integer> productIds = new ArrayList<>();
  private final List<Sku> skus = new ArrayList<>();
  private final long[] onHand;
  private long n;

  /// Makes the warehouse and its products.
  public FakeDesk(Database database, String code, int products) {
    this.database = database;
    this.warehouse = new WarehouseCode(code);
    this.onHand = new long[products];
    try (Connection connection = database.commandConnection();
        Statement sql = connection.createStatement()) {
      warehouseId =
          one(
              sql,
              "INSERT INTO warehouse (code, name, receiving_location) VALUES ('"
                  + code
                  + "', 'x', 'DOCK') RETURNING id");
      sql.execute("INSERT INTO warehouse_counter (warehouse_id) VALUES (" + warehouseId + ")");
      dockId =
          one(
              sql,
              "INSERT INTO location (warehouse_id, code, kind) VALUES ("
                  + warehouseId
                  + ", 'DOCK', 'dock') RETURNING id");
      sql.execute(
          "INSERT INTO product (sku, name) SELECT 'SKU-' || lpad(i::text, 6, '0'), 'x'"
              + " FROM generate_series(1, "
              + products
              + ") i ON CONFLICT DO NOTHING");
      try (ResultSet rows =
          sql.executeQuery(
              "SELECT id, sku FROM product WHERE sku LIKE 'SKU-%' ORDER BY sku LIMIT "
                  + products)) {
        while (rows.next()) {
          productIds.add(rows.getInt(1));
          skus.add(new Sku(rows.getString(2)));
        }
      }
      sql.execute(
          "INSERT INTO stock_level (warehouse_id, product_id) SELECT "
              + warehouseId
              + ", id FROM product WHERE sku LIKE 'SKU-%' ORDER BY sku LIMIT "
              + products);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("making " + code, e);
    }
  }

  public WarehouseCode warehouse() {
    return warehouse;
  }

  public long last() {
    return n;
  }

  /// Commits `count` receipts in one transaction and gives back their events.
  public List<Event> receive(int count) {
    List<Event> events = new ArrayList<>(count);
    Long[] numbers = new Long[count];
    Integer[] products = new Integer[count];
    Long[] before = new Long[count];
    UUID[] ids = new UUID[count];
    Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
    for (int i = 0; i < count; i++) {
      n++;
      int product = (int) (n % skus.size());
      numbers[i] = n;
      products[i] = productIds.get(product);
      before[i] = onHand[product];
      onHand[product]++;
      ids[i] = new UUID(0x7000L | (long) warehouseId << 32, n);
      events.add(moved(at, ids[i], skus.get(product), before[i]));
    }
    try (Connection connection = database.commandConnection()) {
      insert(connection, at, numbers, products, before, ids);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("receiving in " + warehouse, e);
    }
    return events;
  }

  private Event moved(Instant at, UUID id, Sku sku, long before) {
    return new Event.StockMoved(
        n,
        at,
        new CommandId(id),
        sku,
        new LocationCode("SUPPLIER"),
        new LocationCode("DOCK"),
        1,
        Optional.empty(),
        Optional.empty(),
        Condition.AVAILABLE,
        new ReasonCode("receipt"),
        Optional.empty(),
        new Operator("ana"),
        new DeviceId("DESK-1"),
        Optional.empty(),
        Optional.empty(),
        before,
        before + 1,
        0,
        new Level(sku, warehouse, before + 1, 0, 0, before + 1, at, n));
  }

  private void insert(
      Connection connection,
      Instant at,
      Long[] numbers,
      Integer[] products,
      Long[] before,
      UUID[] ids)
      throws SQLException {
    String given =
        " FROM unnest(?::bigint[], ?::integer[], ?::bigint[], ?::uuid[])"
            + " AS t(n, product_id, before, id)";
    OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
    try (PreparedStatement sql =
        connection.prepareStatement(
            "WITH t AS (SELECT n, product_id, before, id"
                + given
                + "), moved AS (INSERT INTO movement (warehouse_id, n, product_id,"
                + " from_location_id, to_location_id, quantity, level_before, level_after,"
                + " reserved_after, blocked_after, recorded_at, command_id, lot, handling_unit,"
                + " condition, owner, reason, author, device, hash) SELECT ?, n, product_id, 1, ?,"
                + " 1, before, before + 1, 0, 0, ?, id, '', '', 'available', '', 'receipt', 'ana',"
                + " 'DESK-1', '' FROM t), level AS (UPDATE stock_level s SET on_hand = u.after,"
                + " supplier = -u.after, n = u.n, updated_at = ? FROM (SELECT product_id,"
                + " max(before) + 1 AS after, max(n) AS n FROM t GROUP BY product_id) u WHERE"
                + " s.warehouse_id = ? AND s.product_id = u.product_id) UPDATE warehouse_counter"
                + " SET last_n = ?, last_at = ? WHERE warehouse_id = ?")) {
      sql.setArray(1, connection.createArrayOf("bigint", numbers));
      sql.setArray(2, connection.createArrayOf("integer", products));
      sql.setArray(3, connection.createArrayOf("bigint", before));
      sql.setArray(4, connection.createArrayOf("uuid", ids));
      sql.setInt(5, warehouseId);
      sql.setInt(6, dockId);
      sql.setObject(7, time);
      sql.setObject(8, time);
      sql.setInt(9, warehouseId);
      sql.setLong(10, n);
      sql.setObject(11, time);
      sql.setInt(12, warehouseId);
      sql.execute();
    }
  }

  /// Commits something that is no movement and gives back its event.
  public Event reserve(String order) {
    n++;
    Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Sku sku = skus.getFirst();
    UUID id = new UUID(0x7000L | (long) warehouseId << 32, n);
    Event event =
        new Event.ReservationPlaced(
            n,
            at,
            new CommandId(id),
            new Reference(order),
            at.plusSeconds(900),
            List.of(new Level(sku, warehouse, onHand[0], 0, 0, onHand[0], at, n)));
    try (Connection connection = database.commandConnection();
        PreparedStatement sql =
            connection.prepareStatement(
                "WITH h AS (INSERT INTO happening (warehouse_id, n, kind, recorded_at, command_id,"
                    + " body, hash) VALUES (?, ?, 'reservation_placed', ?, ?, ?, '')) UPDATE"
                    + " warehouse_counter SET last_n = ? WHERE warehouse_id = ?")) {
      sql.setInt(1, warehouseId);
      sql.setLong(2, n);
      sql.setObject(3, at.atOffset(ZoneOffset.UTC));
      sql.setObject(4, id);
      sql.setString(5, Wire.EVENT.text(event));
      sql.setLong(6, n);
      sql.setInt(7, warehouseId);
      sql.execute();
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("reserving in " + warehouse, e);
    }
    return event;
  }

  /// Gives out `count` numbers without writing their rows, as a broken program would.
  public void loseNumbers(int count) {
    n += count;
    change("UPDATE warehouse_counter SET last_n = " + n + " WHERE warehouse_id = " + warehouseId);
  }

  /// As a restored backup does.
  public void nextEpoch() {
    change("UPDATE warehouse_counter SET epoch = epoch + 1 WHERE warehouse_id = " + warehouseId);
  }

  private void change(String update) {
    try (Connection connection = database.commandConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(update);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(update, e);
    }
  }

  private static int one(Statement sql, String query) throws SQLException {
    try (ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
