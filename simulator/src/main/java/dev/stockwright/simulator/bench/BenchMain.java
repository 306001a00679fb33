package dev.stockwright.simulator.bench;

import ch.qos.logback.classic.Level;
import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.simulator.jmh.Microbenchmarks;
import dev.stockwright.simulator.site.DatabaseRoom;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `./stockwright bench`.
public final class BenchMain {
  private static final String MICROBENCHMARKS = "jmh";
  private static final Map<String, String> ITEMS = new LinkedHashMap<>();

  static {
    ITEMS.put("document-design", "a transaction per event, as the source documents do: yardstick");
    ITEMS.put("desk", "movements/s through the desk in process, uniform and Zipf keys");
    ITEMS.put("ledger-5m", "the desk with 5 million movements in the ledger");
    ITEMS.put("http-100", "movements/s through POST /api/v1/commands, 100 a call");
    ITEMS.put("http-1", "movements/s with one command a request, 128 connections");
    ITEMS.put("latency", "answer time at 1 000/s and 10 000/s offered, open loop");
    ITEMS.put("screen", "HTTP command to event at 50 clients, 1 000/s and 10 000/s");
    ITEMS.put("sessions", "2 000 clients, 20 changes/s to each, server heap 512 MB");
    ITEMS.put("start", "server start on existing data, embedded PostgreSQL included");
    ITEMS.put("devices", "codes, scanners and RFID readers: none lost, how fast, how soon");
    ITEMS.put("beep", "scan bytes at a serial port to feedback and to PostgreSQL");
  }

  private BenchMain() {}

  public static void main(String[] arguments) throws Exception {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(Level.WARN);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      System.exit(run(BenchOptions.parse(List.of(arguments)), out) ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static boolean run(BenchOptions options, PrintStream out)
      throws IOException, SQLException {
    if (options.help()) {
      out.print(BenchOptions.HELP);
      return true;
    }
    if (options.list()) {
      ITEMS.forEach((name, what) -> out.printf("%-16s %s%n", name, what));
      out.printf("%-16s %s%n", MICROBENCHMARKS, "the pure parts, with JMH; `jmh NAME` for some");
      return true;
    }
    if (!options.names().isEmpty() && options.names().getFirst().equals(MICROBENCHMARKS)) {
      Microbenchmarks.run(options.names().subList(1, options.names().size()));
      return true;
    }
    for (String name : options.names()) {
      if (!ITEMS.containsKey(name)) {
        throw new IllegalArgumentException(name + " is no benchmark; see --list");
      }
    }
    Path folder = Files.createTempDirectory("stockwright-bench");
    try {
      return measure(options, folder, out);
    } finally {
      delete(folder);
    }
  }

  private static boolean measure(BenchOptions options, Path folder, PrintStream out)
      throws IOException, SQLException {
    Report report = new Report(out);
    out.println(Machine.line(folder));
    if (options.wants("devices")) {
      DeviceRace.measure(folder, options, report);
    }
    if (options.names().equals(List.of("devices"))) {
      return report.end();
    }
    if (options.database().isPresent()) {
      onDatabase(options, DatabaseRoom.at(options.database().get()), folder, report);
    } else {
      try (EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("pg"))) {
        onDatabase(options, new DatabaseRoom(postgres.place()), folder, report);
      }
    }
    if (options.wants("start")) {
      StartTime.measure(folder, options.grid(), options.rounds(), report);
    }
    if (options.wants("beep")) {
      BeepTime.measure(folder, report);
    }
    return report.end();
  }

  private static void onDatabase(
      BenchOptions options, DatabaseRoom room, Path folder, Report report) throws SQLException {
    race(options, room, folder, report);
    if (options.wants("sessions")) {
      sessions(options, room, folder, report);
    }
  }

  private static void race(BenchOptions options, DatabaseRoom room, Path folder, Report report)
      throws SQLException {
    if (!options.wantsAny("http-100", "http-1", "latency", "screen")) {
      if (options.wantsAny("document-design", "desk", "ledger-5m")) {
        new Throughput(options, room, Optional.empty(), report).run();
      }
      return;
    }
    report.note("filling " + options.grid().rows() + " stock rows of the server");
    try (BenchServer server =
        BenchServer.start(room, "bench_http", folder, options.grid(), BenchServer.jvm("-Xmx1g"))) {
      if (options.wantsAny("document-design", "desk", "ledger-5m", "http-100", "http-1")) {
        new Throughput(options, room, Optional.of(server), report).run();
      }
      if (options.wantsAny("latency", "screen")) {
        server.warmUp(options.warmUp());
      }
      if (options.wants("latency")) {
        report.heading("Answer time, open loop");
        OpenLoop loop = new OpenLoop(server, report);
        loop.run(1_000, 1, options.time(), 15);
        loop.run(10_000, 20, options.time(), 50);
      }
      if (options.wants("screen")) {
        report.heading("HTTP command to event at every client");
        ScreenRace screen = new ScreenRace(server, report);
        screen.run(new ScreenRace.Plan(50, 1_000, 1, options.screenTime(), 50));
        screen.run(new ScreenRace.Plan(50, 10_000, 20, options.screenTime(), 100));
      }
    }
  }

  private static void sessions(BenchOptions options, DatabaseRoom room, Path folder, Report report)
      throws SQLException {
    report.heading("2 000 clients, 20 changes/s to each, server with -Xmx512m");
    Grid grid = options.grid();
    try (BenchServer server =
        BenchServer.start(room, "bench_sessions", folder, grid, BenchServer.jvm("-Xmx512m"))) {
      server.warmUp(options.warmUp());
      new ScreenRace(server, report)
          .run(new ScreenRace.Plan(2_000, 20.0 * grid.warehouses(), 1, options.screenTime(), 150));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
