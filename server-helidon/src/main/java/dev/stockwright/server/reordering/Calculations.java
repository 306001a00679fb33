package dev.stockwright.server.reordering;

import dev.stockwright.server.reordering.ReorderRules.Figures;
import dev.stockwright.server.reordering.ReorderRules.Open;
import dev.stockwright.server.reordering.ReorderRules.Terms;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Reads what calculations need, for many products in one go. What is expected from suppliers is
/// what
/// their open orders have outstanding; goods of a transfer are in transit until they have arrived
/// or
/// nobody expects them any more.
public final class Calculations {
  private static final String ALL =
      """
      WITH bought AS (
        SELECT l.product_id, sum(l.outstanding) AS units
          FROM purchase_order o JOIN purchase_order_line l ON l.purchase_order_id = o.id
         WHERE o.warehouse_id = ? AND o.state = 'open' GROUP BY l.product_id),
      coming AS (
        SELECT l.product_id, sum(l.in_transit) AS units
          FROM transfer t JOIN transfer_line l ON l.transfer_id = t.id
         WHERE t.to_warehouse_id = ? AND t.state = 'shipped' GROUP BY l.product_id),
      waiting AS (
        SELECT l.product_id, sum(l.back_ordered) AS units
          FROM sales_order_line l JOIN sales_order o ON o.id = l.order_id
         WHERE o.warehouse_id = ? AND l.back_ordered > 0
           AND o.state NOT IN ('shipped', 'released', 'expired', 'cancelled')
         GROUP BY l.product_id),
      figures AS (
        SELECT r.*, coalesce(v.on_hand - v.blocked, 0) AS usable,
               coalesce(b.units, 0)::bigint AS on_order, coalesce(c.units, 0)::bigint AS in_transit,
               (coalesce(v.reserved, 0) + coalesce(w.units, 0))::bigint AS committed
          FROM reorder_rule r
          LEFT JOIN stock_level v ON v.warehouse_id = r.warehouse_id AND v.product_id = r.product_id
          LEFT JOIN bought b ON b.product_id = r.product_id
          LEFT JOIN coming c ON c.product_id = r.product_id
          LEFT JOIN waiting w ON w.product_id = r.product_id
         WHERE r.warehouse_id = ?)
      SELECT f.*, p.sku, s.code AS supplier, s.name AS supplier_name,
             coalesce(f.lead_days, s.lead_days) AS days,
             q.number AS proposal, q.quantity AS proposed, q.changed_by,
             n.decided_at AS rejected_at, n.position AS rejected_position
        FROM figures f
        JOIN product p ON p.id = f.product_id
        JOIN supplier s ON s.id = f.supplier_id
        LEFT JOIN proposal q ON q.warehouse_id = f.warehouse_id AND q.product_id = f.product_id
                            AND q.state = 'open'
        LEFT JOIN LATERAL (
          SELECT x.state, x.decided_at, x.position FROM proposal x
           WHERE x.warehouse_id = f.warehouse_id AND x.product_id = f.product_id
             AND x.state <> 'open'
           ORDER BY x.id DESC LIMIT 1) n ON n.state = 'rejected'
      """;

  private static final String DUE =
      """
       WHERE p.active
         AND (q.id IS NOT NULL OR f.usable + f.on_order + f.in_transit - f.committed <= f.point)
       ORDER BY q.id IS NOT NULL, f.product_id
       LIMIT ?""";

  private static final String THESE = " WHERE p.sku = ANY(?) ORDER BY f.product_id";

  private final DSLContext sql;

  public Calculations(DSLContext sql) {
    this.sql = sql;
  }

  /// Those at their point or below and those with an open proposal; first those without.
  List<Calculation> due(int warehouse, int most) {
    return read(sql.fetch(ALL + DUE, warehouse, warehouse, warehouse, warehouse, most));
  }

  /// These, however they stand; those without a rule are left out.
  public List<Calculation> of(int warehouse, List<Sku> skus) {
    String[] codes = skus.stream().map(Sku::code).toArray(String[]::new);
    return read(sql.fetch(ALL + THESE, warehouse, warehouse, warehouse, warehouse, codes));
  }

  private static List<Calculation> read(List<? extends Record> rows) {
    return rows.stream().map(Calculations::read).toList();
  }

  private static Calculation read(Record row) {
    Optional<Reference> proposal =
        Optional.ofNullable(row.get("proposal", String.class)).map(Reference::new);
    return new Calculation(
        row.get("product_id", Integer.class),
        new Sku(row.get("sku", String.class)),
        new Calculation.Supplier(
            row.get("supplier_id", Integer.class),
            row.get("supplier", String.class),
            row.get("supplier_name", String.class),
            row.get("days", Integer.class)),
        terms(row),
        new Figures(
            row.get("usable", Long.class),
            row.get("on_order", Long.class),
            row.get("in_transit", Long.class),
            row.get("committed", Long.class)),
        proposal,
        proposal.map(
            any ->
                new Open(
                    row.get("proposed", Long.class), row.get("changed_by", String.class) != null)),
        Optional.ofNullable(row.get("rejected_at", OffsetDateTime.class))
            .map(
                at ->
                    new Calculation.Rejected(
                        at.toInstant(), row.get("rejected_position", Long.class))));
  }

  private static Terms terms(Record row) {
    return new Terms(
        row.get("point", Long.class),
        Optional.ofNullable(row.get("quantity", Long.class)),
        Optional.ofNullable(row.get("up_to", Long.class)),
        row.get("minimum", Long.class),
        row.get("multiple", Long.class));
  }
}
