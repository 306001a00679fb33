package dev.stockwright.simulator.site;

import dev.stockwright.db.DatabasePlace;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Further databases beside the first one of a PostgreSQL.
public final class DatabaseRoom {
  private final DatabasePlace first;

  public DatabaseRoom(DatabasePlace first) {
    this.first = first;
  }

  /// An empty database called `name`; one that is there is dropped first.
  public DatabasePlace fresh(String name) throws SQLException {
    try (Connection connection = connect(first);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      statement.execute("CREATE DATABASE " + name);
    }
    return named(name);
  }

  /// A connection of its own, auto-commit on.
  public static Connection connect(DatabasePlace place) throws SQLException {
    return DriverManager.getConnection(place.url(), place.user(), place.password());
  }

  /// The database called `name`.
  public DatabasePlace named(String name) {
    String url = first.url();
    return new DatabasePlace(
        url.substring(0, url.lastIndexOf('/') + 1) + name,
        first.user(),
        first.password(),
        first.commandConnections(),
        first.readConnections());
  }
}
