package dev.stockwright.server.health;

import dev.stockwright.db.Database;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Whether the server should get work. Asked often and by many, so the answer is kept for a second.
/// Thread-safe.
public final class Health {
  private static final Duration KEPT = Duration.ofSeconds(1);
  private static final double DISK_FREE_LEAST = 0.05;
  private static final int ASK_SECONDS = 1;

  /// Longer than any wait for a database that is away: that must not look like a dead process.
  private static final Duration DEAD_AFTER = Duration.ofSeconds(60);

  private final Database database;
  private final Path dataFolder;
  private final InstantSource clock;
  private final Supplier<Duration> sinceLastTick;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Report last;
  private volatile boolean stopping;

  /// What was found.
  ///
  /// @param stopping the server goes down and wants no more work
  public record Report(boolean database, boolean disk, boolean stopping, Instant at) {
    /// True when work can be done.
    public boolean ready() {
      return database && disk && !stopping;
    }
  }

  /// The longer of two silences.
  public static Supplier<Duration> longer(Supplier<Duration> one, Supplier<Duration> other) {
    return () -> {
      Duration first = one.get();
      Duration second = other.get();
      return first.compareTo(second) > 0 ? first : second;
    };
  }

  /// @param sinceLastTick how long the slowest thread that must not stop has been at its work
  public Health(
      Database database, Path dataFolder, InstantSource clock, Supplier<Duration> sinceLastTick) {
    this.sinceLastTick = sinceLastTick;
    this.database = database;
    this.dataFolder = dataFolder;
    this.clock = clock;
    this.last = new Report(false, false, false, Instant.EPOCH);
  }

  /// From now on the server is not ready.
  public void stopping() {
    stopping = true;
  }

  /// Whether the process does anything at all; never asks the database.
  public boolean alive() {
    return sinceLastTick.get().compareTo(DEAD_AFTER) < 0;
  }

  /// Whether the server can work.
  public Report ready() {
    Report known = last;
    Instant now = clock.instant();
    if (known.at().plus(KEPT).isAfter(now) || !asking.tryLock()) {
      return new Report(known.database(), known.disk(), stopping, known.at());
    }
    try {
      Report report = new Report(databaseAnswers(), diskHasRoom(), stopping, now);
      last = report;
      return report;
    } finally {
      asking.unlock();
    }
  }

  private boolean databaseAnswers() {
    try (Connection connection = database.readConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(ASK_SECONDS);
      statement.execute("SELECT 1");
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private boolean diskHasRoom() {
    try {
      FileStore store = Files.getFileStore(dataFolder);
      return store.getUsableSpace() > store.getTotalSpace() * DISK_FREE_LEAST;
    } catch (IOException e) {
      return false;
    }
  }
}
