package dev.stockwright.simulator.crash;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.simulator.model.InvariantCheck;
import dev.stockwright.simulator.site.SiteFill;
import dev.stockwright.vocabulary.CommandId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Rounds of load, kill -9, restart, and counting. After each restart, before anything is sent
/// again, every command that was ever acknowledged must be in the ledger with the answer that was
/// given; then everything unanswered is sent again and must take effect once.
public final class CrashTrial {
  private static final int DEVICES = 6;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Path folder;
  private final SplittableRandom random;
  private final List<CrashDevice> devices;
  private final boolean believing;
  private final AtomicLong unavailable = new AtomicLong();

  /// What is killed.
  public enum Target {
    SERVER,
    POSTGRES
  }

  /// What a trial counted.
  ///
  /// @param unknown commands without an answer at the moments of the kills
  /// @param unknownApplied those of them that had been applied all the same
  /// @param complaints invariants that do not hold, among them gaps of the event numbers
  /// @param restartMillis of each round
  public record Outcome(
      int rounds,
      long acknowledged,
      long lost,
      long doubled,
      long unknown,
      long unknownApplied,
      List<String> complaints,
      List<Long> restartMillis) {
    @Override
    public String toString() {
      return "rounds %d, acknowledged %d, lost %d, doubled %d, unknown %d of which applied %d, restart p50 %d ms max %d ms, complaints %s"
          .formatted(
              rounds,
              acknowledged,
              lost,
              doubled,
              unknown,
              unknownApplied,
              restartMillis.stream().sorted().toList().get(restartMillis.size() / 2),
              restartMillis.stream().mapToLong(Long::longValue).max().orElse(0),
              complaints);
    }
  }

  /// @param believing the negative control: devices take a command for done when they have sent it
  public CrashTrial(Path folder, long seed, boolean believing) {
    this.folder = folder;
    this.random = new SplittableRandom(seed);
    this.believing = believing;
    this.devices =
        IntStream.range(0, DEVICES).mapToObj(number -> new CrashDevice(number, seed)).toList();
  }

  public Outcome run(int rounds, Target... targets) throws SQLException {
    Victim victim = Victim.start(folder, this::answered);
    fill(victim.url());
    long lost = 0;
    long unknown = 0;
    long unknownApplied = 0;
    List<Long> restarts = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      work(victim, Duration.ofMillis(100 + random.nextInt(400)));
      kill(victim, targets[round % targets.length]);
      List<CommandId> open =
          devices.stream().flatMap(each -> each.pending().stream()).map(Envelope::id).toList();
      long began = System.nanoTime();
      victim = Victim.start(folder, this::answered);
      restarts.add((System.nanoTime() - began) / 1_000_000);
      try (Connection connection = connect(victim.url())) {
        LedgerWitness witness = new LedgerWitness(connection);
        lost += witness.missing(acknowledged()).size();
        unknown += open.size();
        unknownApplied += witness.known(open);
        InvariantCheck.of(connection).forEach(found -> complaints.add(found.toString()));
      }
      settleAll(victim);
    }
    try (Connection connection = connect(victim.url())) {
      LedgerWitness witness = new LedgerWitness(connection);
      Map<CommandId, Answer> all = acknowledged();
      lost += witness.missing(all).size();
      InvariantCheck.of(connection).forEach(found -> complaints.add(found.toString()));
      return new Outcome(
          rounds,
          all.size(),
          lost,
          witness.doubled(),
          unknown,
          unknownApplied,
          complaints,
          restarts);
    } finally {
      victim.close();
    }
  }

  /// Answers that said "the database is away" so far.
  public long unavailable() {
    return unavailable.get();
  }

  private void kill(Victim victim, Target target) {
    switch (target) {
      case SERVER -> victim.killServer();
      case POSTGRES -> {
        victim.killPostgres();
        // The server lives on and must now promise nothing that is not so.
        work(victim, Duration.ofMillis(100));
        victim.killServer();
      }
    }
  }

  /// Keeps every device's window full for a while.
  private void work(Victim victim, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      for (CrashDevice device : devices) {
        for (Envelope envelope : device.fill()) {
          victim.send(envelope);
          if (believing) {
            device.believe(envelope.id());
          }
        }
      }
      LockSupport.parkNanos(500_000);
    }
  }

  /// Sends what is unanswered until all of it has its answer.
  private void settleAll(Victim victim) {
    long giveUp = System.nanoTime() + LONGEST_WAIT.toNanos();
    for (long resend = 0; devices.stream().anyMatch(each -> !each.pending().isEmpty()); ) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException("no answer for " + LONGEST_WAIT);
      }
      if (System.nanoTime() > resend) {
        devices.forEach(device -> device.pending().forEach(victim::send));
        resend = System.nanoTime() + 500_000_000L;
      }
      LockSupport.parkNanos(500_000);
    }
  }

  private void answered(Answer answer) {
    if (answer instanceof Answer.Deferred deferred && deferred.code().equals("unavailable")) {
      unavailable.incrementAndGet();
    }
    for (CrashDevice device : devices) {
      if (device.settle(answer)) {
        return;
      }
    }
  }

  private Map<CommandId, Answer> acknowledged() {
    Map<CommandId, Answer> all = new HashMap<>();
    devices.forEach(device -> all.putAll(device.acknowledged()));
    return all;
  }

  private static void fill(String url) throws SQLException {
    try (Connection connection = connect(url)) {
      SiteFill fill = new SiteFill(connection);
      for (var warehouse : CrashDevice.WAREHOUSES) {
        fill.warehouse(warehouse, List.of(CrashDevice.BIN));
      }
      fill.products(IntStream.range(0, CrashDevice.PRODUCTS).mapToObj(CrashDevice::sku).toList());
    }
  }

  private static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, "postgres", "");
  }
}
