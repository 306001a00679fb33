package dev.stockwright.client.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Balances that come part by part, each part the state after an event of its own, while events go
/// on. Of the moves since the beginning those are added that the part of their goods does not
/// include. Not safe for threads: [Balances] guards it.
final class Gathering {
  /// More would be slower than to begin anew.
  private static final int MOVES_MAX = 100_000;

  /// Up to `last` (the rest when absent) it is the state after event `n`.
  private record Part(Optional<BalanceKey> last, long n) {}

  private final Position begun;
  private final long generation;
  private final List<Part> parts = new ArrayList<>();
  private final List<GoodsMove> moves = new ArrayList<>();

  Gathering(Position begun, long generation) {
    this.begun = begun;
    this.generation = generation;
  }

  long generation() {
    return generation;
  }

  /// A part has come; false when it is of another past than the stream.
  ///
  /// @param last its last goods; absent when it is the last part
  boolean part(Position at, Optional<BalanceKey> last) {
    parts.add(new Part(last, at.n()));
    return at.epoch() == begun.epoch() && at.n() >= begun.n();
  }

  /// Events have come; false when there are too many.
  boolean moved(List<GoodsMove> more) {
    moves.addAll(more);
    return moves.size() <= MOVES_MAX;
  }

  /// Whether all parts are in and the stream has come as far as the furthest of them.
  boolean complete(long streamed) {
    return !parts.isEmpty()
        && parts.getLast().last().isEmpty()
        && parts.stream().allMatch(part -> part.n() <= streamed);
  }

  /// The moves that no part includes.
  List<GoodsMove> missing() {
    return moves.stream().filter(move -> move.n() > includedAt(move.key())).toList();
  }

  private long includedAt(BalanceKey key) {
    int low = 0;
    int high = parts.size() - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (parts.get(middle).last().filter(last -> last.compareTo(key) < 0).isPresent()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return parts.get(low).n();
  }
}
