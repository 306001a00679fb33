package dev.stockwright.simulator.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The table that is printed as the figures come in; knows at the end which floors were missed. One
/// thread writes.
final class Report {
  private final PrintStream out;
  private final List<String> missed = new ArrayList<>();

  Report(PrintStream out) {
    this.out = out;
  }

  void heading(String text) {
    out.printf("%n%s%n", text);
  }

  void note(String text) {
    out.println("  " + text);
  }

  void run(Run run, String name, int round) {
    out.printf(
        Locale.ROOT,
        "  round %d  %-28s %,10.0f /s   p50 %7.2f ms   p99 %7.2f ms%s%n",
        round,
        name,
        run.perSecond(),
        run.millis(50),
        run.millis(99),
        run.failed() == 0 ? "" : "   not accepted " + run.failed());
  }

  /// A figure nobody set a bar for.
  void figure(String name, double value, String unit) {
    out.printf(Locale.ROOT, "  %-52s %,12.2f %-6s%n", name, value, unit);
  }

  /// Must be at least `floor`.
  void atLeast(String name, double value, double floor, String unit) {
    judged(name, value, unit, "at least " + floor, value >= floor);
  }

  /// Must be at most `ceiling`.
  void atMost(String name, double value, double ceiling, String unit) {
    judged(name, value, unit, "at most " + ceiling, value <= ceiling);
  }

  /// Must be 0.
  void none(String name, long count) {
    judged(name, (double) count, "", "none", count == 0);
  }

  private void judged(String name, double value, String unit, String bar, boolean met) {
    out.printf(
        Locale.ROOT,
        "  %-52s %,12.2f %-6s  %-16s %s%n",
        name,
        value,
        unit,
        bar,
        met ? "met" : "MISSED");
    if (!met) {
      missed.add(name);
    }
  }

  /// The last lines; true when every bar was met.
  boolean end() {
    if (missed.isEmpty()) {
      out.printf("%nEvery floor is met.%n");
    } else {
      out.printf("%nMissed: %s%n", String.join("; ", missed));
    }
    return missed.isEmpty();
  }
}
