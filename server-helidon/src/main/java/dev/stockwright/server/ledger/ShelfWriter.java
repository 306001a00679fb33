package dev.stockwright.server.ledger;

import dev.stockwright.server.stock.PileKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes levels and balances, each with one statement.
final class ShelfWriter {
  /// Nobody else changes these rows, so each still stands where it was read and is found without
  /// the
  /// index. Should somebody have changed one past the counter, its place or number differs.
  private static final String LEVELS =
      """
      UPDATE stock_level l
         SET on_hand = v.a[k.o + 1], reserved = v.a[k.o + 2], blocked = v.a[k.o + 3],
             n = v.a[k.o + 4],
             updated_at = timestamptz 'epoch' + ? * interval '1 microsecond',
             supplier = v.a[k.o + 5], customer = v.a[k.o + 6], in_transit = v.a[k.o + 7],
             lost_and_found = v.a[k.o + 8], scrap = v.a[k.o + 9], unreconciled = v.a[k.o + 10]
        FROM unnest(?::text[], ?::int[]) AS k(place, o), (SELECT ?::bigint[] AS a) v
       WHERE l.ctid = k.place::tid AND l.product_id = v.a[k.o + 11] AND l.n = v.a[k.o + 12]""";

  /// Numbers of a level in the one array that carries all: PostgreSQL reads them from there in
  /// place,
  /// which costs less than an array for each column.
  private static final int LEVEL_NUMBERS = 12;

  private static final String BALANCES =
      """
      UPDATE balance b SET on_hand = b.on_hand + k.delta
        FROM unnest(?::int[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::bigint[])
          AS k(w, p, l, lot, handling_unit, condition, owner, delta)
       WHERE b.warehouse_id = k.w AND b.product_id = k.p AND b.location_id = k.l
         AND b.lot = k.lot AND b.handling_unit = k.handling_unit
         AND b.condition = k.condition AND b.owner = k.owner""";

  /// The same for goods that are just goods, which most are.
  private static final String PLAIN_BALANCES =
      """
      UPDATE balance b SET on_hand = b.on_hand + k.delta
        FROM unnest(?::int[], ?::int[], ?::int[], ?::bigint[]) AS k(w, p, l, delta)
       WHERE b.warehouse_id = k.w AND b.product_id = k.p AND b.location_id = k.l
         AND b.lot = '' AND b.handling_unit = '' AND b.condition = 'available' AND b.owner = ''""";

  /// The same for rows that were read, each found where it stood.
  private static final String READ_BALANCES =
      """
      UPDATE balance b SET on_hand = b.on_hand + k.delta
        FROM unnest(?::text[], ?::int[], ?::int[], ?::bigint[]) AS k(place, p, l, delta)
       WHERE b.ctid = k.place::tid AND b.product_id = k.p AND b.location_id = k.l""";

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

  /// How a balance's row is found.
  private enum Way {
    READ,
    PLAIN,
    OTHER
  }

  private record Delta(Shelf shelf, PileKey key, int locationId, long change) {
    Way way() {
      return !rowPlace().isEmpty() ? Way.READ : key.plain() ? Way.PLAIN : Way.OTHER;
    }

    String rowPlace() {
      return shelf.pilePlaces.getOrDefault(key, "");
    }
  }

  void write(List<Shelf> shelves, LockedStock stock) throws SQLException {
    if (shelves.isEmpty()) {
      return;
    }
    String[] places = new String[shelves.size()];
    int[] offsets = new int[shelves.size()];
    long[] numbers = new long[shelves.size() * LEVEL_NUMBERS];
    for (int i = 0; i < offsets.length; i++) {
      Shelf shelf = shelves.get(i);
      places[i] = shelf.rowPlace;
      offsets[i] = i * LEVEL_NUMBERS;
      shelf.numbers(numbers, offsets[i]);
    }
    int updated =
        Rows.execute(
            connection,
            LEVELS,
            s -> {
              s.setLong(1, Rows.micros(at));
              Rows.texts(s, 2, places);
              Rows.ints(s, 3, offsets);
              Rows.longs(s, 4, numbers);
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
    Map<Way, List<Delta>> ways = deltas.stream().collect(Collectors.groupingBy(Delta::way));
    int written = 0;
    for (Map.Entry<Way, List<Delta>> each : ways.entrySet()) {
      List<Delta> some = each.getValue();
      written +=
          switch (each.getKey()) {
            case READ -> writeRead(some);
            case PLAIN -> Rows.execute(connection, PLAIN_BALANCES, s -> bindPlain(s, some));
            case OTHER -> Rows.execute(connection, BALANCES, s -> bind(s, some));
          };
    }
    if (written < deltas.size()) {
      written += Rows.execute(connection, NEW_BALANCES, s -> bind(s, deltas));
    }
    if (written != deltas.size()) {
      throw new IllegalStateException(written + " of " + deltas.size() + " balances written");
    }
  }

  private int writeRead(List<Delta> deltas) throws SQLException {
    int written =
        Rows.execute(
            connection,
            READ_BALANCES,
            s -> {
              Rows.texts(s, 1, Rows.texts(deltas, Delta::rowPlace));
              Rows.ints(s, 2, Rows.ints(deltas, delta -> delta.shelf().productId));
              Rows.ints(s, 3, Rows.ints(deltas, Delta::locationId));
              Rows.longs(s, 4, Rows.longs(deltas, Delta::change));
            });
    if (written != deltas.size()) {
      throw new StockMovedOn(written + " of " + deltas.size() + " balances are where they were");
    }
    return written;
  }

  private static void bindPlain(PreparedStatement s, List<Delta> deltas) throws SQLException {
    Rows.ints(s, 1, Rows.ints(deltas, delta -> delta.shelf().warehouseId));
    Rows.ints(s, 2, Rows.ints(deltas, delta -> delta.shelf().productId));
    Rows.ints(s, 3, Rows.ints(deltas, Delta::locationId));
    Rows.longs(s, 4, Rows.longs(deltas, Delta::change));
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
