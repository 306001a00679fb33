package dev.stockwright.server.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Rows that name something which is not there. The busiest tables have no foreign keys
/// (docs/decisions/0005, 0022), so this looks for what those would have prevented.
final class Strays {
  /// A table, the column that names, and the table whose id it names.
  private record Link(String table, String column, String named) {
    /// How many, an example, and the first warehouse.
    String question() {
      return """
      SELECT count(*), min(t.%2$s), (SELECT min(code) FROM warehouse) FROM %1$s t
       WHERE t.%2$s IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %3$s x WHERE x.id = t.%2$s)"""
          .formatted(table, column, named);
    }
  }

  private static final List<Link> LINKS =
      List.of(
          new Link("balance", "warehouse_id", "warehouse"),
          new Link("balance", "product_id", "product"),
          new Link("balance", "location_id", "location"),
          new Link("reservation_line", "reservation_id", "reservation"),
          new Link("reservation_line", "warehouse_id", "warehouse"),
          new Link("reservation_line", "product_id", "product"),
          new Link("sales_order", "warehouse_id", "warehouse"),
          new Link("sales_order", "customer_id", "customer"),
          new Link("sales_order_line", "order_id", "sales_order"),
          new Link("sales_order_line", "product_id", "product"),
          new Link("sales_order_history", "order_id", "sales_order"));

  private Strays() {}

  /// Adds a finding for each column that names what is not there, with one example. It is told of
  /// the first warehouse, because such a row may belong to none.
  static void find(Connection connection, List<Finding> findings) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (Link link : LINKS) {
        try (ResultSet rows = statement.executeQuery(link.question())) {
          rows.next();
          if (rows.getLong(1) > 0) {
            findings.add(
                new Finding(
                    "stray",
                    rows.getString(3),
                    0,
                    "%d rows of %s name a %s that is not there, such as %d"
                        .formatted(rows.getLong(1), link.table, link.named, rows.getLong(2))));
          }
        }
      }
    }
  }
}
