package dev.stockwright.server.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Writes the movements of a transaction with one statement.
final class MovementWriter {
  private static final String SQL =
      """
      INSERT INTO movement (warehouse_id, n, product_id, from_location_id, to_location_id, quantity,
        level_before, level_after, reserved_after, blocked_after, reverses_n, recorded_at,
        occurred_at, command_id, lot, handling_unit, condition, owner, reason, reference, author,
        device, scan, hash)
      SELECT k.w, k.n, k.p, k.f, k.t, k.q, k.b, k.a, k.ra, k.ba, nullif(k.rev, 0),
             timestamptz 'epoch' + ? * interval '1 microsecond',
             timestamptz 'epoch' + k.occurred * interval '1 microsecond',
             k.command::uuid, k.lot, k.hu, k.condition, k.owner, k.reason, k.reference, k.author,
             k.device, k.scan, k.hash
        FROM unnest(?::int[], ?::bigint[], ?::int[], ?::int[], ?::int[], ?::bigint[], ?::bigint[],
                    ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::bytea[])
          AS k(w, n, p, f, t, q, b, a, ra, ba, rev, occurred, command, lot, hu, condition, owner,
               reason, reference, author, device, scan, hash)""";

  private final Connection connection;
  private final Instant at;

  MovementWriter(Connection connection, Instant at) {
    this.connection = connection;
    this.at = at;
  }

  void write(List<MovementRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    Rows.execute(
        connection,
        SQL,
        s -> {
          s.setLong(1, Rows.micros(at));
          Rows.ints(s, 2, Rows.ints(rows, MovementRow::warehouseId));
          Rows.longs(s, 3, Rows.longs(rows, MovementRow::n));
          Rows.ints(s, 4, Rows.ints(rows, MovementRow::productId));
          Rows.ints(s, 5, Rows.ints(rows, MovementRow::fromId));
          Rows.ints(s, 6, Rows.ints(rows, MovementRow::toId));
          Rows.longs(s, 7, Rows.longs(rows, MovementRow::quantity));
          Rows.longs(s, 8, Rows.longs(rows, MovementRow::before));
          Rows.longs(s, 9, Rows.longs(rows, MovementRow::after));
          Rows.longs(s, 10, Rows.longs(rows, MovementRow::reservedAfter));
          Rows.longs(s, 11, Rows.longs(rows, MovementRow::blockedAfter));
          Rows.longs(s, 12, Rows.longs(rows, MovementRow::reversesN));
          Rows.nullableLongs(
              s, 13, rows.stream().map(MovementRow::occurredMicros).toArray(Long[]::new));
          texts(s, rows);
          Rows.hashes(s, 24, rows.stream().map(MovementRow::hash).toArray(byte[][]::new));
        });
  }

  private static void texts(java.sql.PreparedStatement s, List<MovementRow> rows)
      throws SQLException {
    Rows.texts(s, 14, Rows.texts(rows, MovementRow::commandId));
    Rows.texts(s, 15, Rows.texts(rows, row -> row.goods().lot()));
    Rows.texts(s, 16, Rows.texts(rows, row -> row.goods().handlingUnit()));
    Rows.texts(s, 17, Rows.texts(rows, row -> row.goods().condition().code()));
    Rows.texts(s, 18, Rows.texts(rows, row -> row.goods().owner()));
    Rows.texts(s, 19, Rows.texts(rows, MovementRow::reason));
    Rows.texts(s, 20, Rows.texts(rows, MovementRow::reference));
    Rows.texts(s, 21, Rows.texts(rows, MovementRow::author));
    Rows.texts(s, 22, Rows.texts(rows, MovementRow::device));
    Rows.texts(s, 23, Rows.texts(rows, MovementRow::scan));
  }
}
