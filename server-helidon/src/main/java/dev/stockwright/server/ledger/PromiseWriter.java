package dev.stockwright.server.ledger;

import dev.stockwright.server.catalogue.Site;
import dev.stockwright.server.stock.Promise;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Writes reservations that were placed or changed. They are few beside movements, so one at a
/// time.
final class PromiseWriter {
  private final Connection connection;

  PromiseWriter(Connection connection) {
    this.connection = connection;
  }

  void write(LockedStock stock) throws SQLException {
    for (PromiseRow row : stock.promiseRows) {
      if (row.id == 0) {
        lines(insert(row), row, stock);
      } else if (row.changed) {
        update(row, stock);
      }
    }
  }

  private long insert(PromiseRow row) throws SQLException {
    String sql =
        "INSERT INTO reservation (order_code, state, placed_at, expires_at)"
            + " VALUES (?, ?, ?, ?) RETURNING id";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, row.order.code());
      statement.setString(2, row.state.code());
      statement.setObject(3, row.placedAt.atOffset(ZoneOffset.UTC));
      expiry(statement, 4, row);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private void lines(long id, PromiseRow row, LockedStock stock) throws SQLException {
    String sql =
        "INSERT INTO reservation_line (reservation_id, warehouse_id, product_id, quantity, open,"
            + " expires_at) VALUES (?, ?, ?, ?, ?, ?)";
    write(sql, id, row, stock);
  }

  private void write(String sql, long id, PromiseRow row, LockedStock stock) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Promise.Line line : row.lines()) {
        Site site = stock.catalogue.site(line.warehouse()).orElseThrow();
        statement.setLong(1, id);
        statement.setInt(2, site.id());
        statement.setInt(3, stock.catalogue.product(line.sku()).orElseThrow());
        statement.setLong(4, line.quantity());
        statement.setBoolean(5, row.state.holding());
        expiry(statement, 6, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void update(PromiseRow row, LockedStock stock) throws SQLException {
    Rows.execute(
        connection,
        "UPDATE reservation SET state = ?, expires_at = ? WHERE id = ?",
        s -> {
          s.setString(1, row.state.code());
          expiry(s, 2, row);
          s.setLong(3, row.id);
        });
    Rows.execute(
        connection,
        "UPDATE reservation_line SET open = ?, expires_at = ? WHERE reservation_id = ?",
        s -> {
          s.setBoolean(1, row.state.holding());
          expiry(s, 2, row);
          s.setLong(3, row.id);
        });
    if (row.resized) {
      resize(row, stock);
    }
  }

  private void resize(PromiseRow row, LockedStock stock) throws SQLException {
    String sql =
        "INSERT INTO reservation_line (reservation_id, warehouse_id, product_id, quantity, open,"
            + " expires_at) VALUES (?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (reservation_id, warehouse_id, product_id)"
            + " DO UPDATE SET quantity = EXCLUDED.quantity";
    write(sql, row.id, row, stock);
  }

  private static void expiry(PreparedStatement statement, int at, PromiseRow row)
      throws SQLException {
    if (row.expiresAt.isPresent()) {
      OffsetDateTime time = row.expiresAt.get().atOffset(ZoneOffset.UTC);
      statement.setObject(at, time);
    } else {
      statement.setNull(at, Types.TIMESTAMP_WITH_TIMEZONE);
    }
  }
}
