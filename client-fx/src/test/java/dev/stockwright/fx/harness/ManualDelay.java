package dev.stockwright.fx.harness;

import dev.stockwright.fx.look.Delay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A delay that passes when the test says so.
public final class ManualDelay implements Delay {
  private record Waiting(Duration at, Runnable action) {}

  private final List<Waiting> waiting = new ArrayList<>();
  private Duration now = Duration.ZERO;

  @Override
  public void after(Duration wait, Runnable action) {
    waiting.add(new Waiting(now.plus(wait), action));
  }

  /// Lets time pass, doing what is due in its order.
  public void pass(Duration time) {
    now = now.plus(time);
    List<Waiting> due =
        waiting.stream()
            .filter(w -> w.at().compareTo(now) <= 0)
            .sorted(Comparator.comparing(Waiting::at))
            .toList();
    waiting.removeAll(due);
    due.forEach(w -> w.action().run());
  }
}
