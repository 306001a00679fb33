package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.MOVEMENT;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// What the events of a product in a warehouse up to a number come to.
record PastFigure(int warehouse, int product, long upTo) {
  private static final String IN_TRANSIT =
      """
      SELECT coalesce(sum(CASE WHEN m.to_location_id = 3 THEN m.quantity ELSE -m.quantity END), 0)
             ::bigint
        FROM generate_series(0, ?::integer) part
        JOIN movement m ON m.warehouse_id = ? AND (m.n >> 14)::integer = part
                       AND m.product_id = ? AND m.n <= ?
       WHERE 3 IN (m.from_location_id, m.to_location_id)""";

  private static final String RESERVED =
      """
      SELECT found.reserved
        FROM generate_series(?::integer, 0, -1) part
       CROSS JOIN LATERAL (
         SELECT l.n, l.reserved FROM promised_level l
          WHERE l.warehouse_id = ? AND (l.n >> 14)::integer = part AND l.product_id = ?
            AND l.n <= ?
          ORDER BY l.n DESC LIMIT 1) found
       ORDER BY found.n DESC LIMIT 1""";

  long onHand(DSLContext dsl) {
    return last(dsl, MOVEMENT.LEVEL_AFTER, DSL.noCondition());
  }

  long blocked(DSLContext dsl) {
    return last(dsl, MOVEMENT.BLOCKED_AFTER, DSL.noCondition());
  }

  /// What was promised, whether it had lapsed or not: that it has is recorded within seconds.
  long reserved(DSLContext dsl) {
    return dsl.fetchOptional(RESERVED, upTo / HistoryParts.NUMBERS, warehouse, product, upTo)
        .map(row -> row.get(0, long.class))
        .orElse(0L);
  }

  /// 0 where nothing was known of the cost.
  long value(DSLContext dsl) {
    return last(dsl, MOVEMENT.VALUE_AFTER, MOVEMENT.VALUE_AFTER.isNotNull());
  }

  long inTransit(DSLContext dsl) {
    return dsl.fetchSingle(IN_TRANSIT, upTo / HistoryParts.NUMBERS, warehouse, product, upTo)
        .get(0, long.class);
  }

  private long last(DSLContext dsl, Field<Long> figure, Condition known) {
    return HistoryParts.newest(dsl, warehouse, product, 1, upTo, known, 1).stream()
        .flatMap(
            n ->
                dsl
                    .select(figure)
                    .from(MOVEMENT)
                    .where(MOVEMENT.WAREHOUSE_ID.eq(warehouse))
                    .and(MOVEMENT.N.eq(n))
                    .fetch(figure)
                    .stream())
        .findFirst()
        .orElse(0L);
  }
}
