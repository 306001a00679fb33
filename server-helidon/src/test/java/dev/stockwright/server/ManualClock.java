package dev.stockwright.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Stands still until it is moved.
public final class ManualClock implements InstantSource {
  private volatile Instant now;

  public ManualClock(Instant start) {
    now = start;
  }

  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
