package dev.stockwright.client.replica;

import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The SQL of the table `work`.
final class WorkRows {
  /// A stored document.
  ///
  /// @param readAt when the server was asked for it
  record Stored(String number, String body, Instant readAt) {}

  private WorkRows() {}

  static void put(
      Connection connection,
      WarehouseCode warehouse,
      WorkKind kind,
      List<WorkItem> items,
      Reading reading)
      throws SQLException {
    String sql =
        "INSERT INTO work (warehouse, kind, number, place, body, mark, read_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (warehouse, kind, number) DO UPDATE SET"
            + " place = CASE WHEN excluded.place < 0 THEN place ELSE excluded.place END,"
            + " body = excluded.body, mark = excluded.mark, read_at = excluded.read_at";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      long place = reading.place();
      for (WorkItem item : items) {
        statement.setString(1, warehouse.code());
        statement.setString(2, kind.code());
        statement.setString(3, item.number());
        statement.setLong(4, place < 0 ? place : place++);
        statement.setString(5, item.body());
        statement.setLong(6, reading.mark());
        statement.setLong(7, reading.asked().toEpochMilli());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /// How documents were read.
  ///
  /// @param mark of the whole renewal; 0 for single ones
  /// @param place of the first one in the server's order; below 0 when it was asked for alone
  /// @param asked when the server was asked
  record Reading(long mark, long place, Instant asked) {}

  static void end(Connection connection, WarehouseCode warehouse, WorkKind kind, long mark)
      throws SQLException {
    String sql = "DELETE FROM work WHERE warehouse = ? AND kind = ? AND mark < ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, warehouse.code());
      statement.setString(2, kind.code());
      statement.setLong(3, mark);
      statement.executeUpdate();
    }
  }

  static void remove(
      Connection connection, WarehouseCode warehouse, WorkKind kind, List<String> numbers)
      throws SQLException {
    String sql = "DELETE FROM work WHERE warehouse = ? AND kind = ? AND number = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (String number : numbers) {
        statement.setString(1, warehouse.code());
        statement.setString(2, kind.code());
        statement.setString(3, number);
        statement.executeUpdate();
      }
    }
  }

  static boolean has(Connection connection, WarehouseCode warehouse, WorkKind kind, String number)
      throws SQLException {
    String sql = "SELECT 1 FROM work WHERE warehouse = ? AND kind = ? AND number = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, warehouse.code());
      statement.setString(2, kind.code());
      statement.setString(3, number);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  static List<Stored> all(Connection connection, WarehouseCode warehouse, WorkKind kind)
      throws SQLException {
    String sql =
        "SELECT number, body, read_at FROM work WHERE warehouse = ? AND kind = ?"
            + " ORDER BY place, number";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, warehouse.code());
      statement.setString(2, kind.code());
      List<Stored> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Stored(
                  rows.getString(1), rows.getString(2), Instant.ofEpochMilli(rows.getLong(3))));
        }
      }
      return found;
    }
  }
}
