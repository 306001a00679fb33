package dev.stockwright.server.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows on their way into a table by PostgreSQL's `COPY ... FROM STDIN (FORMAT binary)`, which
/// costs it less than an insert of arrays. The layout is that of PostgreSQL's documentation of
/// COPY, "Binary Format". Fields come in the order of the columns; all of a row are given.
final class CopyRows {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };

  /// From the Unix epoch to that of PostgreSQL, the year 2000, in microseconds.
  private static final long EPOCH_MICROS = 946_684_800_000_000L;

  /// Rows of one COPY. PostgreSQL (at least to 18) enters each row's slot in a hash table in which
  /// all of them collide, which costs the square of their number.
  private static final int PART = 256;

  /// As many rows at most are sent sooner with other statements: COPY has round trips of its own.
  static final int WORTH_IT = 192;

  private final int columns;
  private final List<Integer> ends = new ArrayList<>();
  private byte[] bytes;
  private int size;
  private int rows;

  /// @param rows how many will come, about
  CopyRows(int columns, int rows) {
    this.columns = columns;
    this.bytes = new byte[32 + rows * (16 * columns)];
    begin();
  }

  private void begin() {
    append(SIGNATURE);
    four(0); // no flags
    four(0); // no extension
  }

  private void end() {
    two(-1);
    ends.add(size);
  }

  /// Begins the next row.
  void row() {
    if (rows > 0 && rows % PART == 0) {
      end();
      begin();
    }
    rows++;
    two(columns);
  }

  void int4(int value) {
    four(4);
    four(value);
  }

  void int8(long value) {
    four(8);
    eight(value);
  }

  /// @param micros since 1970
  void time(long micros) {
    int8(micros - EPOCH_MICROS);
  }

  void uuid(UUID value) {
    four(16);
    eight(value.getMostSignificantBits());
    eight(value.getLeastSignificantBits());
  }

  void bytes(byte[] value) {
    four(value.length);
    append(value);
  }

  void text(String value) {
    bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  void textOrNothing(@Nullable String value) { // null as in the column
    if (value == null) {
      nothing();
    } else {
      text(value);
    }
  }

  /// The column is NULL.
  void nothing() {
    four(-1);
  }

  /// Sends all rows.
  ///
  /// @param table with its columns, such as `lot (code, product_id)`
  void into(Connection connection, String table) throws SQLException {
    end();
    int from = 0;
    for (int to : ends) {
      send(connection, table, from, to);
      from = to;
    }
  }

  private void send(Connection connection, String table, int from, int to) throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + table + " FROM STDIN (FORMAT binary)");
    try {
      copy.writeToCopy(bytes, from, to - from);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void two(int value) {
    room(2);
    bytes[size++] = (byte) (value >> 8);
    bytes[size++] = (byte) value;
  }

  private void four(int value) {
    two(value >> 16);
    two(value);
  }

  private void eight(long value) {
    four((int) (value >> 32));
    four((int) value);
  }

  private void append(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
