package dev.stockwright.server.ledger;

import dev.stockwright.server.stock.Promise;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes reservations that were placed or changed, all of a transaction's together: what has
/// changed first, because an order may be promised anew in the place of a promise that has lapsed.
final class PromiseWriter {
  private static final String UPDATE =
      """
      UPDATE reservation r SET state = k.state, expires_at = k.expires_at
        FROM unnest(?::bigint[], ?::text[], ?::timestamptz[]) AS k(id, state, expires_at)
       WHERE r.id = k.id""";

  private static final String UPDATE_LINES =
      """
      UPDATE reservation_line l SET open = k.open, expires_at = k.expires_at
        FROM unnest(?::bigint[], ?::boolean[], ?::timestamptz[]) AS k(id, open, expires_at)
       WHERE l.reservation_id = k.id""";

  /// In the order of the arrays, so that a later promise has a greater id.
  private static final String INSERT =
      """
      INSERT INTO reservation (order_code, state, placed_at, expires_at, placed_by, placed_on)
      SELECT k.order_code, k.state, ?, k.expires_at, k.placed_by, k.placed_on
        FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[]) WITH ORDINALITY
          AS k(order_code, state, expires_at, placed_by, placed_on, i)
       ORDER BY k.i
      RETURNING id, order_code""";

  private static final String LINES =
      """
      INSERT INTO reservation_line (reservation_id, warehouse_id, product_id, quantity, open,
                                    expires_at)
      SELECT * FROM unnest(?::bigint[], ?::int[], ?::int[], ?::bigint[], ?::boolean[],
                           ?::timestamptz[])
      ON CONFLICT (reservation_id, warehouse_id, product_id)
      DO UPDATE SET quantity = EXCLUDED.quantity""";

  private final Connection connection;

  PromiseWriter(Connection connection) {
    this.connection = connection;
  }

  void write(LockedStock stock) throws SQLException {
    List<PromiseRow> changed =
        stock.promiseRows.stream().filter(row -> row.id != 0 && row.changed).toList();
    update(changed);
    Map<PromiseRow, Long> ids = new HashMap<>();
    changed.stream().filter(row -> row.resized).forEach(row -> ids.put(row, row.id));
    ids.putAll(insert(stock));
    lines(ids, stock);
  }

  private void update(List<PromiseRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    long[] ids = Rows.longs(rows, row -> row.id);
    @Nullable Object[] ends = times(rows, row -> row.expiresAt);
    Rows.execute(
        connection,
        UPDATE,
        s -> {
          Rows.longs(s, 1, ids);
          Rows.texts(s, 2, Rows.texts(rows, row -> row.state.code()));
          s.setArray(3, connection.createArrayOf("timestamptz", ends));
        });
    Rows.execute(
        connection,
        UPDATE_LINES,
        s -> {
          Rows.longs(s, 1, ids);
          s.setArray(
              2,
              connection.createArrayOf(
                  "boolean", rows.stream().map(row -> row.state.holding()).toArray()));
          s.setArray(3, connection.createArrayOf("timestamptz", ends));
        });
  }

  /// Several of one order within a transaction: each but the last was let go in it.
  private Map<PromiseRow, Long> insert(LockedStock stock) throws SQLException {
    Map<PromiseRow, Long> ids = new HashMap<>();
    List<PromiseRow> left = stock.promiseRows.stream().filter(row -> row.id == 0).toList();
    if (left.isEmpty()) {
      return ids;
    }
    try (PreparedStatement s = connection.prepareStatement(INSERT)) {
      s.setObject(1, stock.now.atOffset(ZoneOffset.UTC));
      Rows.texts(s, 2, Rows.texts(left, row -> row.order.code()));
      Rows.texts(s, 3, Rows.texts(left, row -> row.state.code()));
      s.setArray(4, connection.createArrayOf("timestamptz", times(left, row -> row.expiresAt)));
      Rows.texts(s, 5, Rows.texts(left, row -> row.placedBy));
      Rows.texts(s, 6, Rows.texts(left, row -> row.placedOn));
      Map<String, List<Long>> made = new HashMap<>();
      try (ResultSet rows = s.executeQuery()) {
        while (rows.next()) {
          made.computeIfAbsent(rows.getString(2), any -> new ArrayList<>()).add(rows.getLong(1));
        }
      }
      made.values().forEach(some -> some.sort(null));
      for (PromiseRow row : left) {
        ids.put(row, made.getOrDefault(row.order.code(), List.of()).removeFirst());
      }
    }
    return ids;
  }

  private record Line(long id, int warehouseId, int productId, long quantity, PromiseRow row) {}

  private void lines(Map<PromiseRow, Long> ids, LockedStock stock) throws SQLException {
    List<Line> all = new ArrayList<>();
    ids.forEach(
        (row, id) -> {
          for (Promise.Line line : row.lines()) {
            all.add(
                new Line(
                    id,
                    stock.catalogue.site(line.warehouse()).orElseThrow().id(),
                    stock.catalogue.product(line.sku()).orElseThrow(),
                    line.quantity(),
                    row));
          }
        });
    if (all.isEmpty()) {
      return;
    }
    Rows.execute(
        connection,
        LINES,
        s -> {
          Rows.longs(s, 1, Rows.longs(all, Line::id));
          Rows.ints(s, 2, Rows.ints(all, Line::warehouseId));
          Rows.ints(s, 3, Rows.ints(all, Line::productId));
          Rows.longs(s, 4, Rows.longs(all, Line::quantity));
          s.setArray(
              5,
              connection.createArrayOf(
                  "boolean", all.stream().map(line -> line.row().state.holding()).toArray()));
          s.setArray(
              6, connection.createArrayOf("timestamptz", times(all, line -> line.row().expiresAt)));
        });
  }

  /// Null where there is no time.
  private static <T> @Nullable Object[] times(List<T> all, Function<T, Optional<Instant>> time) {
    @Nullable Object[] times = new Object[all.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = time.apply(all.get(i)).map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }
    return times;
  }
}
