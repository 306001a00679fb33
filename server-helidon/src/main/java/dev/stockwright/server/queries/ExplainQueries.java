package dev.stockwright.server.queries;

import dev.stockwright.db.Database;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;

/// The rows behind a figure of a product in a warehouse: what they say adds up to it.
@SuppressWarnings("InlineFormatString") // statements read better apart from what asks them
public final class ExplainQueries {
  /// Columns of every part: order in the list, kind, amount, time, number, document, state, place,
  /// lot, handling unit, condition, and what a unit cost.
  private static final String BALANCES =
      """
      SELECT 1 AS part, row_number() OVER (ORDER BY l.code, b.lot, b.handling_unit, b.condition,
             b.owner) AS row, 'balance' AS kind, b.on_hand AS amount, NULL::timestamptz AS at,
             NULL::bigint AS n, NULL AS reference, NULL AS detail, l.code AS location, b.lot,
             b.handling_unit, b.condition, NULL::bigint AS unit_cost
        FROM balance b JOIN location l ON l.id = b.location_id
       WHERE b.warehouse_id = %1$d AND b.product_id = %2$d AND b.on_hand > 0 AND %3$s""";

  private static final String PROMISES =
      """
      SELECT 2, r.id, 'reservation', %3$s r_l.quantity, r.placed_at, NULL, r.order_code, r.state,
             NULL, '', '', '', NULL
        FROM reservation_line r_l JOIN reservation r ON r.id = r_l.reservation_id
       WHERE r_l.open AND r_l.warehouse_id = %1$d AND r_l.product_id = %2$d AND r_l.quantity > 0
         AND (r.state <> 'placed' OR r.expires_at > now())""";

  private static final String BLOCKED =
      """
      SELECT 3, row_number() OVER (ORDER BY l.code, b.lot, b.handling_unit, b.condition, b.owner),
             'blocked', -b.on_hand, NULL, NULL, NULL, NULL, l.code, b.lot, b.handling_unit,
             b.condition, NULL
        FROM balance b JOIN location l ON l.id = b.location_id
       WHERE b.warehouse_id = %1$d AND b.product_id = %2$d AND b.on_hand > 0
         AND b.condition <> 'available'""";

  private static final String EXPECTED =
      """
      SELECT 1 AS part, l.line::bigint + o.id * 100000::bigint AS row, 'purchase_order' AS kind,
             l.outstanding AS amount,
             o.expected_on::timestamptz AS at, NULL::bigint AS n, o.number AS reference,
             o.state AS detail, NULL AS location, '' AS lot, '' AS handling_unit, '' AS condition,
             NULL::bigint AS unit_cost
        FROM purchase_order o JOIN purchase_order_line l ON l.purchase_order_id = o.id
       WHERE o.warehouse_id = %1$d AND l.product_id = %2$d AND o.state = 'open'
         AND l.outstanding > 0""";

  /// Newest first; the row counts down.
  private static final String MOVEMENTS =
      """
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
        JOIN location t ON t.id = m.to_location_id""";

  private final Database database;

  public ExplainQueries(Database database) {
    this.database = database;
  }

  /// What can be explained.
  public enum Figure {
    ON_HAND("what lies in its places"),
    RESERVED("what is promised and has not lapsed"),
    BLOCKED("what may not be used"),
    AVAILABLE("on hand, less reserved, less blocked"),
    MOVED("every movement in or out since the beginning, which is on hand again"),
    IN_TRANSIT("what left for other warehouses, less what arrived from them"),
    EXPECTED("what is still to come on open purchase orders"),
    VALUE("what each movement added or took, at the moving average");

    /// What movements add up to, of which the past can be explained.
    private static final Set<Figure> OF_MOVEMENTS = EnumSet.of(MOVED, IN_TRANSIT, VALUE);

    private final String sentence;

    Figure(String sentence) {
      this.sentence = sentence;
    }

    /// The one that is written `word`.
    public static Optional<Figure> of(String word) {
      for (Figure figure : values()) {
        if (figure.name().toLowerCase(java.util.Locale.ROOT).equals(word)) {
          return Optional.of(figure);
        }
      }
      return Optional.empty();
    }
  }

