package dev.stockwright.server.counting;

import static dev.stockwright.db.tables.Tables.COUNT_LINE;
import static dev.stockwright.db.tables.Tables.PRODUCT;

import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;

/// The lines of counts, for one command at work.
final class LineBook {
  private static final String INSERT =
      """
      INSERT INTO count_line (count_id, line, round, warehouse_id, location_id, product_id, code, lot,
             handling_unit, condition, counted, expected, unit_cost, count_class, counters, seen_n,
             closed_n, counted_at, closed_at, cause)
      SELECT ?, (SELECT coalesce(max(line), 0) FROM count_line WHERE count_id = ?) + k.i, ?, ?, ?, p.id,
             k.code, k.lot, k.unit, k.condition, k.counted, k.expected, coalesce(p.unit_cost, 0),
             coalesce(c.count_class, p.count_class, 'C'), string_to_array(k.counters, chr(31)), k.seen, ?,
             k.at::timestamptz, ?::timestamptz, k.cause
        FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                    ?::text[], ?::bigint[], ?::text[], ?::text[]) WITH ORDINALITY
          AS k(product, code, lot, unit, condition, counted, expected, counters, seen, at, cause, i)
        LEFT JOIN product p ON p.id = k.product
        LEFT JOIN count_class c ON c.warehouse_id = ? AND c.product_id = k.product""";

  /// What is common to the questions about lines; the rest says which. A code that nobody knew may
  /// stand for a product by now, and for several units of it.
  private static final String SELECT =
      """
      SELECT l.count_id, l.line, s.number, o.code AS bin, coalesce(p.sku, '') AS sku,
             p.id AS product_id, l.location_id, l.code, l.lot, l.handling_unit, l.condition,
             l.counted * coalesce(b.units, 1) AS counted, l.expected,
             CASE WHEN b.product_id IS NULL THEN l.unit_cost ELSE coalesce(p.unit_cost, 0) END
               AS unit_cost,
             l.count_class, l.counters, l.seen_n, l.closed_n, l.counted_at, l.cause, l.state,
             coalesce(p.serial_tracked, false) AS piece, l.round
        FROM ({which}) l
        JOIN stock_count s ON s.id = l.count_id
        JOIN location o ON o.id = l.location_id
        LEFT JOIN barcode b ON l.product_id IS NULL AND l.cause = 'unknown_code' AND b.code = l.code
        LEFT JOIN product p ON p.id = coalesce(l.product_id, b.product_id)
       ORDER BY l.count_id, l.line""";

  /// The lines themselves first, in the order of their index, so that a part costs a part.
  private static final String UNDECIDED =
      """
      SELECT * FROM count_line c
       WHERE c.warehouse_id = ? AND c.state = 'open' AND (c.count_id, c.line) > (?, ?)
         AND (SELECT n.state = 'counted' AND n.finished_at < ?::timestamptz
                FROM stock_count n WHERE n.id = c.count_id)
       ORDER BY c.count_id, c.line LIMIT ?""";

  /// What happened before the scan by its device's clock but was recorded after the bin was closed.
  /// Each line looks by itself at the ledger's parts since its scan: said as a plain join, the
  /// planner may take the lines' product with all that ever happened instead.
  private static final String LATE =
      """
      SELECT k.i, t.moved
        FROM (SELECT u.*, v.n
                FROM unnest(?::int[], ?::int[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                     WITH ORDINALITY AS u(product, place, seen, lot, unit, condition, at, i)
                JOIN stock_level v ON v.warehouse_id = ? AND v.product_id = u.product
               WHERE v.n > u.seen
              OFFSET 0) k
       CROSS JOIN LATERAL (
         SELECT sum(CASE WHEN m.to_location_id = k.place THEN m.quantity ELSE -m.quantity END)::bigint
                AS moved
           FROM generate_series((k.seen >> 14)::int, (k.n >> 14)::int) AS part
          CROSS JOIN LATERAL (
            SELECT * FROM movement h
             WHERE h.warehouse_id = ? AND (h.n >> 14)::integer = part
               AND h.product_id = k.product AND h.n > k.seen
            OFFSET 0) m
          WHERE (m.from_location_id = k.place OR m.to_location_id = k.place)
            AND (k.lot IS NULL OR m.lot = k.lot) AND (k.unit IS NULL OR m.handling_unit = k.unit)
            AND (k.condition IS NULL OR m.condition = k.condition)
            AND m.occurred_at < k.at::timestamptz) t
       WHERE t.moved IS NOT NULL""";

  private final Work work;

  LineBook(Work work) {
    this.work = work;
  }

