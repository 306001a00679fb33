package dev.stockwright.server.ledger;

import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;

/// Reads the lines of purchase orders that goods come in for, under the locks.
final class OrderReader {
  private OrderReader() {}

  /// All lines, so that what comes or goes back is counted on those that are closed as well; only
  /// lines that are open take goods.
  static void read(Connection connection, Needs needs, LockedStock stock) throws SQLException {
    String sql =
        """
        SELECT o.number, o.id, w.code, p.sku, l.line, l.ordered, l.received, l.over_percent,
               o.state = 'open' AND NOT o.blind, NOT l.closed, l.over_allowed
          FROM purchase_order o
          JOIN warehouse w ON w.id = o.warehouse_id
          JOIN purchase_order_line l ON l.purchase_order_id = o.id
          JOIN product p ON p.id = l.product_id
         WHERE o.number = ANY(?)\
        """;
    Set<ShelfKey> locked = new HashSet<>(stock.shelves.keySet());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Rows.texts(statement, 1, Rows.texts(needs.purchaseOrders, Reference::code));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Reference order = new Reference(rows.getString(1));
          WarehouseCode warehouse = new WarehouseCode(rows.getString(3));
          ShelfKey key = new ShelfKey(warehouse, new Sku(rows.getString(4)));
          boolean takes = rows.getBoolean(9);
          if (takes) {
            stock.openOrders.put(order, warehouse);
          }
          if (locked.contains(key)) {
            OrderRow row =
                new OrderRow(
                    rows.getInt(2),
                    rows.getInt(5),
                    rows.getLong(6),
                    rows.getLong(7),
                    new OrderRow.Over(rows.getInt(8), rows.getLong(11)));
            row.takes = takes && rows.getBoolean(10);
            stock.orders.computeIfAbsent(order, any -> new HashMap<>()).put(key, row);
          }
        }
      }
    }
  }
}
