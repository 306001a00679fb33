package dev.stockwright.server.ledger;

import dev.stockwright.server.stock.Promise;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Writes reservations that were placed or changed, all of a transaction's together: what has
/// changed first, because an order may be promised anew in the place of a promise that has lapsed.
final class PromiseWriter {
  private static final String UPDATE =
      """
      UPDATE reservation r
         SET state = k.state, expires_at = timestamptz 'epoch' + k.until * interval '1 microsecond'
        FROM (SELECT unnest(?::bigint[]) AS id, unnest(?::text[]) AS state,
                     unnest(?::bigint[]) AS until) k
       WHERE r.id = k.id""";

  private static final String UPDATE_LINES =
      """
      UPDATE reservation_line l
         SET open = k.open
        FROM unnest(?::bigint[], ?::boolean[]) AS k(id, open)
       WHERE l.reservation_id = k.id""";

  /// Heads in the order of the arrays, so that a later promise has a greater id and the i-th id is
  /// that of the i-th head, to which the lines point. Several of one order within a transaction:
  /// each but the last was let go in it.
  private static final String INSERT =
      """
      WITH r AS (
        INSERT INTO reservation (order_code, state, placed_at, expires_at, placed_by, placed_on)
        SELECT k.order_code, k.state, timestamptz 'epoch' + ? * interval '1 microsecond',
               timestamptz 'epoch' + k.until * interval '1 microsecond', k.placed_by, k.placed_on
          FROM (SELECT unnest(?::int[]) AS i, unnest(?::text[]) AS order_code,
                       unnest(?::text[]) AS state, unnest(?::bigint[]) AS until,
                       unnest(?::text[]) AS placed_by, unnest(?::text[]) AS placed_on) k
         ORDER BY k.i
        RETURNING id),
      made AS (SELECT array_agg(id ORDER BY id) AS ids FROM r)
      INSERT INTO reservation_line (reservation_id, warehouse_id, product_id, quantity, open)
      SELECT made.ids[k.i], k.w, k.p, k.quantity, k.open
        FROM made,
             (SELECT unnest(?::int[]) AS i, unnest(?::int[]) AS w, unnest(?::int[]) AS p,
                     unnest(?::bigint[]) AS quantity, unnest(?::boolean[]) AS open) k""";

  private static final String RESIZE =
      """
      INSERT INTO reservation_line (reservation_id, warehouse_id, product_id, quantity, open)
      SELECT * FROM unnest(?::bigint[], ?::int[], ?::int[], ?::bigint[], ?::boolean[])
      ON CONFLICT (reservation_id, warehouse_id, product_id)
      DO UPDATE SET quantity = EXCLUDED.quantity""";

  private final LockedStock stock;
  private final Sheaf sheaf;

  PromiseWriter(LockedStock stock, Sheaf sheaf) {
    this.stock = stock;
    this.sheaf = sheaf;
  }

  void write() {
    List<PromiseRow> changed =
        stock.promiseRows.stream().filter(row -> row.id != 0 && row.changed).toList();
    update(changed);
    insert(stock.promiseRows.stream().filter(row -> row.id == 0).toList());
    resize(changed.stream().filter(row -> row.resized).toList());
  }

  private void update(List<PromiseRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    sheaf.add(
        UPDATE,
        s -> {
          s.longs(Rows.longs(rows, row -> row.id));
          s.texts(Rows.texts(rows, row -> row.state.code()));
          s.times(rows.stream().map(row -> row.expiresAt).toList());
        });
    List<PromiseRow> turned = rows.stream().filter(row -> row.turned).toList();
    if (!turned.isEmpty()) {
      sheaf.add(
          UPDATE_LINES,
          s -> {
            s.longs(Rows.longs(turned, row -> row.id));
            s.flags(turned.stream().map(row -> row.state.holding()).toArray(Boolean[]::new));
          });
    }
  }

  private void insert(List<PromiseRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    List<Line> lines = lines(rows);
    sheaf.add(
        INSERT,
        s -> {
          s.time(stock.now);
          s.ints(IntStream.rangeClosed(1, rows.size()).toArray());
          s.texts(Rows.texts(rows, row -> row.order.code()));
          s.texts(Rows.texts(rows, row -> row.state.code()));
          s.times(rows.stream().map(row -> row.expiresAt).toList());
          s.texts(Rows.texts(rows, row -> row.placedBy));
          s.texts(Rows.texts(rows, row -> row.placedOn));
          s.ints(Rows.ints(lines, Line::at));
          bind(s, lines);
        });
  }

  /// Lines of promises that were there, with another quantity, or new ones.
  private void resize(List<PromiseRow> rows) {
    List<Line> lines = lines(rows);
    if (lines.isEmpty()) {
      return;
    }
    sheaf.add(
        RESIZE,
        s -> {
          s.longs(Rows.longs(lines, line -> line.row().id));
          bind(s, lines);
        });
  }

  private static void bind(Slots s, List<Line> lines) throws SQLException {
    s.ints(Rows.ints(lines, Line::warehouseId));
    s.ints(Rows.ints(lines, Line::productId));
    s.longs(Rows.longs(lines, Line::quantity));
    s.flags(lines.stream().map(line -> line.row().state.holding()).toArray(Boolean[]::new));
  }

  /// @param at which promise it belongs to, from 1
  private record Line(int at, int warehouseId, int productId, long quantity, PromiseRow row) {}

  private List<Line> lines(List<PromiseRow> rows) {
    List<Line> all = new ArrayList<>();
    int at = 0;
    for (PromiseRow row : rows) {
      at++;
      for (Promise.Line line : row.lines()) {
        all.add(
            new Line(
                at,
                stock.catalogue.site(line.warehouse()).orElseThrow().id(),
                stock.catalogue.product(line.sku()).orElseThrow(),
                line.quantity(),
                row));
      }
    }
    return all;
  }
}