  /// A line with what a decision needs.
  ///
  /// @param sku empty where the goods are unknown
  record Kept(
      long countId,
      int line,
      Reference count,
      LocationCode bin,
      Optional<Sku> sku,
      int productId,
      int locationId,
      Goods goods,
      long counted,
      long expected,
      long unitCost,
      String countClass,
      Set<String> counters,
      long seen,
      Instant at,
      Cause cause,
      String state,
      boolean piece) {
    /// The same, now that somebody has said what the goods are.
    Kept of(Sku named, int product, long cost, boolean byPiece) {
      return new Kept(
          countId,
          line,
          count,
          bin,
          Optional.of(named),
          product,
          locationId,
          goods,
          counted,
          expected,
          cost,
          countClass,
          counters,
          seen,
          at,
          cause,
          state,
          byPiece);
    }

    /// Counted minus expected, when so much moved late.
    long variance(long late) {
      return counted - expected - late;
    }
  }

  /// How a line ended, or whom it waits for.
  ///
  /// @param posted the difference that is in the books now
  record Outcome(Kept line, String state, Cause cause, String reason, long late, long posted) {}

  /// Adds the lines of a bin that is closed.
  void add(Count count, Count.Bin bin, List<Line> lines, long upTo) {
    int warehouse = work.warehouseId(count.warehouse());
    work.sql()
        .execute(
            INSERT,
            count.id(),
            count.id(),
            count.round(),
            warehouse,
            bin.locationId(),
            upTo,
            work.now().toString(),
            lines.stream().map(Line::productId).toArray(Integer[]::new),
            lines.stream().map(Line::code).toArray(String[]::new),
            lines.stream().map(l -> l.goods().lot().orElse(null)).toArray(String[]::new),
            lines.stream().map(l -> l.goods().unit().orElse(null)).toArray(String[]::new),
            lines.stream().map(l -> l.goods().condition().orElse(null)).toArray(String[]::new),
            lines.stream().map(Line::counted).toArray(Long[]::new),
            lines.stream().map(Line::expected).toArray(Long[]::new),
            lines.stream().map(l -> String.join("\u001f", l.counters())).toArray(String[]::new),
            lines.stream().map(Line::seen).toArray(Long[]::new),
            lines.stream().map(l -> l.at().toString()).toArray(String[]::new),
            lines.stream().map(l -> l.cause().code()).toArray(String[]::new),
            warehouse);
  }

  /// A later round says more than the earlier ones about this bin.
  void supersede(Count count, Integer locationId) {
    work.sql()
        .update(COUNT_LINE)
        .set(COUNT_LINE.STATE, "superseded")
        .where(COUNT_LINE.COUNT_ID.eq(count.id()))
        .and(COUNT_LINE.LOCATION_ID.eq(locationId))
        .and(COUNT_LINE.ROUND.lt((short) count.round()))
        .and(COUNT_LINE.STATE.in("open", "review"))
        .execute();
  }

  /// Nothing comes of what waits.
  void drop(Count count) {
    work.sql()
        .update(COUNT_LINE)
        .set(COUNT_LINE.STATE, "superseded")
        .where(COUNT_LINE.COUNT_ID.eq(count.id()))
        .and(COUNT_LINE.STATE.in("open", "review"))
        .execute();
  }

  /// These lines of a count, by their numbers.
  Map<Integer, Kept> of(Count count, Collection<Integer> lines) {
    Map<Integer, Kept> found = new TreeMap<>();
    kept(work.sql()
            .fetch(
                SELECT.replace(
                    "{which}",
                    "SELECT * FROM count_line WHERE count_id = ? AND line = ANY (?::int[])"),
                count.id(),
                lines.toArray(Integer[]::new)))
        .forEach(line -> found.put(line.line(), line));
    return found;
  }

  /// The next lines of finished counts that nobody has decided about.
  ///
  /// @param before finished before this
  List<Kept> undecided(int warehouseId, Instant before, long lastCount, int lastLine, int limit) {
    return kept(
        work.sql()
            .fetch(
                SELECT.replace("{which}", UNDECIDED),
                warehouseId,
                lastCount,
                lastLine,
                before.toString(),
                limit));
  }

