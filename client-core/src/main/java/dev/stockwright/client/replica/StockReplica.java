package dev.stockwright.client.replica;

import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.client.outbox.OutboxListener;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The stock of one warehouse as this device knows it, in the device's store.
///
/// It takes events strictly at n + 1: what it has already is passed over, a gap asks to resume. A
/// snapshot is gathered beside what is shown and replaces it only when its last page is in. What
/// own commands will change is laid over it until the stream includes them, so that whoever has
/// just scanned sees it.
///
/// The position and the overlay are guarded by one lock. Listeners are called once for each frame
/// or own command, on the thread that brought it, without the lock.
public final class StockReplica implements OutboxListener, AutoCloseable {
  private static final int CLEAR_ROWS = 2_000;

  private final DeviceStore store;
  private final WarehouseCode warehouse;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Unfinished unfinished;
  private final List<Consumer<ReplicaChange>> listeners = new CopyOnWriteArrayList<>();

  private final ReentrantLock lock = new ReentrantLock();
  private final Overlay overlay = new Overlay();
  private Optional<LevelRows.Held> held;
  private Optional<Gathering> gathering = Optional.empty();
  private Optional<Instant> heard;
  private boolean live;
  private boolean startOver;
  private Optional<Balances> balances = Optional.empty();

  /// A snapshot of which not all pages are in.
  private record Gathering(Position position, long generation, int pages) {}

  /// The only one that is written into its store.
  public StockReplica(
      DeviceStore store, WarehouseCode warehouse, Outbox outbox, InstantSource clock) {
    this(store, warehouse, outbox, clock, new Unfinished());
  }

  /// @param unfinished what is being written into the store; the same for all of them there
  public StockReplica(
      DeviceStore store,
      WarehouseCode warehouse,
      Outbox outbox,
      InstantSource clock,
      Unfinished unfinished) {
    this.unfinished = unfinished;
    this.store = store;
    this.warehouse = warehouse;
    this.outbox = outbox;
    this.clock = clock;
    this.held = store.read(connection -> LevelRows.held(connection, warehouse));
    this.heard = held.map(LevelRows.Held::asOf);
    clearAway();
    outbox.listen(this);
    layOver();
  }

  /// What was under way when the app stopped.
  private void layOver() {
    for (Envelope envelope : outbox.pending(Integer.MAX_VALUE)) {
      added(envelope);
    }
    for (Entry entry : outbox.newest(Outbox.HISTORY)) {
      if (entry.answer().orElse(null) instanceof Answer.Accepted accepted) {
        added(entry.envelope());
        settled(entry.envelope(), accepted);
      }
    }
  }

  /// What the stream says of bins goes to `kept`, too; before the stream begins.
  public void keep(Balances kept) {
    locked(() -> balances = Optional.of(kept));
  }

  public WarehouseCode warehouse() {
    return warehouse;
  }

  /// From where the stream may go on; absent when a snapshot is needed.
  public Optional<Position> position() {
    return locked(() -> startOver ? Optional.empty() : held.map(LevelRows.Held::position));
  }

  /// Told of every change, batched. Must be quick and must not throw.
  public void listen(Consumer<ReplicaChange> listener) {
    listeners.add(listener);
  }

  /// The server has taken the subscription.
  public Step subscribed(ServerFrame.Subscribed frame) {
    return locked(
        () -> {
          heard = Optional.of(clock.instant());
          forgetGathering();
          boolean ahead =
              held.filter(h -> h.position().epoch() == frame.epoch())
                  .filter(h -> h.position().n() > frame.last())
                  .isPresent();
          if (ahead && !startOver) {
            return startOver(); // the server has less than we: its past was changed
          }
          if (held.map(h -> h.position().epoch() != frame.epoch()).orElse(true)) {
            startOver = true; // only a snapshot can follow
          }
          live = !startOver;
          return Step.GO_ON;
        });
  }

  /// One page of a snapshot.
  public Step snapshot(ServerFrame.Snapshot page) {
    Position position = new Position(page.epoch(), page.n());
    Step step =
        locked(
            () -> {
              heard = Optional.of(clock.instant());
              if (page.page() == 1) {
                long generation = store.read(LevelRows::unusedGeneration);
                forgetGathering();
                unfinished.begin(generation);
                gathering = Optional.of(new Gathering(position, generation, 0));
              }
              Gathering into = gathering.orElse(new Gathering(position, 0, -1));
              if (!into.position().equals(position) || into.pages() + 1 != page.page()) {
                return startOver();
              }
              take(page, into);
              return Step.GO_ON;
            });
    if (step == Step.GO_ON && page.done()) {
      tell(new ReplicaChange(true, Set.of(), List.of()));
      clearAway();
    }
    return step;
  }

  private void take(ServerFrame.Snapshot page, Gathering into) {
    LevelRows.Held next = new LevelRows.Held(into.position(), into.generation(), clock.instant());
    store.write(
        connection -> {
          LevelRows.put(connection, into.generation(), Sent.list(page.levels()));
          if (page.done()) {
            LevelRows.hold(connection, warehouse, next);
          }
          return next;
        });
    if (page.done()) {
      held = Optional.of(next);
      forgetGathering();
      startOver = false;
      live = true;
      overlay.passed(next.position().n());
      balances.ifPresent(kept -> kept.jumped(next.position()));
    } else {
      gathering = Optional.of(new Gathering(into.position(), into.generation(), page.page()));
    }
  }

