package dev.stockwright.server.queries;

import dev.stockwright.db.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/// What came out of counts, against the books: for those who decide, never for those who count.
public final class CountResults {
  private static final String LINES =
      """
      SELECT l.count_id, l.line, w.code AS warehouse, s.number, o.code AS bin, p.sku, l.code, l.lot,
             l.handling_unit, l.round, g.counted, l.expected + l.late AS expected,
             g.counted - l.expected - l.late AS variance,
             (g.counted - l.expected - l.late) * g.unit_cost::numeric AS value, l.count_class,
             l.state, l.cause, l.reason, l.posted, array_to_string(l.counters, ', ') AS counters,
             l.counted_at, l.decided_by
        FROM count_line l
        JOIN stock_count s ON s.id = l.count_id
        JOIN warehouse w ON w.id = l.warehouse_id
        JOIN location o ON o.id = l.location_id
        LEFT JOIN barcode b ON l.product_id IS NULL AND l.cause = 'unknown_code'
                           AND b.code = l.code AND l.state IN ('open', 'review')
        LEFT JOIN product p ON p.id = coalesce(l.product_id, b.product_id)
       CROSS JOIN LATERAL (
         SELECT l.counted * coalesce(b.units, 1) AS counted,
                CASE WHEN b.product_id IS NULL THEN l.unit_cost ELSE coalesce(p.unit_cost, 0) END
                  AS unit_cost) g
       WHERE w.code = ANY (?::text[]) AND (l.count_id, l.line) > (?, ?)
         AND (? = '' OR s.number = ?) AND (? = '' OR l.state = ?)
       ORDER BY l.count_id, l.line LIMIT ?""";

  private static final String ACCURACY =
      """
      SELECT w.code AS warehouse, l.count_class, count(*) AS lines,
             count(*) FILTER (WHERE l.variance = 0) AS exact,
             sum(l.expected + l.late) AS expected, sum(abs(l.variance)) AS off,
             coalesce(sum(l.posted) FILTER (WHERE l.posted > 0), 0) AS found,
             coalesce(-sum(l.posted) FILTER (WHERE l.posted < 0), 0) AS lost,
             coalesce(-sum(l.posted * l.unit_cost::numeric), 0) AS shrinkage
        FROM count_line l
        JOIN warehouse w ON w.id = l.warehouse_id
       WHERE w.code = ANY (?::text[]) AND l.state <> 'superseded'
         AND l.closed_at >= ?::timestamptz AND l.closed_at < ?::timestamptz
       GROUP BY w.code, l.count_class
       ORDER BY w.code, l.count_class""";

  private static final String SHRINKAGE =
      """
      SELECT p.id, p.sku, p.name, l.reason, sum(l.posted) AS units,
             sum(l.posted * l.unit_cost::numeric) AS value, count(*) AS lines
        FROM count_line l
        JOIN warehouse w ON w.id = l.warehouse_id
        JOIN product p ON p.id = l.product_id
       WHERE w.code = ANY (?::text[]) AND l.posted <> 0
         AND l.closed_at >= ?::timestamptz AND l.closed_at < ?::timestamptz
         AND (p.sku, l.reason) > (?::text COLLATE "C", ?::text)
       GROUP BY p.id, p.sku, p.name, l.reason
       ORDER BY p.sku, l.reason LIMIT ?""";

  private static final String NIGHTS =
      """
      SELECT w.code AS warehouse, r.warehouse_id, r.day, r.state, r.lines, r.matched, r.adjusted,
             r.reviewed, r.units_found, r.units_lost, r.value_found, r.value_lost, r.started_at,
             r.ended_at
        FROM reconciliation r
        JOIN warehouse w ON w.id = r.warehouse_id
       WHERE w.code = ANY (?::text[])
         AND (? = '' OR (r.day, -r.warehouse_id) < (nullif(?, '')::date, -(?::int)))
       ORDER BY r.day DESC, r.warehouse_id LIMIT ?""";

  private final Database database;

  public CountResults(Database database) {
    this.database = database;
  }

  /// One line of a count.
  ///
  /// @param expected what the books said at the scan
  /// @param value of the variance, in the smallest unit of the currency
  /// @param cause why it needs a person
  public record LineItem(
      String warehouse,
      String count,
      int line,
      String bin,
      Optional<String> sku,
      Optional<String> code,
      Optional<String> lot,
      Optional<String> handlingUnit,
      int round,
      long counted,
      long expected,
      long variance,
      long value,
      String countClass,
      String state,
      Optional<String> cause,
      Optional<String> reason,
      long posted,
      String counters,
      Instant countedAt,
      Optional<String> decidedBy) {}

  /// How well the books fit, by class.
  ///
  /// @param accuracyPercent lines without a variance, of all lines
  /// @param unitAccuracyPercent 100 less the units that were off, of those expected
  /// @param shrinkageValue what is lost less what was found, by what the books took over
  public record Accuracy(
      String warehouse,
      String countClass,
      long lines,
      long exact,
      long accuracyPercent,
      long unitsExpected,
      long unitsOff,
      long unitAccuracyPercent,
      long unitsFound,
      long unitsLost,
      long shrinkageValue) {}

  /// What counts have changed of a product, for one reason.
  public record Shrinkage(
      String sku, String name, String reason, long units, long value, long lines) {}

  /// One night.
  public record Night(
      String warehouse,
      LocalDate day,
      String state,
      long lines,
      long matched,
      long adjusted,
      long reviewed,
      long unitsFound,
      long unitsLost,
      long valueFound,
      long valueLost,
      Instant startedAt,
      Optional<Instant> endedAt) {}

