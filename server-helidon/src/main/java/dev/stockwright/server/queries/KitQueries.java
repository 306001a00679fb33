package dev.stockwright.server.queries;

import dev.stockwright.db.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Kits, what they are made of, and how many of them there are.
public final class KitQueries {
  private static final String KITS =
      """
      SELECT k.sku, k.name, count(*) AS components
        FROM kit_component c JOIN product k ON k.id = c.kit_id
       WHERE k.sku > ? GROUP BY k.id ORDER BY k.sku LIMIT ?""";

  private static final String COMPONENTS =
      """
      SELECT p.sku, p.name, c.quantity
        FROM kit_component c
        JOIN product k ON k.id = c.kit_id
        JOIN product p ON p.id = c.product_id
       WHERE k.sku = ? ORDER BY p.sku""";

  /// What is available of each component gives so many kits; the fewest are what there is. What is
  /// promised is taken off component by component, before the least is looked for.
  private static final String MAKES =
      """
      SELECT DISTINCT ON (w.code) w.code, p.sku,
             greatest(coalesce(i.available_quantity, 0), 0) / c.quantity AS kits
        FROM kit_component c
        JOIN product k ON k.id = c.kit_id
        JOIN product p ON p.id = c.product_id
       CROSS JOIN warehouse w
        LEFT JOIN inventory i ON i.warehouse_id = w.id AND i.product_id = p.id
       WHERE k.sku = ? AND w.code = ANY (?)
       ORDER BY w.code, kits, p.sku""";

  private final Database database;

  public KitQueries(Database database) {
    this.database = database;
  }

  /// One kit in a list.
  public record KitLine(String sku, String name, long components) {}

  /// Some of a kit.
  ///
  /// @param quantity base units in one kit
  public record ComponentItem(String sku, String name, long quantity) {}

  /// How many kits a warehouse could send now.
  ///
  /// @param shortest the component that it has for the fewest kits
  public record KitStock(String warehouse, long available, String shortest) {}

  /// A kit.
  ///
  /// @param version of its product
  public record KitWhole(
      String sku, String name, long version, List<ComponentItem> components, List<KitStock> stock) {
    public KitWhole {
      components = List.copyOf(components);
      stock = List.copyOf(stock);
    }
  }

  /// All kits, by SKU.
  public Page<KitLine> list(int limit, Optional<String> after) {
    String from = after.map(cursor -> Cursor.parts("kit", 1, cursor).getFirst()).orElse("");
    List<KitLine> rows =
        database
            .reading()
            .fetch(KITS, from, limit + 1)
            .map(
                row ->
                    new KitLine(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, long.class)));
    return Page.cut(rows, limit, last -> Cursor.of("kit", last.sku()));
  }

  /// One of them, with what the warehouses of `scope` have; empty when the product is none.
  public Optional<KitWhole> find(Scope scope, String sku) {
    return database.reading().transactionResult(tx -> find(tx.dsl(), scope, sku));
  }

  private static Optional<KitWhole> find(DSLContext dsl, Scope scope, String sku) {
    List<ComponentItem> components = new ArrayList<>();
    for (Record row : dsl.fetch(COMPONENTS, sku)) {
      components.add(
          new ComponentItem(
              row.get(0, String.class), row.get(1, String.class), row.get(2, long.class)));
    }
    if (components.isEmpty()) {
      return Optional.empty();
    }
    List<KitStock> stock =
        dsl.fetch(MAKES, sku, scope.codes())
            .map(
                row ->
                    new KitStock(
                        row.get(0, String.class),
                        row.get(2, long.class),
                        row.get(1, String.class)));
    return dsl.fetchOptional("SELECT name, version FROM product WHERE sku = ?", sku)
        .map(
            row ->
                new KitWhole(
                    sku, row.get(0, String.class), row.get(1, long.class), components, stock));
  }

  /// The kits that an order was placed for.
  static List<OrderQueries.KitItem> ofOrder(DSLContext sql, long id) {
    return sql.fetch(
            "SELECT p.sku, p.name, k.quantity, k.first_line, k.last_line FROM sales_order_kit k"
                + " JOIN product p ON p.id = k.product_id WHERE k.order_id = ?"
                + " ORDER BY k.first_line",
            id)
        .map(
            row ->
                new OrderQueries.KitItem(
                    row.get(0, String.class),
                    row.get(1, String.class),
                    row.get(2, long.class),
                    row.get(3, int.class),
                    row.get(4, int.class)));
  }
}
