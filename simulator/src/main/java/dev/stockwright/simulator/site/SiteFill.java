package dev.stockwright.simulator.site;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// Writes master data straight into the tables, many rows a statement. The connection's owner
/// commits.
public final class SiteFill {
  /// Where every warehouse of ours takes goods in.
  public static final LocationCode DOCK = new LocationCode("DOCK-1");

  private final Connection connection;

  public SiteFill(Connection connection) {
    this.connection = connection;
  }

  /// A warehouse with its counter, its dock and `bins`.
  public void warehouse(WarehouseCode code, List<LocationCode> bins) throws SQLException {
    run(
        "INSERT INTO warehouse (code, name, receiving_location) VALUES (?, ?, ?)",
        code.code(),
        "Warehouse " + code,
        DOCK.code());
    run(
        "INSERT INTO warehouse_counter (warehouse_id) SELECT id FROM warehouse WHERE code = ?",
        code.code());
    run(
        "INSERT INTO location (warehouse_id, code, kind) SELECT id, ?, 'dock' FROM warehouse"
            + " WHERE code = ?",
        DOCK.code(),
        code.code());
    run(
        "INSERT INTO location (warehouse_id, code, zone, kind) SELECT w.id, b, 'A', 'bin'"
            + " FROM warehouse w, unnest(?::text[]) b WHERE w.code = ?",
        texts(bins.stream().map(LocationCode::code).toList()),
        code.code());
  }

  /// Products named after their SKU, counted in pieces.
  public void products(List<Sku> skus) throws SQLException {
    run(
        "INSERT INTO product (sku, name) SELECT s, 'Product ' || s FROM unnest(?::text[])"
            + " WITH ORDINALITY t (s, i) ORDER BY i",
        texts(skus.stream().map(Sku::code).toList()));
  }

  /// An open purchase order in a warehouse with one line a product.
  public void purchaseOrder(String number, WarehouseCode warehouse, List<Sku> skus, long ordered)
      throws SQLException {
    run(
        "INSERT INTO purchase_order (number, warehouse_id, supplier)"
            + " SELECT ?, id, 'Supplier' FROM warehouse WHERE code = ?",
        number,
        warehouse.code());
    run(
        "INSERT INTO purchase_order_line (purchase_order_id, line, product_id, ordered)"
            + " SELECT o.id, t.i, p.id, ?::bigint FROM purchase_order o,"
            + " unnest(?::text[]) WITH ORDINALITY t (s, i) JOIN product p ON p.sku = t.s"
            + " WHERE o.number = ?",
        Long.toString(ordered),
        texts(skus.stream().map(Sku::code).toList()),
        number);
  }

  /// `quantity` of every product at the dock of every warehouse, as if it had always been there: no
  /// movement tells of it. For benchmarks only.
  public void opening(long quantity) throws SQLException {
    run(
        "INSERT INTO stock_level (warehouse_id, product_id, on_hand, supplier)"
            + " SELECT w.id, p.id, ?::bigint, -?::bigint FROM warehouse w, product p"
            + " ORDER BY 1, 2",
        Long.toString(quantity),
        Long.toString(quantity));
    run(
        "INSERT INTO balance (warehouse_id, product_id, location_id, on_hand)"
            + " SELECT w.id, p.id, l.id, ?::bigint FROM warehouse w"
            + " JOIN location l ON l.warehouse_id = w.id AND l.code = w.receiving_location,"
            + " product p ORDER BY 1, 2",
        Long.toString(quantity));
  }

  private java.sql.Array texts(List<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  private void run(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
