package dev.stockwright.server.ledger;

import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.stock.Promise;
import dev.stockwright.server.stock.PromiseState;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads reservations twice: first without a lock, to learn which levels must be locked; then under
/// those locks, when nothing of them can change any more.
final class PromiseReader {
  /// Lapsed promises that one sweep takes along.
  private static final int SWEEP_MAX = 200;

  private static final String COLUMNS =
      "SELECT r.id, r.order_code, r.placed_at, r.state, r.expires_at, w.code, l.product_id,"
          + " l.quantity";

  private static final String REST =
      """
       LEFT JOIN reservation_line l ON l.reservation_id = r.id
       LEFT JOIN warehouse w ON w.id = l.warehouse_id
      ORDER BY r.id, l.warehouse_id, l.product_id""";

  /// The newest promise of each order.
  private static final String NEWEST =
      COLUMNS
          + """

            FROM unnest(?::text[]) AS k(code)
           CROSS JOIN LATERAL (SELECT * FROM reservation WHERE order_code = k.code
                                ORDER BY id DESC LIMIT 1) r
          """
          + REST;

  private static final String THESE =
      COLUMNS + "\n FROM (SELECT * FROM reservation WHERE id = ANY(?)) r\n" + REST;

  /// Whether any promise has lapsed: there hardly ever is one, because they are tidied up.
  static final String ANY_LAPSED =
      "EXISTS (SELECT 1 FROM reservation WHERE state = 'placed'"
          + " AND expires_at <= statement_timestamp())";

  private static final String LAPSED =
      """
      SELECT r.id
        FROM reservation r
       WHERE r.state = 'placed'
         AND r.expires_at <= timestamptz 'epoch' + ? * interval '1 microsecond'
         AND (? OR EXISTS (SELECT 1 FROM reservation_line l
                             JOIN unnest(?::int[], ?::int[]) AS k(w, p)
                               ON k.w = l.warehouse_id AND k.p = l.product_id
                            WHERE l.reservation_id = r.id AND l.open))
       ORDER BY r.expires_at
       LIMIT\s"""
          + SWEEP_MAX;

  private final Connection connection;
  private final Catalogue catalogue;

  /// What was read last of the orders that commands name.
  private List<PromiseRow> newest = List.of();

  PromiseReader(Connection connection, Catalogue catalogue) {
    this.connection = connection;
    this.catalogue = catalogue;
  }

  /// Lets the newest promises of the orders that commands name be read with the sheaf.
  void readNewest(Needs needs, Sheaf sheaf) {
    newest = List.of();
    if (!needs.promises.isEmpty()) {
      String[] codes = Rows.texts(needs.promises, Reference::code);
      sheaf.ask(NEWEST, s -> s.texts(codes), rows -> newest = rows(rows));
    }
  }

  /// The shelves of the promises that were read join `needs` as ones that are taken from, because a
  /// late confirmation takes again.
  void join(Needs needs) {
    join(needs, newest, true);
  }

  /// The lapsed promises on `taken`, or anywhere in a sweep; the shelves of their lines join
  /// `needs`.
  Set<Long> lapsed(Needs needs, List<Shelf> taken, Instant now, boolean sweep) throws SQLException {
    if (taken.isEmpty() && !sweep) {
      return Set.of();
    }
    Set<Long> ids = lapsed(taken, now, sweep);
    return ids.isEmpty() ? ids : join(needs, these(ids), false);
  }

  private static Set<Long> join(Needs needs, List<PromiseRow> promises, boolean takes) {
    Set<Long> ids = new HashSet<>();
    for (PromiseRow promise : promises) {
      ids.add(promise.id);
      for (Promise.Line line : promise.lines()) {
        needs.shelf(line.warehouse(), line.sku(), false, takes);
      }
    }
    return ids;
  }

  /// Adds the promises to the stock, which were read again under the locks.
  ///
  /// @param lapsed those that were found to have lapsed
  void take(Set<Long> lapsed, LockedStock stock) throws SQLException {
    Set<Long> others = new HashSet<>(lapsed);
    for (PromiseRow row : newest) {
      others.remove(row.id);
      stock.promises.put(row.order, row);
    }
    stock.promiseRows.addAll(newest);
    if (!others.isEmpty()) {
      stock.promiseRows.addAll(these(others));
    }
  }

  private List<PromiseRow> these(Set<Long> ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(THESE)) {
      Rows.longs(statement, 1, Rows.longs(ids, Long::longValue));
      try (ResultSet rows = statement.executeQuery()) {
        return rows(rows);
      }
    }
  }

  private Set<Long> lapsed(List<Shelf> taken, Instant now, boolean sweep) throws SQLException {
    Set<Long> ids = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(LAPSED)) {
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

  /// What a promise's own row says.
  private record Head(
      long id, Reference order, Instant placedAt, PromiseState state, Optional<Instant> until) {
    PromiseRow with(List<Promise.Line> lines) {
      return new PromiseRow(id, order, lines, placedAt, state, until);
    }
  }

  private List<PromiseRow> rows(ResultSet rows) throws SQLException {
    List<PromiseRow> found = new ArrayList<>();
    List<Promise.Line> lines = new ArrayList<>();
    Optional<Head> head = Optional.empty();
    while (rows.next()) {
      long id = rows.getLong(1);
      if (head.filter(open -> open.id() == id).isEmpty()) {
        head.ifPresent(done -> found.add(done.with(lines)));
        lines.clear();
        head = Optional.of(head(rows));
      }
      int product = rows.getInt(7);
      if (product > 0) { // else it has no line
        Sku sku = catalogue.sku(connection, product);
        lines.add(new Promise.Line(new WarehouseCode(rows.getString(6)), sku, rows.getLong(8)));
      }
    }
    head.ifPresent(done -> found.add(done.with(lines)));
    return found;
  }

  private static Head head(ResultSet rows) throws SQLException {
    return new Head(
        rows.getLong(1),
        new Reference(rows.getString(2)),
        Rows.instant(rows, 3),
        PromiseState.of(rows.getString(4)),
        Rows.optionalInstant(rows, 5));
  }
}
