package dev.stockwright.simulator.site;

import dev.stockwright.db.DatabasePlace;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/// Further databases beside the first one of a PostgreSQL.
public final class DatabaseRoom {
  private final DatabasePlace first;

  public DatabaseRoom(DatabasePlace first) {
    this.first = first;
  }

  /// The room of the PostgreSQL at a JDBC URL that names a database, with user and password as its
  /// parameters.
  public static DatabaseRoom at(String url) {
    Map<String, String> parts = new HashMap<>();
    int query = url.indexOf('?');
    if (query > 0) {
      for (String part : url.substring(query + 1).split("&", -1)) {
        int equals = part.indexOf('=');
        if (equals > 0) {
          String value = URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8);
          parts.put(part.substring(0, equals), value);
        }
      }
    }
    if (!parts.containsKey("user")) {
      throw new IllegalArgumentException(
          "write jdbc:postgresql://HOST:PORT/DATABASE?user=USER&password=PASSWORD, not " + url);
    }
    return new DatabaseRoom(
        new DatabasePlace(
            url.substring(0, query),
            parts.getOrDefault("user", ""),
            parts.getOrDefault("password", "")));
  }

  /// An empty database called `name`; one that is there is dropped first.
  public DatabasePlace fresh(String name) throws SQLException {
    return made(name, "");
  }

  /// The same with all that is in the database `like`, to which nobody may be connected.
  public DatabasePlace copy(String name, String like) throws SQLException {
    return made(name, " TEMPLATE " + like);
  }

  private DatabasePlace made(String name, String how) throws SQLException {
    try (Connection connection = connect(first);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      statement.execute("CREATE DATABASE " + name + how);
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
