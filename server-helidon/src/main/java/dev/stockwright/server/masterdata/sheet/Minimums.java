package dev.stockwright.server.masterdata.sheet;

import org.jooq.DSLContext;

/// Makes a minimum what alerts go by: it is the lower level of the product's own rule in the
/// warehouse. Without that the next change of any rule would forget it.
public final class Minimums {
  /// What else was watched stays, also what a wider rule has watched so far; how far above the
  /// level an alert is over stays too. A minimum that is not below what is over ends that watch.
  private static final String RULES =
      """
      INSERT INTO alert_rule (warehouse_id, product_id, low, low_clear, over, over_clear, out,
                              expiring_days, changed_at, changed_by)
      SELECT w.id, p.id, nullif(k.low, 0),
             CASE WHEN k.low > 0 THEN
               least(k.low + coalesce(r.low_clear - r.low, 0),
                     CASE WHEN k.low < r.over THEN r.over - 1 END) END,
             CASE WHEN k.low < r.over THEN r.over END, CASE WHEN k.low < r.over THEN r.over_clear END,
             coalesce(r.out, k.low > 0), r.expiring_days, now(), 'minimum'
        FROM unnest(?::text[], ?::text[], ?::bigint[]) AS k(warehouse, sku, low)
        JOIN warehouse w ON w.code = k.warehouse JOIN product p ON p.sku = k.sku
        LEFT JOIN LATERAL alert_rule_for(w.id, p.id) r ON true
      ON CONFLICT (product_id, warehouse_id, category, count_class, location_id) DO UPDATE
         SET low = excluded.low, low_clear = excluded.low_clear, over = excluded.over,
             over_clear = excluded.over_clear, out = excluded.out, changed_at = excluded.changed_at,
             changed_by = excluded.changed_by""";

  private static final String LEVELS =
      """
      UPDATE stock_level l
         SET low_at = coalesce(r.low, 0), low_clear_at = coalesce(r.low_clear, 0),
             over_at = coalesce(r.over, 0), over_clear_at = coalesce(r.over_clear, 0),
             out_watched = coalesce(r.out, false)
        FROM unnest(?::text[], ?::text[]) AS k(warehouse, sku)
        JOIN warehouse w ON w.code = k.warehouse JOIN product p ON p.sku = k.sku
       CROSS JOIN LATERAL alert_rule_for(w.id, p.id) r
       WHERE l.warehouse_id = w.id AND l.product_id = p.id""";

  private Minimums() {}

  /// The levels must be there already.
  ///
  /// @param low base units; 0: never low
  public static void watch(DSLContext sql, String[] warehouses, String[] skus, Long[] low) {
    sql.execute(RULES, warehouses, skus, low);
    sql.execute(LEVELS, warehouses, skus);
  }
}
