package dev.stockwright.simulator.walk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody sees on a screen before deciding what to do. Nothing that the model expects comes
/// from here but what a document says of itself.
final class Look {
  private final Connection connection;

  Look(Connection connection) {
    this.connection = connection;
  }

  /// A line of what was asked for.
  static final class Row {
    private final List<@Nullable Object> values;

    private Row(List<@Nullable Object> values) {
      this.values = values;
    }

    /// Empty when there is nothing.
    String text(int column) {
      Object value = values.get(column);
      return value == null ? "" : value.toString();
    }

    long number(int column) {
      return values.get(column) instanceof Number number ? number.longValue() : 0;
    }

    Optional<Timestamp> time(int column) {
      return values.get(column) instanceof Timestamp time ? Optional.of(time) : Optional.empty();
    }

    boolean flag(int column) {
      return Boolean.TRUE.equals(values.get(column));
    }
  }

  /// All lines; the question must say in which order they come.
  List<Row> rows(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<Row> all = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        int columns = found.getMetaData().getColumnCount();
        while (found.next()) {
          List<@Nullable Object> line = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            line.add(found.getObject(i));
          }
          all.add(new Row(line));
        }
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /// One of the lines, whichever.
  Optional<Row> any(Dice dice, String sql, Object... values) {
    return dice.any(rows(sql, values));
  }

  Connection connection() {
    return connection;
  }
}
