package dev.stockwright.server.ledger;

import dev.stockwright.server.stock.PileKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Writes levels and balances, each with one statement.
final class ShelfWriter {
  /// Nobody else changes these rows, so each still stands where it was read and is found without
  /// the
  /// index. Should somebody have changed one past the counter, its place or number differs.
  private static final String LEVELS =
      """
      UPDATE stock_level l
         SET on_hand = k.on_hand, reserved = k.reserved, blocked = k.blocked, n = k.n,
             updated_at = timestamptz 'epoch' + ? * interval '1 microsecond',
             supplier = k.v0, customer = k.v1, in_transit = k.v2, lost_and_found = k.v3,
             scrap = k.v4, unreconciled = k.v5
        FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                    ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::int[],
                    ?::bigint[])
          AS k(place, on_hand, reserved, blocked, n, v0, v1, v2, v3, v4, v5, p, read_n)
       WHERE l.ctid = k.place::tid AND l.product_id = k.p AND l.n = k.read_n""";

  private static final String BALANCES =
      """
      UPDATE balance b SET on_hand = b.on_hand + k.delta
        FROM unnest(?::int[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::bigint[])
          AS k(w, p, l, lot, handling_unit, condition, owner, delta)
       WHERE b.warehouse_id = k.w AND b.product_id = k.p AND b.location_id = k.l
         AND b.lot = k.lot AND b.handling_unit = k.handling_unit
         AND b.condition = k.condition AND b.owner = k.owner""";

  private static final String NEW_BALANCES =
      """
      INSERT INTO balance (warehouse_id, product_id, location_id, lot, handling_unit, condition,
                           owner, on_hand)
      SELECT k.*
        FROM unnest(?::int[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::bigint[])
          AS k(w, p, l, lot, handling_unit, condition, owner, delta)
       WHERE NOT EXISTS (
         SELECT 1 FROM balance b
          WHERE b.warehouse_id = k.w AND b.product_id = k.p AND b.location_id = k.l
            AND b.lot = k.lot AND b.handling_unit = k.handling_unit
            AND b.condition = k.condition AND b.owner = k.owner)""";

  private final Connection connection;
  private final Instant at;

  ShelfWriter(Connection connection, Instant at) {
    this.connection = connection;
    this.at = at;
  }

  private record Delta(Shelf shelf, PileKey key, int locationId, long change) {}

  void write(List<Shelf> shelves, LockedStock stock) throws SQLException {
    if (shelves.isEmpty()) {
      return;
    }
    int updated =
        Rows.execute(
            connection,
            LEVELS,
            s -> {
              s.setLong(1, Rows.micros(at));
              Rows.texts(s, 2, Rows.texts(shelves, shelf -> shelf.rowPlace));
              Rows.longs(s, 3, Rows.longs(shelves, shelf -> shelf.onHand));
              Rows.longs(s, 4, Rows.longs(shelves, shelf -> shelf.reserved));
              Rows.longs(s, 5, Rows.longs(shelves, shelf -> shelf.blocked));
              Rows.longs(s, 6, Rows.longs(shelves, shelf -> shelf.n));
              for (int i = 0; i < 6; i++) {
                int place = i;
                Rows.longs(s, 7 + i, Rows.longs(shelves, shelf -> shelf.virtual[place]));
              }
              Rows.ints(s, 13, Rows.ints(shelves, shelf -> shelf.productId));
              Rows.longs(s, 14, Rows.longs(shelves, shelf -> shelf.readN));
            });
    if (updated != shelves.size()) {
      throw new StockMovedOn(updated + " of " + shelves.size() + " levels are as they were read");
    }
    writeBalances(deltas(shelves, stock));
  }

  private static List<Delta> deltas(List<Shelf> shelves, LockedStock stock) {
    List<Delta> all = new ArrayList<>();
    for (Shelf shelf : shelves) {
      shelf.deltas.forEach(
          (key, change) -> {
            if (change != 0) {
              int location = stock.placeNumber(shelf.key.warehouse(), key.location()).orElseThrow();
              all.add(new Delta(shelf, key, location, change));
            }
          });
    }
    return all;
  }

  /// First what is there, then what was not; under the counter's lock nobody else adds a row.
  private void writeBalances(List<Delta> deltas) throws SQLException {
    if (deltas.isEmpty()) {
      return;
    }
    int written = Rows.execute(connection, BALANCES, s -> bind(s, deltas));
    if (written < deltas.size()) {
      written += Rows.execute(connection, NEW_BALANCES, s -> bind(s, deltas));
    }
    if (written != deltas.size()) {
      throw new IllegalStateException(written + " of " + deltas.size() + " balances written");
    }
  }

  private static void bind(PreparedStatement s, List<Delta> deltas) throws SQLException {
    Rows.ints(s, 1, Rows.ints(deltas, delta -> delta.shelf().warehouseId));
    Rows.ints(s, 2, Rows.ints(deltas, delta -> delta.shelf().productId));
    Rows.ints(s, 3, Rows.ints(deltas, Delta::locationId));
    Rows.texts(s, 4, Rows.texts(deltas, delta -> delta.key().lot()));
    Rows.texts(s, 5, Rows.texts(deltas, delta -> delta.key().handlingUnit()));
    Rows.texts(s, 6, Rows.texts(deltas, delta -> delta.key().condition().code()));
    Rows.texts(s, 7, Rows.texts(deltas, delta -> delta.key().owner()));
    Rows.longs(s, 8, Rows.longs(deltas, Delta::change));
  }
}
