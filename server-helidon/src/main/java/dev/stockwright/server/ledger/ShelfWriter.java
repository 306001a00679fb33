package dev.stockwright.server.ledger;

import dev.stockwright.server.catalogue.Place;
import dev.stockwright.server.ledger.KnownShelf.KnownPile;
import dev.stockwright.server.stock.PileKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Writes levels and balances, each with one statement.
final class ShelfWriter {
  /// Nobody else changes these rows, so each still stands where it was read or written last and is
  /// found without the index. Should somebody have changed one past the counter, its place or its
  /// numbers differ.
  private static final String LEVELS =
      """
      UPDATE stock_level l
         SET on_hand = v.a[k.o + 1], reserved = v.a[k.o + 2], blocked = v.a[k.o + 3],
             n = v.a[k.o + 4],
             updated_at = timestamptz 'epoch' + ? * interval '1 microsecond',
             supplier = v.a[k.o + 5], customer = v.a[k.o + 6], in_transit = v.a[k.o + 7],
             lost_and_found = v.a[k.o + 8], scrap = v.a[k.o + 9], unreconciled = v.a[k.o + 10],
             alerts = v.a[k.o + 11], value = v.a[k.o + 12]
        FROM (SELECT unnest(?::text[]) AS place, unnest(?::int[]) AS o) k,
             (SELECT ?::bigint[] AS a) v
       WHERE l.ctid = k.place::tid
         AND l.warehouse_id = v.a[k.o + 13] AND l.product_id = v.a[k.o + 14]
         AND l.on_hand = v.a[k.o + 15] AND l.reserved = v.a[k.o + 16]
         AND l.blocked = v.a[k.o + 17] AND l.n = v.a[k.o + 18]
      RETURNING k.o, l.ctid""";

  /// Numbers of a level in the one array that carries all: PostgreSQL reads them from there in
  /// place, which costs less than an array for each column.
  private static final int LEVEL_NUMBERS = Shelf.NUMBERS + Shelf.IDENTITY;

  private static final String BALANCES =
      """
      UPDATE balance b SET on_hand = b.on_hand + k.delta
        FROM (SELECT unnest(?::int[]) AS w, unnest(?::int[]) AS p, unnest(?::int[]) AS l,
                     unnest(?::text[]) AS lot, unnest(?::text[]) AS handling_unit,
                     unnest(?::text[]) AS condition, unnest(?::text[]) AS owner,
                     unnest(?::bigint[]) AS delta, unnest(?::int[]) AS i) k
       WHERE b.warehouse_id = k.w AND b.product_id = k.p AND b.location_id = k.l
         AND b.lot = k.lot AND b.handling_unit = k.handling_unit
         AND b.condition = k.condition AND b.owner = k.owner
      RETURNING k.i, b.on_hand, b.ctid""";

  /// Goods with a lot, handling unit, condition or owner, whose rows have just been read. They may
  /// be many thousand of one product, so that no plan by a part of the key would do.
  private static final String OTHER_BALANCES =
      """
      UPDATE balance b SET on_hand = b.on_hand + k.delta
        FROM (SELECT unnest(?::int[]) AS w, unnest(?::int[]) AS p, unnest(?::int[]) AS l,
                     unnest(?::text[]) AS lot, unnest(?::text[]) AS handling_unit,
                     unnest(?::text[]) AS condition, unnest(?::text[]) AS owner,
                     unnest(?::bigint[]) AS delta, unnest(?::int[]) AS i,
                     unnest(?::text[]) AS place) k
       WHERE b.ctid = k.place::tid
         AND b.warehouse_id = k.w AND b.product_id = k.p AND b.location_id = k.l
         AND b.lot = k.lot AND b.handling_unit = k.handling_unit
         AND b.condition = k.condition AND b.owner = k.owner
      RETURNING k.i, b.on_hand, b.ctid""";

  /// The same for goods that are just goods, which most are.
  private static final String PLAIN_BALANCES =
      """
      UPDATE balance b SET on_hand = b.on_hand + k.delta
        FROM unnest(?::int[], ?::int[], ?::int[], ?::bigint[]) WITH ORDINALITY
          AS k(w, p, l, delta, i)
       WHERE b.warehouse_id = k.w AND b.product_id = k.p AND b.location_id = k.l
         AND b.lot = '' AND b.handling_unit = '' AND b.condition = 'available' AND b.owner = ''
      RETURNING k.i, b.on_hand, b.ctid""";

