package dev.stockwright.server.queries;

import dev.stockwright.db.Database;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
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

  private final Database database;

  public ExplainQueries(Database database) {
    this.database = database;
  }

  /// What can be explained.
  public enum Figure {
    ON_HAND("what lies in its places", "every movement in or out since the beginning, up to then"),
    RESERVED(
        "what is promised and has not lapsed",
        "what each promise that was made, changed or ended added or took, up to then"),
    BLOCKED("what may not be used", "every movement that blocked goods or freed them, up to then"),
    AVAILABLE(
        "on hand, less reserved, less blocked",
        "every movement of goods that may be used, less every change of a promise, up to then"),
    MOVED("every movement in or out since the beginning, which is on hand again"),
    IN_TRANSIT("what left for other warehouses, less what arrived from them"),
    EXPECTED("what is still to come on open purchase orders"),
    VALUE("what each movement added or took, at the moving average");

    private final String sentence;

    /// The same of a moment of the past, which is told from what was recorded up to then.
    private final String then;

    Figure(String sentence) {
      this(sentence, sentence);
    }

    Figure(String sentence, String then) {
      this.sentence = sentence;
      this.then = then;
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
      if (time.isPresent() && figure == Figure.EXPECTED) {
        throw new InvalidValue(
            "invalid_time", "expected can only be explained as it is now; leave time out");
      }
    }

    /// About now.
    public Asked(Figure figure, Sku sku, WarehouseCode warehouse, boolean costs) {
      this(figure, sku, warehouse, costs, Optional.empty());
    }
  }

  /// Which figure of which product.
  ///
  /// @param lastN the number up to which events count
  /// @param now nothing that came later is left out
  record Place(int warehouse, int product, long lastN, long unitCost, boolean now) {}

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
                          place.now() ? asked.figure().sentence : asked.figure().then,
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
    MovementReasons moved = new MovementReasons(place, from, limit + 1);
    String sql =
        switch (figure) {
          case ON_HAND -> place.now() ? text(BALANCES, place, "true") : moved.onHand();
          case BLOCKED ->
              place.now() ? text(BALANCES, place, "b.condition <> 'available'") : moved.blocked();
          case RESERVED ->
              place.now()
                  ? renamed(text(PROMISES, place, ""))
                  : new PromiseReasons(place, from, limit + 1).changes("");
          case AVAILABLE ->
              place.now()
                  ? text(BALANCES, place, "true")
                      + " UNION ALL "
                      + text(PROMISES, place, "-")
                      + " UNION ALL "
                      + text(BLOCKED, place, "")
                  : moved.usable()
                      + " UNION ALL "
                      + new PromiseReasons(place, from, limit + 1).changes("-");
          case EXPECTED -> text(EXPECTED, place, "");
          case MOVED -> moved.onHand();
          case IN_TRANSIT -> moved.inTransit();
          case VALUE -> moved.value();
        };
    List<Record> found =
        List.copyOf(
            dsl.fetch(
                "SELECT * FROM ("
                    + sql
                    + ") why WHERE (part, row) > (?, ?)"
                    + " ORDER BY part, row LIMIT ?",
                from.get(0),
                from.get(1),
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

  private static long total(DSLContext dsl, Figure figure, Place place) {
    if (!place.now()) {
      PastFigure past = new PastFigure(place.warehouse(), place.product(), place.lastN());
      return switch (figure) {
        case VALUE -> past.value(dsl);
        case IN_TRANSIT -> past.inTransit(dsl);
        case MOVED, ON_HAND -> past.onHand(dsl);
        case BLOCKED -> past.blocked(dsl);
        case RESERVED -> past.reserved(dsl);
        case AVAILABLE -> past.onHand(dsl) - past.blocked(dsl) - past.reserved(dsl);
        case EXPECTED -> throw new IllegalStateException("nobody wrote down what was expected");
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
