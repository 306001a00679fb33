package dev.stockwright.server.queries;

import java.util.List;

/// The movements behind a figure, as a part of a statement of [ExplainQueries]: part 1, newest
/// first.
///
/// @param from the part and the row after which the page begins
/// @param most rows that are wanted
record MovementReasons(ExplainQueries.Place place, List<Long> from, int most) {
  MovementReasons {
    from = List.copyOf(from);
  }

  /// What changed how much there is.
  String onHand() {
    return moved("m.level_after <> m.level_before", "m.level_after - m.level_before");
  }

  /// The same of goods that may be used.
  String usable() {
    return moved(
        "m.level_after <> m.level_before AND m.condition = 'available'",
        "m.level_after - m.level_before");
  }

  /// The same of goods that may not.
  String blocked() {
    return moved(
        "m.level_after <> m.level_before AND m.condition <> 'available'",
        "m.level_after - m.level_before");
  }

  /// To and from IN_TRANSIT.
  String inTransit() {
    return moved(
        "3 IN (m.from_location_id, m.to_location_id)",
        "CASE WHEN m.to_location_id = 3 THEN m.quantity ELSE -m.quantity END");
  }

  /// What a movement added is what the product was worth after it, less what it was worth after the
  /// movement before. What came before anybody knew the cost is worth nothing until the first
  /// movement that says so; where there is none, what the product costs today counts.
  String value() {
    String before =
        """
        coalesce(m.value_after, 0) - coalesce((
          SELECT b.value_after
            FROM generate_series((m.n >> 14)::integer, 0, -1) part
           CROSS JOIN LATERAL (
             SELECT b.n, b.value_after FROM movement b
              WHERE b.warehouse_id = %1$d AND (b.n >> 14)::integer = part
                AND b.product_id = %2$d AND b.n < m.n
              ORDER BY b.n DESC LIMIT 1) b
           ORDER BY b.n DESC LIMIT 1), 0)"""
            .formatted(place.warehouse(), place.product());
    String known = moved("m.value_after IS NOT NULL", before);
    if (!place.now()) {
      return known;
    }
    return known
        + """
           UNION ALL
          SELECT 2, 1, 'product_cost', l.on_hand * %3$d, NULL, NULL, NULL, NULL, NULL, '', '', '',
                 %3$d
            FROM stock_level l
           WHERE l.warehouse_id = %1$d AND l.product_id = %2$d AND l.value = 0 AND l.on_hand > 0
             AND %3$d > 0"""
            .formatted(place.warehouse(), place.product(), place.unitCost());
  }

  /// Newest first; the row counts down.
  private String moved(String which, String amount) {
    long row = from.get(1);
    return """
      SELECT 1 AS part, -m.n AS row, 'movement' AS kind, %5$s AS amount, m.recorded_at AS at, m.n,
             m.reference, m.reason AS detail, f.code || ' > ' || t.code AS location, m.lot,
             m.handling_unit, m.condition, m.unit_cost
        FROM (
          SELECT found.n
            FROM generate_series(%3$d, 0, -1) part
           CROSS JOIN LATERAL (
             SELECT m.n FROM movement m
              WHERE m.warehouse_id = %1$d AND (m.n >> 14)::integer = part AND m.product_id = %2$d
                AND %4$s AND -m.n > %6$d
              ORDER BY m.n DESC LIMIT %7$d) found
           ORDER BY found.n DESC LIMIT %7$d) page
        JOIN movement m ON m.warehouse_id = %1$d AND m.n = page.n
        JOIN location f ON f.id = m.from_location_id
        JOIN location t ON t.id = m.to_location_id"""
        .formatted(
            place.warehouse(),
            place.product(),
            place.lastN() / HistoryParts.NUMBERS,
            which,
            amount,
            place.now() ? row : Math.max(row, -place.lastN() - 1),
            most);
  }
}
