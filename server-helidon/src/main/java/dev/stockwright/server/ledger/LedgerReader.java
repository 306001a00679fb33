package dev.stockwright.server.ledger;

import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.catalogue.Place;
import dev.stockwright.server.catalogue.Site;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Promise;
import dev.stockwright.server.stock.PromiseState;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/// Reads and locks what a transaction needs, always in the same order: devices, then the counters
/// of
/// the warehouses. Whatever belongs to a warehouse's stock stands under the lock of its counter.
public final class LedgerReader {
  private final Connection connection;
  private final Catalogue catalogue;
  private final KnownLevels knownLevels;

  public LedgerReader(Connection connection, Catalogue catalogue, KnownLevels knownLevels) {
    this.connection = connection;
    this.catalogue = catalogue;
    this.knownLevels = knownLevels;
  }

  /// What the ledger remembers of a command.
  public record Remembered(byte[] fingerprint, String answer) {}

  /// The database's clock, the only one that decides, and what is known of these commands already.
  public record Beginning(Instant now, Map<CommandId, Remembered> remembered) {}

  /// Begins without looking for known commands: those who come again are found when the answers are
  /// written, and then the transaction starts again with [#begin].
  public Beginning beginHopefully() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT clock_timestamp()");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return new Beginning(Rows.instant(rows, 1), Map.of());
    }
  }

  public Beginning begin(Collection<CommandId> ids) throws SQLException {
    Instant now = beginHopefully().now();
    Map<CommandId, Remembered> found = new HashMap<>();
    String sql =
        """
        SELECT c.id, c.content_hash, c.answer
          FROM unnest(?::text[]) AS k(id) JOIN answered_command c ON c.id = k.id::uuid""";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Rows.texts(statement, 1, Rows.texts(ids, CommandId::toString));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(
              new CommandId(rows.getObject(1, UUID.class)),
              new Remembered(rows.getBytes(2), rows.getString(3)));
        }
      }
    }
    return new Beginning(now, found);
  }

  /// The last number of each device, locked; a new device starts at 0.
  public Map<DeviceId, Long> lockDevices(Set<DeviceId> devices) throws SQLException {
    Map<DeviceId, Long> last = new HashMap<>();
    String[] ids = devices.stream().map(DeviceId::code).sorted().toArray(String[]::new);
    String add =
        "INSERT INTO device (id) SELECT d.id FROM unnest(?::text[]) AS d(id)"
            + " WHERE NOT EXISTS (SELECT 1 FROM device x WHERE x.id = d.id)"
            + " ORDER BY d.id ON CONFLICT DO NOTHING";
    Rows.execute(connection, add, s -> Rows.texts(s, 1, ids));
    String lock =
        "SELECT id, last_sequence FROM device WHERE id = ANY(?) ORDER BY id FOR NO KEY UPDATE";
    try (PreparedStatement statement = connection.prepareStatement(lock)) {
      Rows.texts(statement, 1, ids);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          last.put(new DeviceId(rows.getString(1)), rows.getLong(2));
        }
      }
    }
    return last;
  }

  /// Reads and locks everything that `needs` names.
  ///
  /// @param sweep also take along promises that have lapsed anywhere
  public LockedStock lock(Needs needs, Instant now, boolean sweep) throws SQLException {
    learn(needs);
    LockedStock stock = new LockedStock(catalogue, now);
    PromiseReader promises = new PromiseReader(connection);
    UndoneReader undone = new UndoneReader(connection);
    if (!needs.undone.isEmpty()) {
      undone.addNeeds(needs);
      learn(needs);
    }
    Set<Long> before = new HashSet<>(promises.named(needs));
    if (!before.isEmpty()) {
      learn(needs);
    }
    if (before.addAll(promises.lapsed(needs, shelves(needs, wanted -> wanted.taken), now, sweep))) {
      learn(needs);
    }
    List<Shelf> shelves = shelves(needs, any -> true);
    lockCounters(shelves, stock);
    readLevels(shelves, stock);
    for (Shelf shelf : shelves) {
      stock.shelves.put(shelf.key, shelf);
    }
    readPiles(withPiles(needs, shelves));
    if (!before.isEmpty() || !needs.promises.isEmpty()) {
      promises.readLocked(needs, before, stock);
    }
    if (!needs.undone.isEmpty()) {
      undone.readLocked(needs, stock);
    }
    if (!needs.purchaseOrders.isEmpty()) {
      readOrders(needs, stock);
    }
    return stock;
  }

  private void learn(Needs needs) throws SQLException {
    Set<WarehouseCode> warehouses = new LinkedHashSet<>();
    Set<Sku> skus = new LinkedHashSet<>();
    needs.shelves.forEach(
        (key, wanted) -> {
          if (!known(key, wanted)) {
            warehouses.add(key.warehouse());
            skus.add(key.sku());
          }
        });
    catalogue.learn(connection, warehouses, skus, needs.places);
    if (!skus.isEmpty()) {
      needs.shelves.forEach(this::known);
    }
  }

  /// Gives a shelf its numbers, when both are known.
  private boolean known(ShelfKey key, Needs.Wanted wanted) {
    if (!wanted.known()) {
      Optional<Site> site = catalogue.site(key.warehouse());
      OptionalInt product = catalogue.product(key.sku());
      if (site.isPresent() && product.isPresent()) {
        wanted.warehouseId = site.get().id();
        wanted.productId = product.getAsInt();
      }
    }
    return wanted.known();
  }

  private static List<Shelf> withPiles(Needs needs, List<Shelf> shelves) {
    List<Shelf> found = new ArrayList<>();
    for (Shelf shelf : shelves) {
      Needs.Wanted wanted = needs.shelves.get(shelf.key);
      if (wanted != null && wanted.piles) {
        found.add(shelf);
      }
    }
    return found;
  }

  /// The shelves that exist, in the order of the table.
  private static List<Shelf> shelves(Needs needs, Predicate<Needs.Wanted> which) {
    List<Shelf> found = new ArrayList<>();
    needs.shelves.forEach(
        (key, wanted) -> {
          if (wanted.known() && which.test(wanted)) {
            found.add(new Shelf(key, wanted.warehouseId, wanted.productId, new long[6]));
          }
        });
    found.sort(Comparator.comparingLong(Shelf::number));
    return found;
  }

  private void lockCounters(List<Shelf> shelves, LockedStock stock) throws SQLException {
    Map<Integer, WarehouseCode> wanted = new TreeMap<>();
    for (Shelf shelf : shelves) {
      wanted.put(shelf.warehouseId, shelf.key.warehouse());
    }
    if (wanted.isEmpty()) {
      return;
    }
    String sql =
        "SELECT warehouse_id, epoch, last_n, last_at, last_hash FROM warehouse_counter"
            + " WHERE warehouse_id = ANY(?) ORDER BY warehouse_id FOR NO KEY UPDATE";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Rows.ints(statement, 1, Rows.ints(wanted.keySet(), Integer::intValue));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          int id = rows.getInt(1);
          WarehouseCode code = wanted.get(id);
          if (code != null) {
            long epoch = rows.getLong(2);
            Instant lastAt = Rows.instant(rows, 4);
            stock.counters.put(
                code, new Counter(code, id, epoch, rows.getLong(3), lastAt, rows.getBytes(5)));
          }
        }
      }
    }
    if (stock.counters.size() < wanted.size()) {
      throw new IllegalStateException("no counter for one of " + wanted.values());
    }
  }

  /// Under the counters' locks nobody else changes these rows.
  private void readLevels(List<Shelf> shelves, LockedStock stock) throws SQLException {
    if (shelves.isEmpty()) {
      return;
    }
    knownLevels.addMissing(connection, shelves, stock);
    String sql =
        """
        SELECT k.i, l.on_hand, l.reserved, l.blocked, l.n,
               l.supplier, l.customer, l.in_transit, l.lost_and_found, l.scrap, l.unreconciled,
               l.ctid
          FROM unnest(?::int[], ?::int[]) WITH ORDINALITY AS k(w, p, i)
          JOIN stock_level l ON l.warehouse_id = k.w AND l.product_id = k.p""";
    int found = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Rows.ints(statement, 1, Rows.ints(shelves, shelf -> shelf.warehouseId));
      Rows.ints(statement, 2, Rows.ints(shelves, shelf -> shelf.productId));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Shelf shelf = shelves.get(rows.getInt(1) - 1);
          shelf.onHand = rows.getLong(2);
          shelf.reserved = rows.getLong(3);
          shelf.blocked = rows.getLong(4);
          shelf.n = rows.getLong(5);
          shelf.readN = shelf.n;
          for (int i = 0; i < 6; i++) {
            shelf.virtual[i] = rows.getLong(6 + i);
          }
          shelf.rowPlace = rows.getString(12);
          found++;
        }
      }
    }
    if (found != shelves.size()) {
      throw new IllegalStateException(found + " of " + shelves.size() + " levels are there");
    }
  }

  private void readPiles(List<Shelf> shelves) throws SQLException {
    if (shelves.isEmpty()) {
      return;
    }
    String sql =
        """
        SELECT k.i, b.location_id, b.lot, b.handling_unit, b.condition, b.owner, b.on_hand, b.ctid
          FROM unnest(?::int[], ?::int[]) WITH ORDINALITY AS k(w, p, i)
          JOIN balance b ON b.warehouse_id = k.w AND b.product_id = k.p
         WHERE b.on_hand > 0""";
    List<Found> found = new ArrayList<>(shelves.size());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Rows.ints(statement, 1, Rows.ints(shelves, shelf -> shelf.warehouseId));
      Rows.ints(statement, 2, Rows.ints(shelves, shelf -> shelf.productId));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Shelf shelf = shelves.get(rows.getInt(1) - 1);
          PileKey goods =
              new PileKey(
                  VirtualLocation.SUPPLIER.code(), // until the place's code is known
                  rows.getString(3),
                  rows.getString(4),
                  Condition.of(rows.getString(5)),
                  rows.getString(6));
          found.add(new Found(shelf, rows.getInt(2), goods, rows.getLong(7), rows.getString(8)));
        }
      }
    }
    catalogue.learnCodes(connection, found.stream().map(Found::locationId).toList());
    for (Shelf shelf : shelves) {
      shelf.pilesRead = true;
    }
    for (Found each : found) {
      LocationCode code = catalogue.code(each.locationId()).orElseThrow();
      catalogue.remember(new Place(each.shelf().key.warehouse(), code), each.locationId());
      PileKey pile = each.goods().at(code);
      each.shelf().piles.put(pile, each.onHand());
      each.shelf().pilePlaces.put(pile, each.rowPlace());
    }
  }

  private record Found(Shelf shelf, int locationId, PileKey goods, long onHand, String rowPlace) {}

  private void readOrders(Needs needs, LockedStock stock) throws SQLException {
    String sql =
        """
        SELECT o.number, o.id, w.code, p.sku, l.line, l.ordered, l.received, l.over_percent
          FROM purchase_order o
          JOIN warehouse w ON w.id = o.warehouse_id
          JOIN purchase_order_line l ON l.purchase_order_id = o.id
          JOIN product p ON p.id = l.product_id
         WHERE o.number = ANY(?) AND o.state = 'open'""";
    Set<ShelfKey> locked = new HashSet<>(stock.shelves.keySet());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Rows.texts(statement, 1, Rows.texts(needs.purchaseOrders, Reference::code));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Reference order = new Reference(rows.getString(1));
          WarehouseCode warehouse = new WarehouseCode(rows.getString(3));
          ShelfKey key = new ShelfKey(warehouse, new Sku(rows.getString(4)));
          stock.openOrders.put(order, warehouse);
          if (locked.contains(key)) {
            OrderRow row =
                new OrderRow(
                    rows.getInt(2),
                    rows.getInt(5),
                    rows.getLong(6),
                    rows.getLong(7),
                    rows.getInt(8));
            stock.orders.computeIfAbsent(order, any -> new HashMap<>()).put(key, row);
          }
        }
      }
    }
  }

  static PromiseState state(ResultSet rows, int column) throws SQLException {
    return PromiseState.of(rows.getString(column));
  }

  static Promise.Line line(ResultSet rows, int from) throws SQLException {
    return new Promise.Line(
        new WarehouseCode(rows.getString(from)),
        new Sku(rows.getString(from + 1)),
        rows.getLong(from + 2));
  }
}
