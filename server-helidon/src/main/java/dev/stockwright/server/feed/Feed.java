package dev.stockwright.server.feed;

import dev.stockwright.protocol.Event;
import dev.stockwright.server.desk.CommitListener;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands the events of every warehouse to whoever follows it, soon after their commit and in the
/// order of their numbers. One for each server. A warehouse that nobody follows costs nothing.
///
/// Events come from this server's writers through [#committed]; those that other servers or plain
/// SQL wrote are found by asking the database for its newest numbers every half second.
/// Thread-safe.
public final class Feed implements CommitListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

  private final EventLog log;
  private final FeedSettings settings;
  private final Snapshots snapshots;
  private final CatchUp catchUp;
  private final Map<WarehouseCode, WarehouseFeed> followed = new ConcurrentHashMap<>();
  private final Thread tailer;
  private volatile boolean open = true;
  private volatile long beatNanos = System.nanoTime();

  /// Starts following the database.
  public Feed(EventLog log, FeedSettings settings) {
    this.log = log;
    this.settings = settings;
    this.snapshots = new Snapshots(log, settings.snapshotFor());
    this.catchUp = new CatchUp(log, settings.pageEvents());
    this.tailer = Thread.ofVirtual().name("feed-tailer").unstarted(this::tail);
    tailer.start();
  }

  @Override
  public void committed(WarehouseCode warehouse, long epoch, List<Event> events) {
    WarehouseFeed feed = followed.get(warehouse);
    if (feed != null && !events.isEmpty()) {
      feed.take(epoch, events);
    }
  }

  /// Starts to follow a warehouse. Does not block.
  ///
  /// @param epoch of `after`, as it was told before
  /// @param after the follower has all events up to this number; empty: it has nothing
  /// @param wake run, often and from any thread, when [Following#next] may have something; must
  /// return at once
  public Following follow(
      WarehouseCode warehouse, Optional<Long> epoch, Optional<Long> after, Runnable wake) {
    Optional<Head> has = epoch.flatMap(e -> after.map(n -> new Head(e, n)));
    WarehouseFeed live =
        followed.compute(
            warehouse,
            (code, known) ->
                (known == null ? new WarehouseFeed(code, log, settings).started() : known)
                    .reserved());
    Following following = new Following(this, live, warehouse, has, wake);
    live.add(following);
    return following;
  }

  /// The time since the feed last looked at the database, or tried to: more than a few seconds mean
  /// that it is dead.
  public Duration sinceBeat() {
    return Duration.ofNanos(System.nanoTime() - beatNanos);
  }

  /// Warehouses that somebody follows now.
  public int followedWarehouses() {
    return followed.size();
  }

  /// Stops all threads; nobody is told anything any more.
  @Override
  public void close() {
    open = false;
    LockSupport.unpark(tailer);
    followed.values().forEach(WarehouseFeed::close);
    followed.clear();
  }

  void leave(WarehouseCode warehouse, Following following) {
    followed.computeIfPresent(
        warehouse,
        (code, feed) -> {
          if (!feed.remove(following) || feed.isFollowed()) {
            return feed;
          }
          feed.close();
          return null;
        });
  }

  EventLog log() {
    return log;
  }

  Snapshots snapshots() {
    return snapshots;
  }

  CatchUp catchUp() {
    return catchUp;
  }

  FeedSettings settings() {
    return settings;
  }

  private void tail() {
    boolean away = false;
    while (open) {
      LockSupport.parkNanos(this, settings.poll().toNanos());
      beatNanos = System.nanoTime();
      snapshots.sweep();
      if (!open || followed.isEmpty()) {
        continue;
      }
      try {
        Map<WarehouseCode, Head> heads = log.heads();
        away = false;
        followed.forEach(
            (code, feed) -> Optional.ofNullable(heads.get(code)).ifPresent(feed::seen));
      } catch (RuntimeException e) { // a fence: nothing else would notice that this thread is over
        if (!away) {
          LOG.warn("The feed cannot read the database; it goes on when it is back", e);
        }
        away = true;
      }
    }
  }
}