  /// Events in the order of their numbers.
  public Step events(List<Numbered> events) {
    List<Event> applied = new ArrayList<>();
    Set<Sku> touched = new HashSet<>();
    Step step =
        locked(
            () -> {
              heard = Optional.of(clock.instant());
              if (held.isEmpty() || startOver || gathering.isPresent()) {
                return startOver();
              }
              return apply(held.get(), events, applied, touched);
            });
    if (!touched.isEmpty() || !applied.isEmpty()) {
      tell(new ReplicaChange(false, Set.copyOf(touched), List.copyOf(applied)));
    }
    return step;
  }

  private Step apply(
      LevelRows.Held now, List<Numbered> events, List<Event> applied, Set<Sku> touched) {
    long n = now.position().n();
    Step step = Step.GO_ON;
    List<Level> levels = new ArrayList<>();
    List<CommandId> done = new ArrayList<>();
    List<Numbered> taken = new ArrayList<>();
    for (Numbered numbered : events) {
      if (numbered.n() <= n) {
        continue; // we have it
      }
      if (numbered.n() > n + 1) {
        live = false;
        step = Step.RESUME;
        break;
      }
      n = numbered.n();
      taken.add(numbered);
      for (Level level : numbered.levels()) {
        if (level.warehouse().equals(warehouse)) {
          levels.add(level);
          touched.add(level.sku());
        }
      }
      numbered.event().ifPresent(applied::add);
      numbered.event().map(Event::commandId).ifPresent(done::add);
    }
    if (n > now.position().n()) {
      Position position = new Position(now.position().epoch(), n);
      LevelRows.Held next = new LevelRows.Held(position, now.generation(), clock.instant());
      DeviceStore.Work<LevelRows.Held> write =
          connection -> {
            LevelRows.put(connection, now.generation(), levels);
            LevelRows.hold(connection, warehouse, next);
            return next;
          };
      balances.ifPresentOrElse(
          kept -> kept.along(now.position(), position, taken, write), () -> store.write(write));
      held = Optional.of(next);
      done.forEach(id -> touched.addAll(overlay.drop(id)));
      touched.addAll(overlay.passed(n));
    }
    return step;
  }

  private Step startOver() {
    startOver = true;
    live = false;
    forgetGathering();
    return Step.START_OVER;
  }

  private void forgetGathering() {
    gathering.map(Gathering::generation).ifPresent(unfinished::end);
    gathering = Optional.empty();
  }

  /// Any sign of life on the stream.
  public void heartbeat() {
    locked(() -> heard = Optional.of(clock.instant()));
  }

  /// The stream is down; what is shown grows old from now on.
  public void cut() {
    locked(
        () -> {
          live = false;
          forgetGathering();
          return live;
        });
  }

  public Freshness freshness() {
    return locked(() -> new Freshness(heard, live));
  }

  /// The stock of one product as it is to be shown.
  public ShownLevel level(Sku sku) {
    return locked(
        () -> {
          Optional<Level> level =
              store.read(connection -> LevelRows.level(connection, warehouse, sku));
          String name = store.read(connection -> CatalogueRows.productName(connection, sku));
          return new ShownLevel(sku, name, level, overlay.pending(sku));
        });
  }

  /// Some rows of the stock list as they are to be shown. Products that only own commands brought
  /// here are not listed until the server has said so. Reading them holds up neither scans nor
  /// events; a change that comes meanwhile is told as always.
  public StockPage page(StockQuery query) {
    LevelRows.Listed listed = listed(List.of(warehouse), query);
    return new StockPage(
        listed.rows().stream().map(row -> laidOver(row.level(), row.name())).toList(),
        listed.total());
  }

  /// Some rows of several warehouses of this store, without own commands.
  LevelRows.Listed listed(List<WarehouseCode> warehouses, StockQuery query) {
    int total = store.list(connection -> LevelRows.total(connection, warehouses, query));
    return new LevelRows.Listed(
        store.list(connection -> LevelRows.page(connection, warehouses, query)), total);
  }

  /// A level that the server was asked for, as it is to be shown: what the stream has said since
  /// replaces it, and own commands that neither includes are laid over it. Numbers decide, so that
  /// nothing counts twice whichever of answer, page and event came first.
  public ShownLevel laidOver(Level level, String name) {
    return locked(
        () -> {
          Optional<Level> ours =
              startOver
                  ? Optional.empty()
                  : held.filter(h -> h.position().n() > level.n())
                      .flatMap(h -> store.read(c -> LevelRows.level(c, warehouse, level.sku())));
          Level newest = ours.filter(o -> o.n() > level.n()).orElse(level);
          return new ShownLevel(
              newest.sku(), name, Optional.of(newest), overlay.pending(newest.sku(), newest.n()));
        });
  }

  @Override
  public void added(Envelope envelope) {
    List<Effects.Effect> effects =
        Effects.of(envelope.command(), warehouse, id -> outbox.find(id).map(this::command));
    told(locked(() -> overlay.add(envelope.id(), effects)));
  }

  private Command command(Entry entry) {
    return entry.envelope().command();
  }

  @Override
  public void settled(Envelope envelope, Answer answer) {
    told(
        locked(
            () -> {
              long n = held.map(h -> h.position().n()).orElse(-1L);
              return overlay.settle(answer, warehouse, n);
            }));
  }

  private void told(Set<Sku> touched) {
    if (!touched.isEmpty()) {
      tell(new ReplicaChange(false, touched, List.of()));
    }
  }

  private void tell(ReplicaChange change) {
    listeners.forEach(listener -> listener.accept(change));
  }

  private void clearAway() {
    List<Long> written = unfinished.all();
    boolean more;
    do {
      more = store.write(connection -> LevelRows.clearAway(connection, written, CLEAR_ROWS));
    } while (more);
  }

  /// Hears no more of own commands; for a device that goes to another warehouse.
  @Override
  public void close() {
    outbox.forget(this);
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
