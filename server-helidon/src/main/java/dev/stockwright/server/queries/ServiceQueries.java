package dev.stockwright.server.queries;

import dev.stockwright.db.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/// How well the house serves: orders filled, books that say what is there.
public final class ServiceQueries {
  /// Orders that were wanted in the time; those that nobody wants any more do not count.
  private static final String WANTED =
      """
      FROM warehouse w
        JOIN sales_order o ON o.warehouse_id = w.id
        JOIN sales_order_line l ON l.order_id = o.id
        JOIN product p ON p.id = l.product_id
       WHERE w.code = ANY (?)
         AND coalesce(o.ship_by, o.placed_at) >= ?::timestamptz
         AND coalesce(o.ship_by, o.placed_at) < ?::timestamptz
         AND o.kind <> 'cart' AND o.state NOT IN ('released', 'expired', 'cancelled')""";

  private static final String FILL =
      """
      SELECT w.code, count(DISTINCT o.id), count(*), count(*) FILTER (WHERE l.shipped >= l.ordered),
             sum(l.ordered)::bigint, sum(least(l.shipped, l.ordered))::bigint
        %s AND w.code > ? GROUP BY w.code ORDER BY w.code LIMIT ?"""
          .formatted(WANTED);

  private static final String SHORT =
      """
      SELECT w.code, o.number, l.line, p.sku, l.ordered, l.shipped, l.back_ordered, o.state,
             coalesce(o.ship_by, o.placed_at), o.id
        %s AND l.shipped < l.ordered AND (o.id, l.line) > (?, ?)
       ORDER BY o.id, l.line LIMIT ?"""
          .formatted(WANTED);

  /// Lines that were counted again, or whose count was not believed, do not count.
  private static final String ACCURACY =
      """
      SELECT w.code, c.count_class, count(*), count(*) FILTER (WHERE c.variance = 0),
             sum(c.expected)::bigint,
             coalesce(sum(c.variance) FILTER (WHERE c.variance > 0), 0)::bigint,
             coalesce(-sum(c.variance) FILTER (WHERE c.variance < 0), 0)::bigint,
             coalesce(sum(c.variance * c.unit_cost) FILTER (WHERE c.variance > 0), 0)::bigint,
             coalesce(-sum(c.variance * c.unit_cost) FILTER (WHERE c.variance < 0), 0)::bigint,
             sum(c.expected * c.unit_cost)::bigint
        FROM warehouse w
        JOIN count_line c ON c.warehouse_id = w.id
       WHERE w.code = ANY (?) AND c.closed_at >= ?::timestamptz AND c.closed_at < ?::timestamptz
         AND c.state NOT IN ('superseded', 'rejected')
         AND (w.code, c.count_class) > (?, ?)
       GROUP BY w.code, c.count_class ORDER BY w.code, c.count_class LIMIT ?""";

  private final Database database;

  public ServiceQueries(Database database) {
    this.database = database;
  }

  /// How much of what was ordered has been shipped.
  ///
  /// @param full lines that were shipped whole
  /// @param lineRate `full / lines`
  /// @param unitRate `shipped / ordered`
  public record FillRate(
      String warehouse,
      long orders,
      long lines,
      long full,
      long ordered,
      long shipped,
      double lineRate,
      double unitRate) {}

  /// A line that was not filled, which the rate is short of.
  public record ShortLine(
      String warehouse,
      String order,
      int line,
      String sku,
      long ordered,
      long shipped,
      long backOrdered,
      String state,
      Instant wantedAt) {}

  /// How well the books said what was there, by counting class.
  ///
  /// @param exact lines where the count was what the books said
  /// @param lineRate `exact / lines`
  /// @param found units more than the books said, added up over lines
  /// @param lost units fewer
  /// @param unitRate `1 - (found + lost) / expected`, not below 0; absent where nothing was
  /// expected
  /// @param valueFound what the found units cost; with the next two absent for who may not see it
  /// @param shrinkage value lost, less value found, of the value expected
  public record Accuracy(
      String warehouse,
      String countClass,
      long lines,
      long exact,
      double lineRate,
      long expected,
      long found,
      long lost,
      Optional<Double> unitRate,
      Optional<Long> valueFound,
      Optional<Long> valueLost,
      Optional<Double> shrinkage) {}

