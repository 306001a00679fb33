package dev.stockwright.server.counting;

import dev.stockwright.vocabulary.Sku;

/// What a scope comes to, in SQL.
final class ScopeSql {
  /// Warehouse, bins, zone, SKUs, class, whether to leave out what waits already, limit.
  static final String LOCATIONS =
      """
      WITH asked (warehouse_id, bins, zone, skus, class, fresh) AS (
        SELECT ?::int, ?::text[], ?::text, ?::text[], ?::text, ?::boolean)
      SELECT l.id
        FROM asked a
        JOIN location l ON l.warehouse_id = a.warehouse_id
       WHERE (l.code = ANY (a.bins)
              OR (a.zone <> '' AND l.zone = a.zone AND l.kind = 'bin' AND l.active)
              OR ((cardinality(a.skus) > 0 OR a.class <> '') AND l.id IN (
                   SELECT b.location_id
                     FROM balance b
                     JOIN product p ON p.id = b.product_id
                     LEFT JOIN count_class c
                       ON c.warehouse_id = b.warehouse_id AND c.product_id = b.product_id
                    WHERE b.warehouse_id = a.warehouse_id AND b.on_hand > 0
                      AND (p.sku = ANY (a.skus)
                           OR (a.class <> '' AND coalesce(c.count_class, p.count_class) = a.class)))))
         AND NOT (a.fresh AND EXISTS (
               SELECT FROM count_bin o
                 JOIN stock_count s ON s.id = o.count_id AND s.round = o.round
                WHERE o.location_id = l.id AND o.closed_at IS NULL
                  AND s.state IN ('requested', 'counting', 'recount')))
       ORDER BY l.zone, l.pick_sequence, l.code
       LIMIT ?""";

  /// Warehouse, SKUs, class.
  static final String PRODUCTS =
      """
      SELECT p.id
        FROM product p
        LEFT JOIN count_class c ON c.warehouse_id = ?::int AND c.product_id = p.id
       WHERE p.sku = ANY (?::text[])
          OR coalesce(c.count_class, p.count_class) = ?::text""";

  private ScopeSql() {}

  static String[] skus(Scope scope) {
    return scope.skus().stream().map(Sku::code).toArray(String[]::new);
  }
}
