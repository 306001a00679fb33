package dev.stockwright.client.replica;

import dev.stockwright.protocol.Level;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The SQL of the tables `replica` and `level`. A snapshot is written as a new generation of rows
/// beside the one that is shown; making it the shown one is a change of a single row.
final class LevelRows {
  /// What is known of a warehouse.
  record Held(Position position, long generation, Instant asOf) {}

  private LevelRows() {}

  static Optional<Held> held(Connection connection, WarehouseCode warehouse) throws SQLException {
    String sql = "SELECT epoch, n, generation, as_of FROM replica WHERE warehouse = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, warehouse.code());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new Held(
                new Position(rows.getLong(1), rows.getLong(2)),
                rows.getLong(3),
                Instant.ofEpochMilli(rows.getLong(4))));
      }
    }
  }

  static void hold(Connection connection, WarehouseCode warehouse, Held held) throws SQLException {
    String sql =
        "INSERT INTO replica (warehouse, epoch, n, generation, as_of) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT (warehouse) DO UPDATE SET epoch = excluded.epoch, n = excluded.n,"
            + " generation = excluded.generation, as_of = excluded.as_of";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, warehouse.code());
      statement.setLong(2, held.position().epoch());
      statement.setLong(3, held.position().n());
      statement.setLong(4, held.generation());
      statement.setLong(5, held.asOf().toEpochMilli());
      statement.executeUpdate();
    }
  }

  /// A generation that no row has, in any warehouse.
  static long unusedGeneration(Connection connection) throws SQLException {
    String sql =
        "SELECT max(coalesce((SELECT max(generation) FROM level), 0),"
            + " coalesce((SELECT max(generation) FROM replica), 0)) + 1";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 1;
    }
  }

  static void put(Connection connection, long generation, List<Level> levels) throws SQLException {
    String sql =
        "INSERT INTO level (generation, sku, quantity, reserved, blocked, available,"
            + " last_updated, n) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (generation, sku) DO UPDATE SET quantity = excluded.quantity,"
            + " reserved = excluded.reserved, blocked = excluded.blocked,"
            + " available = excluded.available, last_updated = excluded.last_updated,"
            + " n = excluded.n";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Level level : levels) {
        statement.setLong(1, generation);
        statement.setString(2, level.sku().code());
        statement.setLong(3, level.quantity());
        statement.setLong(4, level.reserved());
        statement.setLong(5, level.blocked());
        statement.setLong(6, level.available());
        statement.setString(7, level.lastUpdated().toString());
        statement.setLong(8, level.n());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /// Removes at most `rows` rows of generations that are not shown and not being written; false
  /// when none was left. Small steps, so that a scan never waits long for the writer.
  static boolean clearAway(Connection connection, List<Long> written, int rows)
      throws SQLException {
    String sql =
        "DELETE FROM level WHERE (generation, sku) IN (SELECT generation, sku FROM level"
            + " WHERE generation NOT IN (SELECT generation FROM replica)"
            + " AND generation NOT IN ("
            + places(written.size())
            + ") LIMIT ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int at = 1;
      for (long generation : written) {
        statement.setLong(at++, generation);
      }
      statement.setInt(at, rows);
      return statement.executeUpdate() > 0;
    }
  }

  private static String places(int count) {
    return "?,".repeat(count).replaceFirst(",$", "");
  }

  static Optional<Level> level(Connection connection, WarehouseCode warehouse, Sku sku)
      throws SQLException {
    String sql =
        "SELECT l.sku, l.quantity, l.reserved, l.blocked, l.available, l.last_updated, l.n"
            + " FROM replica r JOIN level l ON l.generation = r.generation"
            + " WHERE r.warehouse = ? AND l.sku = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, warehouse.code());
      statement.setString(2, sku.code());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(level(rows, warehouse)) : Optional.empty();
      }
    }
  }

  private static String filtered(List<WarehouseCode> warehouses) {
    return " FROM replica r JOIN level l ON l.generation = r.generation"
        + " LEFT JOIN product p ON p.sku = l.sku WHERE r.warehouse IN ("
        + places(warehouses.size())
        + ") AND (? = '' OR instr(upper(l.sku), upper(?)) > 0"
        + " OR instr(upper(coalesce(p.name, '')), upper(?)) > 0"
        + " OR l.sku IN (SELECT b.sku FROM barcode b WHERE instr(b.code, ?) > 0))";
  }

  static int total(Connection connection, List<WarehouseCode> warehouses, StockQuery query)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT count(*)" + filtered(warehouses))) {
      filter(statement, warehouses, query);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getInt(1) : 0;
      }
    }
  }

  /// Some rows of the list, and how many it has.
  record Listed(List<Row> rows, int total) {}

  /// A row of the list: the level and the product's name.
  record Row(Level level, String name) {}

  static List<Row> page(Connection connection, List<WarehouseCode> warehouses, StockQuery query)
      throws SQLException {
    String sql =
        "SELECT l.sku, l.quantity, l.reserved, l.blocked, l.available, l.last_updated, l.n,"
            + " coalesce(p.name, l.sku) AS name, r.warehouse"
            + filtered(warehouses)
            + " ORDER BY "
            + query.sort().column()
            + (query.descending()
                ? " DESC, l.sku DESC, r.warehouse DESC"
                : " ASC, l.sku ASC, r.warehouse ASC")
            + " LIMIT ? OFFSET ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int next = filter(statement, warehouses, query);
      statement.setInt(next, query.limit());
      statement.setInt(next + 1, query.offset());
      List<Row> page = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          WarehouseCode warehouse = new WarehouseCode(rows.getString(9));
          page.add(new Row(level(rows, warehouse), rows.getString(8)));
        }
      }
      return page;
    }
  }

  /// Returns which parameter comes next.
  private static int filter(
      PreparedStatement statement, List<WarehouseCode> warehouses, StockQuery query)
      throws SQLException {
    int at = 1;
    for (WarehouseCode warehouse : warehouses) {
      statement.setString(at++, warehouse.code());
    }
    for (int i = 0; i < 4; i++) {
      statement.setString(at++, query.filter());
    }
    return at;
  }

  private static Level level(ResultSet rows, WarehouseCode warehouse) throws SQLException {
    return new Level(
        new Sku(rows.getString(1)),
        warehouse,
        rows.getLong(2),
        rows.getLong(3),
        rows.getLong(4),
        rows.getLong(5),
        Instant.parse(rows.getString(6)),
        rows.getLong(7));
  }
}
