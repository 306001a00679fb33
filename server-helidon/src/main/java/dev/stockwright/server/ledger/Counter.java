package dev.stockwright.server.ledger;

import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The locked counter of a warehouse while a transaction works on it: who holds it is alone with
/// all stock of that warehouse. Owned by that transaction's thread.
final class Counter {
  final WarehouseCode warehouse;
  final int warehouseId;
  final long epoch;
  final Instant lastAt;
  final Chain chain;

  /// Which version of the warehouse's locks and the like holds.
  final long rules;

  /// Where it stood when it was locked.
  final long first;

  final byte[] firstHash;

  /// The version of what products cost, as it was then.
  final long costs;

  final List<Event> events = new ArrayList<>();
  long last;

  Counter(
      WarehouseCode warehouse,
      int warehouseId,
      long epoch,
      long last,
      Instant lastAt,
      byte[] hash,
      long rules,
      long costs) {
    this.rules = rules;
    this.warehouse = warehouse;
    this.warehouseId = warehouseId;
    this.epoch = epoch;
    this.first = last;
    this.firstHash = hash;
    this.costs = costs;
    this.last = last;
    this.lastAt = lastAt;
    this.chain = new Chain(hash);
  }
}
