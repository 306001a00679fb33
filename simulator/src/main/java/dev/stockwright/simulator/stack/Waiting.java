package dev.stockwright.simulator.stack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waiting for what comes by itself.
public final class Waiting {
  private static final long LOOK_NANOS = 500_000;

  private Waiting() {}

  /// Looks twice a millisecond; throws with `what` when it is not so in time.
  public static void until(Supplier<String> what, Duration patience, BooleanSupplier so) {
    long giveUp = System.nanoTime() + patience.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException("not within " + patience + ": " + what.get());
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /// Lets time pass, for load to happen in.
  public static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
