package dev.stockwright.server.counting;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.List;

/// Classes A, B and C of the products of a warehouse: those that make up most of the value that
/// leaves it are A and counted most often.
final class Classes {
  private static final long DAYS = 90;
  private static final long A_PERCENT = 80;
  private static final long B_PERCENT = 95;

  private static final String COMPUTE =
      """
      WITH used AS (
        SELECT product_id, sum(quantity) AS units
          FROM movement
         WHERE warehouse_id = ? AND to_location_id IN (2, 3) AND recorded_at > ?::timestamptz
         GROUP BY product_id),
      valued AS (
        SELECT v.warehouse_id, v.product_id, coalesce(u.units, 0)::numeric * p.unit_cost AS value
          FROM stock_level v
          JOIN product p ON p.id = v.product_id
          LEFT JOIN used u ON u.product_id = v.product_id
         WHERE v.warehouse_id = ?),
      ranked AS (
        SELECT warehouse_id, product_id, value, sum(value) OVER () AS whole,
               sum(value) OVER (ORDER BY value DESC, product_id) - value AS before
          FROM valued)
      INSERT INTO count_class (warehouse_id, product_id, count_class, value, changed_at, changed_by)
      SELECT warehouse_id, product_id,
             CASE WHEN value = 0 THEN 'C'
                  WHEN before * 100 < whole * ? THEN 'A'
                  WHEN before * 100 < whole * ? THEN 'B'
                  ELSE 'C' END, value, ?::timestamptz, ?
        FROM ranked
          ON CONFLICT (warehouse_id, product_id) DO UPDATE
         SET count_class = EXCLUDED.count_class, value = EXCLUDED.value,
             changed_at = EXCLUDED.changed_at, changed_by = EXCLUDED.changed_by
       WHERE NOT count_class.fixed
         AND (count_class.count_class, count_class.value) <> (EXCLUDED.count_class, EXCLUDED.value)""";

  private Classes() {}

  static Decision compute(Work work, WarehouseCode warehouse) {
    long days = work.setting(warehouse, "counting.class_days", DAYS);
    int id = work.warehouseId(warehouse);
    int changed =
        work.sql()
            .execute(
                COMPUTE,
                id,
                work.now().minus(Duration.ofDays(days)).toString(),
                id,
                work.setting(warehouse, "counting.class_a_percent", A_PERCENT),
                work.setting(warehouse, "counting.class_b_percent", B_PERCENT),
                work.now().toString(),
                work.author().code());
    if (changed == 0) {
      return new Decision.Act(List.of());
    }
    return new Decision.Act(
        List.of(
            Work.note(
                warehouse,
                DocumentKind.WAREHOUSE,
                new Reference(warehouse.code()),
                "classes_computed",
                changed + " products")));
  }
}
