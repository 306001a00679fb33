package dev.stockwright.client.outbox;

import dev.stockwright.client.outbox.Entry.Fate;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.CommandId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The SQL of the table `outbox`.
final class OutboxRows {
  private static final String ENTRY =
      "SELECT envelope, fate, added_at, answered_at, answer, coalesce(remark, '') FROM outbox ";

  /// What goes along in the background, see [Telling#note].
  private static final String NO_NOTE = "envelope NOT LIKE '%\"kind\":\"note_mismatch\"%'";

  static final String UNSENT = "fate = 'waiting' AND " + NO_NOTE;
  static final String NEEDING = "fate = 'attention' AND coalesce(remark, '') = ''";

  private OutboxRows() {}

  static void insert(Connection connection, Envelope envelope, Instant now) throws SQLException {
    String sql = "INSERT INTO outbox (sequence, id, envelope, added_at) VALUES (?, ?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, envelope.sequence());
      statement.setString(2, envelope.id().toString());
      statement.setString(3, Wire.ENVELOPE.text(envelope));
      statement.setLong(4, now.toEpochMilli());
      statement.executeUpdate();
    }
  }

  static List<Envelope> waiting(Connection connection, int limit) throws SQLException {
    String sql = "SELECT envelope FROM outbox WHERE fate = 'waiting' ORDER BY sequence LIMIT ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, limit);
      return envelopes(statement);
    }
  }

  static List<Envelope> from(Connection connection, long sequence, int limit) throws SQLException {
    String sql = "SELECT envelope FROM outbox WHERE sequence >= ? ORDER BY sequence LIMIT ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, sequence);
      statement.setInt(2, limit);
      return envelopes(statement);
    }
  }

  private static List<Envelope> envelopes(PreparedStatement statement) throws SQLException {
    List<Envelope> envelopes = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        envelopes.add(Wire.ENVELOPE.read(rows.getString(1)));
      }
    }
    return envelopes;
  }

  static void answer(Connection connection, Answer answer, Fate fate, Instant now)
      throws SQLException {
    String sql = "UPDATE outbox SET fate = ?, answer = ?, answered_at = ? WHERE id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, fate.code());
      statement.setString(2, Wire.ANSWER.text(answer));
      statement.setLong(3, now.toEpochMilli());
      statement.setString(4, answer.id().toString());
      statement.executeUpdate();
    }
  }

  static boolean resolve(Connection connection, CommandId id, Fate fate, String remark)
      throws SQLException {
    String sql = "UPDATE outbox SET fate = ?, remark = ? WHERE id = ? AND fate = 'attention'";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, fate.code());
      statement.setString(2, remark);
      statement.setString(3, id.toString());
      return statement.executeUpdate() == 1;
    }
  }

  /// Keeps the newest `keep` of what is settled; what waits for the server or a person always
  /// stays.
  static void clearAway(Connection connection, int keep) throws SQLException {
    String settled = "fate IN ('accepted', 'resent', 'discarded')";
    String sql =
        "DELETE FROM outbox WHERE "
            + settled
            + " AND sequence <= (SELECT sequence FROM outbox WHERE "
            + settled
            + " ORDER BY sequence DESC LIMIT 1 OFFSET ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, keep);
      statement.executeUpdate();
    }
  }

  static void remark(Connection connection, CommandId id, String remark) throws SQLException {
    String sql = "UPDATE outbox SET remark = ? WHERE id = ? AND fate = 'attention'";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, remark);
      statement.setString(2, id.toString());
      statement.executeUpdate();
    }
  }

  /// @param which one of the conditions above
  static int count(Connection connection, String which) throws SQLException {
    String sql = "SELECT count(*) FROM outbox WHERE " + which;
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  static List<Entry> newest(Connection connection, int limit) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            ENTRY + "WHERE " + NO_NOTE + " ORDER BY sequence DESC LIMIT ?")) {
      statement.setInt(1, limit);
      return entries(statement);
    }
  }

  static List<Entry> attention(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(ENTRY + "WHERE fate = 'attention' ORDER BY sequence")) {
      return entries(statement);
    }
  }

  static Optional<Entry> find(Connection connection, CommandId id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ENTRY + "WHERE id = ?")) {
      statement.setString(1, id.toString());
      return entries(statement).stream().findFirst();
    }
  }

  private static List<Entry> entries(PreparedStatement statement) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        long answered = rows.getLong(4);
        Optional<Instant> answeredAt =
            rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(answered));
        entries.add(
            new Entry(
                Wire.ENVELOPE.read(rows.getString(1)),
                Fate.of(rows.getString(2)),
                Instant.ofEpochMilli(rows.getLong(3)),
                answeredAt,
                Optional.ofNullable(rows.getString(5)).map(Wire.ANSWER::read),
                rows.getString(6)));
      }
    }
    return entries;
  }
}
