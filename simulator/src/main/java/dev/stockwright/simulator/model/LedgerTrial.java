package dev.stockwright.simulator.model;

import dev.stockwright.db.DatabasePlace;
import dev.stockwright.protocol.Answer;
import dev.stockwright.simulator.site.DatabaseRoom;
import dev.stockwright.simulator.site.DeskHouse;
import dev.stockwright.simulator.site.SiteFill;
import dev.stockwright.vocabulary.Sku;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/// Runs histories side by side through a real desk: each round every history hands in its next few
/// commands, so that one transaction holds commands of many. Between rounds the clock moves for
/// all. A new database for each trial.
public final class LedgerTrial {
  private final DatabaseRoom room;
  private final String databaseName;
  private final Tampering tampering;

  /// What a trial found; empty is good.
  ///
  /// @param commands how many were judged
  public record Outcome(List<String> complaints, long commands) {
    public Outcome {
      complaints = List.copyOf(complaints);
    }
  }

  public LedgerTrial(DatabaseRoom room, String databaseName) {
    this(room, databaseName, connection -> {});
  }

  /// @param tampering is done to the database before it is looked at, to see that it is noticed
  public LedgerTrial(DatabaseRoom room, String databaseName, Tampering tampering) {
    this.room = room;
    this.databaseName = databaseName;
    this.tampering = tampering;
  }

  /// Changes rows behind the desk's back.
  @FunctionalInterface
  public interface Tampering {
    void with(Connection connection) throws SQLException;
  }

  /// Runs histories `first` to `first + count - 1` of `seed`; `kept` picks the steps of each that
  /// stay.
  public Outcome run(long seed, int first, int count, StepFilter kept) throws SQLException {
    SplittableRandom weather = new SplittableRandom(seed);
    List<HistoryRun> runs = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      Names names = new Names(i);
      long own = historySeed(seed, i);
      List<Step> steps =
          Histories.draw(own, names).stream().filter(step -> kept.keeps(step.index())).toList();
      runs.add(new HistoryRun(names, steps, own));
    }
    DatabasePlace place = room.fresh(databaseName);
    try (DatabaseClock clock = DatabaseClock.stop(place);
        DeskHouse house = DeskHouse.open(place)) {
      fill(place, runs);
      List<String> complaints = new ArrayList<>();
      long commands = play(runs, house, clock, weather, complaints);
      house.stop();
      try (Connection connection = DatabaseRoom.connect(place)) {
        tampering.with(connection);
        new BooksComparison(connection, clock.now()).compare(runs, complaints);
        InvariantCheck.of(connection).forEach(found -> complaints.add(found.toString()));
        house.feed().differences(connection).forEach(complaints::add);
      }
      return new Outcome(complaints, commands);
    }
  }

  /// Which steps of a history are run, by their index.
  @FunctionalInterface
  public interface StepFilter {
    StepFilter ALL = index -> true;

    boolean keeps(int index);
  }

  /// The steps of one history as they were drawn.
  public static List<Step> steps(long seed, int history) {
    return Histories.draw(historySeed(seed, history), new Names(history));
  }

  private static long historySeed(long seed, int history) {
    return new SplittableRandom(seed * 1_000_003 + history).nextLong();
  }

  private static void fill(DatabasePlace place, List<HistoryRun> runs) throws SQLException {
    List<Sku> skus = runs.stream().flatMap(run -> run.names().products().stream()).toList();
    try (Connection connection = DatabaseRoom.connect(place)) {
      connection.setAutoCommit(false);
      SiteFill fill = new SiteFill(connection);
      for (var warehouse : Names.WAREHOUSES) {
        fill.warehouse(warehouse, Names.BINS);
      }
      fill.products(skus);
      for (HistoryRun run : runs) {
        fill.purchaseOrder(
            run.names().purchaseOrder().code(),
            Names.WAREHOUSES.getFirst(),
            run.names().products().subList(0, 1),
            Names.ORDERED);
      }
      connection.commit();
    }
  }

  private static long play(
      List<HistoryRun> runs,
      DeskHouse house,
      DatabaseClock clock,
      SplittableRandom weather,
      List<String> complaints) {
    record Pending(HistoryRun run, HistoryRun.Asked asked, CompletableFuture<Answer> answer) {}
    long commands = 0;
    while (complaints.isEmpty() && runs.stream().anyMatch(run -> !run.over())) {
      clock.advance(wait(weather));
      List<Pending> pending = new ArrayList<>();
      for (HistoryRun run : runs) {
        for (HistoryRun.Asked asked : run.burst(clock.now())) {
          pending.add(new Pending(run, asked, house.desk().submit(asked.submission())));
        }
      }
      for (Pending each : pending) {
        String difference = each.run().answered(each.asked(), each.answer().join());
        if (!difference.isEmpty()) {
          complaints.add("history " + each.run().names().number() + ", " + difference);
        }
      }
      commands += pending.size();
    }
    return commands;
  }

  /// Mostly a moment; at times long enough that promises end.
  private static Duration wait(SplittableRandom weather) {
    int draw = weather.nextInt(10);
    return draw < 7
        ? Duration.ofMillis(1)
        : Duration.ofSeconds(draw < 9 ? weather.nextInt(60) : weather.nextInt(900));
  }
}