  /// A row behind a figure.
  ///
  /// @param amount what it adds
  /// @param detail a state or a reason
  public record Reason(
      String kind,
      long amount,
      Optional<Instant> at,
      Optional<Long> n,
      Optional<String> reference,
      Optional<String> detail,
      Optional<String> location,
      Optional<String> lot,
      Optional<String> handlingUnit,
      Optional<String> condition,
      Optional<Long> unitCost) {}

  /// A figure and a part of what is behind it.
  ///
  /// @param value the whole figure
  /// @param is what it is made of, in words
  /// @param time the moment that it is the figure of; absent: now
  public record Explained(
      String figure,
      String sku,
      String warehouse,
      Optional<Instant> time,
      long value,
      String is,
      List<Reason> reasons,
      Optional<String> next) {
    public Explained {
      reasons = List.copyOf(reasons);
    }
  }

  /// What is asked about.
  ///
  /// @param costs whether what goods cost may be told
  /// @param time by what was recorded then; absent: now
  public record Asked(
      Figure figure, Sku sku, WarehouseCode warehouse, boolean costs, Optional<Instant> time) {
    public Asked {
      if (time.isPresent() && !Figure.OF_MOVEMENTS.contains(figure)) {
        throw new InvalidValue(
            "invalid_time",
            "only moved, in_transit and value can be explained of the past; leave time out");
      }
    }

    /// About now.
    public Asked(Figure figure, Sku sku, WarehouseCode warehouse, boolean costs) {
      this(figure, sku, warehouse, costs, Optional.empty());
    }
  }

  /// @param lastN the number up to which movements count
  /// @param now nothing that came later is left out
  private record Place(int warehouse, int product, long lastN, long unitCost, boolean now) {}

  /// Explains a figure of now, or of a moment; empty when product or warehouse are unknown or out
  /// of scope.
  public Optional<Explained> explain(Scope scope, Asked asked, int limit, Optional<String> after) {
    List<Long> from =
        after
            .map(cursor -> Cursor.numbers("why", 2, cursor))
            .orElse(List.of(0L, Long.MIN_VALUE + 1));
    return Bounded.ask(
        database,
        dsl ->
            place(dsl, scope, asked)
                .map(
                    place -> {
                      Page<Record> page = rows(dsl, asked.figure(), place, from, limit);
                      return new Explained(
                          asked.figure().name().toLowerCase(java.util.Locale.ROOT),
                          asked.sku().code(),
                          asked.warehouse().code(),
                          asked.time(),
                          total(dsl, asked.figure(), place),
                          asked.figure().sentence,
                          page.items().stream().map(row -> reason(row, asked.costs())).toList(),
                          page.next());
                    }));
  }

  private static Optional<Place> place(DSLContext dsl, Scope scope, Asked asked) {
    return Site.all(dsl, scope.narrowed(Optional.of(asked.warehouse()))).stream()
        .findFirst()
        .flatMap(
            site ->
                dsl.fetchOptional(
                        "SELECT id, unit_cost FROM product WHERE sku = ?", asked.sku().code())
                    .map(
                        row ->
                            new Place(
                                site.id(),
                                row.get(0, int.class),
                                asked
                                    .time()
                                    .map(at -> HistoryQueries.lastUpTo(dsl, site.id(), at))
                                    .orElse(site.lastN()),
                                row.get(1, long.class),
                                asked.time().isEmpty())));
  }

  private static Page<Record> rows(
      DSLContext dsl, Figure figure, Place place, List<Long> from, int limit) {
    long row = from.get(1);
    String sql =
        switch (figure) {
          case ON_HAND -> text(BALANCES, place, "true");
          case BLOCKED -> text(BALANCES, place, "b.condition <> 'available'");
          case RESERVED -> renamed(text(PROMISES, place, ""));
          case AVAILABLE ->
              text(BALANCES, place, "true")
                  + " UNION ALL "
                  + text(PROMISES, place, "-")
                  + " UNION ALL "
                  + text(BLOCKED, place, "");
          case EXPECTED -> text(EXPECTED, place, "");
          case MOVED ->
              moved(
                  place,
                  "m.level_after <> m.level_before",
                  "m.level_after - m.level_before",
                  row,
                  limit);
          case IN_TRANSIT ->
              moved(
                  place,
                  "3 IN (m.from_location_id, m.to_location_id)",
                  "CASE WHEN m.to_location_id = 3 THEN m.quantity ELSE -m.quantity END",
                  row,
                  limit);
          case VALUE -> value(place, row, limit);
        };
    List<Record> found =
        List.copyOf(
            dsl.fetch(
                "SELECT * FROM ("
                    + sql
                    + ") why WHERE (part, row) > (?, ?)"
                    + " ORDER BY part, row LIMIT ?",
                from.get(0),
                row,
                limit + 1));
    return Page.cut(
        found,
        limit,
        last -> Cursor.of("why", last.get("part", String.class), last.get("row", String.class)));
  }

