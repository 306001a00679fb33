package dev.stockwright.server.ledger;

import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.catalogue.Site;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
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
import java.util.LinkedHashMap;
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
/// of the warehouses. Whatever belongs to a warehouse's stock stands under the lock of its counter.
public final class LedgerReader implements ShelfSource {
  private final Connection connection;
  private final Catalogue catalogue;
  private final KnownStock known;
  private final ShelfReader shelfReader;
  private final Sheaf sheaf;
  private Optional<Instant> began = Optional.empty();
  private boolean anyLapsed;

  public LedgerReader(Connection connection, Catalogue catalogue, KnownStock known) {
    this.connection = connection;
    this.catalogue = catalogue;
    this.known = known;
    this.shelfReader = new ShelfReader(connection, catalogue);
    this.sheaf = new Sheaf(connection);
  }

  /// What the ledger remembers of a command.
  public record Remembered(byte[] fingerprint, String answer) {}

  /// The database's clock, the only one that decides, as it was when the first stock was locked.
  ///
  /// @throws IllegalStateException before that
  public Instant began() {
    return began.orElseThrow(() -> new IllegalStateException("nothing was locked yet"));
  }

  /// What is known of these commands already. Without asking those who come again are found when
  /// the answers are written, and then the transaction starts again.
  public Map<CommandId, Remembered> remembered(Collection<CommandId> ids) throws SQLException {
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
    return found;
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

  /// Reads and locks everything that `needs` names: the locks with what is read under them in one
  /// round trip, and before that, in another, what must be known to lock.
  ///
  /// @param sweep also take along promises that have lapsed anywhere
  /// @param hopeful guess what must be locked, where that can be guessed
  /// @throws StockMovedOn when the guess was wrong, or more was promised while it waited
  public LockedStock lock(Needs needs, boolean sweep, boolean hopeful) throws SQLException {
    learn(needs);
    PromiseReader promises = new PromiseReader(connection, catalogue);
    UndoneReader undone = new UndoneReader(connection);
    boolean guessed = hopeful && !sweep && guess(needs);
    Set<Long> lapsed = guessed ? Set.of() : look(needs, sweep, promises, undone);
    look();
    Map<WarehouseCode, Counter> counters = new LinkedHashMap<>();
    List<Shelf> named = shelves(needs, any -> true);
    lockCounters(wanted(named, needs.warehouses), counters);
    ShelfReader.readWith(sheaf, known.strangers(named));
    LockedDocuments documents = new LockedDocuments(connection);
    documents.readWith(sheaf, needs, named);
    promises.readNewest(needs, sheaf);
    needs.alongside.forEach(each -> each.accept(sheaf));
    sheaf.send();
    if (guessed && anyLapsed) {
      throw new StockMovedOn("promises have lapsed");
    }
    LockedStock stock = new LockedStock(catalogue, known, began(), this);
    documents.of(stock);
    stock.counters.putAll(counters);
    checkCounters(stock);
    promises.join(needs);
    learn(needs);
    List<Shelf> shelves = withNamed(named, shelves(needs, any -> true));
    if (!shelves.stream().allMatch(shelf -> counters.containsKey(shelf.key.warehouse()))) {
      throw new StockMovedOn("something is promised in another warehouse");
    }
    known.recall(stock.counters.values(), shelves);
    shelfReader.readLevels(shelves);
    for (Shelf shelf : shelves) {
      stock.shelves.put(shelf.key, shelf);
    }
    shelfReader.readPiles(withPiles(needs, shelves));
    promises.take(lapsed, stock);
    if (!needs.undone.isEmpty()) {
      undone.readLocked(stock, documents);
    }
    if (!needs.purchaseOrders.isEmpty()) {
      OrderReader.read(connection, needs, stock);
    }
    documents.read(needs);
    return stock;
  }

  /// Whether nothing must be looked up before it can be locked.
  private boolean guess(Needs needs) {
    if (!needs.undone.isEmpty() || anyLapsed) {
      return false;
    }
    for (Reference order : needs.anywhere) {
      Optional<Set<WarehouseCode>> warehouses = known.promises().warehouses(order);
      if (warehouses.isEmpty()) {
        return false;
      }
      needs.warehouses.addAll(warehouses.get());
    }
    return true;
  }

  /// Looks without a lock what else must be locked, and returns the promises that have lapsed on
  /// it.
  private Set<Long> look(Needs needs, boolean sweep, PromiseReader promises, UndoneReader undone)
      throws SQLException {
    promises.readNewest(needs, sheaf);
    look();
    sheaf.send();
    promises.join(needs);
    if (!needs.undone.isEmpty()) {
      undone.addNeeds(needs);
    }
    learn(needs);
    if (!anyLapsed) {
      return Set.of();
    }
    List<Shelf> taken = shelves(needs, wanted -> wanted.taken);
    Set<Long> lapsed = promises.lapsed(needs, taken, began(), sweep);
    learn(needs);
    return lapsed;
  }

  /// The first time, lets the sheaf look at the clock and for promises that have lapsed.
  private void look() {
    if (began.isEmpty()) {
      sheaf.ask(
          "SELECT statement_timestamp(), " + PromiseReader.ANY_LAPSED,
          s -> {},
          rows -> {
            rows.next();
            began = Optional.of(Rows.instant(rows, 1));
            anyLapsed = rows.getBoolean(2);
          });
    }
  }

  /// Before commands are refused: what the rules believed when they refused is looked at again.
  ///
  /// @throws StockMovedOn when it is not so
  public void confirm(LockedStock stock) throws SQLException {
    if (!stock.doubted.isEmpty()) {
      shelfReader.confirm(stock.doubted, stock);
    }
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

  /// The shelves, those that were named before the locks being the same.
  private static List<Shelf> withNamed(List<Shelf> named, List<Shelf> all) {
    if (named.size() == all.size()) {
      return named;
    }
    Map<ShelfKey, Shelf> before = new HashMap<>();
    named.forEach(shelf -> before.put(shelf.key, shelf));
    all.replaceAll(shelf -> before.getOrDefault(shelf.key, shelf));
    return all;
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

  /// Locks warehouses before anything else of them is needed, so that a transaction which works in
  /// several steps takes its locks in order. Nothing is read.
  public void lockFirst(Collection<WarehouseCode> warehouses) throws SQLException {
    catalogue.learn(connection, warehouses, Set.of(), Set.of());
    int[] ids =
        warehouses.stream()
            .flatMap(code -> catalogue.site(code).stream())
            .mapToInt(Site::id)
            .sorted()
            .toArray();
    String sql =
        "SELECT 1 FROM warehouse_counter WHERE warehouse_id = ANY(?)"
            + " ORDER BY warehouse_id FOR NO KEY UPDATE";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Rows.ints(statement, 1, ids);
      statement.execute();
    }
  }

  @Override
  public void levels(List<ShelfKey> keys, LockedStock stock) {
    try {
      catalogue.learn(connection, Set.of(), keys.stream().map(ShelfKey::sku).toList(), Set.of());
      List<Shelf> shelves = new ArrayList<>();
      for (ShelfKey key : keys) {
        Optional<Site> site = catalogue.site(key.warehouse());
        OptionalInt product = catalogue.product(key.sku());
        if (site.isPresent() && product.isPresent()) {
          shelves.add(new Shelf(key, site.get().id(), product.getAsInt(), new long[6]));
        }
      }
      shelves.sort(Comparator.comparingLong(Shelf::number));
      shelfReader.readLevels(shelves);
      shelves.forEach(shelf -> stock.shelves.put(shelf.key, shelf));
    } catch (SQLException e) {
      throw new LedgerFailure(e);
    }
  }

  @Override
  public void piles(List<Shelf> shelves) {
    try {
      shelfReader.readPiles(shelves);
    } catch (SQLException e) {
      throw new LedgerFailure(e);
    }
  }

  private Map<Integer, WarehouseCode> wanted(List<Shelf> shelves, Set<WarehouseCode> also)
      throws SQLException {
    catalogue.learn(connection, also, Set.of(), Set.of());
    Map<Integer, WarehouseCode> wanted = new TreeMap<>();
    for (Shelf shelf : shelves) {
      wanted.put(shelf.warehouseId, shelf.key.warehouse());
    }
    for (WarehouseCode code : also) {
      catalogue.site(code).ifPresent(site -> wanted.put(site.id(), code));
    }
    return wanted;
  }

  private void lockCounters(
      Map<Integer, WarehouseCode> wanted, Map<WarehouseCode, Counter> counters) {
    if (wanted.isEmpty()) {
      return;
    }
    String sql =
        "SELECT warehouse_id, epoch, last_n, last_at, last_hash, rules_version,"
            + " (SELECT version FROM product_cost_version) FROM warehouse_counter"
            + " WHERE warehouse_id = ANY(?) ORDER BY warehouse_id FOR NO KEY UPDATE";
    sheaf.ask(
        sql,
        s -> s.ints(Rows.ints(wanted.keySet(), Integer::intValue)),
        rows -> readCounters(rows, wanted, counters));
  }

  private static void readCounters(
      ResultSet rows, Map<Integer, WarehouseCode> wanted, Map<WarehouseCode, Counter> counters)
      throws SQLException {
    while (rows.next()) {
      int id = rows.getInt(1);
      WarehouseCode code = wanted.get(id);
      if (code != null) {
        long epoch = rows.getLong(2);
        Instant lastAt = Rows.instant(rows, 4);
        counters.put(
            code,
            new Counter(
                code,
                id,
                epoch,
                rows.getLong(3),
                lastAt,
                rows.getBytes(5),
                rows.getLong(6),
                rows.getLong(7)));
      }
    }
    if (counters.size() < wanted.size()) {
      throw new IllegalStateException("no counter for one of " + wanted.values());
    }
  }

  private void checkCounters(LockedStock stock) throws SQLException {
    for (Counter counter : stock.counters.values()) {
      catalogue.rulesAt(connection, counter.warehouse, counter.rules);
    }
  }
}
