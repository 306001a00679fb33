package dev.stockwright.simulator.stack;

import dev.stockwright.db.Database;
import dev.stockwright.db.DatabasePlace;
import dev.stockwright.server.ledger.LedgerVerifier;
import dev.stockwright.simulator.site.DatabaseRoom;
import dev.stockwright.vocabulary.CommandId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// Questions to the database behind a server, past the server. Belongs to one thread.
public final class Books implements AutoCloseable {
  private final DatabasePlace place;
  private final Connection connection;

  public Books(DatabasePlace place) throws SQLException {
    this.place = place;
    this.connection = DatabaseRoom.connect(place);
  }

  public Connection connection() {
    return connection;
  }

  /// The one number that `sql` finds.
  public long number(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /// Whether the command has its answer.
  public boolean knows(CommandId id) {
    return number("SELECT count(*) FROM command WHERE id = ?", id.uuid()) == 1;
  }

  /// How many of these commands have made exactly one movement.
  public long movedOnce(Collection<CommandId> commands) {
    try {
      return number(
          "SELECT count(*) FROM (SELECT command_id FROM movement WHERE command_id = ANY(?)"
              + " GROUP BY command_id HAVING count(*) = 1) x",
          connection.createArrayOf("uuid", commands.stream().map(CommandId::uuid).toArray()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The newest event of a warehouse.
  public long lastNumber(String warehouse) {
    return number(
        "SELECT c.last_n FROM warehouse_counter c JOIN warehouse w ON w.id = c.warehouse_id"
            + " WHERE w.code = ?",
        warehouse);
  }

  /// Pieces on hand in a warehouse, all products together.
  public long onHand(String warehouse) {
    return number(
        "SELECT coalesce(sum(l.on_hand), 0) FROM stock_level l JOIN warehouse w"
            + " ON w.id = l.warehouse_id WHERE w.code = ?",
        warehouse);
  }

  /// Waits until a server that has just started has done each of its jobs once. The planning of
  /// counts is one of them: goods that come before it has run get a count, and that is an event
  /// that nobody of a test has caused.
  public static void awaitFirstRounds(DatabasePlace place) {
    try (Books books = new Books(place)) {
      Waiting.until(
          () -> "the jobs of the start",
          Duration.ofSeconds(60),
          () ->
              books.number(
                      "SELECT count(*) FILTER (WHERE last_success IS NULL AND last_failure IS NULL"
                          + " AND execution_time <= now()) + (count(*) = 0)::int"
                          + " FROM scheduled_tasks")
                  == 0);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What the fold of the whole ledger says.
  public List<String> findings() {
    try (Database database = Database.open(place)) {
      return new LedgerVerifier(database)
          .verify().findings().stream().map(Object::toString).toList();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