  private static String text(String sql, Place place, String third) {
    return sql.formatted(place.warehouse(), place.product(), third);
  }

  /// A part that stands alone needs the names that the first one gives.
  private static String renamed(String sql) {
    return "SELECT * FROM ("
        + sql
        + ") AS alone (part, row, kind, amount, at, n, reference, detail, location, lot,"
        + " handling_unit, condition, unit_cost)";
  }

  private static String moved(Place place, String which, String amount, long row, int limit) {
    return MOVEMENTS.formatted(
        place.warehouse(),
        place.product(),
        place.lastN() / HistoryParts.NUMBERS,
        which,
        amount,
        place.now() ? row : Math.max(row, -place.lastN() - 1),
        limit + 1);
  }

  /// What a movement added is what the product was worth after it, less what it was worth after the
  /// movement before. What came before anybody knew the cost is worth nothing until the first
  /// movement that says so; where there is none, what the product costs today counts.
  private static String value(Place place, long row, int limit) {
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
    String known = moved(place, "m.value_after IS NOT NULL", before, row, limit);
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

  private static long total(DSLContext dsl, Figure figure, Place place) {
    if (!place.now()) {
      PastFigure past = new PastFigure(place.warehouse(), place.product(), place.lastN());
      return switch (figure) {
        case VALUE -> past.value(dsl);
        case IN_TRANSIT -> past.inTransit(dsl);
        case MOVED, ON_HAND, RESERVED, BLOCKED, AVAILABLE, EXPECTED -> past.onHand(dsl);
      };
    }
    String what =
        switch (figure) {
          case ON_HAND, MOVED -> "SELECT on_hand FROM stock_level l WHERE %s";
          case BLOCKED -> "SELECT blocked FROM stock_level l WHERE %s";
          case RESERVED -> "SELECT reserved_quantity FROM inventory l WHERE %s";
          case AVAILABLE -> "SELECT available_quantity FROM inventory l WHERE %s";
          case IN_TRANSIT -> "SELECT in_transit FROM stock_level l WHERE %s";
          case EXPECTED ->
              "SELECT sum(l.outstanding) FROM purchase_order_line l"
                  + " JOIN purchase_order o ON o.id = l.purchase_order_id"
                  + " WHERE o.state = 'open' AND o.%s";
          case VALUE ->
              "SELECT "
                  + TotalsQueries.VALUE
                  + " FROM stock_level l JOIN product p ON p.id = l.product_id WHERE l.%s";
        };
    String where = "warehouse_id = " + place.warehouse() + " AND l.product_id = " + place.product();
    Long found = dsl.fetchOptional(what.formatted(where)).map(r -> r.get(0, Long.class)).orElse(0L);
    return found == null ? 0 : found;
  }

  private static Reason reason(Record row, boolean costs) {
    return new Reason(
        row.get("kind", String.class),
        row.get("amount", long.class),
        Optional.ofNullable(row.get("at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.get("n", Long.class)),
        given(row.get("reference", String.class)),
        given(row.get("detail", String.class)),
        given(row.get("location", String.class)),
        given(row.get("lot", String.class)),
        given(row.get("handling_unit", String.class)),
        given(row.get("condition", String.class)),
        costs ? Optional.ofNullable(row.get("unit_cost", Long.class)) : Optional.empty());
  }

  private static Optional<String> given(@org.jspecify.annotations.Nullable String column) {
    return column == null || column.isEmpty() ? Optional.empty() : Optional.of(column);
  }
}
