package dev.stockwright.server.queries;

import dev.stockwright.db.Database;
import dev.stockwright.server.stock.Usable;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/// How old goods are, what expires, and what nobody wants.
@SuppressWarnings("InlineFormatString") // statements read better apart from what asks them
public final class AgeQueries {
  /// As many arrivals of a product are looked at, newest first; what they do not cover is older.
  private static final int ARRIVALS_MAX = 500;

  /// What is on hand is taken to be what arrived last (first in, first out). What was undone, and
  /// the undoing, counts as never happened.
  private static final String AGES =
      """
      WITH page AS MATERIALIZED (
        SELECT p.id, p.sku, p.name, l.on_hand
          FROM product p JOIN stock_level l ON l.product_id = p.id AND l.warehouse_id = %1$d
         WHERE l.on_hand > 0 AND p.sku > ?
         ORDER BY p.sku LIMIT ?)
      SELECT page.sku, page.name, page.on_hand, ages.*
        FROM page
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(units) FILTER (WHERE days <= 30), 0)::bigint,
                coalesce(sum(units) FILTER (WHERE days > 30 AND days <= 90), 0)::bigint,
                coalesce(sum(units) FILTER (WHERE days > 90 AND days <= 180), 0)::bigint,
                coalesce(sum(units) FILTER (WHERE days > 180 AND days <= 365), 0)::bigint,
                coalesce(sum(units), 0)::bigint, min(recorded_at)
           FROM (
             SELECT least(a.quantity, page.on_hand - a.newer) AS units, a.recorded_at,
                    extract(epoch FROM ?::timestamptz - a.recorded_at) / 86400 AS days
               FROM (
                 SELECT m.quantity, m.recorded_at,
                        sum(m.quantity) OVER (ORDER BY m.n DESC) - m.quantity AS newer
                   FROM (
                     SELECT m.n, m.quantity, m.recorded_at
                       FROM generate_series(%2$d, 0, -1) part
                      CROSS JOIN LATERAL (
                        SELECT m.n, m.quantity, m.recorded_at FROM movement m
                         WHERE m.warehouse_id = %1$d AND (m.n >> 14)::integer = part
                           AND m.product_id = page.id AND m.from_location_id < 101
                           AND m.to_location_id >= 101 AND m.reverses_n IS NULL
                           AND NOT EXISTS (
                             SELECT 1 FROM movement u
                              WHERE u.warehouse_id = %1$d AND u.reverses_n = m.n)
                         ORDER BY m.n DESC LIMIT %3$d) m
                      ORDER BY m.n DESC LIMIT %3$d) m) a
              WHERE a.newer < page.on_hand) layer) ages
       ORDER BY page.sku""";

  private static final String EXPIRING =
      """
      SELECT w.code, p.sku, p.name, b.lot, t.expires_on, l.code AS place, b.condition,
             sum(b.on_hand)::bigint AS quantity, p.id, b.location_id,
             t.expires_on - d.today AS days_left, p.days_left_min
        FROM lot t
        JOIN balance b ON b.product_id = t.product_id AND b.lot = t.code AND b.lot <> ''
                      AND b.on_hand > 0
        JOIN warehouse w ON w.id = b.warehouse_id
        JOIN unnest(?::text[], ?::date[]) AS d(code, today) ON d.code = w.code
        JOIN product p ON p.id = t.product_id
        JOIN location l ON l.id = b.location_id
       WHERE t.expires_on <= ?::date + ? + 1 AND t.expires_on - d.today <= ?
         AND (t.expires_on, p.id, t.code, b.location_id, b.condition) > (?::date, ?, ?, ?, ?)
       GROUP BY w.code, d.today, p.id, b.lot, t.code, t.expires_on, b.location_id, l.code,
                b.condition
       ORDER BY t.expires_on, p.id, t.code, b.location_id, b.condition LIMIT ?""";

  /// Here all the time, and none of it left for a customer or another warehouse.
  private static final String DEAD =
      """
      WITH moved AS MATERIALIZED (
        SELECT m.product_id, sum(m.level_after - m.level_before) AS change,
               bool_or(m.to_location_id IN (2, 3)) AS left_us
          FROM movement m WHERE %2$s GROUP BY m.product_id),
      page AS MATERIALIZED (
        SELECT p.id, p.sku, p.name, l.on_hand, %4$s AS value
          FROM stock_level l
          JOIN product p ON p.id = l.product_id
          LEFT JOIN moved ON moved.product_id = l.product_id
         WHERE l.warehouse_id = %1$d AND l.on_hand > 0 AND p.sku > ?
           AND moved.left_us IS NOT TRUE AND l.on_hand > coalesce(moved.change, 0)
         ORDER BY p.sku LIMIT ?)
      SELECT page.sku, page.name, page.on_hand, page.value, %3$s, %5$s
        FROM page ORDER BY page.sku""";

  private final Database database;

  public AgeQueries(Database database) {
    this.database = database;
  }

  /// How long ago what is on hand arrived.
  ///
  /// @param to30 units that arrived at most 30 days ago
  /// @param over365 more than 365 days ago, or before anything is known of
  /// @param oldest when the oldest of it arrived that is known of
  public record AgeLine(
      String sku,
      String name,
      long quantity,
      long to30,
      long to90,
      long to180,
      long to365,
      long over365,
      Optional<Instant> oldest) {}

