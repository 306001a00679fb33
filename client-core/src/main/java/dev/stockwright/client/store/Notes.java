package dev.stockwright.client.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/// Single named values of a device, kept in its store: the next number, the place of a session.
public final class Notes {
  private Notes() {}

  /// Writes a value, in the transaction of `connection`.
  public static boolean put(Connection connection, String name, String value) throws SQLException {
    String sql =
        "INSERT INTO note (name, value) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      statement.setString(2, value);
      return statement.executeUpdate() == 1;
    }
  }

  /// Writes a value, in the transaction of `connection`.
  public static boolean put(Connection connection, Note note) throws SQLException {
    return put(connection, note.name(), note.value());
  }

  /// The value, when there is one.
  public static Optional<String> find(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT value FROM note WHERE name = ?")) {
      statement.setString(1, name);
      try (var found = statement.executeQuery()) {
        return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
      }
    }
  }
}
