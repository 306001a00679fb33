package dev.stockwright.server.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Writes the movements of a transaction in one go.
final class MovementWriter {
  private static final String TABLE =
      "movement (warehouse_id, n, product_id, from_location_id, to_location_id, quantity,"
          + " level_before, level_after, reserved_after, blocked_after, reverses_n, recorded_at,"
          + " occurred_at, command_id, lot, handling_unit, condition, owner, reason, reference,"
          + " author, device, scan, hash, unit_cost, value_after)";
  private static final int COLUMNS = 26;

  private final Connection connection;
  private final long atMicros;

  MovementWriter(Connection connection, Instant at) {
    this.connection = connection;
    this.atMicros = Rows.micros(at);
  }

  void write(List<MovementRow> movements) throws SQLException {
    if (movements.isEmpty()) {
      return;
    }
    CopyRows rows = new CopyRows(COLUMNS, movements.size());
    for (MovementRow movement : movements) {
      rows.row();
      add(movement, rows);
    }
    rows.into(connection, TABLE);
  }

  private void add(MovementRow movement, CopyRows row) {
    row.int4(movement.warehouseId());
    row.int8(movement.n());
    row.int4(movement.productId());
    row.int4(movement.fromId());
    row.int4(movement.toId());
    row.int8(movement.quantity());
    row.int8(movement.before());
    row.int8(movement.after());
    row.int8(movement.reservedAfter());
    row.int8(movement.blockedAfter());
    if (movement.reversesN() == 0) {
      row.nothing();
    } else {
      row.int8(movement.reversesN());
    }
    row.time(atMicros);
    Long occurred = movement.occurredMicros();
    if (occurred == null) {
      row.nothing();
    } else {
      row.time(occurred);
    }
    row.uuid(movement.commandId());
    row.text(movement.goods().lot());
    row.text(movement.goods().handlingUnit());
    row.text(movement.goods().condition().code());
    row.text(movement.goods().owner());
    row.text(movement.reason());
    row.textOrNothing(movement.reference());
    row.text(movement.author());
    row.text(movement.device());
    row.textOrNothing(movement.scan());
    row.bytes(movement.hash());
    if (movement.unitCost() == Worth.UNKNOWN) {
      row.nothing();
      row.nothing();
    } else {
      row.int8(movement.unitCost());
      row.int8(movement.valueAfter());
    }
  }
}
