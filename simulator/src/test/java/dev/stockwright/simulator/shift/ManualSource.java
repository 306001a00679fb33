package dev.stockwright.simulator.shift;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The time of day, which can be put forward. Safe for threads.
final class ManualSource implements InstantSource {
  private volatile Duration ahead;

  ManualSource() {
    this(Duration.ZERO);
  }

  ManualSource(Duration ahead) {
    this.ahead = ahead;
  }

  @Override
  public Instant instant() {
    return InstantSource.system().instant().plus(ahead);
  }

  synchronized void pass(long seconds) {
    ahead = ahead.plusSeconds(seconds);
  }
}
