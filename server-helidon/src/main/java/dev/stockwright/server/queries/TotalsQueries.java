package dev.stockwright.server.queries;

import dev.stockwright.db.Database;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/// Stock and its value, added up.
public final class TotalsQueries {
  /// What goods are worth of which nobody knew the cost when they came: what they cost today.
  static final String VALUE = "CASE WHEN l.value = 0 THEN l.on_hand * p.unit_cost ELSE l.value END";

  private static final String TOTALS =
      """
      SELECT w.code, w.name, t.*, coalesce(lapsed.quantity, 0)
        FROM warehouse w
       CROSS JOIN LATERAL (
         SELECT count(*) FILTER (WHERE l.on_hand > 0) AS products,
                count(*) FILTER (WHERE l.on_hand = 0) AS out,
                count(*) FILTER (WHERE l.is_low) AS low,
                coalesce(sum(l.on_hand), 0)::bigint AS on_hand,
                coalesce(sum(l.reserved), 0)::bigint AS reserved,
                coalesce(sum(l.blocked), 0)::bigint AS blocked,
                coalesce(sum(%s), 0)::bigint AS value
           FROM stock_level l JOIN product p ON p.id = l.product_id
          WHERE l.warehouse_id = w.id) t
        LEFT JOIN LATERAL (
          SELECT sum(r.quantity)::bigint AS quantity
            FROM reservation p JOIN reservation_line r ON r.reservation_id = p.id
           WHERE p.state = 'placed' AND p.expires_at <= now()
             AND r.open AND r.warehouse_id = w.id) lapsed ON true
       WHERE w.code = ANY (?) AND w.code > ?
       ORDER BY w.code LIMIT ?"""
          .formatted(VALUE);

  private static final String BY_VALUE =
      """
      SELECT p.sku, p.name, l.on_hand, v.value, p.unit_cost, p.id
        FROM stock_level l
        JOIN product p ON p.id = l.product_id
        JOIN warehouse w ON w.id = l.warehouse_id
       CROSS JOIN LATERAL (SELECT %s AS value) v
       WHERE w.code = ANY (?) AND w.code = ? AND l.on_hand > 0
         AND (v.value, p.id) < (?, ?)
       ORDER BY v.value DESC, p.id DESC LIMIT ?"""
          .formatted(VALUE);

  private final Database database;

  public TotalsQueries(Database database) {
    this.database = database;
  }

  /// All stock of a warehouse.
  ///
  /// @param products of which some is on hand
  /// @param out products that have been here and of which none is
  /// @param low products below their minimum
  /// @param value in the smallest unit of money; absent for who may not see it
  public record WarehouseTotals(
      String warehouse,
      String name,
      long products,
      long out,
      long low,
      long quantity,
      long reserved,
      long blocked,
      long available,
      Optional<Long> value) {}

  /// What a product is worth in a warehouse.
  ///
  /// @param averageCost of one unit
  /// @param unitCost what the product costs as a rule
  public record ValueLine(
      String sku, String name, long quantity, long value, double averageCost, long unitCost) {}

  /// A line for each warehouse of `scope`.
  public Page<WarehouseTotals> totals(
      Scope scope, boolean withValue, int limit, Optional<String> after) {
    String from = after.map(cursor -> Cursor.parts("totals", 1, cursor).getFirst()).orElse("");
    List<WarehouseTotals> rows =
        Bounded.ask(
            database,
            dsl ->
                dsl.fetch(TOTALS, scope.codes(), from, limit + 1)
                    .map(row -> total(row, withValue)));
    return Page.cut(rows, limit, last -> Cursor.of("totals", last.warehouse()));
  }

  private static WarehouseTotals total(Record row, boolean withValue) {
    long onHand = row.get(5, long.class);
    long reserved = row.get(6, long.class) - row.get(9, long.class);
    long blocked = row.get(7, long.class);
    return new WarehouseTotals(
        row.get(0, String.class),
        row.get(1, String.class),
        row.get(2, long.class),
        row.get(3, long.class),
        row.get(4, long.class),
        onHand,
        reserved,
        blocked,
        onHand - reserved - blocked,
        withValue ? Optional.of(row.get(8, long.class)) : Optional.empty());
  }

  /// The products of a warehouse, the one with the highest value first.
  public Page<ValueLine> values(
      Scope scope, WarehouseCode warehouse, int limit, Optional<String> after) {
    List<Long> from =
        after
            .map(cursor -> Cursor.numbers("value", 2, cursor))
            .orElse(List.of(Long.MAX_VALUE, Long.MAX_VALUE));
    record Row(ValueLine line, long id) {}
    List<Row> rows =
        Bounded.ask(
            database,
            dsl ->
                dsl.fetch(
                        BY_VALUE,
                        scope.codes(),
                        warehouse.code(),
                        from.get(0),
                        from.get(1),
                        limit + 1)
                    .map(row -> new Row(line(row), row.get(5, long.class))));
    Page<Row> page =
        Page.cut(rows, limit, last -> Cursor.of("value", "" + last.line().value(), "" + last.id()));
    return new Page<>(page.items().stream().map(Row::line).toList(), page.next());
  }

  private static ValueLine line(Record row) {
    long onHand = row.get(2, long.class);
    long value = row.get(3, long.class);
    return new ValueLine(
        row.get(0, String.class),
        row.get(1, String.class),
        onHand,
        value,
        (double) value / onHand,
        row.get(4, long.class));
  }
}
