package dev.stockwright.server.queries;

import dev.stockwright.db.Database;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/// How goods flow through a warehouse: what moves most, how often stock turns over, when something
/// ran out.
@SuppressWarnings("InlineFormatString") // statements read better apart from what asks them
public final class FlowQueries {
  /// What was shipped; a shipment that was undone counts off.
  private static final String SHIPPED =
      "(CASE WHEN m.to_location_id = 2 THEN m.quantity"
          + " WHEN m.from_location_id = 2 AND m.reverses_n IS NOT NULL THEN -m.quantity"
          + " ELSE 0 END)";

  private static final String TURNOVER =
      """
      WITH page AS MATERIALIZED (
        SELECT p.id, p.sku, p.name
          FROM product p JOIN stock_level l ON l.product_id = p.id AND l.warehouse_id = %1$d
         WHERE p.sku > ? ORDER BY p.sku LIMIT ?)
      SELECT page.sku, page.name, coalesce(%2$s, 0), coalesce(%3$s, 0), f.shipped, f.cost
        FROM page
       CROSS JOIN LATERAL %4$s f
       ORDER BY page.sku""";

  private static final String FLOW =
      "coalesce(sum("
          + SHIPPED
          + "), 0)::bigint AS shipped, coalesce(sum("
          + SHIPPED
          + " * m.unit_cost), 0)::bigint AS cost";

  private static final String TOP =
      """
      WITH flow AS MATERIALIZED (
        SELECT m.product_id, count(*) AS movements, sum(m.quantity)::bigint AS units,
               sum(%1$s)::bigint AS shipped
          FROM movement m WHERE %2$s GROUP BY m.product_id)
      SELECT p.sku, p.name, flow.movements, flow.units, flow.shipped, p.id
        FROM flow JOIN product p ON p.id = flow.product_id
       WHERE (flow.movements, p.id) < (?, ?)
       ORDER BY flow.movements DESC, p.id DESC LIMIT ?""";

  private static final String EMPTIED =
      """
      WITH page AS MATERIALIZED (
        SELECT m.n, m.product_id, m.recorded_at, m.reason, m.reference
          FROM movement m
         WHERE %1$s AND m.level_after = 0 AND m.level_before > 0 AND m.n < ?
         ORDER BY m.n DESC LIMIT ?)
      SELECT page.n, p.sku, p.name, page.recorded_at, page.reason, page.reference,
             (SELECT m.recorded_at
                FROM generate_series((page.n >> 14)::integer, %2$d) part
               CROSS JOIN LATERAL (
                 SELECT m.n, m.recorded_at FROM movement m
                  WHERE m.warehouse_id = %3$d AND (m.n >> 14)::integer = part
                    AND m.product_id = page.product_id AND m.n > page.n AND m.level_after > 0
                  ORDER BY m.n LIMIT 1) m
               ORDER BY m.n LIMIT 1)
        FROM page JOIN product p ON p.id = page.product_id
       ORDER BY page.n DESC""";

  private final Database database;

  public FlowQueries(Database database) {
    this.database = database;
  }

  /// How often the stock of a product was sold.
  ///
  /// @param opening on hand when the time began
  /// @param closing on hand when it ended
  /// @param shipped units that left for customers, undone ones taken off
  /// @param cost of these; absent for who may not see it
  /// @param turnover shipped for each unit of the mean of opening and closing; absent where there
  ///     was none
  /// @param daysCover for how many days the closing stock lasts at this pace; absent where nothing
  ///     was shipped
  public record TurnoverLine(
      String sku,
      String name,
      long opening,
      long closing,
      long shipped,
      Optional<Long> cost,
      Optional<Double> turnover,
      Optional<Double> daysCover) {}

  /// What has moved most.
  ///
  /// @param movements how many there were
  /// @param units that moved with them
  /// @param shipped units that left for customers
  public record TopLine(String sku, String name, long movements, long units, long shipped) {}

  /// The last unit of a product went.
  ///
  /// @param n the number of the movement
  /// @param until when there was some again; absent: there is none yet
  /// @param seconds how long there was none; up to now where it lasts
  public record OutLine(
      long n,
      String sku,
      String name,
      Instant at,
      String reason,
      Optional<String> reference,
      Optional<Instant> until,
      long seconds) {}

