package dev.stockwright.server.feed;

import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Reads of events that are no longer in memory: two at a time, so that a thousand clients that
/// come back together leave connections for everybody else. Thread-safe.
final class CatchUp {
  private static final long PATIENCE_MILLIS = 200;

  private final EventLog log;
  private final int pageEvents;
  private final Semaphore turns = new Semaphore(2, true);

  CatchUp(EventLog log, int pageEvents) {
    this.log = log;
    this.pageEvents = pageEvents;
  }

  /// The next events after `n`; empty when it was nobody's turn yet: ask again.
  Optional<List<EncodedEvents>> after(WarehouseCode warehouse, long n) {
    try {
      if (!turns.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      List<Event> events = log.after(warehouse, n, pageEvents);
      return Optional.of(
          events.isEmpty()
              ? List.of()
              : EncodedEvents.of(warehouse, events, FeedSettings.FRAME_BYTES));
    } finally {
      turns.release();
    }
  }
}
