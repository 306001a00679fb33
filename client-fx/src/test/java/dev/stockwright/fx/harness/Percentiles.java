package dev.stockwright.fx.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Times, in nanoseconds, and how they are spread.
public final class Percentiles {
  private final List<Long> nanos = new ArrayList<>();

  public synchronized void add(long time) {
    nanos.add(time);
  }

  public synchronized int count() {
    return nanos.size();
  }

  /// The time in milliseconds below which this share of all lies.
  public synchronized double millis(double percent) {
    List<Long> sorted = nanos.stream().sorted().toList();
    int at = (int) Math.ceil(percent / 100 * sorted.size()) - 1;
    return sorted.get(Math.clamp(at, 0, sorted.size() - 1)) / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms of %d",
        millis(50),
        millis(95),
        millis(99),
        millis(100),
        count());
  }
}
