package dev.stockwright.client;

import dev.stockwright.client.replica.Balances;
import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.client.replica.Work;
import dev.stockwright.client.sync.Sync;

/// This device at work in one warehouse: its stock, its links, its workflows. Closed when the
/// device goes elsewhere.
public final class WarehouseDesk implements AutoCloseable {
  private final StockReplica replica;
  private final Balances balances;
  private final Work work;
  private final Sync sync;
  private final ReceivingSession receiving;
  private final Activities activities;

  WarehouseDesk(
      StockReplica replica,
      Balances balances,
      Work work,
      Sync sync,
      ReceivingSession receiving,
      Activities activities) {
    this.activities = activities;
    this.replica = replica;
    this.work = work;
    this.balances = balances;
    this.sync = sync;
    this.receiving = receiving;
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

  public ReceivingSession receiving() {
    return receiving;
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
