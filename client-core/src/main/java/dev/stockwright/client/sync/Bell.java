package dev.stockwright.client.sync;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// How a link's thread waits: until a time is over or somebody rings. Rung while nobody waits, it
/// ends the next wait at once.
public interface Bell {
  /// True when it was rung, false when the time was over.
  boolean await(Duration longest) throws InterruptedException;

  void ring();

  /// The bell of the real world.
  static Bell real() {
    Semaphore rung = new Semaphore(0);
    return new Bell() {
      @Override
      public boolean await(Duration longest) throws InterruptedException {
        boolean heard = rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        rung.drainPermits();
        return heard;
      }

      @Override
      public void ring() {
        if (rung.availablePermits() == 0) {
          rung.release();
        }
      }
    };
  }
}
