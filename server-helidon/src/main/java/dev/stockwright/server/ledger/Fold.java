package dev.stockwright.server.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the movements of one warehouse add up to, compared with what the tables say.
final class Fold {
  /// Locations below are virtual.
  private static final int REAL_FROM = 101;

  private final String warehouse;
  private final Map<Integer, long[]> levels = new HashMap<>(); // on hand, last n, value
  private final Map<String, long[]> piles = new HashMap<>(); // on hand, last n

  Fold(String warehouse) {
    this.warehouse = warehouse;
  }

  /// Adds the movement that `rows` stands on.
  void movement(ResultSet rows, long n, List<Finding> findings) throws SQLException {
    int product = rows.getInt(3);
    int from = rows.getInt(4);
    int to = rows.getInt(5);
    long quantity = rows.getLong(6);
    long[] level = levels.computeIfAbsent(product, any -> new long[3]);
    if (level[0] != rows.getLong(7)) {
      findings.add(
          new Finding(
              "level",
              warehouse,
              n,
              "product " + product + " was " + level[0] + ", the row says " + rows.getLong(7)));
    }
    String rest =
        key(rows.getString(15), rows.getString(16), rows.getString(17), rows.getString(18));
    if (from >= REAL_FROM) {
      level[0] -= quantity;
      pile(product, from, rest, -quantity, n, findings);
    }
    if (to >= REAL_FROM) {
      level[0] += quantity;
      pile(product, to, rest, quantity, n, findings);
    }
    level[1] = n;
    level[2] = rows.getLong(27); // 0 when nobody knows
    if (level[0] != rows.getLong(8)) {
      findings.add(
          new Finding(
              "level",
              warehouse,
              n,
              "product " + product + " is " + level[0] + ", the row says " + rows.getLong(8)));
      level[0] = rows.getLong(8); // so that the next finding is a new one
    }
  }

  private void pile(
      int product, int location, String rest, long change, long n, List<Finding> findings) {
    long[] pile = piles.computeIfAbsent(product + "|" + location + "|" + rest, any -> new long[2]);
    pile[0] += change;
    pile[1] = n;
    if (pile[0] < 0) {
      findings.add(
          new Finding(
              "balance",
              warehouse,
              n,
              "product " + product + " below zero in location " + location));
    }
  }

  private static String key(String lot, String handlingUnit, String condition, String owner) {
    return lot + "\u001F" + handlingUnit + "\u001F" + condition + "\u001F" + owner;
  }

  /// Compares with balances, levels and promises as they stand.
  void compare(Connection connection, int warehouseId, List<Finding> findings) throws SQLException {
    compareBalances(connection, warehouseId, findings);
    compareLevels(connection, warehouseId, findings);
    levels.forEach(
        (product, level) -> {
          if (level[0] != 0) {
            findings.add(
                new Finding(
                    "level", warehouse, level[1], "product " + product + " has no level row"));
          }
        });
    piles.forEach(
        (key, pile) -> {
          if (pile[0] != 0) {
            findings.add(
                new Finding("balance", warehouse, pile[1], "no balance row for " + shown(key)));
          }
        });
  }

  private void compareBalances(Connection connection, int warehouseId, List<Finding> findings)
      throws SQLException {
    String sql =
        "SELECT product_id, location_id, lot, handling_unit, condition, owner, on_hand"
            + " FROM balance WHERE warehouse_id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(5_000);
      statement.setInt(1, warehouseId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String rest =
              key(rows.getString(3), rows.getString(4), rows.getString(5), rows.getString(6));
          String key = rows.getInt(1) + "|" + rows.getInt(2) + "|" + rest;
          long[] pile = piles.remove(key);
          long folded = pile == null ? 0 : pile[0];
          if (folded != rows.getLong(7)) {
            findings.add(
                new Finding(
                    "balance",
                    warehouse,
                    pile == null ? 0 : pile[1],
                    shown(key) + " is " + folded + ", the table says " + rows.getLong(7)));
          }
        }
      }
    }
  }

  private void compareLevels(Connection connection, int warehouseId, List<Finding> findings)
      throws SQLException {
    String sql =
        """
        SELECT l.product_id, l.on_hand, l.reserved, l.blocked,
               coalesce((SELECT sum(r.quantity) FROM reservation_line r
                          WHERE r.open AND r.warehouse_id = l.warehouse_id
                            AND r.product_id = l.product_id), 0),
               coalesce((SELECT sum(b.on_hand) FROM balance b
                          WHERE b.warehouse_id = l.warehouse_id AND b.product_id = l.product_id
                            AND b.condition <> 'available'), 0),
               l.value
          FROM stock_level l WHERE l.warehouse_id = ?""";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(5_000);
      statement.setInt(1, warehouseId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          long[] level = levels.remove(rows.getInt(1));
          long n = level == null ? 0 : level[1];
          String product = "product " + rows.getInt(1);
          differs(
              "level",
              n,
              product + " on hand",
              level == null ? 0 : level[0],
              rows.getLong(2),
              findings);
          differs("reserved", n, product + " reserved", rows.getLong(5), rows.getLong(3), findings);
          differs("blocked", n, product + " blocked", rows.getLong(6), rows.getLong(4), findings);
          long value = level == null ? 0 : level[2];
          differs("value", n, product + " value", value, rows.getLong(7), findings);
        }
      }
    }
  }

  private void differs(
      String what, long n, String of, long folded, long said, List<Finding> findings) {
    if (folded != said) {
      findings.add(
          new Finding(what, warehouse, n, of + " is " + folded + ", the table says " + said));
    }
  }

  private static String shown(String key) {
    return key.replace('\u001F', ' ').strip();
  }
}
