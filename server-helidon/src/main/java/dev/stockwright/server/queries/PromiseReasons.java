package dev.stockwright.server.queries;

import java.util.List;

/// What promises of a product were made, changed and ended up to a moment, as part 2 of a statement
/// of [ExplainQueries], newest first: what each of these events added to what is reserved, 0 where
/// it only said until when. Of a
/// promise, only its end is kept in its row; its beginning and all between stand in the events.
///
/// @param from the part and the row after which the page begins
/// @param most rows that are wanted
record PromiseReasons(ExplainQueries.Place place, List<Long> from, int most) {
  private static final int PART = 2;

  PromiseReasons {
    from = List.copyOf(from);
  }

  /// One row more is read than is shown, for what the last one began with; nothing came before the
  /// first of all.
  ///
  /// @param sign `-` where promises take something from the figure
  String changes(String sign) {
    long row = from.get(0) == PART ? from.get(1) : Long.MIN_VALUE + 1;
    return """
      SELECT 2 AS part, -page.n AS row, 'promise' AS kind,
             %6$s (page.reserved - coalesce(lead(page.reserved) OVER (ORDER BY page.n DESC), 0))
               AS amount,
             h.recorded_at AS at, page.n,
             coalesce(h.body::jsonb ->> 'order', h.body::jsonb ->> 'number') AS reference,
             h.kind AS detail, NULL AS location, '' AS lot, '' AS handling_unit, '' AS condition,
             NULL::bigint AS unit_cost
        FROM (
          SELECT found.n, found.reserved
            FROM generate_series(%3$d, 0, -1) part
           CROSS JOIN LATERAL (
             SELECT l.n, l.reserved FROM promised_level l
              WHERE l.warehouse_id = %1$d AND (l.n >> 14)::integer = part AND l.product_id = %2$d
                AND -l.n > %4$d
              ORDER BY l.n DESC LIMIT %5$d + 1) found
           ORDER BY found.n DESC LIMIT %5$d + 1) page
        JOIN happening h ON h.warehouse_id = %1$d AND h.n = page.n"""
        .formatted(
            place.warehouse(),
            place.product(),
            place.lastN() / HistoryParts.NUMBERS,
            Math.max(row, -place.lastN() - 1),
            most,
            sign);
  }
}
