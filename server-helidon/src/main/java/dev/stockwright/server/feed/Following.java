package dev.stockwright.server.feed;

import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// One follower's way through one warehouse: its position is a number, and every frame it is given
/// goes on exactly there. It takes frames when it can send them, so nothing queues up for it: one
/// that is slow falls behind by its number only, gets larger frames, then pages from the database,
/// and a snapshot when it is too far behind. Live part and catching up therefore never overlap,
/// miss or mix.
///
/// Owned by the follower's thread; only [#wake] is called by others.
public final class Following implements AutoCloseable {
  private static final long RETRY_NANOS = 500_000_000;
  private static final int JOINED_MAX = 256;

  private enum Stage {
    STARTING,
    AWAITING_SNAPSHOT,
    IN_SNAPSHOT,
    FOLLOWING,
    ENDED
  }

  private final Feed feed;
  private final WarehouseFeed live;
  private final WarehouseCode warehouse;
  private final Runnable wake;
  private final Deque<EncodedEvents> read = new ArrayDeque<>();

  private Stage stage = Stage.STARTING;
  private Optional<Head> has;
  private long epoch;
  private long position;
  private CompletableFuture<Optional<Snapshot>> asked =
      CompletableFuture.completedFuture(Optional.empty());
  private Snapshot snapshot = new Snapshot(new Head(0, 0), List.of());
  private int page;
  private long notBeforeNanos = System.nanoTime();

  Following(
      Feed feed, WarehouseFeed live, WarehouseCode warehouse, Optional<Head> has, Runnable wake) {
    this.feed = feed;
    this.live = live;
    this.warehouse = warehouse;
    this.has = has;
    this.wake = wake;
  }

  /// The warehouse.
  public WarehouseCode warehouse() {
    return warehouse;
  }

  /// The text of the next frame to send; empty when there is none now. May read the database. While
  /// the database is away there is none; ask again within a second even when not woken.
  public Optional<String> next() {
    if (System.nanoTime() - notBeforeNanos < 0) {
      return Optional.empty();
    }
    try {
      return advance();
    } catch (EventLogUnavailable e) {
      retryLater();
      return Optional.empty();
    } catch (EventMissing hole) {
      return Optional.of(begun(new Head(epoch, Math.max(hole.n(), lastLive())), hole.n()));
    }
  }

  /// True when there is no such warehouse and nothing will come any more.
  public boolean hasEnded() {
    return stage == Stage.ENDED;
  }

  @Override
  public void close() {
    stage = Stage.ENDED;
    read.clear();
    feed.leave(warehouse, this);
  }

  void wake() {
    wake.run();
  }

  private Optional<String> advance() {
    return switch (stage) {
      case STARTING -> start();
      case AWAITING_SNAPSHOT -> awaitSnapshot();
      case IN_SNAPSHOT -> Optional.of(nextPage());
      case FOLLOWING -> follow();
      case ENDED -> Optional.empty();
    };
  }

  private Optional<String> start() {
    if (live.isUnknown()) {
      return end();
    }
    Optional<Head> newest = live.head();
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    Head now = newest.get();
    if (has.isPresent() && has.get().epoch() == now.epoch() && has.get().last() > now.last()) {
      // Whoever read ahead of the live end, or elsewhere, may know more than it.
      now = feed.log().head(warehouse).orElse(now);
    }
    epoch = now.epoch();
    if (has.isPresent() && resumable(has.get(), now)) {
      position = has.get().last();
      stage = Stage.FOLLOWING;
      return Optional.of(subscribed(now));
    }
    return Optional.of(begun(now, recent(now)));
  }

  private boolean resumable(Head old, Head now) {
    return old.epoch() == now.epoch()
        && old.last() >= 0
        && old.last() <= now.last()
        && now.last() - old.last() <= feed.settings().behindMax();
  }

  /// Goes over to a snapshot that is not before number `least`.
  private String begun(Head now, long least) {
    has = Optional.empty();
    read.clear();
    askForSnapshot(least);
    return subscribed(now);
  }

