package dev.stockwright.server.putaway;

/// Which put-aways are about goods that have been moved, used or judged since, as SQL about a
/// warehouse `w`: a job asks every few seconds whether there are any, the clerk which they are. A
/// review ends that in every case.
public final class StrandedPutAways {
  /// The pieces with serial numbers of a task that names none: those that its document brought.
  private static final String PIECES =
      """
      (g.document = 'location' OR b.lot IN (
         SELECT r.lot FROM receipt x JOIN receipt_line r ON r.receipt_id = x.id
          WHERE g.document <> 'transfer' AND x.number = g.reference
            AND r.product_id = g.product_id
         UNION ALL
         SELECT c.lot FROM transfer x JOIN transfer_content c ON c.transfer_id = x.id
          WHERE g.document = 'transfer' AND x.number = g.reference))""";

  /// Loose goods of one kind in one place whose tasks are about more than lies there.
  static final String LOOSE =
      """
      SELECT g.place, p.sku, g.lot, g.condition, g.document, g.reference, s.units AS there
        FROM (SELECT t.place, t.product_id, t.lot, a.condition,
                     CASE WHEN q.serial_tracked THEN t.document ELSE '' END AS document,
                     CASE WHEN q.serial_tracked THEN t.reference ELSE '' END AS reference,
                     coalesce(sum(t.quantity) FILTER (WHERE t.lease_until > now()), 0) AS held,
                     coalesce(sum(t.quantity)
                       FILTER (WHERE coalesce(t.lease_until <= now(), true)), 0) AS open
                FROM put_away a JOIN task t ON t.id = a.task_id
                JOIN product q ON q.id = t.product_id
               WHERE t.warehouse_id = w.id AND t.state IN ('open', 'leased')
               GROUP BY 1, 2, 3, 4, 5, 6) g
        JOIN product p ON p.id = g.product_id
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(b.on_hand), 0) AS units
           FROM location l JOIN balance b ON b.location_id = l.id
          WHERE l.warehouse_id = w.id AND l.code = g.place
            AND b.warehouse_id = w.id AND b.product_id = g.product_id
            AND b.handling_unit = '' AND b.condition = g.condition
            AND (b.lot = g.lot OR (p.serial_tracked AND g.lot = '' AND"""
          + PIECES
          + """
          ))) s
           WHERE s.units = 0 OR (g.open > 0 AND g.open > greatest(s.units - g.held, 0))""";

  /// Handling units that hold nothing or something else now, stand elsewhere or are of another
  /// condition.
  static final String UNITS =
      """
      SELECT t.handling_unit
        FROM put_away a JOIN task t ON t.id = a.task_id
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(b.on_hand), 0) AS units, bool_or(l.code = t.place) AS here,
                bool_or(b.condition = a.condition) AS alike
           FROM balance b JOIN location l ON l.id = b.location_id
          WHERE b.warehouse_id = w.id AND b.handling_unit = t.handling_unit
            AND b.handling_unit <> '' AND b.on_hand > 0) s
       WHERE t.warehouse_id = w.id AND t.state IN ('open', 'leased')
         AND t.product_id IS NULL AND t.handling_unit <> ''
         AND (s.units = 0
              OR (coalesce(t.lease_until <= now(), true)
                  AND (s.units <> t.quantity OR NOT s.here OR NOT s.alike)))""";

  /// Whether the warehouse has any.
  public static final String ANY = "(EXISTS (" + LOOSE + ")\n OR EXISTS (" + UNITS + "))";

  private StrandedPutAways() {}
}
