package dev.stockwright.client.replica;

import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.Product;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Where what lies in one warehouse, in the device's store.
///
/// All of it is asked of the server once, part by part, and then brought up to date by the
/// movements of the stream, in the same transaction as its levels. When the stream jumps, hides a
/// movement, or takes away more than is there, what is held stays as it was, with its age, and all
/// is asked again. Who counts must not know it: then [#forget] takes it off the device.
///
/// One lock guards it; whoever holds it may write to the store, never the other way round.
public final class Balances {
  private static final int CLEAR_ROWS = 2_000;

  private final DeviceStore store;
  private final WarehouseCode warehouse;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Position> streamed;
  private Optional<BalanceRows.Held> held;
  private Optional<Gathering> gathering = Optional.empty();
  private boolean sound;
  private Runnable wanted = () -> {};

  public Balances(DeviceStore store, WarehouseCode warehouse, InstantSource clock) {
    this.store = store;
    this.warehouse = warehouse;
    this.clock = clock;
    this.held = store.read(connection -> BalanceRows.held(connection, warehouse));
    this.streamed =
        store
            .read(connection -> LevelRows.held(connection, warehouse))
            .map(LevelRows.Held::position);
    this.sound = held.map(BalanceRows.Held::position).equals(streamed) && held.isPresent();
    clearAway();
  }

  /// Called when all is to be asked again; must be quick.
  public void onWanted(Runnable listener) {
    locked(() -> wanted = listener);
  }

  /// Whether all is to be asked of the server, and can be.
  public boolean wanted() {
    return locked(() -> !sound && gathering.isEmpty() && streamed.isPresent());
  }

  /// Whether what is held is what the stream has come to.
  public boolean sound() {
    return locked(() -> sound);
  }

  /// As of when this is; absent when nothing is known.
  public Optional<Instant> asOf() {
    return locked(() -> held.map(h -> sound ? clock.instant() : h.asOf()));
  }

  /// Begins to ask for all; false when the stream has not come anywhere yet.
  public boolean begin() {
    return locked(
        () -> {
          gathering =
              streamed.map(
                  position -> new Gathering(position, store.read(BalanceRows::unusedGeneration)));
          return gathering.isPresent();
        });
  }

  /// A part of the answer, the state after event `at`; false when it is of no use, so that it is to
  /// be asked from the start.
  public boolean part(Position at, List<Balance> balances, boolean last) {
    return locked(
        () -> {
          if (gathering.isEmpty() || !last && balances.isEmpty()) {
            return false;
          }
          Gathering into = gathering.get();
          Optional<BalanceKey> end =
              last ? Optional.empty() : Optional.of(BalanceKey.of(balances.getLast()));
          if (!into.part(at, end)) {
            gathering = Optional.empty();
            return false;
          }
          store.write(
              connection -> {
                BalanceRows.put(connection, into.generation(), balances);
                return into;
              });
          finish();
          return true;
        });
  }

  private void finish() {
    Optional<Gathering> done =
        gathering.filter(g -> streamed.filter(p -> g.complete(p.n())).isPresent());
    if (done.isEmpty()) {
      return;
    }
    Gathering from = done.get();
    BalanceRows.Held next =
        new BalanceRows.Held(streamed.orElseThrow(), from.generation(), clock.instant());
    sound =
        store.write(
            connection -> {
              boolean fits = BalanceRows.add(connection, from.generation(), from.missing());
              BalanceRows.hold(connection, warehouse, next);
              return fits;
            });
    held = Optional.of(next);
    gathering = Optional.empty();
    clearAway();
  }

  /// Gives up what was begun.
  public void giveUp() {
    locked(() -> gathering = Optional.empty());
  }

  /// Takes everything off the device: whoever works with it now must not know.
  public void forget() {
    locked(
        () -> {
          held = Optional.empty();
          gathering = Optional.empty();
          sound = false;
          store.write(
              connection -> {
                BalanceRows.drop(connection, warehouse);
                return warehouse;
              });
          clearAway();
          return sound;
        });
  }

  /// Writes what the stream brought, and what it did to balances with it.
  void along(Position from, Position to, List<Numbered> events, DeviceStore.Work<?> write) {
    boolean ask =
        locked(
            () -> {
              Optional<List<GoodsMove>> moves = GoodsMove.of(events);
              boolean fold =
                  sound
                      && moves.isPresent()
                      && held.filter(h -> h.position().equals(from)).isPresent();
              boolean was = sound;
              sound = store.write(connection -> written(connection, to, write, fold, moves));
              streamed = Optional.of(to);
              if (sound) {
                held = held.map(h -> new BalanceRows.Held(to, h.generation(), clock.instant()));
              }
              if (moves.filter(more -> gathering.map(g -> g.moved(more)).orElse(true)).isEmpty()) {
                gathering = Optional.empty();
              }
              finish();
              return was && !sound;
            });
    if (ask) {
      wanted.run();
    }
  }

  private boolean written(
      Connection connection,
      Position to,
      DeviceStore.Work<?> write,
      boolean fold,
      Optional<List<GoodsMove>> moves)
      throws SQLException {
    write.on(connection);
    if (!fold || held.isEmpty()) {
      return false;
    }
    long generation = held.get().generation();
    boolean fits = BalanceRows.add(connection, generation, moves.orElse(List.of()));
    if (fits) {
      BalanceRows.hold(
          connection, warehouse, new BalanceRows.Held(to, generation, clock.instant()));
    }
    return fits;
  }

  /// The stream has begun anew from a snapshot.
  void jumped(Position to) {
    locked(
        () -> {
          streamed = Optional.of(to);
          gathering = Optional.empty();
          sound = held.filter(h -> h.position().equals(to)).isPresent();
          return sound;
        });
    wanted.run();
  }

  /// Where a product lies.
  public List<Balance> of(Sku sku) {
    return find("b.sku = ?", sku.code());
  }

  /// What lies in a place.
  public List<Balance> in(LocationCode location) {
    return find("b.location = ?", location.code());
  }

  /// Everything; for comparisons, since it may be much.
  public List<Balance> all() {
    return find("? = ''", "");
  }

  /// A handling unit that goods are on.
  public Optional<KnownUnit> unit(HandlingUnit unit) {
    List<Balance> found = find("b.handling_unit <> '' AND b.handling_unit = ?", unit.code());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<KnownUnit.Content> contents =
        found.stream()
            .map(b -> new KnownUnit.Content(product(b.sku()), b.units(), b.lot(), b.condition()))
            .toList();
    return Optional.of(new KnownUnit(unit, Optional.of(found.getFirst().location()), contents));
  }

  private Product product(Sku sku) {
    return store
        .read(connection -> CatalogueRows.product(connection, sku))
        .orElseGet(() -> new Product(sku, sku.code(), "each", false, false));
  }

  private List<Balance> find(String where, String value) {
    return store.read(connection -> BalanceRows.find(connection, warehouse, where, value));
  }

  private void clearAway() {
    long written = gathering.map(Gathering::generation).orElse(0L);
    boolean more;
    do {
      more = store.write(connection -> BalanceRows.clearAway(connection, written, CLEAR_ROWS));
    } while (more);
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
