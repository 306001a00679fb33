package dev.stockwright.fx.look;

import java.time.Duration;

/// Does something later, on the thread of the screen. Tests have one that they turn by hand.
@FunctionalInterface
public interface Delay {
  void after(Duration wait, Runnable action);
}
