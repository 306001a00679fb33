package dev.stockwright.server.ledger;

import dev.stockwright.db.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Folds the whole ledger again and compares: numbers without a gap, the hash chain, every level
/// before and after, balances, levels, promises, counters, and that what rows name is there. Reads
/// one consistent moment; work goes on meanwhile.
public final class LedgerVerifier {
  private static final int FINDINGS_MAX = 100;

  /// Both kinds of numbered rows, in order.
  private static final String ROWS =
      """
      SELECT m.n, 'stock_moved', m.product_id, m.from_location_id, m.to_location_id, m.quantity,
             m.level_before, m.level_after, m.reserved_after, m.blocked_after,
             coalesce(m.reverses_n, 0), m.recorded_at, m.occurred_at, m.command_id::text, m.lot,
             m.handling_unit, m.condition, m.owner, m.reason, m.reference, m.author, m.device,
             m.scan, m.hash, NULL::text, m.unit_cost, m.value_after
        FROM movement m WHERE m.warehouse_id = ?
      UNION ALL
      SELECT h.n, h.kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, h.recorded_at, NULL, h.command_id::text, '', '',
             '', '', '', NULL, '', '', NULL, h.hash, h.body, NULL, NULL
        FROM happening h WHERE h.warehouse_id = ?
       ORDER BY 1""";

  private final Database database;

  public LedgerVerifier(Database database) {
    this.database = database;
  }

  /// What was looked at and what was found.
  public record Report(long events, List<Finding> findings) {
    public boolean clean() {
      return findings.isEmpty();
    }
  }

  /// Verifies every warehouse.
  public Report verify() {
    try (Connection connection = database.readConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      try (var statement = connection.createStatement()) {
        statement.execute("SET LOCAL statement_timeout = 0");
      }
      List<Finding> findings = new ArrayList<>();
      long events = 0;
      for (Counter counter : counters(connection)) {
        events += verify(connection, counter, findings);
      }
      Strays.find(connection, findings);
      connection.rollback();
      return new Report(events, List.copyOf(findings));
    } catch (SQLException e) {
      throw new IllegalStateException("the ledger cannot be read: " + e.getMessage(), e);
    }
  }

  private record Counter(int warehouseId, String code, long lastN, byte[] lastHash) {}

  private static List<Counter> counters(Connection connection) throws SQLException {
    String sql =
        "SELECT c.warehouse_id, w.code, c.last_n, c.last_hash FROM warehouse_counter c"
            + " JOIN warehouse w ON w.id = c.warehouse_id ORDER BY 1";
    List<Counter> all = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        all.add(new Counter(rows.getInt(1), rows.getString(2), rows.getLong(3), rows.getBytes(4)));
      }
    }
    return all;
  }

  private static long verify(Connection connection, Counter counter, List<Finding> findings)
      throws SQLException {
    Fold fold = new Fold(counter.code());
    Chain chain = new Chain(new byte[32]);
    long expected = 0;
    boolean chainBroken = false;
    try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
      statement.setFetchSize(5_000);
      statement.setInt(1, counter.warehouseId());
      statement.setInt(2, counter.warehouseId());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next() && findings.size() < FINDINGS_MAX) {
          long n = rows.getLong(1);
          if (n != ++expected) {
            findings.add(new Finding("gap", counter.code(), n, "after " + (expected - 1)));
            expected = n;
          }
          boolean moved = rows.getString(2).equals("stock_moved");
          byte[] hash = moved ? movementHash(rows, n, chain) : happeningHash(rows, n, chain);
          if (!chainBroken && !Arrays.equals(hash, rows.getBytes(24))) {
            chainBroken = true; // every later hash differs because of this one
            findings.add(new Finding("hash", counter.code(), n, "the row was changed"));
          }
          if (moved) {
            fold.movement(rows, n, findings);
          }
        }
      }
    }
    if (expected != counter.lastN()) {
      findings.add(
          new Finding("counter", counter.code(), expected, "counter says " + counter.lastN()));
    }
    if (!chainBroken && !Arrays.equals(chain.last(), counter.lastHash())) {
      findings.add(
          new Finding(
              "hash", counter.code(), expected, "the last rows are missing or were changed"));
    }
    fold.compare(connection, counter.warehouseId(), findings);
    return expected;
  }

  private static byte[] movementHash(ResultSet rows, long n, Chain chain) throws SQLException {
    String reference = rows.getString(20);
    String scan = rows.getString(23);
    chain
        .with(n)
        .with(rows.getInt(3))
        .with(rows.getInt(4))
        .with(rows.getInt(5))
        .with(rows.getLong(6))
        .with(rows.getLong(7))
        .with(rows.getLong(8))
        .with(rows.getLong(9))
        .with(rows.getLong(10))
        .with(rows.getLong(11))
        .with(Rows.micros(Rows.instant(rows, 12)))
        .with(Rows.optionalInstant(rows, 13).map(at -> String.valueOf(Rows.micros(at))).orElse("-"))
        .with(rows.getString(14))
        .with(rows.getString(15))
        .with(rows.getString(16))
        .with(rows.getString(17))
        .with(rows.getString(18))
        .with(rows.getString(19))
        .with(reference == null ? "-" : reference)
        .with(rows.getString(21))
        .with(rows.getString(22))
        .with(scan == null ? "-" : scan);
    long cost = rows.getLong(26);
    return rows.wasNull() ? chain.next() : chain.costed(cost, rows.getLong(27)).next();
  }

  private static byte[] happeningHash(ResultSet rows, long n, Chain chain) throws SQLException {
    return chain.with(n).with(rows.getString(2)).with(rows.getString(25)).next();
  }
}
