package dev.stockwright.simulator.bench;

import dev.stockwright.db.Database;
import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.simulator.stack.ServerProcess;
import dev.stockwright.simulator.stack.Staff;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How long a server with its embedded PostgreSQL takes from its start to its ready line, on data
/// that is there.
final class StartTime {
  private StartTime() {}

  static void measure(Path folder, Grid grid, int times, Report report) throws SQLException {
    report.heading("Start on existing data, embedded PostgreSQL included");
    Path data = folder.resolve("start").resolve("data");
    try (EmbeddedDatabase postgres = EmbeddedDatabase.start(data.resolve("postgres"))) {
      GridFill.fill(postgres.place(), grid);
      try (Database database = Database.open(postgres.place())) {
        Staff.enrol(database, data);
      }
    }
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long began = System.nanoTime();
      try (ServerProcess server = ServerProcess.start(data, List.of("-Xmx1g"), Map.of())) {
        seconds.add((System.nanoTime() - began) / 1e9);
        report.figure("start " + (i + 1) + " at " + server.url(), seconds.getLast(), "s");
      }
    }
    report.atMost("start, worst of " + times, seconds.stream().max(Double::compare).get(), 5, "s");
  }
}
