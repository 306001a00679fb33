package dev.stockwright.server.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// What of a product was promised in a warehouse after event `n`, for the questions about the past.
record PromisedRow(int warehouseId, int productId, long n, long reserved) {
  private static final String TABLE = "promised_level (warehouse_id, product_id, n, reserved)";

  static void write(Connection connection, List<PromisedRow> all) throws SQLException {
    if (all.isEmpty()) {
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
