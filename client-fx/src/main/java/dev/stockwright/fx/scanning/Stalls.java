package dev.stockwright.fx.scanning;

import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/// Notices when the JavaFX thread was held up while a burst was coming in: keys that waited for it
/// arrive late all at once, and that is no pause of the scanner. Owned by the JavaFX thread.
final class Stalls {
  private static final long MILLI = 1_000_000;

  /// Longest time between two signs of life of an idle thread: two frames.
  private static final long ALIVE = 40 * MILLI;

  /// Of one burst no more is forgiven, lest a slow machine makes scanners of people.
  private static final long FORGIVEN_MAX = 100 * MILLI;

  private final LongConsumer heldUp;
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          alive();
        }
      };
  private boolean watching;
  private long lastSign;
  private long forgiven;

  /// `heldUp` hears of nanoseconds in which the thread did something else.
  Stalls(LongConsumer heldUp) {
    this.heldUp = heldUp;
  }

  /// Begins with the first stroke of a burst.
  void watch(boolean pending) {
    if (pending && !watching) {
      forgiven = 0;
      lastSign = System.nanoTime();
      frames.start();
    } else if (!pending && watching) {
      frames.stop();
    }
    watching = pending;
  }

  /// The thread is alive: a frame, or a stroke that is about to be taken.
  void alive() {
    long now = System.nanoTime();
    long held = Math.min(now - lastSign - ALIVE, FORGIVEN_MAX - forgiven);
    lastSign = now;
    if (watching && held > 0) {
      forgiven += held;
      heldUp.accept(held);
    }
  }
}
