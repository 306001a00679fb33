package dev.stockwright.server.ledger;

import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.catalogue.Place;
import dev.stockwright.server.ledger.KnownShelf.KnownPile;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.watching.Limits;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads levels and piles that are not known. Under the counters' locks nobody else changes them.
final class ShelfReader {
  private static final String LEVELS =
      """
      SELECT k.i, l.on_hand, l.reserved, l.blocked, l.n,
             l.supplier, l.customer, l.in_transit, l.lost_and_found, l.scrap, l.unreconciled,
             l.alerts, l.value, l.ctid, p.unit_cost,
             l.low_at, l.low_clear_at, l.over_at, l.over_clear_at, l.out_watched
        FROM unnest(?::int[], ?::int[]) WITH ORDINALITY AS k(w, p, i)
        JOIN stock_level l ON l.warehouse_id = k.w AND l.product_id = k.p
        JOIN product p ON p.id = k.p""";

  private static final String PILES =
      """
      SELECT k.i, b.location_id, b.lot, b.handling_unit, b.condition, b.owner, b.on_hand, b.ctid
        FROM unnest(?::int[], ?::int[]) WITH ORDINALITY AS k(w, p, i)
        JOIN balance b ON b.warehouse_id = k.w AND b.product_id = k.p
       WHERE b.on_hand > 0""";

  private final Connection connection;
  private final Catalogue catalogue;

  ShelfReader(Connection connection, Catalogue catalogue) {
    this.connection = connection;
    this.catalogue = catalogue;
  }

  /// Lets levels be read with the sheaf, in the round trip of the locks; those without a row stay
  /// unread.
  static void readWith(Sheaf sheaf, List<Shelf> shelves) {
    if (!shelves.isEmpty()) {
      sheaf.ask(
          LEVELS,
          s -> {
            s.ints(Rows.ints(shelves, shelf -> shelf.warehouseId));
            s.ints(Rows.ints(shelves, shelf -> shelf.productId));
          },
          rows -> stand(shelves, rows));
    }
  }

  /// Reads the levels of which nothing is known; those that are not there are made.
  void readLevels(List<Shelf> shelves) throws SQLException {
    List<Shelf> missing = readThere(unread(shelves));
    if (missing.isEmpty()) {
      return;
    }
    Rows.execute(
        connection,
        """
        INSERT INTO stock_level (warehouse_id, product_id,
                                 low_at, low_clear_at, over_at, over_clear_at, out_watched)
        SELECT k.w, k.p, coalesce(r.low, 0), coalesce(r.low_clear, 0),
               coalesce(r.over, 0), coalesce(r.over_clear, 0), coalesce(r.out, false)
          FROM unnest(?::int[], ?::int[]) AS k(w, p)
          LEFT JOIN LATERAL alert_rule_for(k.w, k.p) r ON true
        ON CONFLICT DO NOTHING""",
        s -> bind(s, missing));
    List<Shelf> nowhere = readThere(missing);
    if (!nowhere.isEmpty()) {
      throw new IllegalStateException(nowhere.size() + " levels cannot be made");
    }
  }

  /// Returns the shelves that have no row.
  private List<Shelf> readThere(List<Shelf> shelves) throws SQLException {
    if (shelves.isEmpty()) {
      return List.of();
    }
    try (PreparedStatement statement = connection.prepareStatement(LEVELS)) {
      bind(statement, shelves);
      try (ResultSet rows = statement.executeQuery()) {
        stand(shelves, rows);
      }
    }
    return unread(shelves);
  }

