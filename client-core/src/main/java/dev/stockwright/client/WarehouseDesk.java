package dev.stockwright.client;

import dev.stockwright.client.known.Watched;
import dev.stockwright.client.replica.Balances;
import dev.stockwright.client.replica.LastMoves;
import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.client.replica.Stocks;
import dev.stockwright.client.replica.Work;
import dev.stockwright.client.sync.Sync;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// This device at work in one warehouse: its stock, its links, its workflows. Closed when the
/// device goes elsewhere.
public final class WarehouseDesk implements AutoCloseable {
  private final StockReplica replica;
  private final Balances balances;
  private final LastMoves moves;
  private final Work work;
  private final Sync sync;
  private final Map<String, ReceivingSession> lanes = new ConcurrentHashMap<>();
  private final Activities activities;
  // Guarded by this.
  private Optional<PortalSession> portal = Optional.empty();
  // Guarded by this.
  private final Map<WarehouseCode, StockReplica> others = new HashMap<>();
  private final Function<WarehouseCode, StockReplica> opening;

  /// @param opening the stock of another warehouse as this device knows it
  WarehouseDesk(
      StockReplica replica,
      Balances balances,
      LastMoves moves,
      Work work,
      Sync sync,
      Activities activities,
      Function<WarehouseCode, StockReplica> opening) {
    this.opening = opening;
    this.activities = activities;
    this.replica = replica;
    this.work = work;
    this.balances = balances;
    this.moves = moves;
    this.sync = sync;
  }

  /// Stock as this device knows it.
  public StockReplica stock() {
    return replica;
  }

  /// The stock of these warehouses as one picture, followed from now on; that of others is not
  /// followed any more, but for this one's own.
  public synchronized Stocks stocks(List<WarehouseCode> wanted) {
    Stocks picture =
        new Stocks(
            wanted.stream()
                .map(
                    where ->
                        where.equals(replica.warehouse())
                            ? replica
                            : others.computeIfAbsent(where, opening))
                .toList());
    sync.follow(picture.all().stream().filter(each -> !each.equals(replica)).toList());
    return picture;
  }

  /// Where what lies, as this device knows it.
  public Balances balances() {
    return balances;
  }

  /// What there is to do here, as this device knows it.
  public Work work() {
    return work;
  }

  /// Somebody looks at this now, so that the screen has to follow it; absent: at nothing that has
  /// to be followed.
  void watch(Optional<Watched> what) {
    moves.watch(what);
  }

  /// Whoever works here now must not know how much there is.
  void forgetStock() {
    balances.forget();
    moves.forget();
  }

  /// Receiving at a desk with one lane.
  public ReceivingSession receiving() {
    return receiving("");
  }

  /// Receiving in one of several lanes, each with its own document, place and undo.
  ///
  /// @param lane the name of it, the same after a restart
  public ReceivingSession receiving(String lane) {
    return lanes.computeIfAbsent(lane, activities::receiving);
  }

  /// The RFID gate of this desk; always the same.
  public synchronized PortalSession portal() {
    PortalSession opened = portal.orElseGet(activities::portal);
    portal = Optional.of(opened);
    return opened;
  }

  /// Who works here leaves.
  void leave() {
    lanes.values().forEach(ReceivingSession::leave);
  }

  Activities activities() {
    return activities;
  }

  Sync sync() {
    return sync;
  }

  @Override
  public synchronized void close() {
    sync.close();
    replica.close();
    others.values().forEach(StockReplica::close);
  }
}
