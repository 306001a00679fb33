package dev.stockwright.client.replica;

import dev.stockwright.client.known.Balance;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The SQL of balances; generations as in [LevelRows].
final class BalanceRows {
  /// What is known of a warehouse.
  record Held(Position position, long generation, Instant asOf) {}

  private BalanceRows() {}

  static Optional<Held> held(Connection connection, WarehouseCode warehouse) throws SQLException {
    String sql = "SELECT epoch, n, generation, as_of FROM balance_replica WHERE warehouse = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, warehouse.code());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(
                new Held(
                    new Position(rows.getLong(1), rows.getLong(2)),
                    rows.getLong(3),
                    Instant.ofEpochMilli(rows.getLong(4))))
            : Optional.empty();
      }
    }
  }

  static void hold(Connection connection, WarehouseCode warehouse, Held held) throws SQLException {
    String sql =
        "INSERT OR REPLACE INTO balance_replica (warehouse, epoch, n, generation, as_of)"
            + " VALUES (?, ?, ?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, warehouse.code());
      statement.setLong(2, held.position().epoch());
      statement.setLong(3, held.position().n());
      statement.setLong(4, held.generation());
      statement.setLong(5, held.asOf().toEpochMilli());
      statement.executeUpdate();
    }
  }

  static void drop(Connection connection, WarehouseCode warehouse) throws SQLException {
    String sql = "DELETE FROM balance_replica WHERE warehouse = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, warehouse.code());
      statement.executeUpdate();
    }
  }

  /// A generation that no row has, in any warehouse.
  static long unusedGeneration(Connection connection) throws SQLException {
    String sql =
        "SELECT max(coalesce((SELECT max(generation) FROM balance), 0),"
            + " coalesce((SELECT max(generation) FROM balance_replica), 0)) + 1";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 1;
    }
  }

  static void put(Connection connection, long generation, List<Balance> balances)
      throws SQLException {
    String sql =
        "INSERT INTO balance (units, generation, sku, location, lot, handling_unit, condition,"
            + " owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    String expiry = "INSERT OR REPLACE INTO lot (sku, code, expires_on) VALUES (?, ?, ?)";
    try (PreparedStatement put = connection.prepareStatement(sql);
        PreparedStatement lot = connection.prepareStatement(expiry)) {
      for (Balance balance : balances) {
        BalanceKey key = BalanceKey.of(balance);
        put.setLong(1, balance.units());
        bind(put, generation, key);
        put.addBatch();
        if (balance.expiry().isPresent()) {
          lot.setString(1, key.sku());
          lot.setString(2, key.lot());
          lot.setString(3, balance.expiry().get().toString());
          lot.addBatch();
        }
      }
      put.executeBatch();
      lot.executeBatch();
    }
  }

  /// Binds a generation and a key from the second parameter on.
  private static void bind(PreparedStatement statement, long generation, BalanceKey key)
      throws SQLException {
    statement.setLong(2, generation);
    statement.setString(3, key.sku());
    statement.setString(4, key.location());
    statement.setString(5, key.lot());
    statement.setString(6, key.handlingUnit());
    statement.setString(7, key.condition());
    statement.setString(8, key.owner());
  }

  /// The units are bound first in every statement; here they are 0.
  private static final String WHERE_KEY =
      " WHERE ? = 0 AND generation = ? AND sku = ? AND location = ? AND lot = ?"
          + " AND handling_unit = ? AND condition = ? AND owner = ?";

  /// Adds what goods became; false when more would leave than is there, so that what is held is not
  /// what the server has. Then it is to be asked again, and nothing more is added.
  static boolean add(Connection connection, long generation, List<GoodsMove> moves)
      throws SQLException {
    for (GoodsMove move : moves) {
      long units = units(connection, generation, move.key()) + move.units();
      if (units < 0) {
        return false;
      }
      set(connection, generation, move.key(), units);
    }
    return true;
  }

  private static long units(Connection connection, long generation, BalanceKey key)
      throws SQLException {
    String sql = "SELECT units FROM balance" + WHERE_KEY;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, 0);
      bind(statement, generation, key);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  private static void set(Connection connection, long generation, BalanceKey key, long units)
      throws SQLException {
    String sql =
        units == 0
            ? "DELETE FROM balance" + WHERE_KEY
            : "INSERT OR REPLACE INTO balance (units, generation, sku, location, lot,"
                + " handling_unit, condition, owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, units);
      bind(statement, generation, key);
      statement.executeUpdate();
    }
  }

  /// As [LevelRows#clearAway].
  static boolean clearAway(Connection connection, long written, int rows) throws SQLException {
    String key = "generation, sku, location, lot, handling_unit, condition, owner";
    String sql =
        "DELETE FROM balance WHERE ("
            + key
            + ") IN (SELECT "
            + key
            + " FROM balance WHERE generation NOT IN (SELECT generation FROM balance_replica)"
            + " AND generation <> ? LIMIT ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, written);
      statement.setInt(2, rows);
      return statement.executeUpdate() > 0;
    }
  }

  /// @param where a condition on `b` with one `?` for `value`
  static List<Balance> find(
      Connection connection, WarehouseCode warehouse, String where, String value)
      throws SQLException {
    String sql =
        "SELECT b.sku, b.location, b.lot, b.handling_unit, b.condition, b.owner, b.units,"
            + " l.expires_on FROM balance_replica r JOIN balance b ON b.generation = r.generation"
            + " LEFT JOIN lot l ON l.sku = b.sku AND l.code = b.lot"
            + " WHERE r.warehouse = ? AND "
            + where
            + " ORDER BY b.location, b.sku, l.expires_on, b.lot, b.handling_unit, b.condition,"
            + " b.owner";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, warehouse.code());
      statement.setString(2, value);
      List<Balance> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(balance(rows));
        }
      }
      return found;
    }
  }

  private static Balance balance(ResultSet rows) throws SQLException {
    return new Balance(
        new Sku(rows.getString(1)),
        new LocationCode(rows.getString(2)),
        Optional.of(rows.getString(3)).filter(lot -> !lot.isEmpty()).map(LotCode::new),
        Optional.of(rows.getString(4)).filter(unit -> !unit.isEmpty()).map(HandlingUnit::new),
        Condition.of(rows.getString(5)),
        rows.getString(6),
        rows.getLong(7),
        Optional.ofNullable(rows.getString(8)).map(LocalDate::parse));
  }
}
