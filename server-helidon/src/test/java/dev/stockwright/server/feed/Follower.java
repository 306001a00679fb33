package dev.stockwright.server.feed;

import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A client without a socket: takes frames of one warehouse and checks that they go on without a
/// gap.
final class Follower implements AutoCloseable {
  final Following following;
  final List<Long> numbers = new ArrayList<>();
  final List<ServerFrame> frames = new ArrayList<>();
  final Map<Sku, Level> levels = new HashMap<>();
  long epoch;
  long position = -1;
  int snapshots;

  Follower(Feed feed, WarehouseCode warehouse, Optional<Head> has) {
    Thread me = Thread.currentThread();
    following =
        feed.follow(
            warehouse, has.map(Head::epoch), has.map(Head::last), () -> LockSupport.unpark(me));
    has.ifPresent(head -> position = head.last());
  }

  /// Takes frames until the condition holds.
  void takeUntil(String what, BooleanSupplier done) {
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() - until > 0) {
        throw new AssertionError(
            "not in 20 s: " + what + "; at " + position + ", " + frames.size());
      }
      Optional<String> frame = following.next();
      if (frame.isPresent()) {
        apply(Wire.SERVER_FRAME.read(frame.get()));
      } else {
        LockSupport.parkNanos(50_000_000);
      }
    }
  }

  void takeTo(long n) {
    takeUntil("number " + n, () -> position >= n);
  }

  private void apply(ServerFrame frame) {
    frames.add(frame);
    switch (frame) {
      case ServerFrame.Subscribed subscribed -> epoch = subscribed.epoch();
      case ServerFrame.Snapshot page -> {
        if (page.page() == 1) {
          snapshots++;
          levels.clear();
          numbers.clear();
        }
        page.levels().forEach(level -> levels.put(level.sku(), level));
        if (page.done()) {
          position = page.n();
        }
      }
      case ServerFrame.Events events -> {
        for (Event event : events.events()) {
          if (event.n() != position + 1) {
            throw new AssertionError("after " + position + " came " + event.n());
          }
          position = event.n();
          numbers.add(position);
          event.levels().forEach(level -> levels.put(level.sku(), level));
        }
      }
      case ServerFrame.Heartbeat _, ServerFrame.Problem _ -> {}
    }
  }

  @Override
  public void close() {
    following.close();
  }
}
