package dev.stockwright.server;

import dev.stockwright.db.Database;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.server.config.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A migrated database of a test's own, gone when it is closed. All of a JVM are beside each other
/// in one embedded PostgreSQL, as durable as the shipped one: starting one for each test class, and
/// migrating it, took longer than most of the tests. Copies of one migrated database are not told
/// from new ones; what a class did, the next cannot see. What is about starting and stopping
/// (`EndToEndTest`, `EmbeddedDatabaseTest`, the crash tests of the simulator) has its own server.
/// It takes 60 connections, which is four open [Database]s: a test closes what it opened.
public final class TestDatabase implements AutoCloseable {
  private static final String MIGRATED = "migrated";
  private static final AtomicInteger MADE = new AtomicInteger();
  private static final List<Runnable> AT_THE_END = new CopyOnWriteArrayList<>();

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  public static TestDatabase fresh() {
    String name = "test_" + MADE.incrementAndGet();
    Server.ONE.change("CREATE DATABASE " + name + " TEMPLATE " + MIGRATED);
    return new TestDatabase(name);
  }

  /// Runs something when the JVM ends, before the PostgreSQL stops; for what all classes share.
  public static void atTheEnd(Runnable closing) {
    AT_THE_END.add(closing);
  }

  public DatabasePlace place() {
    return Server.ONE.place(name);
  }

  /// The settings of a server on this database that is called by HTTP and has no time to drain.
  ///
  /// @param more what is added to them
  public ServerSettings settings(Path data, Map<String, String> more) {
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "http.port", "0",
                "http.host", "127.0.0.1",
                "http.drain", "0ms",
                "http.grace", "1s",
                "data.folder", data.toString(),
                "database.url", place().url(),
                "database.user", place().user()));
    values.putAll(more);
    return ServerSettings.of(values);
  }

  @Override
  public void close() {
    Server.ONE.change("DROP DATABASE " + name + " WITH (FORCE)");
  }

  /// The PostgreSQL, started by the first who asks and stopped with the JVM.
  private static final class Server {
    private static final Server ONE = new Server();

    private final Path folder;
    private final EmbeddedDatabase postgres;

    private Server() {
      try {
        folder = Files.createTempDirectory("stockwright-tests");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      postgres = EmbeddedDatabase.start(folder.resolve("pg"));
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "test-database"));
      change("CREATE DATABASE " + MIGRATED);
      Database.open(place(MIGRATED)).close();
    }

    private DatabasePlace place(String name) {
      DatabasePlace first = postgres.place();
      String url = first.url();
      return new DatabasePlace(
          url.substring(0, url.lastIndexOf('/') + 1) + name, first.user(), first.password());
    }

    private void change(String sql) {
      DatabasePlace first = postgres.place();
      try (Connection connection =
              DriverManager.getConnection(first.url(), first.user(), first.password());
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }

    private void stop() {
      AT_THE_END.forEach(Runnable::run);
      postgres.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
