package dev.stockwright.simulator.bench;

import dev.stockwright.client.sync.Credentials;
import dev.stockwright.db.Database;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.simulator.site.DatabaseRoom;
import dev.stockwright.simulator.stack.Asking;
import dev.stockwright.simulator.stack.ServerProcess;
import dev.stockwright.simulator.stack.Staff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// A server in a process of its own over a database with the grid in it, and a session there
/// without a device. Its PostgreSQL is the one that the document design works on too.
final class BenchServer implements AutoCloseable {
  private static final int WARM_CONNECTIONS = 64;

  private final DatabasePlace place;
  private final Grid grid;
  private final ServerProcess process;
  private final String token;

  private BenchServer(DatabasePlace place, Grid grid, ServerProcess process, String token) {
    this.place = place;
    this.grid = grid;
    this.process = process;
    this.token = token;
  }

  /// The JVM's options for a server: those of the launcher, with this heap.
  static List<String> jvm(String heap) {
    return List.of(heap, "-XX:GCTimeRatio=99");
  }

  /// Fills a fresh database called `name` and starts a server on it.
  ///
  /// @param options for its JVM, such as its heap
  static BenchServer start(
      DatabaseRoom room, String name, Path folder, Grid grid, List<String> options)
      throws SQLException {
    DatabasePlace place = GridFill.fill(room.fresh(name), grid);
    Path data = folder.resolve(name).resolve("data");
    Credentials.Password who;
    try (Database database = Database.open(place)) {
      who = Staff.enrol(database, data);
    }
    ServerProcess process =
        ServerProcess.start(
            data,
            options,
            Map.of(
                "database.url", place.url(),
                "database.user", place.user(),
                "database.password", place.password()));
    try (Asking asking = new Asking(process.url())) {
      return new BenchServer(place, grid, process, asking.signIn(who));
    }
  }

  /// Works the server warm with single commands and small batches, then lets the disk come to rest,
  /// so that what follows measures a server that has been up for a while.
  void warmUp(Duration time) {
    for (int perCall : new int[] {1, 20}) {
      CommandNumbers numbers = new CommandNumbers(System.nanoTime());
      Calls calls = Calls.of(perCall, this, Keys.uniform(grid.rows()), numbers);
      try (HttpLoad load = new HttpLoad(address(), WARM_CONNECTIONS, calls)) {
        load.closed(time);
      }
    }
    try (Connection connection = DatabaseRoom.connect(place);
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    } catch (SQLException e) {
      throw new IllegalStateException("a checkpoint", e);
    }
    LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
  }

  InetSocketAddress address() {
    return process.address();
  }

  String token() {
    return token;
  }

  Grid grid() {
    return grid;
  }

  /// Where each warehouse stands: epoch and last number.
  Map<String, StreamTaps.Subscription> positions() {
    Map<String, StreamTaps.Subscription> found = new HashMap<>();
    try (Connection connection = DatabaseRoom.connect(place);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT w.code, c.epoch, c.last_n FROM warehouse w"
                    + " JOIN warehouse_counter c ON c.warehouse_id = w.id")) {
      while (rows.next()) {
        found.put(
            rows.getString(1),
            new StreamTaps.Subscription(rows.getString(1), rows.getLong(2), rows.getLong(3)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("reading the counters", e);
    }
    return found;
  }

  /// Memory of the process that is in RAM, in MiB; 0 where the system does not tell.
  long residentMebibytes() {
    Path status = Path.of("/proc", Long.toString(process.handle().pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
