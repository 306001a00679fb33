package dev.stockwright.server.ledger;

import dev.stockwright.server.catalogue.Catalogue;
import dev.stockwright.server.catalogue.Place;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Documents;
import dev.stockwright.server.stock.Gates;
import dev.stockwright.server.stock.OrderLine;
import dev.stockwright.server.stock.Pile;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Promise;
import dev.stockwright.server.stock.PromiseState;
import dev.stockwright.server.stock.RecordedMovement;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.stock.Stock;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows that a transaction has locked, changed in memory by one decision after the other, and
/// at the end written in one go. Owned by the transaction's thread.
public final class LockedStock implements Stock {
  /// The author of what the server does by itself, such as letting a promise expire.
  static final CommandId BY_ITSELF = new CommandId(new java.util.UUID(0, 0));

  final Catalogue catalogue;
  final KnownStock known;
  final Instant now;
  final Map<WarehouseCode, Counter> counters = new LinkedHashMap<>();
  final Map<ShelfKey, Shelf> shelves = new LinkedHashMap<>();
  final Map<Reference, Map<ShelfKey, OrderRow>> orders = new HashMap<>();
  final Map<Reference, WarehouseCode> openOrders = new HashMap<>();
  final List<PromiseRow> promiseRows = new ArrayList<>();
  final Map<Reference, PromiseRow> promises = new HashMap<>();
  final Map<CommandId, List<RecordedMovement>> undone = new HashMap<>();
  final Map<Expiry, java.time.LocalDate> expiries = new LinkedHashMap<>();
  Documents documents = Documents.NONE;

  /// Shelves that were only remembered when a command was refused because of them, perhaps.
  final Set<Shelf> doubted = new LinkedHashSet<>();
  private final Costing costing = new Costing();
  private final List<Shelf> looked = new ArrayList<>();
  private final Set<Reversed> reversedNow = new HashSet<>();
  final List<Entry> entries = new ArrayList<>(); // everything that was decided, oldest first
  private final LevelWatch watch = new LevelWatch(shelves.values(), entries);
  private @Nullable WarehouseCode lastWarehouse;
  private @Nullable Sku lastSku;
  private @Nullable Shelf last;
  private final ShelfSource source;
  private boolean forgets;

  record Expiry(int productId, String lot) {}

  private record Reversed(WarehouseCode warehouse, long n) {}

  LockedStock(Catalogue catalogue, KnownStock known, Instant now, ShelfSource source) {
    this.catalogue = catalogue;
    this.known = known;
    this.now = now;
    this.source = source;
  }

  /// Reads the stock of these products as well; the warehouse is locked. Those that nobody knows
  /// are left out.
  public void bring(WarehouseCode warehouse, Collection<Sku> skus) {
    look(warehouse, skus);
    source.piles(
        skus.stream()
            .map(sku -> shelves.get(new ShelfKey(warehouse, sku)))
            .filter(shelf -> shelf != null && !shelf.pilesRead)
            .distinct()
            .toList());
  }

  /// Reads the levels of these products, without their piles; the warehouse is locked.
  public void look(WarehouseCode warehouse, Collection<Sku> skus) {
    List<ShelfKey> missing =
        skus.stream()
            .distinct()
            .map(sku -> new ShelfKey(warehouse, sku))
            .filter(key -> !shelves.containsKey(key))
            .toList();
    if (!missing.isEmpty()) {
      source.levels(missing, this);
      lastSku = null;
    }
  }

  /// The warehouses that this transaction holds.
  public Set<WarehouseCode> locked() {
    return Set.copyOf(counters.keySet());
  }

  @Override
  public Gates gates() {
    return catalogue;
  }

  @Override
  public Documents documents() {
    return documents;
  }

  /// The database's time at which the transaction began.
  public Instant now() {
    return now;
  }

  /// What is remembered of these warehouses from earlier transactions holds no longer: something
  /// about their products was changed beside the ledger.
  public void forget() {
    forgets = true;
  }

  public boolean forgets() {
    return forgets;
  }

  /// How many drafts there are; the drafts of a decision are those from one mark to the next.
  public int mark() {
    return entries.size();
  }

  /// A command is judged now.
  public void judging() {
    looked.clear();
  }

  /// That command is refused.
  public void refused() {
    doubted.addAll(looked);
  }

