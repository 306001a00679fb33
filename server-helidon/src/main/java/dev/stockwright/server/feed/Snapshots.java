package dev.stockwright.server.feed;

import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Snapshots being made and the ones just made. Everybody who asks within a short time gets the
/// same one, so that a thousand clients that start together cost one read of the database. One is
/// made at a time. Thread-safe.
final class Snapshots {
  private final EventLog log;
  private final long goodForNanos;
  private final Semaphore making = new Semaphore(1, true);
  private final Map<WarehouseCode, Kept> kept = new ConcurrentHashMap<>();

  Snapshots(EventLog log, Duration goodFor) {
    this.log = log;
    this.goodForNanos = goodFor.toNanos();
  }

  /// A snapshot of a recent state, of `wanted.epoch()` and not before `wanted.last()`; empty when
  /// there is no such warehouse. Fails with [EventLogUnavailable].
  CompletableFuture<Optional<Snapshot>> of(WarehouseCode warehouse, Head wanted) {
    Kept one =
        kept.compute(
            warehouse,
            (code, known) ->
                known != null && known.good(goodForNanos, wanted)
                    ? known
                    : new Kept(make(code), System.nanoTime()));
    return one.snapshot;
  }

  /// Lets go of what nobody will be given any more.
  void sweep() {
    kept.values().removeIf(one -> one.snapshot.isDone() && one.age() > goodForNanos);
  }

  private CompletableFuture<Optional<Snapshot>> make(WarehouseCode warehouse) {
    CompletableFuture<Optional<Snapshot>> snapshot = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("snapshot-" + warehouse)
        .start(
            () -> {
              making.acquireUninterruptibly();
              try {
                snapshot.complete(log.snapshot(warehouse));
              } catch (RuntimeException e) {
                snapshot.completeExceptionally(e);
              } finally {
                making.release();
              }
            });
    return snapshot;
  }

  private record Kept(CompletableFuture<Optional<Snapshot>> snapshot, long begunNanos) {
    long age() {
      return System.nanoTime() - begunNanos;
    }

    boolean good(long forNanos, Head wanted) {
      if (!snapshot.isDone()) {
        return true;
      }
      return age() <= forNanos
          && !snapshot.isCompletedExceptionally()
          && snapshot
              .join()
              .map(Snapshot::head)
              .filter(head -> head.epoch() == wanted.epoch() && head.last() >= wanted.last())
              .isPresent();
    }
  }
}
