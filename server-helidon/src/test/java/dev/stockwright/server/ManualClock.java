package dev.stockwright.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// Stands still until it is moved.
public final class ManualClock implements InstantSource {
  private final AtomicReference<Instant> now = new AtomicReference<>();

  public ManualClock(Instant start) {
    now.set(start);
  }

  public void advance(Duration by) {
    now.updateAndGet(at -> at.plus(by));
  }

  @Override
  public Instant instant() {
    return now.get();
  }
}