  /// A line for each warehouse of `scope` that had orders.
  public Page<FillRate> fillRate(Scope scope, Span span, int limit, Optional<String> after) {
    String from = after.map(cursor -> Cursor.parts("fill", 1, cursor).getFirst()).orElse("");
    List<FillRate> rows =
        Bounded.ask(
            database,
            dsl ->
                dsl.fetch(FILL, scope.codes(), span.fromTime(), span.toTime(), from, limit + 1)
                    .map(ServiceQueries::fill));
    return Page.cut(rows, limit, last -> Cursor.of("fill", last.warehouse()));
  }

  private static FillRate fill(Record row) {
    long lines = row.get(2, long.class);
    long full = row.get(3, long.class);
    long ordered = row.get(4, long.class);
    long shipped = row.get(5, long.class);
    return new FillRate(
        row.get(0, String.class),
        row.get(1, long.class),
        lines,
        full,
        ordered,
        shipped,
        (double) full / lines,
        (double) shipped / ordered);
  }

  /// The lines that were not filled, oldest order first.
  public Page<ShortLine> shortLines(Scope scope, Span span, int limit, Optional<String> after) {
    List<Long> from =
        after.map(cursor -> Cursor.numbers("short", 2, cursor)).orElse(List.of(0L, 0L));
    record Row(ShortLine line, long id) {}
    List<Row> rows =
        Bounded.ask(
            database,
            dsl ->
                dsl.fetch(
                        SHORT,
                        scope.codes(),
                        span.fromTime(),
                        span.toTime(),
                        from.get(0),
                        from.get(1),
                        limit + 1)
                    .map(row -> new Row(shortLine(row), row.get(9, long.class))));
    Page<Row> page =
        Page.cut(rows, limit, last -> Cursor.of("short", "" + last.id(), "" + last.line().line()));
    return new Page<>(page.items().stream().map(Row::line).toList(), page.next());
  }

  private static ShortLine shortLine(Record row) {
    return new ShortLine(
        row.get(0, String.class),
        row.get(1, String.class),
        row.get(2, int.class),
        row.get(3, String.class),
        row.get(4, long.class),
        row.get(5, long.class),
        row.get(6, long.class),
        row.get(7, String.class),
        row.get(8, OffsetDateTime.class).toInstant());
  }

  /// A line for each warehouse of `scope` and counting class of which something was counted.
  public Page<Accuracy> accuracy(
      Scope scope, Span span, boolean values, int limit, Optional<String> after) {
    List<String> from =
        after.map(cursor -> Cursor.parts("accuracy", 2, cursor)).orElse(List.of("", ""));
    List<Accuracy> rows =
        Bounded.ask(
            database,
            dsl ->
                dsl.fetch(
                        ACCURACY,
                        scope.codes(),
                        span.fromTime(),
                        span.toTime(),
                        from.get(0),
                        from.get(1),
                        limit + 1)
                    .map(row -> accuracy(row, values)));
    return Page.cut(
        rows, limit, last -> Cursor.of("accuracy", last.warehouse(), last.countClass()));
  }

  private static Accuracy accuracy(Record row, boolean values) {
    long lines = row.get(2, long.class);
    long exact = row.get(3, long.class);
    long expected = row.get(4, long.class);
    long found = row.get(5, long.class);
    long lost = row.get(6, long.class);
    long worth = row.get(9, long.class);
    return new Accuracy(
        row.get(0, String.class),
        row.get(1, String.class),
        lines,
        exact,
        (double) exact / lines,
        expected,
        found,
        lost,
        expected == 0
            ? Optional.empty()
            : Optional.of(Math.max(0, 1 - (double) (found + lost) / expected)),
        values ? Optional.of(row.get(7, long.class)) : Optional.empty(),
        values ? Optional.of(row.get(8, long.class)) : Optional.empty(),
        values && worth > 0
            ? Optional.of((double) (row.get(8, long.class) - row.get(7, long.class)) / worth)
            : Optional.empty());
  }
}
