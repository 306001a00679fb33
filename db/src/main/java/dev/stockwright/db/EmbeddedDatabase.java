package dev.stockwright.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL that comes along: a real one, its data in a folder of ours, durable. It belongs
/// to the process that started it; when that process was killed, the next start finds the orphan
/// and stops it.
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  /// The library's own defaults trade durability for speed; these put it back and fit our writes:
  /// rare checkpoints keep the write-ahead log free of full-page images.
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("shared_buffers", sharedMebibytes() + "MB"),
          Map.entry("max_wal_size", "8GB"),
          Map.entry("min_wal_size", "2GB"), // kept for the next burst instead of made anew
          Map.entry("checkpoint_timeout", "20min"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("wal_buffers", "16MB"),
          Map.entry("max_connections", "60"),
          Map.entry("jit", "off"),
          Map.entry("listen_addresses", "127.0.0.1"));

  /// The line of `postmaster.pid` that holds the port, counted from 0.
  private static final int PORT_LINE = 3;

  private final Path folder;
  private final Duration wait;
  private final PostmasterWatch watch;
  private volatile EmbeddedPostgres postgres;

  private EmbeddedDatabase(Path folder, Duration wait) {
    this.folder = folder;
    this.wait = wait;
    this.postgres = launch(folder, 0, wait);
    this.watch = new PostmasterWatch(() -> process(pidFile(folder)), this::startAgain);
  }

  /// Starts it on a free port of the loop-back interface with its data in `folder`, which is made
  /// when it is not there. Should it die, it is started again on the same port until it is closed.
  public static EmbeddedDatabase start(Path folder) {
    return start(folder, Duration.ofSeconds(60));
  }

  /// @param wait how long a start may take, with what it must recover
  static EmbeddedDatabase start(Path folder, Duration wait) {
    stopOrphan(folder);
    EmbeddedDatabase started = new EmbeddedDatabase(folder, wait);
    started.watch.begin();
    return started;
  }

  /// An eighth of the machine's memory, from 128 MiB to 2 GiB.
  private static long sharedMebibytes() {
    long bytes =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean machine
            ? machine.getTotalMemorySize()
            : 0;
    return Math.clamp(bytes / 8 / (1024 * 1024), 128, 2048);
  }

  private static EmbeddedPostgres launch(Path folder, int port, Duration wait) {
    try {
      Files.createDirectories(folder);
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(wait);
      if (port > 0) {
        builder.setPort(port);
      }
      SETTINGS.forEach(builder::setServerConfig);
      return builder.start();
    } catch (IOException | IllegalStateException e) {
      throw new DatabaseUnfit(
          "The embedded PostgreSQL did not start in "
              + folder
              + "; check that the folder is ours, its disk is not full, and read the log above",
          e);
    }
  }

  private void startAgain() {
    LOG.error("The embedded PostgreSQL has died; starting it again");
    int port = postgres.getPort();
    try {
      postgres.close(); // gives the lock on the folder back
    } catch (IOException e) {
      LOG.warn("Closing what is left of the dead one: {}", e.getMessage());
    }
    try {
      postgres = launch(folder, port, wait);
    } catch (DatabaseUnfit e) {
      forgetLock();
      throw e;
    }
    LOG.warn("The embedded PostgreSQL is back");
  }

  /// A start that fails keeps its lock until the garbage is collected, and every further one would
  /// find the folder locked. The folder is ours: its first start holds, and has never let go.
  private void forgetLock() {
    try {
      Files.deleteIfExists(folder.resolve("epg-lock"));
    } catch (IOException e) {
      LOG.warn("The lock of a start that failed is left: {}", e.getMessage());
    }
  }

  private static Path pidFile(Path folder) {
    return folder.resolve("postmaster.pid");
  }

  /// Where it is.
  public DatabasePlace place() {
    return place(postgres.getPort());
  }

  /// Where the one is that another process has started on `folder`, when there is one.
  public static Optional<DatabasePlace> running(Path folder) {
    Path pidFile = pidFile(folder);
    return process(pidFile)
        .map(
            any -> {
              try {
                return place(Integer.parseInt(Files.readAllLines(pidFile).get(PORT_LINE).strip()));
              } catch (IOException e) {
                throw new DatabaseUnfit("Cannot read " + pidFile, e);
              }
            });
  }

  private static DatabasePlace place(int port) {
    return new DatabasePlace("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
  }

  @Override
  public void close() {
    watch.close();
    checkpoint();
    try {
      postgres.close();
    } catch (IOException e) {
      throw new DatabaseUnfit("The embedded PostgreSQL did not stop", e);
    }
  }

  /// The stop itself has only seconds for what it must still write, which after a busy day takes
  /// longer.
  private void checkpoint() {
    DatabasePlace place = place();
    String url = place.url() + "?connectTimeout=5&socketTimeout=120";
    try (Connection connection = DriverManager.getConnection(url, place.user(), place.password());
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    } catch (SQLException e) {
      LOG.debug("No checkpoint before the stop: {}", e.getMessage());
    }
  }

  /// Stops a PostgreSQL that a killed process left behind on this folder.
  private static void stopOrphan(Path folder) {
    Path pidFile = pidFile(folder);
    Optional<ProcessHandle> orphan = process(pidFile);
    if (orphan.isPresent()) {
      LOG.warn("Stopping the PostgreSQL {} that an earlier start left running", orphan.get().pid());
      List<ProcessHandle> family = orphan.get().descendants().toList();
      orphan.get().destroy();
      if (!gone(orphan.get(), 10)) {
        orphan.get().destroyForcibly();
        gone(orphan.get(), 10);
      }
      // Its backends hold the shared memory; a start before they are gone would be refused.
      for (ProcessHandle backend : family) {
        gone(backend, 5);
      }
    }
  }

  private static Optional<ProcessHandle> process(Path pidFile) {
    try {
      if (!Files.exists(pidFile)) {
        return Optional.empty();
      }
      long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(process -> process.info().command().orElse("postgres").contains("postgres"));
    } catch (IOException | NumberFormatException e) {
      LOG.warn("Cannot read {}: {}", pidFile, e.toString());
      return Optional.empty();
    }
  }

  static boolean gone(ProcessHandle process, int seconds) {
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for " + process.pid(), e);
    }
  }
}