  /// Lets every promise that was read and has lapsed go, before anything is judged.
  public void expireLapsed() {
    for (PromiseRow row : promiseRows) {
      if (row.lapsed(now)) {
        change(row, PromiseState.EXPIRED, BY_ITSELF);
      }
    }
    watch.lapsed();
  }

  /// Who looks at levels for alerts.
  public LevelWatch watch() {
    return watch;
  }

  /// Carries a decision out in memory. A refusal changes nothing.
  public void apply(Decision decision, Submission by) {
    switch (decision) {
      case Decision.Post post -> post.postings().forEach(posting -> post(posting, by));
      case Decision.Reserve reserve ->
          promise(
              reserve.order(),
              reserve.lines(),
              Optional.of(now.plusSeconds(reserve.ttlSeconds())),
              by);
      case Decision.ChangePromise change -> change(row(change.order()), change.state(), by.id());
      case Decision.Act act -> act.steps().forEach(step -> take(step, by));
      case Decision.Refuse refused -> {
        // nothing
      }
    }
  }

  private void take(Step step, Submission by) {
    switch (step) {
      case Step.Move move -> post(move.posting(), by);
      case Step.Promise(var order, var lines, var until) -> promise(order, lines, until, by);
      case Step.Turn(var order, var state) -> change(row(order), state, by.id());
      case Step.Renew(var order, var until) -> {
        PromiseRow row = row(order);
        row.expiresAt = Optional.of(until);
        row.changed = true;
        announce(row, by.id(), false);
      }
      case Step.Resize(var order, var warehouse, var sku, var change) -> {
        PromiseRow row = row(order);
        row.resize(warehouse, sku, change);
        if (row.state.holding()) {
          hold(shelf(warehouse, sku), change);
        }
        announce(row, by.id(), true);
      }
      case Step.Note note -> entries.add(new Entry(new Draft.Noted(by.id(), note)));
    }
  }

  private void promise(
      Reference order, List<Promise.Line> lines, Optional<Instant> until, Submission by) {
    PromiseState state = until.isPresent() ? PromiseState.PLACED : PromiseState.COMMITTED;
    PromiseRow row = new PromiseRow(0, order, lines, now, state, until);
    row.placedBy = by.author().code();
    row.placedOn = by.device().code();
    promiseRows.add(row);
    promises.put(row.order, row);
    hold(row, 1);
    announce(row, by.id(), false);
  }

  private PromiseRow row(Reference order) {
    PromiseRow row = promises.get(order);
    if (row == null) {
      throw new IllegalStateException("no promise was read for " + order);
    }
    return row;
  }

  private void post(Posting posting, Submission by) {
    Shelf shelf = shelf(posting.warehouse(), posting.sku());
    long before = shelf.onHand;
    shelf.change(posting.goods(), posting.from(), -posting.quantity());
    shelf.change(posting.goods(), posting.to(), posting.quantity());
    posting.reverses().ifPresent(n -> reversedNow.add(new Reversed(posting.warehouse(), n)));
    progress(posting, shelf);
    long cost = costing.of(posting, shelf, before, by.id());
    posting
        .expiry()
        .ifPresent(day -> expiries.put(new Expiry(shelf.productId, posting.goods().lot()), day));
    entries.add(new Entry(Draft.Moved.of(by, posting, shelf, before, cost)));
  }

  /// A receipt moves its purchase order on; undoing one moves it back.
  private void progress(Posting posting, Shelf shelf) {
    Map<ShelfKey, OrderRow> lines = posting.reference().map(orders::get).orElse(null);
    OrderRow row = lines == null ? null : lines.get(shelf.key);
    LocationCode supplier = VirtualLocation.SUPPLIER.code();
    if (row != null && posting.from().equals(supplier)) {
      row.received += posting.quantity();
      row.changed = true;
    } else if (row != null && posting.to().equals(supplier)) {
      row.received = Math.max(0, row.received - posting.quantity());
      row.changed = true;
    }
  }

  private void change(PromiseRow row, PromiseState state, CommandId by) {
    if (row.state.holding() != state.holding()) {
      hold(row, state.holding() ? 1 : -1);
      row.turned = true;
    }
    row.state = state;
    row.changed = true;
    if (state == PromiseState.COMMITTED) {
      row.expiresAt = Optional.empty();
    }
    announce(row, by, false);
  }

  private void hold(PromiseRow row, long sign) {
    for (Promise.Line line : row.lines()) {
      hold(shelf(line.warehouse(), line.sku()), sign * line.quantity());
    }
  }

