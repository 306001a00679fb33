package dev.stockwright.server.feed;

import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The live end of one warehouse that somebody follows: puts committed batches into the order of
/// their numbers, fills what is missing from the database, encodes once and keeps the newest
/// stretches in memory.
///
/// One thread owns the order: `last`, `epoch`, `early`, `ringEvents` and `ringBytes` are its own.
/// It publishes the ring first and the head after it; followers read both without a lock, each at
/// its own pace, so that none of them can hold up another or the writers. The inbox is bounded:
/// what does not fit is dropped, found missing, and read from the database.
final class WarehouseFeed {
  private static final Logger LOG = LoggerFactory.getLogger(WarehouseFeed.class);
  private static final int INBOX_EVENTS = 50_000;
  private static final long HOLE_PATIENCE_NANOS = 5_000_000;
  private static final long RETRY_NANOS = 500_000_000;

  private final WarehouseCode warehouse;
  private final EventLog log;
  private final FeedSettings settings;
  private final Thread thread;
  private final Set<Following> followers = ConcurrentHashMap.newKeySet();
  private final Queue<Batch> inbox = new ConcurrentLinkedQueue<>();
  private final AtomicInteger inboxEvents = new AtomicInteger();
  private final ConcurrentSkipListMap<Long, EncodedEvents> ring = new ConcurrentSkipListMap<>();
  private final TreeMap<Long, Batch> early = new TreeMap<>();

  private volatile boolean open = true;
  private volatile boolean unknown;
  private volatile boolean idle;
  // Null until the database has been asked for the first time.
  private volatile @Nullable Head head;
  // Null until the tailer has told one.
  private volatile @Nullable Head seen;
  // The last stretch of the ring, to find it without a search; null while the ring is empty.
  private volatile @Nullable EncodedEvents newest;

  private int reservations;
  private long epoch;
  private long last;
  private long flushedNanos = System.nanoTime() - 1_000_000_000L;
  private int ringEvents;
  private long ringBytes;
  private boolean otherEpoch;

  WarehouseFeed(WarehouseCode warehouse, EventLog log, FeedSettings settings) {
    this.warehouse = warehouse;
    this.log = log;
    this.settings = settings;
    this.thread = Thread.ofVirtual().name("feed-" + warehouse).unstarted(this::run);
  }

  WarehouseFeed started() {
    thread.start();
    return this;
  }

  /// Counts one who is about to be added. Called, like [#remove], under the lock of the feed's map.
  WarehouseFeed reserved() {
    reservations++;
    return this;
  }

  void add(Following following) {
    followers.add(following);
  }

  /// False when it was not here (any more).
  boolean remove(Following following) {
    boolean here = followers.remove(following);
    reservations -= here ? 1 : 0;
    return here;
  }

  boolean isFollowed() {
    return reservations > 0;
  }

  void close() {
    open = false;
    LockSupport.unpark(thread);
  }

  /// Events that a writer has just committed. Never blocks.
  void take(long batchEpoch, List<Event> events) {
    if (inboxEvents.get() < INBOX_EVENTS) {
      inboxEvents.addAndGet(events.size());
      inbox.add(new Batch(batchEpoch, events));
      wakeThread();
    }
  }

  /// The newest number that the database has.
  void seen(Head newestThere) {
    seen = newestThere;
    wakeThread();
  }

  /// There is no such warehouse.
  boolean isUnknown() {
    return unknown;
  }

  /// The newest number here; empty while it is not known yet.
  Optional<Head> head() {
    return Optional.ofNullable(head);
  }

  /// The stretch that holds the event after `n`; empty when it is not in memory (any more).
  Optional<EncodedEvents> stretchAfter(long n) {
    EncodedEvents end = newest;
    if (end != null && end.first() <= n + 1 && n < end.last()) {
      return Optional.of(end);
    }
    Map.Entry<Long, EncodedEvents> found = ring.higherEntry(n);
    return found != null && found.getValue().first() <= n + 1
        ? Optional.of(found.getValue())
        : Optional.empty();
  }

  private void wakeThread() {
    if (idle) {
      LockSupport.unpark(thread);
    }
  }

  private void run() {
    boolean away = false;
    while (open) {
      try {
        if (head == null) {
          begin();
        } else {
          step();
        }
        away = false;
      } catch (EventLogUnavailable e) {
        if (!away) {
          LOG.warn("The feed of {} waits for the database", warehouse, e);
        }
        away = true;
        pause(RETRY_NANOS);
      } catch (EventMissing e) {
        LOG.error("The feed of {} jumps over a hole in the ledger", warehouse, e);
        Head there = seen;
        jump(Math.max(e.n(), there == null ? 0 : there.last()));
      } catch (RuntimeException bug) {
        // The thread must outlive what one event does to it; the events are in the database.
        LOG.error("The feed of {} starts again from the database", warehouse, bug);
        early.clear();
        pause(RETRY_NANOS);
      }
    }
  }