  /// The same for rows whose place is known. A place stands for a key only together with what makes
  /// the key, because a table may be written anew between two transactions.
  private static final String KNOWN_BALANCES =
      """
      UPDATE balance b SET on_hand = v.a[k.o + 1]
        FROM (SELECT unnest(?::text[]) AS place, unnest(?::int[]) AS o) k,
             (SELECT ?::bigint[] AS a) v
       WHERE b.ctid = k.place::tid
         AND b.on_hand = v.a[k.o + 2]
         AND b.warehouse_id = v.a[k.o + 3] AND b.product_id = v.a[k.o + 4]
         AND b.location_id = v.a[k.o + 5]
         AND b.lot = '' AND b.handling_unit = '' AND b.condition = 'available' AND b.owner = ''
      RETURNING k.o / 5 + 1, b.on_hand, b.ctid""";

  /// Numbers of a known balance in the one array that carries all.
  private static final int BALANCE_NUMBERS = 5;

  /// The key's own index says whether a row is there, however many there are of a product and
  /// whatever the planner believes.
  private static final String NEW_BALANCES =
      """
      INSERT INTO balance AS b (warehouse_id, product_id, location_id, lot, handling_unit, condition,
                                owner, on_hand)
      SELECT unnest(?::int[]), unnest(?::int[]), unnest(?::int[]), unnest(?::text[]),
             unnest(?::text[]), unnest(?::text[]), unnest(?::text[]), unnest(?::bigint[])
      ON CONFLICT (warehouse_id, product_id, location_id, lot, handling_unit, condition, owner)
      """;

  private static final String OR_NONE = "DO NOTHING";
  private static final String OR_MORE = "DO UPDATE SET on_hand = b.on_hand + EXCLUDED.on_hand";

  private final Connection connection;
  private final LockedStock stock;
  private final Instant at;

  ShelfWriter(Connection connection, LockedStock stock, Instant at) {
    this.connection = connection;
    this.stock = stock;
    this.at = at;
  }

  /// How a balance's row is found.
  private enum Way {
    KNOWN,
    PLAIN,
    OTHER,
    UNREAD,
    ADDED
  }

  private record Delta(Shelf shelf, KnownPile was, int locationId, long change) {
    PileKey key() {
      return was.key();
    }

    Way way() {
      boolean known = was.place() != RowPlace.UNKNOWN;
      if (key().plain()) {
        return known ? Way.KNOWN : Way.PLAIN;
      }
      return known ? Way.OTHER : change > 0 ? Way.ADDED : Way.UNREAD;
    }
  }

  /// Levels go with the sheaf.
  ///
  /// @throws StockMovedOn when a row was changed past the counter; also when the sheaf is sent
  void write(List<Shelf> shelves, Sheaf sheaf) throws SQLException {
    if (shelves.isEmpty()) {
      return;
    }
    String[] places = new String[shelves.size()];
    int[] offsets = new int[shelves.size()];
    long[] numbers = new long[shelves.size() * LEVEL_NUMBERS];
    for (int i = 0; i < offsets.length; i++) {
      Shelf shelf = shelves.get(i);
      places[i] = RowPlace.text(shelf.place);
      offsets[i] = i * LEVEL_NUMBERS;
      shelf.numbers(numbers, offsets[i]);
      shelf.identity(numbers, offsets[i] + Shelf.NUMBERS);
    }
    sheaf.ask(
        LEVELS,
        s -> {
          s.time(at);
          s.texts(places);
          s.ints(offsets);
          s.longs(numbers);
        },
        rows -> places(shelves, rows));
    writeBalances(deltas(shelves));
  }

  private void places(List<Shelf> shelves, ResultSet rows) throws SQLException {
    int written = 0;
    for (; rows.next(); written++) {
      shelves.get(rows.getInt(1) / LEVEL_NUMBERS).place = RowPlace.of(rows.getString(2));
    }
    if (written != shelves.size()) {
      throw changed(written + " of " + shelves.size() + " levels are as they were read");
    }
  }

  private StockMovedOn changed(String message) {
    stock.known.forget(stock);
    return new StockMovedOn(message);
  }

