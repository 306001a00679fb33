package dev.stockwright.server.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// What of a product was promised in a warehouse after event `n`, for the questions about the past.
record PromisedRow(int warehouseId, int productId, long n, long reserved) {
  private static final String TABLE = "promised_level (warehouse_id, product_id, n, reserved)";

  private static final String INSERT =
      "INSERT INTO "
          + TABLE
          + " SELECT unnest(?::int[]), unnest(?::int[]), unnest(?::bigint[]), unnest(?::bigint[])";

  /// Few go with everything else, many by COPY, which is cheaper by the row.
  static void write(Connection connection, Sheaf sheaf, List<PromisedRow> all) throws SQLException {
    if (all.isEmpty()) {
      return;
    }
    if (all.size() <= CopyRows.WORTH_IT) {
      sheaf.add(
          INSERT,
          s -> {
            s.ints(Rows.ints(all, PromisedRow::warehouseId));
            s.ints(Rows.ints(all, PromisedRow::productId));
            s.longs(Rows.longs(all, PromisedRow::n));
            s.longs(Rows.longs(all, PromisedRow::reserved));
          });
      return;
    }
    CopyRows rows = new CopyRows(4, all.size());
    for (PromisedRow each : all) {
      rows.row();
      rows.int4(each.warehouseId);
      rows.int4(each.productId);
      rows.int8(each.n);
      rows.int8(each.reserved);
    }
    rows.into(connection, TABLE);
  }
}
