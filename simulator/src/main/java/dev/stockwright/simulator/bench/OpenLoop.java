package dev.stockwright.simulator.bench;

import java.time.Duration;

/// How long an answer takes when commands come at a fixed rate, whatever the answers do.
final class OpenLoop {
  private static final int CONNECTIONS = 128;

  private final BenchServer server;
  private final Report report;

  OpenLoop(BenchServer server, Report report) {
    this.server = server;
    this.report = report;
  }

  /// @param perCall commands in one call
  /// @param ceiling the most that the p99 may be, in milliseconds
  void run(double perSecond, int perCall, Duration time, double ceiling) {
    Keys keys = Keys.uniform(server.grid().rows());
    CommandNumbers numbers = new CommandNumbers(System.nanoTime());
    Calls calls = Calls.of(perCall, server, keys, numbers);
    try (HttpLoad load = new HttpLoad(server.address(), CONNECTIONS, calls)) {
      load.open(perSecond, Duration.ofSeconds(2));
      Run run = load.open(perSecond, time);
      String name = "%,.0f/s offered, %d a call".formatted(perSecond, perCall);
      report.run(run, name, 1);
      report.atLeast(name + ": reached", run.perSecond() / perSecond, 0.98, "of it");
      report.atMost(name + ": p99", run.millis(99), ceiling, "ms");
    }
  }
}
