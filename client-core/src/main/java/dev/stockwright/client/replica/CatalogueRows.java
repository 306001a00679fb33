package dev.stockwright.client.replica;

import dev.stockwright.client.known.CodedProduct;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.known.PackLevel;
import dev.stockwright.client.known.PackedProduct;
import dev.stockwright.client.known.Product;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The SQL of products, barcodes, locations and purchase orders.
final class CatalogueRows {
  private static final String PRODUCT =
      "p.sku, p.name, p.unit, p.category, p.lot_tracked, p.serial_tracked, p.expiry_tracked,"
          + " p.active";

  private CatalogueRows() {}

  static String productName(Connection connection, Sku sku) throws SQLException {
    return product(connection, sku).map(Product::name).orElse(sku.code());
  }

  static Optional<Product> product(Connection connection, Sku sku) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT " + PRODUCT + " FROM product p WHERE p.sku = ?")) {
      statement.setString(1, sku.code());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(product(rows)) : Optional.empty();
      }
    }
  }

  private static Product product(ResultSet rows) throws SQLException {
    return new Product(
        new Sku(rows.getString(1)),
        rows.getString(2),
        rows.getString(3),
        rows.getString(4),
        rows.getBoolean(5),
        rows.getBoolean(6),
        rows.getBoolean(7),
        rows.getBoolean(8));
  }

  static List<PackedProduct> byBarcode(Connection connection, String code) throws SQLException {
    String sql =
        "SELECT "
            + PRODUCT
            + ", b.pack, b.units FROM barcode b JOIN product p ON p.sku = b.sku"
            + " WHERE b.code = ? ORDER BY p.sku LIMIT 7";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, code);
      List<PackedProduct> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          PackLevel pack = new PackLevel(rows.getString(9), rows.getLong(10));
          found.add(new PackedProduct(product(rows), pack));
        }
      }
      return found;
    }
  }

  static List<CodedProduct.Barcode> barcodes(Connection connection, Sku sku) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT code, pack, units FROM barcode WHERE sku = ? ORDER BY units, code LIMIT 20")) {
      statement.setString(1, sku.code());
      List<CodedProduct.Barcode> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          PackLevel pack = new PackLevel(rows.getString(2), rows.getLong(3));
          found.add(new CodedProduct.Barcode(rows.getString(1), pack));
        }
      }
      return found;
    }
  }

  static void putProducts(Connection connection, List<CodedProduct> products, long mark)
      throws SQLException {
    String product =
        "INSERT INTO product (sku, name, unit, category, lot_tracked, serial_tracked,"
            + " expiry_tracked, active, mark) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (sku) DO UPDATE SET name = excluded.name, unit = excluded.unit,"
            + " category = excluded.category, lot_tracked = excluded.lot_tracked,"
            + " serial_tracked = excluded.serial_tracked,"
            + " expiry_tracked = excluded.expiry_tracked, active = excluded.active,"
            + " mark = excluded.mark";
    try (PreparedStatement put = connection.prepareStatement(product);
        PreparedStatement clear = connection.prepareStatement("DELETE FROM barcode WHERE sku = ?");
        PreparedStatement code =
            connection.prepareStatement(
                "INSERT OR REPLACE INTO barcode (code, sku, pack, units) VALUES (?, ?, ?, ?)")) {
      for (CodedProduct each : products) {
        bind(put, each.product(), mark);
        put.executeUpdate();
        clear.setString(1, each.product().sku().code());
        clear.executeUpdate();
        for (CodedProduct.Barcode barcode : each.barcodes()) {
          code.setString(1, barcode.code());
          code.setString(2, each.product().sku().code());
          code.setString(3, barcode.pack().name());
          code.setLong(4, barcode.pack().units());
          code.executeUpdate();
        }
      }
    }
  }

  private static void bind(PreparedStatement put, Product product, long mark) throws SQLException {
    put.setString(1, product.sku().code());
    put.setString(2, product.name());
    put.setString(3, product.unit());
    put.setString(4, product.category());
    put.setBoolean(5, product.lotTracked());
    put.setBoolean(6, product.serialTracked());
    put.setBoolean(7, product.expiryTracked());
    put.setBoolean(8, product.active());
    put.setLong(9, mark);
  }

  static void endProducts(Connection connection, long mark) throws SQLException {
    run(connection, "DELETE FROM product WHERE mark <> " + mark);
    run(connection, "DELETE FROM barcode WHERE sku NOT IN (SELECT sku FROM product)");
  }

  static void endOf(Connection connection, String table, WarehouseCode warehouse, long mark)
      throws SQLException {
    String sql = "DELETE FROM " + table + " WHERE warehouse = ? AND mark <> ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, warehouse.code());
      statement.setLong(2, mark);
      statement.executeUpdate();
    }
  }

  static void putOrders(
      Connection connection, WarehouseCode warehouse, List<OpenOrder> orders, long mark)
      throws SQLException {
    String line =
        "INSERT OR REPLACE INTO purchase_order_line"
            + " (number, sku, name, ordered, received, allowed) VALUES (?, ?, ?, ?, ?, ?)";
    try (PreparedStatement clear =
            connection.prepareStatement("DELETE FROM purchase_order WHERE number = ?");
        PreparedStatement put =
            connection.prepareStatement(
                "INSERT INTO purchase_order"
                    + " (number, warehouse, supplier, expected_on, read_at, mark)"
                    + " VALUES (?, ?, ?, ?, ?, ?)");
        PreparedStatement lines = connection.prepareStatement(line)) {
      for (OpenOrder order : orders) {
        clear.setString(1, order.number().code()); // and its lines
        clear.executeUpdate();
        put.setString(1, order.number().code());
        put.setString(2, warehouse.code());
        put.setString(3, order.supplier());
        put.setString(4, order.expectedOn().map(LocalDate::toString).orElse(null));
        put.setLong(5, order.readAt().toEpochMilli());
        put.setLong(6, mark);
        put.executeUpdate();
        for (OrderLine each : order.lines()) {
          lines.setString(1, order.number().code());
          lines.setString(2, each.sku().code());
          lines.setString(3, each.name());
          lines.setLong(4, each.ordered());
          lines.setLong(5, each.received());
          lines.setLong(6, each.allowed());
          lines.executeUpdate();
        }
      }
    }
  }

  static void keepOrders(
      Connection connection, WarehouseCode warehouse, List<Reference> orders, long mark)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE purchase_order SET mark = ? WHERE warehouse = ? AND number = ?")) {
      for (Reference order : orders) {
        statement.setLong(1, mark);
        statement.setString(2, warehouse.code());
        statement.setString(3, order.code());
        statement.executeUpdate();
      }
    }
  }

  /// @param where a condition on `o`, with one `?` for `value`
  static List<OpenOrder> orders(
      Connection connection, WarehouseCode warehouse, String where, String value)
      throws SQLException {
    String sql =
        "SELECT o.number, o.supplier, o.expected_on, o.read_at FROM purchase_order o"
            + " WHERE o.warehouse = ? AND "
            + where
            + " ORDER BY o.expected_on, o.number";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, warehouse.code());
      statement.setString(2, value);
      List<OpenOrder> orders = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          orders.add(
              new OpenOrder(
                  new Reference(rows.getString(1)),
                  rows.getString(2),
                  Optional.ofNullable(rows.getString(3)).map(LocalDate::parse),
                  lines(connection, rows.getString(1)),
                  Instant.ofEpochMilli(rows.getLong(4))));
        }
      }
      return orders;
    }
  }

  private static List<OrderLine> lines(Connection connection, String number) throws SQLException {
    String sql =
        "SELECT sku, name, ordered, received, allowed FROM purchase_order_line"
            + " WHERE number = ? ORDER BY sku";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, number);
      List<OrderLine> lines = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(
              new OrderLine(
                  new Sku(rows.getString(1)),
                  rows.getString(2),
                  rows.getLong(3),
                  rows.getLong(4),
                  rows.getLong(5)));
        }
      }
      return lines;
    }
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }
}