  private List<Delta> deltas(List<Shelf> shelves) {
    List<Delta> all = new ArrayList<>();
    for (Shelf shelf : shelves) {
      Function<PileKey, KnownPile> piles = KnownStock.piles(shelf);
      shelf.deltas.forEach(
          (key, change) -> {
            if (change != 0) {
              int location =
                  stock
                      .catalogue
                      .place(new Place(shelf.key.warehouse(), key.location()))
                      .orElseThrow();
              all.add(new Delta(shelf, piles.apply(key), location, change));
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
    Map<Way, List<Delta>> ways = new EnumMap<>(Way.class);
    for (Delta delta : deltas) {
      ways.computeIfAbsent(delta.way(), any -> new ArrayList<>()).add(delta);
    }
    List<Delta> missing = new ArrayList<>();
    for (Map.Entry<Way, List<Delta>> each : ways.entrySet()) {
      List<Delta> some = each.getValue();
      switch (each.getKey()) {
        case KNOWN -> all(some, update(KNOWN_BALANCES, some, s -> bindKnown(s, some)));
        case PLAIN -> missing.addAll(update(PLAIN_BALANCES, some, s -> bindPlain(s, some)));
        case OTHER -> all(some, update(OTHER_BALANCES, some, s -> bindOther(s, some)));
        case UNREAD -> missing.addAll(update(BALANCES, some, s -> bindNumbered(s, some)));
        case ADDED -> add(some, OR_MORE);
      }
    }
    if (!missing.isEmpty()) {
      add(missing, OR_NONE);
    }
  }

  private void add(List<Delta> missing, String orElse) throws SQLException {
    int made = Rows.execute(connection, NEW_BALANCES + orElse, s -> bind(s, missing));
    if (made != missing.size()) {
      throw new IllegalStateException(made + " of " + missing.size() + " balances made");
    }
    for (Delta each : missing) {
      KnownPile now = new KnownPile(each.key(), each.change(), RowPlace.UNKNOWN);
      each.shelf().written.put(each.key(), now);
    }
  }

  private void all(List<Delta> some, List<Delta> moved) {
    if (!moved.isEmpty()) {
      throw changed(moved.size() + " of " + some.size() + " balances are not as they were");
    }
  }

  /// Returns those that have no row.
  private List<Delta> update(String sql, List<Delta> deltas, Rows.Binding binding)
      throws SQLException {
    boolean[] there = new boolean[deltas.size()];
    int written = 0;
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      binding.to(s);
      try (ResultSet rows = s.executeQuery()) {
        for (; rows.next(); written++) {
          int i = rows.getInt(1) - 1;
          Delta delta = deltas.get(i);
          KnownPile now =
              new KnownPile(delta.key(), rows.getLong(2), RowPlace.of(rows.getString(3)));
          delta.shelf().written.put(delta.key(), now);
          there[i] = true;
        }
      }
    }
    List<Delta> missing = new ArrayList<>();
    for (int i = 0; i < there.length && written < there.length; i++) {
      if (!there[i]) {
        missing.add(deltas.get(i));
      }
    }
    return missing;
  }

  private static void bindKnown(PreparedStatement s, List<Delta> deltas) throws SQLException {
    int[] offsets = new int[deltas.size()];
    long[] numbers = new long[deltas.size() * BALANCE_NUMBERS];
    for (int i = 0; i < offsets.length; i++) {
      Delta delta = deltas.get(i);
      int o = i * BALANCE_NUMBERS;
      offsets[i] = o;
      numbers[o] = delta.was().onHand() + delta.change();
      numbers[o + 1] = delta.was().onHand();
      numbers[o + 2] = delta.shelf().warehouseId;
      numbers[o + 3] = delta.shelf().productId;
      numbers[o + 4] = delta.locationId();
    }
    Rows.texts(s, 1, Rows.texts(deltas, delta -> RowPlace.text(delta.was().place())));
    Rows.ints(s, 2, offsets);
    Rows.longs(s, 3, numbers);
  }

  private static void bindPlain(PreparedStatement s, List<Delta> deltas) throws SQLException {
    Rows.ints(s, 1, Rows.ints(deltas, delta -> delta.shelf().warehouseId));
    Rows.ints(s, 2, Rows.ints(deltas, delta -> delta.shelf().productId));
    Rows.ints(s, 3, Rows.ints(deltas, Delta::locationId));
    Rows.longs(s, 4, Rows.longs(deltas, Delta::change));
  }

  private static void bindOther(PreparedStatement s, List<Delta> deltas) throws SQLException {
    bindNumbered(s, deltas);
    Rows.texts(s, 10, Rows.texts(deltas, delta -> RowPlace.text(delta.was().place())));
  }

  private static void bindNumbered(PreparedStatement s, List<Delta> deltas) throws SQLException {
    bind(s, deltas);
    Rows.ints(s, 9, IntStream.rangeClosed(1, deltas.size()).toArray());
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