  private static void stand(List<Shelf> shelves, ResultSet rows) throws SQLException {
    while (rows.next()) {
      long[] numbers = new long[Shelf.NUMBERS];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = rows.getLong(2 + i);
      }
      Shelf shelf = shelves.get(rows.getInt(1) - 1);
      shelf.stand(numbers, limits(rows), RowPlace.of(rows.getString(14)));
      shelf.unitCost = rows.getLong(15);
    }
  }

  private static Limits limits(ResultSet rows) throws SQLException {
    return Limits.of(
        rows.getLong(16),
        rows.getLong(17),
        rows.getLong(18),
        rows.getLong(19),
        rows.getBoolean(20));
  }

  private static List<Shelf> unread(List<Shelf> shelves) {
    List<Shelf> found = new ArrayList<>();
    for (Shelf shelf : shelves) {
      if (shelf.place == RowPlace.UNKNOWN) {
        found.add(shelf);
      }
    }
    return found;
  }

  private static void bind(PreparedStatement s, List<Shelf> shelves) throws SQLException {
    Rows.ints(s, 1, Rows.ints(shelves, shelf -> shelf.warehouseId));
    Rows.ints(s, 2, Rows.ints(shelves, shelf -> shelf.productId));
  }

  private record Found(Shelf shelf, int locationId, Goods goods, long onHand, long place) {}

  /// A pile's key but for its place.
  private record Goods(String lot, String handlingUnit, Condition condition, String owner) {
    PileKey at(LocationCode location) {
      return new PileKey(location, lot, handlingUnit, condition, owner);
    }
  }

  /// Shows the rules all piles of these shelves.
  void readPiles(List<Shelf> wanted) throws SQLException {
    List<Shelf> shelves = new ArrayList<>();
    for (Shelf shelf : wanted) {
      if (!shelf.allPiles) {
        shelves.add(shelf);
      }
    }
    if (!shelves.isEmpty()) {
      readAll(shelves);
    }
    wanted.forEach(Shelf::showPiles);
  }

  private void readAll(List<Shelf> shelves) throws SQLException {
    List<Found> found = new ArrayList<>(shelves.size());
    try (PreparedStatement statement = connection.prepareStatement(PILES)) {
      bind(statement, shelves);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Goods goods =
              new Goods(
                  rows.getString(3),
                  rows.getString(4),
                  Condition.of(rows.getString(5)),
                  rows.getString(6));
          Shelf shelf = shelves.get(rows.getInt(1) - 1);
          long place = RowPlace.of(rows.getString(8));
          found.add(new Found(shelf, rows.getInt(2), goods, rows.getLong(7), place));
        }
      }
    }
    catalogue.learnCodes(connection, found.stream().map(Found::locationId).toList());
    for (Shelf shelf : shelves) {
      shelf.pileRows = new ArrayList<>(1);
      shelf.allPiles = true;
      shelf.pilesRecalled = false;
    }
    for (Found each : found) {
      LocationCode code = catalogue.code(each.locationId()).orElseThrow();
      catalogue.remember(new Place(each.shelf().key.warehouse(), code), each.locationId());
      each.shelf().pileRows.add(new KnownPile(each.goods().at(code), each.onHand(), each.place()));
    }
  }

  /// Looks at rows again of which the rules believed what was only remembered.
  ///
  /// @throws StockMovedOn when one has changed; then all is forgotten
  void confirm(Collection<Shelf> doubted, LockedStock stock) throws SQLException {
    List<Shelf> shelves = List.copyOf(doubted);
    List<Shelf> fresh = new ArrayList<>();
    for (Shelf shelf : shelves) {
      fresh.add(new Shelf(shelf.key, shelf.warehouseId, shelf.productId, new long[6]));
    }
    readThere(fresh);
    readPiles(fresh);
    for (int i = 0; i < fresh.size(); i++) {
      if (!same(shelves.get(i), fresh.get(i))) {
        stock.known.forget(stock);
        throw new StockMovedOn("stock of " + shelves.get(i).key + " is not as remembered");
      }
    }
  }

  private static boolean same(Shelf shelf, Shelf fresh) {
    return fresh.place == shelf.place
        && fresh.limits.equals(shelf.limits)
        && Arrays.equals(fresh.numbers(), shelf.before())
        && (!shelf.pilesRead || amounts(shelf).equals(amounts(fresh)));
  }

  private static Map<PileKey, Long> amounts(Shelf shelf) {
    Map<PileKey, Long> amounts = new HashMap<>();
    for (KnownPile pile : shelf.pileRows) {
      if (pile.onHand() > 0) {
        amounts.put(pile.key(), pile.onHand());
      }
    }
    return amounts;
  }
}