  /// Goods of a lot in a place.
  ///
  /// @param daysLeft below 0: expired
  /// @param usable they may still be given to somebody: they are good for the product's own number
  /// of days; whether they are free, or on hold, is another question
  public record ExpiryLine(
      String warehouse,
      String sku,
      String name,
      String lot,
      LocalDate expiresOn,
      long daysLeft,
      boolean usable,
      String location,
      String condition,
      long quantity) {}

  /// Goods that nobody wanted.
  ///
  /// @param value absent for who may not see it
  public record DeadLine(
      String sku,
      String name,
      long quantity,
      Optional<Long> value,
      Optional<Instant> lastLeft,
      Optional<Instant> lastArrived) {}

  /// The age of all that is on hand in a warehouse, by SKU; none when it is out of scope.
  public Page<AgeLine> ages(
      Scope scope, WarehouseCode warehouse, Instant now, int limit, Optional<String> after) {
    String from = after.map(cursor -> Cursor.parts("age", 1, cursor).getFirst()).orElse("");
    List<AgeLine> rows =
        Site.ask(
            database,
            scope,
            warehouse,
            (dsl, site) ->
                dsl.fetch(
                        AGES.formatted(
                            site.id(), site.lastN() / HistoryParts.NUMBERS, ARRIVALS_MAX),
                        from,
                        limit + 1,
                        now.atOffset(ZoneOffset.UTC))
                    .map(AgeQueries::age));
    return Page.cut(rows, limit, last -> Cursor.of("age", last.sku()));
  }

  private static AgeLine age(Record row) {
    long onHand = row.get(2, long.class);
    long known = row.get(7, long.class);
    long young = 0;
    for (int i = 3; i <= 6; i++) {
      young += row.get(i, long.class);
    }
    return new AgeLine(
        row.get(0, String.class),
        row.get(1, String.class),
        onHand,
        row.get(3, long.class),
        row.get(4, long.class),
        row.get(5, long.class),
        row.get(6, long.class),
        (known - young) + (onHand - known),
        Optional.ofNullable(row.get(8, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
  }

  /// What expires within `days` in the warehouses of `scope` by their own calendars, soonest first,
  /// also what has expired.
  public Page<ExpiryLine> expiring(
      Scope scope, Instant now, int days, int limit, Optional<String> after) {
    List<String> from =
        after
            .map(cursor -> Cursor.parts("expiry", 5, cursor))
            .orElse(List.of("0001-01-01", "0", "", "0", ""));
    long product;
    long place;
    try {
      LocalDate.parse(from.get(0));
      product = Long.parseLong(from.get(1));
      place = Long.parseLong(from.get(3));
    } catch (RuntimeException e) {
      throw Cursor.unknown();
    }
    List<Record> rows =
        Bounded.ask(
            database,
            dsl ->
                List.copyOf(
                    dsl.fetch(
                        EXPIRING,
                        scope.codes(),
                        SiteDays.of(dsl, scope, now),
                        LocalDate.ofInstant(now, ZoneOffset.UTC),
                        days,
                        days,
                        from.get(0),
                        product,
                        from.get(2),
                        place,
                        from.get(4),
                        limit + 1)));
    Page<Record> page =
        Page.cut(
            rows,
            limit,
            last ->
                Cursor.of(
                    "expiry",
                    last.get("expires_on", String.class),
                    last.get("id", String.class),
                    last.get("lot", String.class),
                    last.get("location_id", String.class),
                    last.get("condition", String.class)));
    return new Page<>(page.items().stream().map(AgeQueries::expiring).toList(), page.next());
  }

  private static ExpiryLine expiring(Record row) {
    LocalDate last = row.get("expires_on", LocalDate.class);
    long left = row.get("days_left", long.class);
    return new ExpiryLine(
        row.get(0, String.class),
        row.get(1, String.class),
        row.get(2, String.class),
        row.get(3, String.class),
        last,
        left,
        Usable.usable(Optional.of(last), last.minusDays(left), row.get("days_left_min", int.class)),
        row.get(5, String.class),
        row.get(6, String.class),
        row.get(7, long.class));
  }

  /// What has been in a warehouse since `since` and of which nothing has left since, by SKU.
  public Page<DeadLine> dead(
      Scope scope, Sight sight, Instant since, int limit, Optional<String> after) {
    String from = after.map(cursor -> Cursor.parts("dead", 1, cursor).getFirst()).orElse("");
    List<DeadLine> rows =
        Site.ask(
            database,
            scope,
            sight.warehouse(),
            (dsl, site) -> {
              var numbers = new Site.Numbers(site.before(dsl, since), site.lastN());
              String sql =
                  DEAD.formatted(
                      site.id(),
                      numbers.ofMovement(site),
                      site.newest(
                          "m.recorded_at",
                          "page.id",
                          site.lastN(),
                          "AND m.to_location_id IN (2, 3)"),
                      TotalsQueries.VALUE,
                      site.newest(
                          "m.recorded_at",
                          "page.id",
                          site.lastN(),
                          "AND m.from_location_id < 101 AND m.to_location_id >= 101"));
              return dsl.fetch(sql, from, limit + 1).map(row -> dead(row, sight.values()));
            });
    return Page.cut(rows, limit, last -> Cursor.of("dead", last.sku()));
  }

  /// A warehouse, and whether what goods are worth may be seen.
  public record Sight(WarehouseCode warehouse, boolean values) {}

  private static DeadLine dead(Record row, boolean values) {
    return new DeadLine(
        row.get(0, String.class),
        row.get(1, String.class),
        row.get(2, long.class),
        values ? Optional.of(row.get(3, long.class)) : Optional.empty(),
        Optional.ofNullable(row.get(4, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.get(5, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
  }
}
