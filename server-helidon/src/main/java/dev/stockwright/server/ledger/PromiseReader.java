package dev.stockwright.server.ledger;

import dev.stockwright.server.stock.Promise;
import dev.stockwright.vocabulary.Reference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads reservations twice: first without a lock, to learn which levels must be locked; then under
/// those locks, when nothing of them can change any more.
final class PromiseReader {
  /// Lapsed promises that one sweep takes along.
  private static final int SWEEP_MAX = 200;

  private final Connection connection;

  PromiseReader(Connection connection) {
    this.connection = connection;
  }

  /// The newest promises of the orders that commands name; the shelves of their lines join `needs`
  /// as ones that are taken from, because a late confirmation takes again.
  Set<Long> named(Needs needs) throws SQLException {
    Set<Long> ids = newest(needs).keySet();
    join(needs, ids, true);
    return ids;
  }

  /// The lapsed promises on `taken`, or anywhere in a sweep; the shelves of their lines join
  /// `needs`.
  Set<Long> lapsed(Needs needs, List<Shelf> taken, Instant now, boolean sweep) throws SQLException {
    if (taken.isEmpty() && !sweep) {
      return Set.of();
    }
    Set<Long> ids = lapsed(taken, now, sweep);
    join(needs, ids, false);
    return ids;
  }

  private void join(Needs needs, Set<Long> ids, boolean takes) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    for (List<Promise.Line> lines : lines(ids).values()) {
      for (Promise.Line line : lines) {
        needs.shelf(line.warehouse(), line.sku(), false, takes);
      }
    }
  }

  /// Reads the promises again under the locks.
  ///
  /// @throws StockMovedOn when an order was promised anew in between
  void readLocked(Needs needs, Set<Long> before, LockedStock stock) throws SQLException {
    Map<Long, Reference> newest = newest(needs);
    if (!before.containsAll(newest.keySet())) {
      throw new StockMovedOn("a reservation was placed meanwhile");
    }
    Map<Long, List<Promise.Line>> lines = lines(before);
    String sql =
        "SELECT id, order_code, placed_at, state, expires_at FROM reservation"
            + " WHERE id = ANY(?) ORDER BY id";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Rows.longs(statement, 1, Rows.longs(before, Long::longValue));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          long id = rows.getLong(1);
          PromiseRow row =
              new PromiseRow(
                  id,
                  new Reference(rows.getString(2)),
                  lines.getOrDefault(id, List.of()),
                  Rows.instant(rows, 3),
                  LedgerReader.state(rows, 4),
                  Rows.optionalInstant(rows, 5));
          stock.promiseRows.add(row);
          if (newest.containsKey(id)) {
            stock.promises.put(row.order, row);
          }
        }
      }
    }
  }

  private Map<Long, Reference> newest(Needs needs) throws SQLException {
    Map<Long, Reference> found = new HashMap<>();
    if (needs.promises.isEmpty()) {
      return found;
    }
    String sql =
        "SELECT DISTINCT ON (order_code) id, order_code FROM reservation"
            + " WHERE order_code = ANY(?) ORDER BY order_code, id DESC";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Rows.texts(statement, 1, Rows.texts(needs.promises, Reference::code));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getLong(1), new Reference(rows.getString(2)));
        }
      }
    }
    return found;
  }

  private Set<Long> lapsed(List<Shelf> taken, Instant now, boolean sweep) throws SQLException {
    String sql =
        """
        SELECT l.reservation_id
          FROM reservation_line l
         WHERE l.open AND l.expires_at <= timestamptz 'epoch' + ? * interval '1 microsecond'
           AND (? OR EXISTS (SELECT 1 FROM unnest(?::int[], ?::int[]) AS k(w, p)
                              WHERE k.w = l.warehouse_id AND k.p = l.product_id))
         ORDER BY l.expires_at
         LIMIT\s"""
            + SWEEP_MAX;
    Set<Long> ids = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, Rows.micros(now));
      statement.setBoolean(2, sweep);
      Rows.ints(statement, 3, Rows.ints(taken, shelf -> shelf.warehouseId));
      Rows.ints(statement, 4, Rows.ints(taken, shelf -> shelf.productId));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getLong(1));
        }
      }
    }
    return ids;
  }

  private Map<Long, List<Promise.Line>> lines(Set<Long> ids) throws SQLException {
    String sql =
        """
        SELECT l.reservation_id, w.code, p.sku, l.quantity
          FROM reservation_line l
          JOIN warehouse w ON w.id = l.warehouse_id
          JOIN product p ON p.id = l.product_id
         WHERE l.reservation_id = ANY(?)
         ORDER BY l.reservation_id, l.warehouse_id, l.product_id""";
    Map<Long, List<Promise.Line>> found = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Rows.longs(statement, 1, Rows.longs(ids, Long::longValue));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found
              .computeIfAbsent(rows.getLong(1), any -> new ArrayList<>())
              .add(LedgerReader.line(rows, 2));
        }
      }
    }
    return found;
  }
}