  /// A time, the end left out.
  public record Span(Instant from, Instant to) {}

  /// Lines in the order of their counts.
  public Page<LineItem> lines(
      Scope scope,
      Optional<String> number,
      Optional<String> state,
      int limit,
      Optional<String> after) {
    List<Long> at =
        after.map(cursor -> Cursor.numbers("count-line", 2, cursor)).orElse(List.of(0L, 0L));
    List<Found> rows =
        database
            .reading()
            .fetch(
                LINES,
                codes(scope),
                at.get(0),
                at.get(1),
                number.orElse(""),
                number.orElse(""),
                state.orElse(""),
                state.orElse(""),
                limit + 1)
            .map(row -> new Found(row.get("count_id", Long.class), line(row)));
    Page<Found> page =
        Page.cut(
            rows, limit, last -> Cursor.of("count-line", "" + last.id(), "" + last.item().line()));
    return new Page<>(page.items().stream().map(Found::item).toList(), page.next());
  }

  private record Found(long id, LineItem item) {}

  private static LineItem line(Record row) {
    return new LineItem(
        row.get("warehouse", String.class),
        row.get("number", String.class),
        row.get("line", Integer.class),
        row.get("bin", String.class),
        text(row, "sku"),
        text(row, "code"),
        text(row, "lot"),
        text(row, "handling_unit"),
        row.get("round", Integer.class),
        row.get("counted", Long.class),
        row.get("expected", Long.class),
        row.get("variance", Long.class),
        whole(row, "value"),
        row.get("count_class", String.class),
        row.get("state", String.class),
        text(row, "cause"),
        text(row, "reason"),
        row.get("posted", Long.class),
        row.get("counters", String.class),
        row.get("counted_at", OffsetDateTime.class).toInstant(),
        text(row, "decided_by"));
  }

  /// Accuracy and shrinkage of what was counted in a time; three lines for each warehouse at most.
  public Page<Accuracy> accuracy(Scope scope, Span span, int limit, Optional<String> after) {
    return Page.part(
        database
            .reading()
            .fetch(ACCURACY, codes(scope), span.from().toString(), span.to().toString())
            .map(CountResults::accuracy),
        line -> line.warehouse() + " " + line.countClass(),
        limit,
        after);
  }

  private static Accuracy accuracy(Record row) {
    long lines = row.get("lines", Long.class);
    long exact = row.get("exact", Long.class);
    long expected = whole(row, "expected");
    long off = whole(row, "off");
    return new Accuracy(
        row.get("warehouse", String.class),
        row.get("count_class", String.class),
        lines,
        exact,
        lines == 0 ? 100 : exact * 100 / lines,
        expected,
        off,
        expected == 0 ? 100 : Math.max(0, 100 - off * 100 / expected),
        whole(row, "found"),
        whole(row, "lost"),
        whole(row, "shrinkage"));
  }

  /// What was lost and found of each product.
  public Page<Shrinkage> shrinkage(Scope scope, Span span, int limit, Optional<String> after) {
    List<String> at =
        after.map(cursor -> Cursor.parts("shrinkage", 2, cursor)).orElse(List.of("", ""));
    List<Shrinkage> rows =
        database
            .reading()
            .fetch(
                SHRINKAGE,
                codes(scope),
                span.from().toString(),
                span.to().toString(),
                at.get(0),
                at.get(1),
                limit + 1)
            .map(
                row ->
                    new Shrinkage(
                        row.get("sku", String.class),
                        row.get("name", String.class),
                        row.get("reason", String.class),
                        whole(row, "units"),
                        whole(row, "value"),
                        row.get("lines", Long.class)));
    return Page.cut(rows, limit, last -> Cursor.of("shrinkage", last.sku(), last.reason()));
  }

  /// The nights, newest first.
  public Page<Night> nights(Scope scope, int limit, Optional<String> after) {
    List<String> at =
        after.map(cursor -> Cursor.parts("night", 2, cursor)).orElse(List.of("", "0"));
    List<NightFound> rows =
        database
            .reading()
            .fetch(NIGHTS, codes(scope), at.get(0), at.get(0), at.get(1), limit + 1)
            .map(row -> new NightFound(row.get("warehouse_id", Integer.class), night(row)));
    Page<NightFound> page =
        Page.cut(
            rows, limit, last -> Cursor.of("night", last.item().day().toString(), "" + last.id()));
    return new Page<>(page.items().stream().map(NightFound::item).toList(), page.next());
  }

  private record NightFound(int id, Night item) {}

  private static Night night(Record row) {
    return new Night(
        row.get("warehouse", String.class),
        row.get("day", LocalDate.class),
        row.get("state", String.class),
        row.get("lines", Long.class),
        row.get("matched", Long.class),
        row.get("adjusted", Long.class),
        row.get("reviewed", Long.class),
        row.get("units_found", Long.class),
        row.get("units_lost", Long.class),
        whole(row, "value_found"),
        whole(row, "value_lost"),
        row.get("started_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.get("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static String[] codes(Scope scope) {
    return scope.warehouses().toArray(String[]::new);
  }

  private static Optional<String> text(Record row, String column) {
    return Optional.ofNullable(row.get(column, String.class)).filter(text -> !text.isEmpty());
  }

  /// A sum; as much as a number can hold when it is more.
  private static long whole(Record row, String column) {
    BigDecimal sum = row.get(column, BigDecimal.class);
    return sum == null ? 0 : sum.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
  }
}
