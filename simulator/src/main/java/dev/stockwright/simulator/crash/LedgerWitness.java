package dev.stockwright.simulator.crash;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.CommandId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the ledger says about commands that somebody remembers.
final class LedgerWitness {
  private final Connection connection;

  LedgerWitness(Connection connection) {
    this.connection = connection;
  }

  /// Acknowledged commands that the ledger does not have with that answer, or whose movements it
  /// does not have.
  List<CommandId> missing(Map<CommandId, Answer> acknowledged) throws SQLException {
    String sql =
        "SELECT c.id, c.answer, c.id IN (SELECT m.command_id FROM movement m)"
            + " FROM answered_command c WHERE c.id = ANY(?)";
    Set<CommandId> left = new HashSet<>(acknowledged.keySet());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, ids(acknowledged.keySet()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          CommandId id = CommandId.of(rows.getString(1));
          Answer stored = Wire.ANSWER.read(rows.getString(2));
          boolean moved = rows.getBoolean(3);
          boolean same = believed(acknowledged.get(id)) || stored.equals(acknowledged.get(id));
          if (same && moved == stored instanceof Answer.Accepted) {
            left.remove(id);
          }
        }
      }
    }
    return new ArrayList<>(left);
  }

  /// An acceptance without a change is what a device made up by itself; its words prove nothing.
  private static boolean believed(@Nullable Answer answer) {
    return answer instanceof Answer.Accepted accepted && accepted.changes().isEmpty();
  }

  /// How many of these commands the ledger knows.
  long known(List<CommandId> commands) throws SQLException {
    String sql = "SELECT count(*) FROM command WHERE id = ANY(?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, ids(commands));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /// Commands with more movements than they make: two for a transfer, one for any other.
  long doubled() throws SQLException {
    String sql =
        """
        SELECT count(*) FROM (
          SELECT command_id FROM movement GROUP BY command_id
          HAVING count(*) <> CASE WHEN bool_or(reason = 'transfer') THEN 2 ELSE 1 END) x""";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private java.sql.Array ids(Collection<CommandId> commands) throws SQLException {
    return connection.createArrayOf("uuid", commands.stream().map(CommandId::uuid).toArray());
  }
}
