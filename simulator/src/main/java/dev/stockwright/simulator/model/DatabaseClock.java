package dev.stockwright.simulator.model;

import dev.stockwright.db.DatabasePlace;
import dev.stockwright.simulator.site.DatabaseRoom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/// The clock of a database that stands still until it is moved: functions of our own stand
/// in the search path before PostgreSQL's.
public final class DatabaseClock implements AutoCloseable {
  private final Connection connection;
  private Instant now;

  private DatabaseClock(Connection connection, Instant now) {
    this.connection = connection;
    this.now = now;
  }

  /// Stops the clock of the database at `place`.
  public static DatabaseClock stop(DatabasePlace place) throws SQLException {
    Connection connection = DatabaseRoom.connect(place);
    try (Statement statement = connection.createStatement()) {
      // It need not survive anything.
      statement.execute("SET synchronous_commit = off");
      statement.execute(
          """
          CREATE SCHEMA stopped;
          CREATE TABLE stopped.clock (now timestamptz NOT NULL);
          INSERT INTO stopped.clock VALUES (date_trunc('second', pg_catalog.clock_timestamp()));
          CREATE FUNCTION stopped.clock_timestamp() RETURNS timestamptz LANGUAGE sql
            AS 'SELECT now FROM stopped.clock';
          CREATE FUNCTION stopped.statement_timestamp() RETURNS timestamptz LANGUAGE sql STABLE
            AS 'SELECT now FROM stopped.clock';
          """);
      statement.execute(
          "ALTER DATABASE "
              + connection.getCatalog()
              + " SET search_path = public, stopped, pg_catalog");
      try (ResultSet rows = statement.executeQuery("SELECT now FROM stopped.clock")) {
        rows.next();
        return new DatabaseClock(connection, rows.getObject(1, OffsetDateTime.class).toInstant());
      }
    }
  }

  /// The time that it shows.
  public Instant now() {
    return now;
  }

  /// Moves it on.
  public void advance(Duration by) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE stopped.clock SET now = now + interval '" + by.toMillis() + " milliseconds'");
      now = now.plus(by);
    } catch (SQLException e) {
      throw new IllegalStateException("moving the clock", e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
