package dev.stockwright.simulator.offline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A device's clock that goes wrong by as much as it is told. Thread-safe.
final class SetClock implements InstantSource {
  private static final InstantSource RIGHT = InstantSource.system();
  private final AtomicReference<Duration> wrong;

  SetClock(Duration wrong) {
    this.wrong = new AtomicReference<>(wrong);
  }

  void wrongBy(Duration next) {
    wrong.set(next);
  }

  @Override
  public Instant instant() {
    return RIGHT.instant().plus(wrong.get());
  }
}
