package dev.stockwright.desktop.harness;

import dev.stockwright.fx.harness.Headless;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waiting for what other threads bring to the screen. The patience is for a machine that has much
/// else to do; what must be quick is measured by its test.
public final class Soon {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private Soon() {}

  /// Waits until `condition`, asked on the JavaFX thread, is true. What it asks of a row or a value
  /// that is not there yet is not so yet.
  public static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!Headless.call(() -> so(condition))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come to that");
      }
      LockSupport.parkNanos(1_000_000); // the machine has other things to do
    }
  }

  /// Lets so much time pass, and no less.
  public static void pass(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = 1; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static boolean so(BooleanSupplier condition) {
    try {
      return condition.getAsBoolean();
    } catch (NoSuchElementException | IndexOutOfBoundsException notYet) {
      return false;
    }
  }
}