  private static List<Kept> kept(Result<Record> rows) {
    return rows.map(
        row -> {
          Integer product = row.get("product_id", Integer.class);
          String sku = row.get("sku", String.class);
          return new Kept(
              row.get("count_id", Long.class),
              row.get("line", Integer.class),
              new Reference(row.get("number", String.class)),
              new LocationCode(row.get("bin", String.class)),
              sku.isEmpty() ? Optional.empty() : Optional.of(new Sku(sku)),
              product == null ? 0 : product,
              row.get("location_id", Integer.class),
              new Goods(
                  Optional.ofNullable(row.get("lot", String.class)),
                  Optional.ofNullable(row.get("handling_unit", String.class)),
                  Optional.ofNullable(row.get("condition", String.class))),
              row.get("counted", Long.class),
              row.get("expected", Long.class),
              row.get("unit_cost", Long.class),
              row.get("count_class", String.class),
              Set.of(row.get("counters", String[].class)),
              row.get("seen_n", Long.class),
              row.get("counted_at", java.time.OffsetDateTime.class).toInstant(),
              Cause.of(row.get("cause", String.class)),
              row.get("state", String.class),
              row.get("piece", Boolean.class));
        });
  }

  /// How much of each line moved before its scan but was recorded after it; lines without such a
  /// movement are left out.
  Map<Kept, Long> late(int warehouseId, List<Kept> lines) {
    Map<Kept, Long> late = new HashMap<>();
    work.sql()
        .fetch(
            LATE,
            lines.stream().map(Kept::productId).toArray(Integer[]::new),
            lines.stream().map(Kept::locationId).toArray(Integer[]::new),
            lines.stream().map(Kept::seen).toArray(Long[]::new),
            lines.stream().map(l -> l.goods().lot().orElse(null)).toArray(String[]::new),
            lines.stream().map(l -> l.goods().unit().orElse(null)).toArray(String[]::new),
            lines.stream().map(l -> l.goods().condition().orElse(null)).toArray(String[]::new),
            lines.stream().map(l -> l.at().toString()).toArray(String[]::new),
            warehouseId,
            warehouseId)
        .forEach(row -> late.put(lines.get(row.get(0, Integer.class) - 1), row.get(1, Long.class)));
    return late;
  }

  /// A line about goods that nobody knew, with the product that they are; absent: there is none.
  Optional<Kept> named(Kept line, Sku sku) {
    return work.sql()
        .select(PRODUCT.ID, PRODUCT.UNIT_COST, PRODUCT.SERIAL_TRACKED)
        .from(PRODUCT)
        .where(PRODUCT.SKU.eq(sku.code()))
        .fetchOptional(row -> line.of(sku, row.value1(), row.value2(), row.value3()));
  }

  /// Writes how lines ended, and what the goods are where that has come out since.
  void decide(List<Outcome> outcomes) {
    work.sql()
        .execute(
            """
            UPDATE count_line l
               SET state = k.state, cause = k.cause, reason = k.reason, late = k.late,
                   posted = k.posted, product_id = coalesce(l.product_id, nullif(k.product, 0)),
                   counted = k.counted, unit_cost = k.unit_cost,
                   count_class = CASE
                     WHEN l.product_id IS NOT NULL OR k.product = 0 THEN l.count_class
                     ELSE coalesce(
                       (SELECT c.count_class FROM count_class c
                         WHERE c.warehouse_id = l.warehouse_id AND c.product_id = k.product),
                       (SELECT p.count_class FROM product p WHERE p.id = k.product), 'C') END,
                   decided_by = CASE WHEN k.state = 'review' THEN NULL ELSE ? END,
                   decided_at = CASE WHEN k.state = 'review' THEN NULL ELSE ?::timestamptz END
              FROM unnest(?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                          ?::bigint[], ?::int[], ?::bigint[], ?::bigint[])
                   AS k(count_id, line, state, cause, reason, late, posted, product, counted,
                        unit_cost)
             WHERE l.count_id = k.count_id AND l.line = k.line""",
            work.author().code(),
            work.now().toString(),
            outcomes.stream().map(o -> o.line().countId()).toArray(Long[]::new),
            outcomes.stream().map(o -> o.line().line()).toArray(Integer[]::new),
            outcomes.stream().map(Outcome::state).toArray(String[]::new),
            outcomes.stream().map(o -> o.cause().code()).toArray(String[]::new),
            outcomes.stream().map(Outcome::reason).toArray(String[]::new),
            outcomes.stream().map(Outcome::late).toArray(Long[]::new),
            outcomes.stream().map(Outcome::posted).toArray(Long[]::new),
            outcomes.stream().map(o -> o.line().productId()).toArray(Integer[]::new),
            outcomes.stream().map(o -> o.line().counted()).toArray(Long[]::new),
            outcomes.stream().map(o -> o.line().unitCost()).toArray(Long[]::new));
  }

  /// How many lines of a count are in this state.
  int howMany(Count count, String... states) {
    return work.sql()
        .fetchCount(
            DSL.selectOne()
                .from(COUNT_LINE)
                .where(COUNT_LINE.COUNT_ID.eq(count.id()))
                .and(COUNT_LINE.STATE.in(states)));
  }
}
