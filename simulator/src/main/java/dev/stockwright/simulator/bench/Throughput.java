package dev.stockwright.simulator.bench;

import static dev.stockwright.simulator.bench.DeskRace.Mix.FLOOR;
import static dev.stockwright.simulator.bench.DeskRace.Mix.NUMBERED;
import static dev.stockwright.simulator.bench.DeskRace.Mix.PLAIN;

import dev.stockwright.db.DatabasePlace;
import dev.stockwright.simulator.site.DatabaseRoom;
import dev.stockwright.simulator.site.DeskHouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many movements a second: the document design and our contestants take turns, so that
/// whatever else the machine does falls on all of them; what counts is the median of the ratios of
/// the rounds.
final class Throughput {
  private static final String YARDSTICK = "document-design";

  private final BenchOptions options;
  private final DatabaseRoom room;
  private final Optional<BenchServer> server;
  private final Report report;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Map<String, List<Double>> rates = new HashMap<>();

  /// A figure over another, and the least it may be.
  private record Ratio(String name, String over, String under, double floor) {}

  /// @param server for what goes through HTTP; absent when nothing does
  Throughput(BenchOptions options, DatabaseRoom room, Optional<BenchServer> server, Report report) {
    this.options = options;
    this.server = server;
    this.room = room;
    this.report = report;
  }

  void run() throws SQLException {
    List<Contestant> contestants = new ArrayList<>();
    List<Ratio> ratios = new ArrayList<>();
    try {
      if (options.wantsAny(YARDSTICK, "desk", "http-100", "http-1")) {
        addYardstick(contestants);
      }
      if (options.wants("desk") || options.wants("ledger-5m")) {
        addDesk(contestants, ratios);
      }
      if (options.wants("ledger-5m")) {
        addFullLedger(contestants, ratios);
      }
      if (server.isPresent()) {
        addHttp(server.get(), contestants, ratios);
      }
      race(contestants);
    } finally {
      close();
    }
    report.heading("Ratios (median of " + options.rounds() + " rounds)");
    for (Ratio ratio : ratios) {
      if (rates.containsKey(ratio.over()) && rates.containsKey(ratio.under())) {
        report.atLeast(ratio.name(), median(ratio), ratio.floor(), ": 1");
      }
    }
  }

  private void addYardstick(List<Contestant> contestants) throws SQLException {
    report.note("filling " + options.grid().rows() + " stock rows of the document design");
    DocumentDesign design = DocumentDesign.at(room.fresh("document_design"), options.grid());
    open.add(design);
    contestants.add(design.contestant(YARDSTICK + " uniform", Keys.uniform(options.grid().rows())));
    contestants.add(design.contestant(YARDSTICK + " zipf", Keys.zipf(options.grid().rows())));
  }

  private void addDesk(List<Contestant> contestants, List<Ratio> ratios) throws SQLException {
    report.note("filling " + options.grid().rows() + " stock rows of the desk");
    DatabasePlace place = GridFill.fill(room.fresh("bench_desk"), options.grid());
    addRaces("desk", place, contestants);
    ratios.add(
        new Ratio("desk : document design, uniform", "desk uniform", YARDSTICK + " uniform", 10));
    ratios.add(new Ratio("desk : document design, Zipf", "desk zipf", YARDSTICK + " zipf", 10));
    ratios.add(new Ratio("desk, Zipf : uniform", "desk zipf", "desk uniform", 0.9));
    ratios.add(new Ratio("desk, with moves : without", "desk with moves", "desk uniform", 0.5));
    ratios.add(new Ratio("desk, numbering devices : not", "desk numbered", "desk uniform", 0.5));
  }

  private void addFullLedger(List<Contestant> contestants, List<Ratio> ratios) throws SQLException {
    report.note("writing a ledger of " + options.ledger() + " movements");
    DatabasePlace place = GridFill.fill(room.fresh("bench_ledger"), options.grid());
    try (Connection connection = DatabaseRoom.connect(place)) {
      new OldLedger(connection, options.grid()).write(options.ledger());
    }
    addRaces("full ledger", place, contestants);
    ratios.add(
        new Ratio("full ledger : empty, uniform", "full ledger uniform", "desk uniform", 0.85));
    ratios.add(new Ratio("full ledger : empty, Zipf", "full ledger zipf", "desk zipf", 0.85));
    ratios.add(
        new Ratio("full ledger, Zipf : uniform", "full ledger zipf", "full ledger uniform", 0.9));
  }

  private void addHttp(BenchServer to, List<Contestant> contestants, List<Ratio> ratios) {
    if (options.wants("http-100")) {
      contestants.add(new HttpContestant("http-100", to, 100));
      ratios.add(
          new Ratio("HTTP, 100 a call : document design", "http-100", YARDSTICK + " uniform", 8));
    }
    if (options.wants("http-1")) {
      contestants.add(new HttpContestant("http-1", to, 1));
      ratios.add(
          new Ratio("HTTP, 1 a call : document design", "http-1", YARDSTICK + " uniform", 2.5));
    }
  }

  private void addRaces(String name, DatabasePlace place, List<Contestant> contestants) {
    Grid grid = options.grid();
    DeskHouse house = DeskHouse.open(place);
    open.add(house);
    DeskRace.Fleet fleet = new DeskRace.Fleet(grid);
    contestants.add(
        new DeskRace(
            name + " uniform", house.desk(), grid, Keys.uniform(grid.rows()), fleet, PLAIN));
    contestants.add(
        new DeskRace(name + " zipf", house.desk(), grid, Keys.zipf(grid.rows()), fleet, PLAIN));
    if (!name.equals("desk")) {
      return;
    }
    contestants.add(
        new DeskRace(
            name + " numbered", house.desk(), grid, Keys.uniform(grid.rows()), fleet, NUMBERED));
    contestants.add(
        new DeskRace(
            name + " with moves", house.desk(), grid, Keys.uniform(grid.rows()), fleet, FLOOR));
  }

  /// Everybody starts warm: the compilers of the two JVMs need some twenty seconds of each kind of
  /// work, and until then take a core from whoever runs. The server's has more to compile.
  private void race(List<Contestant> contestants) {
    report.heading(
        "Warming up, " + options.warmUp().toSeconds() + " s a run, twice that through HTTP");
    for (Contestant each : contestants) {
      int times = each instanceof HttpContestant ? 2 : 1;
      report.run(each.run(options.warmUp().multipliedBy(times)), each.name(), 0);
    }
    report.heading("Movements a second, " + options.time().toSeconds() + " s a run");
    for (int round = 1; round <= options.rounds(); round++) {
      for (Contestant each : contestants) {
        Run run = each.run(options.time());
        report.run(run, each.name(), round);
        rates.computeIfAbsent(each.name(), any -> new ArrayList<>()).add(run.perSecond());
      }
    }
  }

  private double median(Ratio ratio) {
    List<Double> over = rates.getOrDefault(ratio.over(), List.of());
    List<Double> under = rates.getOrDefault(ratio.under(), List.of());
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < over.size(); i++) {
      all.add(over.get(i) / under.get(i));
    }
    all.sort(null);
    int half = all.size() / 2;
    return all.size() % 2 == 1 ? all.get(half) : (all.get(half - 1) + all.get(half)) / 2;
  }

  private void close() {
    for (AutoCloseable each : open.reversed()) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException("closing a contestant", e);
      }
    }
  }
}
