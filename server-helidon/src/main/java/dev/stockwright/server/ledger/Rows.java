package dev.stockwright.server.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.postgresql.PGConnection;

/// Small tools for statements that carry arrays.
final class Rows {
  private Rows() {}

  static void ints(PreparedStatement s, int at, int[] values) throws SQLException {
    s.setArray(at, postgres(s).createArrayOf("int4", values));
  }

  static void longs(PreparedStatement s, int at, long[] values) throws SQLException {
    s.setArray(at, postgres(s).createArrayOf("int8", values));
  }

  private static PGConnection postgres(PreparedStatement s) throws SQLException {
    return s.getConnection().unwrap(PGConnection.class);
  }

  /// Only arrays whose element type is known travel in binary form, which is much cheaper to read.
  static void texts(PreparedStatement s, int at, String[] values) throws SQLException {
    s.setArray(at, s.getConnection().createArrayOf("text", values));
  }

  static void hashes(PreparedStatement s, int at, byte[][] values) throws SQLException {
    s.setArray(at, s.getConnection().createArrayOf("bytea", values));
  }

  static <T> int[] ints(Collection<T> all, ToIntFunction<T> value) {
    int[] found = new int[all.size()];
    int i = 0;
    for (T each : all) {
      found[i++] = value.applyAsInt(each);
    }
    return found;
  }

  static <T> long[] longs(Collection<T> all, ToLongFunction<T> value) {
    long[] found = new long[all.size()];
    int i = 0;
    for (T each : all) {
      found[i++] = value.applyAsLong(each);
    }
    return found;
  }

  static <T> String[] texts(Collection<T> all, Function<T, String> value) {
    String[] found = new String[all.size()];
    int i = 0;
    for (T each : all) {
      found[i++] = value.apply(each);
    }
    return found;
  }

  static Instant instant(ResultSet rows, int column) throws SQLException {
    return rows.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> optionalInstant(ResultSet rows, int column) throws SQLException {
    OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
    return time == null ? Optional.empty() : Optional.of(time.toInstant());
  }

  /// What PostgreSQL keeps of a time: whole microseconds since 1970.
  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  static int execute(Connection connection, String sql, Binding binding) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      binding.to(statement);
      return statement.executeUpdate();
    }
  }

  /// Fills a statement.
  interface Binding {
    void to(PreparedStatement statement) throws SQLException;
  }
}
