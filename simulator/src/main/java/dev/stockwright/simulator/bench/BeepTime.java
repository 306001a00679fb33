package dev.stockwright.simulator.bench;

import dev.stockwright.client.sync.Credentials;
import dev.stockwright.simulator.stack.BeepPath;
import dev.stockwright.simulator.stack.CodedSite;
import dev.stockwright.simulator.stack.SerialLine;
import dev.stockwright.simulator.stack.ServerProcess;
import dev.stockwright.simulator.stack.Staff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// From the bytes at a serial port to the worker's ear, to PostgreSQL, to another screen.
final class BeepTime {
  private static final int WARM_UP = 50;
  private static final int SCANS = 200;

  private BeepTime() {}

  static void measure(Path folder, Report report) throws SQLException, IOException {
    report.heading("Scan bytes at a serial port, " + SCANS + " scans one after the other");
    if (!SerialLine.possible()) {
      report.note("not measured: socat is not installed, and it makes the serial line");
      return;
    }
    Path beep = Files.createDirectories(folder.resolve("beep"));
    Path data = beep.resolve("data");
    Credentials.Password who = Staff.enrol(data, CodedSite.of(WARM_UP + SCANS));
    try (ServerProcess server = ServerProcess.start(data, List.of("-Xmx512m"), Map.of());
        BeepPath path = new BeepPath(beep, server.url(), server.url(), who)) {
      path.time(server.place(), 0, WARM_UP);
      BeepPath.Times times = path.time(server.place(), WARM_UP, SCANS);
      report.note("p50: " + times.at(50));
      report.note("p99: " + times.at(99));
      report.atMost(
          "scan to feedback, p95", times.feedback().getValueAtPercentile(95) / 1000.0, 100, "ms");
      report.atMost(
          "scan to stock in PostgreSQL, p95",
          times.stored().getValueAtPercentile(95) / 1000.0,
          200,
          "ms");
      report.figure(
          "scan to another screen, p95", times.screen().getValueAtPercentile(95) / 1000.0, "ms");
    }
  }
}
