package dev.stockwright.server.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// The question marks of a statement, filled from left to right. Only arrays whose element type is
/// known travel in binary form, which is much cheaper to read; times go as microseconds since 1970
/// for the same reason.
public final class Slots {
  private final PreparedStatement statement;
  private final PGConnection connection;
  private int last;

  Slots(PreparedStatement statement) throws SQLException {
    this.statement = statement;
    this.connection = statement.getConnection().unwrap(PGConnection.class);
  }

  public void flag(boolean value) throws SQLException {
    statement.setBoolean(++last, value);
  }

  /// Microseconds since 1970.
  public void time(Instant value) throws SQLException {
    statement.setLong(++last, Rows.micros(value));
  }

  public void ints(int[] values) throws SQLException {
    statement.setArray(++last, connection.createArrayOf("int4", values));
  }

  public void longs(long[] values) throws SQLException {
    statement.setArray(++last, connection.createArrayOf("int8", values));
  }

  /// With null where the column is to have none.
  public void nullableLongs(@Nullable Long[] values) throws SQLException {
    statement.setArray(++last, statement.getConnection().createArrayOf("int8", values));
  }

  /// With null where the column is to have none.
  public void nullableInts(@Nullable Integer[] values) throws SQLException {
    statement.setArray(++last, statement.getConnection().createArrayOf("int4", values));
  }

  public void texts(@Nullable String[] values) throws SQLException {
    statement.setArray(++last, statement.getConnection().createArrayOf("text", values));
  }

  public void hashes(byte[][] values) throws SQLException {
    statement.setArray(++last, statement.getConnection().createArrayOf("bytea", values));
  }

  public void flags(Boolean[] values) throws SQLException {
    statement.setArray(++last, statement.getConnection().createArrayOf("bool", values));
  }

  /// Microseconds since 1970, with null where there is no time.
  public void times(List<Optional<Instant>> values) throws SQLException {
    @Nullable Long[] micros = new Long[values.size()];
    for (int i = 0; i < micros.length; i++) {
      micros[i] = values.get(i).map(Rows::micros).orElse(null);
    }
    nullableLongs(micros);
  }
}