  /// A snapshot made a moment ago is as good as a new one: the events after it are at hand.
  private long recent(Head now) {
    return Math.max(0, now.last() - feed.settings().ringEvents() / 2);
  }

  private void askForSnapshot(long least) {
    stage = Stage.AWAITING_SNAPSHOT;
    asked =
        feed.snapshots()
            .of(warehouse, new Head(epoch, least))
            .whenComplete((done, failure) -> wake.run());
  }

  private Optional<String> awaitSnapshot() {
    if (!asked.isDone()) {
      return Optional.empty();
    }
    Optional<Snapshot> made;
    try {
      made = asked.join();
    } catch (CompletionException failed) {
      askForSnapshot(0);
      retryLater();
      return Optional.empty();
    }
    if (made.isEmpty()) {
      return end();
    }
    if (made.get().head().epoch() != epoch) {
      stage = Stage.STARTING;
      retryLater();
      return Optional.empty();
    }
    snapshot = made.get();
    page = 0;
    stage = Stage.IN_SNAPSHOT;
    return Optional.of(nextPage());
  }

  private String nextPage() {
    page++;
    String frame = snapshot.frame(page);
    if (page == snapshot.pages()) {
      position = snapshot.head().last();
      snapshot = new Snapshot(snapshot.head(), List.of());
      stage = Stage.FOLLOWING;
    }
    return frame;
  }

  private Optional<String> follow() {
    if (!read.isEmpty()) {
      return Optional.of(given(List.of(read.remove())));
    }
    Optional<Head> newest = live.head();
    if (newest.isEmpty() || newest.get().epoch() == epoch && newest.get().last() <= position) {
      return Optional.empty();
    }
    Head now = newest.get();
    if (now.epoch() != epoch) {
      epoch = now.epoch();
      return Optional.of(begun(now, recent(now)));
    }
    Optional<EncodedEvents> stretch = live.stretchAfter(position);
    if (stretch.isPresent()) {
      return Optional.of(given(together(stretch.get())));
    }
    if (now.last() - position > feed.settings().behindMax()) {
      return Optional.of(begun(now, recent(now)));
    }
    return readOn();
  }

  /// The stretch, and what follows it as far as one frame holds.
  private List<EncodedEvents> together(EncodedEvents first) {
    List<EncodedEvents> stretches = new ArrayList<>(1);
    stretches.add(first);
    int bytes = first.bytes();
    long end = first.last();
    while (stretches.size() < JOINED_MAX) {
      Optional<EncodedEvents> next = live.stretchAfter(end);
      if (next.isEmpty()
          || next.get().first() != end + 1
          || bytes + next.get().bytes() > FeedSettings.FRAME_BYTES) {
        break;
      }
      stretches.add(next.get());
      bytes += next.get().bytes();
      end = next.get().last();
    }
    return stretches;
  }

  private String given(List<EncodedEvents> stretches) {
    String frame = EncodedEvents.joined(stretches, position);
    position = stretches.getLast().last();
    return frame;
  }

  private Optional<String> readOn() {
    Optional<List<EncodedEvents>> found = feed.catchUp().after(warehouse, position);
    if (found.isEmpty()) {
      wake.run(); // another turn soon, after whatever else the follower has to do
      return Optional.empty();
    }
    if (found.get().isEmpty()) {
      retryLater();
      return Optional.empty();
    }
    read.addAll(found.get());
    return follow();
  }

  private Optional<String> end() {
    stage = Stage.ENDED;
    return Optional.of(
        Wire.SERVER_FRAME.text(
            new ServerFrame.Problem(
                "unknown_warehouse",
                "There is no warehouse " + warehouse + ". Check its code.",
                warehouse)));
  }

  private String subscribed(Head now) {
    return Wire.SERVER_FRAME.text(new ServerFrame.Subscribed(warehouse, now.epoch(), now.last()));
  }

  private long lastLive() {
    return live.head().map(Head::last).orElse(0L);
  }

  private void retryLater() {
    notBeforeNanos = System.nanoTime() + RETRY_NANOS;
  }
}