  /// The turnover of all products of a warehouse, by SKU.
  public Page<TurnoverLine> turnover(
      Scope scope, AgeQueries.Sight sight, Span span, int limit, Optional<String> after) {
    String from = after.map(cursor -> Cursor.parts("turn", 1, cursor).getFirst()).orElse("");
    List<TurnoverLine> rows =
        Site.ask(
            database,
            scope,
            sight.warehouse(),
            (dsl, site) -> {
              Site.Numbers numbers = site.numbers(dsl, span);
              String sql =
                  TURNOVER.formatted(
                      site.id(),
                      site.newest("m.level_after", "page.id", numbers.after(), ""),
                      site.newest("m.level_after", "page.id", numbers.last(), ""),
                      site.among(FLOW, "page.id", numbers, ""));
              return dsl.fetch(sql, from, limit + 1)
                  .map(row -> turnover(row, span, sight.values()));
            });
    return Page.cut(rows, limit, last -> Cursor.of("turn", last.sku()));
  }

  private static TurnoverLine turnover(Record row, Span span, boolean values) {
    long opening = row.get(2, long.class);
    long closing = row.get(3, long.class);
    long shipped = row.get(4, long.class);
    return new TurnoverLine(
        row.get(0, String.class),
        row.get(1, String.class),
        opening,
        closing,
        shipped,
        values ? Optional.of(row.get(5, long.class)) : Optional.empty(),
        opening + closing == 0
            ? Optional.empty()
            : Optional.of(2.0 * shipped / (opening + closing)),
        shipped <= 0 ? Optional.empty() : Optional.of(closing * span.days() / shipped));
  }

  /// The products that moved most often, first.
  public Page<TopLine> top(
      Scope scope, WarehouseCode warehouse, Span span, int limit, Optional<String> after) {
    List<Long> from =
        after
            .map(cursor -> Cursor.numbers("top", 2, cursor))
            .orElse(List.of(Long.MAX_VALUE, Long.MAX_VALUE));
    record Row(TopLine line, long id) {}
    List<Row> rows =
        Site.ask(
            database,
            scope,
            warehouse,
            (dsl, site) ->
                dsl.fetch(
                        TOP.formatted(SHIPPED, site.numbers(dsl, span).ofMovement(site)),
                        from.get(0),
                        from.get(1),
                        limit + 1)
                    .map(row -> new Row(top(row), row.get(5, long.class))));
    Page<Row> page =
        Page.cut(
            rows, limit, last -> Cursor.of("top", "" + last.line().movements(), "" + last.id()));
    return new Page<>(page.items().stream().map(Row::line).toList(), page.next());
  }

  private static TopLine top(Record row) {
    return new TopLine(
        row.get(0, String.class),
        row.get(1, String.class),
        row.get(2, long.class),
        row.get(3, long.class),
        row.get(4, long.class));
  }

  /// When products ran out in a warehouse, newest first.
  public Page<OutLine> outOfStock(
      Scope scope, WarehouseCode warehouse, Span span, int limit, Optional<String> after) {
    long below =
        after.map(cursor -> Cursor.numbers("out", 1, cursor).getFirst()).orElse(Long.MAX_VALUE);
    Instant now = span.to();
    List<OutLine> rows =
        Site.ask(
            database,
            scope,
            warehouse,
            (dsl, site) ->
                dsl.fetch(
                        EMPTIED.formatted(
                            site.numbers(dsl, span).ofMovement(site),
                            site.lastN() / HistoryParts.NUMBERS,
                            site.id()),
                        below,
                        limit + 1)
                    .map(row -> out(row, now)));
    return Page.cut(rows, limit, last -> Cursor.of("out", "" + last.n()));
  }

  private static OutLine out(Record row, Instant now) {
    Instant at = row.get(3, OffsetDateTime.class).toInstant();
    Optional<Instant> until =
        Optional.ofNullable(row.get(6, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    return new OutLine(
        row.get(0, long.class),
        row.get(1, String.class),
        row.get(2, String.class),
        at,
        row.get(4, String.class),
        Optional.ofNullable(row.get(5, String.class)),
        until,
        Duration.between(at, until.orElse(now)).toSeconds());
  }
}