  private void begin() {
    Optional<Head> there = log.head(warehouse);
    if (there.isEmpty()) {
      unknown = true;
      wakeFollowers();
      pause(RETRY_NANOS);
    } else {
      restart(there.get());
    }
  }

  private void restart(Head there) {
    epoch = there.epoch();
    last = there.last();
    early.clear();
    clearRing();
    unknown = false;
    head = there;
    wakeFollowers();
  }

  private void step() {
    awaitWork();
    pause(flushedNanos + settings.tick().toNanos() - System.nanoTime());
    emptyInbox();
    List<Event> ready = following();
    if (ready.isEmpty() && !early.isEmpty()) {
      // The other writer has committed the missing part and is about to tell.
      pause(HOLE_PATIENCE_NANOS);
      emptyInbox();
      ready = following();
    }
    publish(ready);
    Head there = seen;
    if (otherEpoch || there != null && there.epoch() != epoch) {
      otherEpoch = false;
      log.head(warehouse).filter(now -> now.epoch() != epoch).ifPresent(this::restart);
      seen = null;
    } else {
      readUpTo(
          Math.max(early.isEmpty() ? 0 : early.firstKey() - 1, there == null ? 0 : there.last()));
    }
  }

  private void awaitWork() {
    idle = true;
    while (open && inbox.isEmpty() && early.isEmpty() && !behindDatabase()) {
      LockSupport.park(this);
    }
    idle = false;
  }

  private boolean behindDatabase() {
    Head there = seen;
    return there != null && (there.epoch() != epoch || there.last() > last);
  }

  private void emptyInbox() {
    for (Batch batch = inbox.poll(); batch != null; batch = inbox.poll()) {
      inboxEvents.addAndGet(-batch.events.size());
      if (batch.epoch != epoch) {
        otherEpoch = true;
      } else if (batch.last() > last) {
        early.merge(batch.first(), batch, (one, other) -> one.last() > other.last() ? one : other);
      }
    }
  }

  /// Takes what follows `last` out of the early batches.
  private List<Event> following() {
    List<Event> ready = new ArrayList<>();
    long reached = last;
    while (!early.isEmpty() && early.firstKey() <= reached + 1) {
      for (Event event : early.pollFirstEntry().getValue().events) {
        if (event.n() == reached + 1) {
          ready.add(event);
          reached++;
        }
      }
    }
    return ready;
  }

  private void readUpTo(long to) {
    if (to - last > settings.behindMax()) {
      jump(to);
      return;
    }
    while (open && last < to) {
      List<Event> page = log.after(warehouse, last, settings.pageEvents());
      if (page.isEmpty()) {
        pause(RETRY_NANOS);
        return;
      }
      publish(page);
    }
  }

  /// Goes on after `n`; followers that are not there yet find out by themselves.
  private void jump(long n) {
    clearRing();
    last = n;
    early.headMap(n, true).clear();
    head = new Head(epoch, n);
    wakeFollowers();
  }

  private void publish(List<Event> events) {
    if (events.isEmpty()) {
      return;
    }
    for (EncodedEvents stretch : EncodedEvents.of(warehouse, events, FeedSettings.FRAME_BYTES)) {
      ring.put(stretch.last(), stretch);
      newest = stretch;
      ringEvents += stretch.count();
      ringBytes += stretch.bytes();
    }
    while (ring.size() > 1
        && (ringEvents > settings.ringEvents() || ringBytes > settings.ringBytes())) {
      EncodedEvents oldest = ring.pollFirstEntry().getValue();
      ringEvents -= oldest.count();
      ringBytes -= oldest.bytes();
    }
    last = events.getLast().n();
    head = new Head(epoch, last);
    flushedNanos = System.nanoTime();
    wakeFollowers();
  }

  private void clearRing() {
    newest = null;
    ring.clear();
    ringEvents = 0;
    ringBytes = 0;
  }

  private void wakeFollowers() {
    followers.forEach(Following::wake);
  }

  private void pause(long nanos) {
    long until = System.nanoTime() + nanos;
    for (long left = nanos; open && left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }

  /// Events of one commit; their numbers follow each other.
  private record Batch(long epoch, List<Event> events) {
    long first() {
      return events.getFirst().n();
    }

    long last() {
      return events.getLast().n();
    }
  }
}
