package dev.stockwright.client;

import dev.stockwright.client.replica.Balances;
import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.client.replica.Work;
import dev.stockwright.client.sync.Sync;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// This device at work in one warehouse: its stock, its links, its workflows. Closed when the
/// device goes elsewhere.
public final class WarehouseDesk implements AutoCloseable {
  private final StockReplica replica;
  private final Balances balances;
  private final Work work;
  private final Sync sync;
  private final Map<String, ReceivingSession> lanes = new ConcurrentHashMap<>();
  private final Activities activities;
  // Guarded by this.
  private Optional<PortalSession> portal = Optional.empty();

  WarehouseDesk(
      StockReplica replica, Balances balances, Work work, Sync sync, Activities activities) {
    this.activities = activities;
    this.replica = replica;
    this.work = work;
    this.balances = balances;
    this.sync = sync;
  }

  /// Stock as this device knows it.
  public StockReplica stock() {
    return replica;
  }

  /// Where what lies, as this device knows it.
  public Balances balances() {
    return balances;
  }

  /// What there is to do here, as this device knows it.
  public Work work() {
    return work;
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
  public void close() {
    sync.close();
    replica.close();
  }
}
