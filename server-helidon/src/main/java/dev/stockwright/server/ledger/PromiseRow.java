package dev.stockwright.server.ledger;

import dev.stockwright.server.stock.Promise;
import dev.stockwright.server.stock.PromiseState;
import dev.stockwright.vocabulary.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A reservation while a transaction works on it. Owned by that transaction's thread.
final class PromiseRow {
  final long id; // 0: placed by this transaction
  final Reference order;
  final List<Promise.Line> lines;
  final Instant placedAt;
  PromiseState state;
  Optional<Instant> expiresAt;
  boolean changed;

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
}
