package dev.stockwright.simulator.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// From an HTTP command to its event at every client that watches the warehouse. The first seconds
/// are not timed, but their events must be there too.
final class ScreenRace {
  private static final int CONNECTIONS = 64;
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final BenchServer server;
  private final Report report;

  ScreenRace(BenchServer server, Report report) {
    this.server = server;
    this.report = report;
  }

  /// One run.
  ///
  /// @param clients WebSocket sessions, spread evenly over the warehouses
  /// @param perCall commands in one call
  /// @param ceiling the most that the p99 may be, in milliseconds
  record Plan(int clients, double perSecond, int perCall, Duration time, double ceiling) {
    String name() {
      return "%d clients, %,.0f/s, %d a call".formatted(clients, perSecond, perCall);
    }
  }

  void run(Plan plan) {
    CommandNumbers numbers = new CommandNumbers(System.nanoTime());
    Map<String, StreamTaps.Subscription> before = server.positions();
    List<String> warehouses = before.keySet().stream().sorted().toList();
    Duration whole = WARM_UP.plus(plan.time());
    long[] sentAt = new long[(int) (plan.perSecond() * whole.toSeconds()) + 1_000];
    AtomicBoolean measuring = new AtomicBoolean();
    Calls calls = Calls.of(plan.perCall(), server, Keys.uniform(server.grid().rows()), numbers);
    try (StreamTaps taps =
            new StreamTaps(
                server.address(),
                server.token(),
                plan.clients(),
                i -> before.getOrDefault(warehouses.get(i % warehouses.size()), NONE),
                numbers,
                sentAt);
        HttpLoad load =
            new HttpLoad(
                server.address(),
                CONNECTIONS,
                calls,
                (first, size, nanos) -> {
                  if (measuring.get()) {
                    Arrays.fill(sentAt, (int) first, (int) first + size, nanos);
                  }
                })) {
      load.open(plan.perSecond(), WARM_UP);
      measuring.set(true);
      Run run = load.open(plan.perSecond(), plan.time());
      long missing = awaitAll(taps, server.positions());
      report.run(run, plan.name() + ": answers", 1);
      report.figure(plan.name() + ": events seen", (double) taps.seen(), "");
      report.figure(plan.name() + ": p50", taps.micros().getValueAtPercentile(50) / 1000.0, "ms");
      report.atMost(
          plan.name() + ": p99",
          taps.micros().getValueAtPercentile(99) / 1000.0,
          plan.ceiling(),
          "ms");
      report.none(plan.name() + ": missing", missing);
      report.none(plan.name() + ": gaps", taps.gaps());
      report.none(plan.name() + ": ended by the server", taps.broken());
      report.atLeast(plan.name() + ": reached", run.perSecond() / plan.perSecond(), 0.98, "of it");
      report.figure("resident memory of the server", (double) server.residentMebibytes(), "MiB");
    }
  }

  private static final StreamTaps.Subscription NONE = new StreamTaps.Subscription("", 0, 0);

  /// How many events are still not there when nobody has patience any more.
  private static long awaitAll(StreamTaps taps, Map<String, StreamTaps.Subscription> after) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      long missing = 0;
      for (StreamTap tap : taps.taps()) {
        missing += after.getOrDefault(tap.warehouse(), NONE).after() - tap.last();
      }
      if (missing == 0 || System.nanoTime() > giveUp) {
        return missing;
      }
      LockSupport.parkNanos(10_000_000);
    }
  }
}