  private static void hold(Shelf shelf, long change) {
    shelf.reserved += change;
    shelf.changed = true;
  }

  private void announce(PromiseRow row, CommandId by, boolean resized) {
    Map<WarehouseCode, List<Draft.Snap>> snaps = new LinkedHashMap<>();
    for (Promise.Line line : row.lines()) {
      Shelf shelf = shelf(line.warehouse(), line.sku());
      snaps.computeIfAbsent(line.warehouse(), any -> new ArrayList<>()).add(Draft.Snap.of(shelf));
    }
    snaps.forEach(
        (warehouse, parts) ->
            entries.add(
                new Entry(
                    new Draft.Promised(
                        by, warehouse, row.order, row.state, row.expiresAt, resized, parts))));
  }

  private Shelf shelf(WarehouseCode warehouse, Sku sku) {
    Shelf shelf = found(warehouse, sku);
    if (shelf == null && counters.containsKey(warehouse)) {
      bring(warehouse, List.of(sku));
      shelf = found(warehouse, sku);
    }
    if (shelf == null) {
      throw new IllegalStateException("stock of " + sku + " in " + warehouse + " is not locked");
    }
    return shelf;
  }

  /// The rules ask several times in a row for what one command names.
  @SuppressWarnings("ReferenceEquality") // a shortcut; equal ones are found as well
  private @Nullable Shelf found(WarehouseCode warehouse, Sku sku) {
    if (warehouse != lastWarehouse || sku != lastSku) {
      last = shelves.get(new ShelfKey(warehouse, sku));
      lastWarehouse = warehouse;
      lastSku = sku;
    }
    return last;
  }

  @Override
  public boolean knows(WarehouseCode warehouse) {
    return catalogue.site(warehouse).isPresent();
  }

  @Override
  public boolean knows(Sku sku) {
    return catalogue.product(sku).isPresent();
  }

  @Override
  public boolean knows(WarehouseCode warehouse, Sku sku) {
    return found(warehouse, sku) != null || (knows(warehouse) && knows(sku));
  }

  @Override
  public boolean knows(WarehouseCode warehouse, LocationCode location) {
    return catalogue.place(new Place(warehouse, location)).orElse(0) > 100;
  }

  @Override
  public LocationCode receivingLocation(WarehouseCode warehouse) {
    return catalogue.site(warehouse).orElseThrow().receivingLocation();
  }

  @Override
  public long available(WarehouseCode warehouse, Sku sku) {
    return look(warehouse, sku).available();
  }

  private Shelf look(WarehouseCode warehouse, Sku sku) {
    Shelf shelf = shelf(warehouse, sku);
    if (shelf.levelRecalled || shelf.pilesRecalled) {
      looked.add(shelf);
    }
    return shelf;
  }

  @Override
  public long onHand(WarehouseCode warehouse, Sku sku, PileKey key) {
    return read(warehouse, sku).piles.getOrDefault(key, 0L);
  }

  @Override
  public List<Pile> piles(WarehouseCode warehouse, Sku sku) {
    return read(warehouse, sku).sorted();
  }

  private Shelf read(WarehouseCode warehouse, Sku sku) {
    Shelf shelf = look(warehouse, sku);
    if (!shelf.pilesRead) {
      source.piles(List.of(shelf));
    }
    if (!shelf.pilesRead) {
      throw new IllegalStateException("piles of " + sku + " in " + warehouse + " were not read");
    }
    return shelf;
  }

  @Override
  public boolean openOrder(Reference order, WarehouseCode warehouse) {
    return warehouse.equals(openOrders.get(order));
  }

  @Override
  public Optional<OrderLine> orderLine(Reference order, WarehouseCode warehouse, Sku sku) {
    Map<ShelfKey, OrderRow> lines = orders.get(order);
    return lines == null
        ? Optional.empty()
        : Optional.ofNullable(lines.get(new ShelfKey(warehouse, sku))).flatMap(OrderRow::view);
  }

  @Override
  public Optional<Promise> promise(Reference order) {
    return Optional.ofNullable(promises.get(order))
        .map(row -> new Promise(row.order, row.state, row.lines()));
  }

  @Override
  public List<RecordedMovement> movementsOf(CommandId command) {
    return undone.getOrDefault(command, List.of()).stream()
        .map(m -> reversedNow.contains(new Reversed(m.warehouse(), m.n())) ? m.undone() : m)
        .toList();
  }
}
