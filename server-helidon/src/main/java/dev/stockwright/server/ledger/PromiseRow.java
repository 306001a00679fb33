package dev.stockwright.server.ledger;

import dev.stockwright.server.stock.Promise;
import dev.stockwright.server.stock.PromiseState;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A reservation while a transaction works on it. Owned by that transaction's thread.
final class PromiseRow {
  final long id; // 0: placed by this transaction
  final Reference order;
  final Instant placedAt;
  PromiseState state;
  Optional<Instant> expiresAt;
  boolean changed;
  boolean resized;

  /// Whether it holds goods now and did not, or the other way round.
  boolean turned;

  private List<Promise.Line> lines;

  /// Who had it promised, and on which device; of one that is placed now.
  String placedBy = "";

  String placedOn = "";

  PromiseRow(
      long id,
      Reference order,
      List<Promise.Line> lines,
      Instant placedAt,
      PromiseState state,
      Optional<Instant> expiresAt) {
    this.id = id;
    this.order = order;
    this.lines = List.copyOf(lines);
    this.placedAt = placedAt;
    this.state = state;
    this.expiresAt = expiresAt;
  }

  boolean lapsed(Instant now) {
    return state == PromiseState.PLACED && expiresAt.filter(at -> !at.isAfter(now)).isPresent();
  }

  /// What is promised now, one line for each warehouse and product.
  List<Promise.Line> lines() {
    return lines;
  }

  /// Changes what is promised of one product; below zero is a bug.
  void resize(WarehouseCode warehouse, Sku sku, long change) {
    List<Promise.Line> all = new ArrayList<>();
    boolean found = false;
    for (Promise.Line line : lines) {
      boolean it = line.warehouse().equals(warehouse) && line.sku().equals(sku);
      found |= it;
      all.add(it ? new Promise.Line(warehouse, sku, line.quantity() + change) : line);
    }
    if (!found) {
      all.add(new Promise.Line(warehouse, sku, change));
    }
    if (all.stream().anyMatch(line -> line.quantity() < 0)) {
      throw new IllegalStateException(order + " promised " + sku + " below zero by " + change);
    }
    lines = List.copyOf(all);
    changed = true;
    resized = true;
  }
}
