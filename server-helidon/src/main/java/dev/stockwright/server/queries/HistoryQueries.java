package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.MOVEMENT;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.STOCK_LEVEL;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.Level;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// The stock as it was: as the books knew it then, or as they know it now.
public final class HistoryQueries {
  /// A number without a row counts as later: `OFFSET 0` keeps the look-up from being done twice.
  private static final String HALVING =
      """
      WITH RECURSIVE half (low, high) AS (
        SELECT 0::bigint, last_n FROM warehouse_counter WHERE warehouse_id = ?
        UNION ALL
        SELECT CASE WHEN later THEN low ELSE middle END,
               CASE WHEN later THEN middle - 1 ELSE high END
          FROM (SELECT low, high, low + (high - low + 1) / 2 AS middle
                  FROM half WHERE low < high) step
         CROSS JOIN LATERAL (
           SELECT coalesce(
                    (SELECT m.recorded_at FROM movement m
                      WHERE m.warehouse_id = ? AND m.n = middle),
                    (SELECT h.recorded_at FROM happening h
                      WHERE h.warehouse_id = ? AND h.n = middle),
                    'infinity') > ?::timestamptz AS later
           OFFSET 0) looked
      )
      SELECT low FROM half WHERE low = high""";

  private static final String PROMISED =
      """
      SELECT found.n, found.reserved, h.recorded_at
        FROM generate_series(?::integer, ?::integer, -1) part
       CROSS JOIN LATERAL (
         SELECT l.n, l.reserved FROM promised_level l
          WHERE l.warehouse_id = ? AND (l.n >> 14)::integer = part AND l.product_id = ?
            AND l.n > ? AND l.n <= ?
          ORDER BY l.n DESC LIMIT 1) found
        JOIN happening h ON h.warehouse_id = ? AND h.n = found.n
       ORDER BY found.n DESC LIMIT 1""";

  /// Told more than a day after it happened, within a day, and within a minute.
  private static final String LATE =
      """
      SELECT coalesce(sum(level_after - level_before), 0)::bigint,
             coalesce(sum(CASE WHEN condition <> 'available' THEN level_after - level_before END),
                      0)::bigint
        FROM (
          SELECT level_before, level_after, condition FROM movement
           WHERE warehouse_id = ? AND product_id = ?
             AND recorded_at - occurred_at > interval '1 minute'
             AND recorded_at - occurred_at <= interval '1 day'
             AND occurred_at <= ?::timestamptz AND occurred_at > ?::timestamptz - interval '1 day'
             AND recorded_at > ?::timestamptz
          UNION ALL
          SELECT level_before, level_after, condition FROM movement
           WHERE warehouse_id = ? AND product_id = ?
             AND recorded_at - occurred_at > interval '1 day'
             AND occurred_at <= ?::timestamptz AND recorded_at > ?::timestamptz
          UNION ALL
          SELECT level_before, level_after, condition
            FROM generate_series(?::integer, ?::integer) part
            JOIN movement m ON (m.n >> 14)::integer = part
           WHERE m.warehouse_id = ? AND m.product_id = ? AND m.n > ? AND m.n <= ?
             AND m.recorded_at - m.occurred_at <= interval '1 minute'
             AND m.occurred_at <= ?::timestamptz) late""";

  private final Database database;

  public HistoryQueries(Database database) {
    this.database = database;
  }

  /// From when on something must be known to count.
  public enum Known {
    /// What had been recorded by then.
    THEN,
    /// What has been recorded by now of what had happened by then.
    NOW;

    /// The one that is written `word`.
    public static Known of(String word) {
      return switch (word) {
        case "then" -> THEN;
        case "now" -> NOW;
        default -> throw new InvalidValue("invalid_known", "known is neither then nor now");
      };
    }
  }

  /// A moment, and from when one looks back at it.
  public record Moment(Instant time, Known known) {}

  /// The level of a product at a moment: all zero before its first movement. Empty when the product
  /// or the warehouse is unknown or out of scope.
  public Optional<Level> asOf(Scope scope, Sku sku, WarehouseCode warehouse, Moment moment) {
    return asOf(scope.narrowed(Optional.of(warehouse)), sku, moment).stream().findFirst();
  }

  /// The same by what was recorded then.
  public Optional<Level> asOf(Scope scope, Sku sku, WarehouseCode warehouse, Instant time) {
    return asOf(scope, sku, warehouse, new Moment(time, Known.THEN));
  }

  /// The levels of a product in the warehouses of `scope` at a moment, a line each; none when the
  /// product is unknown.
  public List<Level> asOf(Scope scope, Sku sku, Moment moment) {
    return database
        .reading()
        .transactionResult(
            tx ->
                places(tx.dsl(), scope, sku).stream()
                    .map(place -> asOf(tx.dsl(), place, moment))
                    .toList());
  }

  private static List<Place> places(DSLContext dsl, Scope scope, Sku sku) {
    return dsl.select(WAREHOUSE.CODE, WAREHOUSE.ID, PRODUCT.ID)
        .from(WAREHOUSE)
        .join(PRODUCT)
        .on(PRODUCT.SKU.eq(sku.code()))
        .where(scope.holdsWarehouse())
        .orderBy(WAREHOUSE.CODE)
        .fetch(row -> new Place(sku, new WarehouseCode(row.value1()), row.value2(), row.value3()));
  }

  private static Level asOf(DSLContext dsl, Place place, Moment moment) {
    long upTo = lastUpTo(dsl, place.warehouseId, moment.time());
    Level level =
        unchanged(dsl, place, upTo)
            .orElseGet(() -> promised(dsl, place, moved(dsl, place, upTo), upTo));
    return moment.known() == Known.THEN ? level : corrected(dsl, place, level, moment.time());
  }

  /// A product in a warehouse, by its codes and its ids.
  private record Place(Sku sku, WarehouseCode warehouse, int warehouseId, int productId) {
    Level level(long quantity, long reserved, long blocked, Instant at, long n) {
      return new Level(
          sku, warehouse, quantity, reserved, blocked, quantity - reserved - blocked, at, n);
    }

    Level nothing() {
      return level(0, 0, 0, Instant.EPOCH, 0);
    }
  }

  /// The level of now, when nothing has changed it after `upTo`: a product that lies still must not
  /// cost a search through the promises of all others.
  private static Optional<Level> unchanged(DSLContext dsl, Place place, long upTo) {
    Record now =
        dsl.select(
                STOCK_LEVEL.N,
                STOCK_LEVEL.ON_HAND,
                STOCK_LEVEL.RESERVED,
                STOCK_LEVEL.BLOCKED,
                STOCK_LEVEL.UPDATED_AT)
            .from(STOCK_LEVEL)
            .where(STOCK_LEVEL.WAREHOUSE_ID.eq(place.warehouseId))
            .and(STOCK_LEVEL.PRODUCT_ID.eq(place.productId))
            .fetchOne();
    if (now == null || now.get(STOCK_LEVEL.N) == 0) {
      return Optional.of(place.nothing());
    }
    if (now.get(STOCK_LEVEL.N) > upTo) {
      return Optional.empty();
    }
    return Optional.of(
        place.level(
            now.get(STOCK_LEVEL.ON_HAND),
            now.get(STOCK_LEVEL.RESERVED),
            now.get(STOCK_LEVEL.BLOCKED),
            now.get(STOCK_LEVEL.UPDATED_AT).toInstant(),
            now.get(STOCK_LEVEL.N)));
  }

  /// The level after the last movement up to `upTo`.
  private static Level moved(DSLContext dsl, Place place, long upTo) {
    List<Long> last =
        HistoryParts.newest(dsl, place.warehouseId, place.productId, 1, upTo, DSL.noCondition(), 1);
    if (last.isEmpty()) {
      return place.nothing();
    }
    Record moved =
        dsl.select(
                MOVEMENT.N,
                MOVEMENT.LEVEL_AFTER,
                MOVEMENT.RESERVED_AFTER,
                MOVEMENT.BLOCKED_AFTER,
                MOVEMENT.RECORDED_AT)
            .from(MOVEMENT)
            .where(MOVEMENT.WAREHOUSE_ID.eq(place.warehouseId))
            .and(MOVEMENT.N.eq(last.getFirst()))
            .fetchSingle();
    return place.level(
        moved.get(MOVEMENT.LEVEL_AFTER),
        moved.get(MOVEMENT.RESERVED_AFTER),
        moved.get(MOVEMENT.BLOCKED_AFTER),
        moved.get(MOVEMENT.RECORDED_AT).toInstant(),
        moved.get(MOVEMENT.N));
  }

  /// The level after the last promise that was made or ended between the last movement and `upTo`.
  private static Level promised(DSLContext dsl, Place place, Level moved, long upTo) {
    Record last =
        dsl.fetchOne(
            PROMISED,
            upTo / HistoryParts.NUMBERS,
            moved.n() / HistoryParts.NUMBERS,
            place.warehouseId,
            place.productId,
            moved.n(),
            upTo,
            place.warehouseId);
    return last == null
        ? moved
        : place.level(
            moved.quantity(),
            last.get(1, long.class),
            moved.blocked(),
            last.get(2, OffsetDateTime.class).toInstant(),
            last.get(0, long.class));
  }

  /// What the books have learned since of what happened before `time`.
  private static Level corrected(DSLContext dsl, Place place, Level level, Instant time) {
    Instant soon = time.plus(Duration.ofMinutes(1));
    long upTo = lastUpTo(dsl, place.warehouseId, time);
    long soonUpTo = lastUpTo(dsl, place.warehouseId, soon);
    OffsetDateTime at = time.atOffset(ZoneOffset.UTC);
    Record late =
        dsl.fetchSingle(
            LATE,
            place.warehouseId,
            place.productId,
            at,
            at,
            at,
            place.warehouseId,
            place.productId,
            at,
            at,
            (upTo + 1) / HistoryParts.NUMBERS,
            soonUpTo / HistoryParts.NUMBERS,
            place.warehouseId,
            place.productId,
            upTo,
            soonUpTo,
            at);
    long onHand = late.get(0, long.class);
    long blocked = late.get(1, long.class);
    return onHand == 0 && blocked == 0
        ? level
        : place.level(
            level.quantity() + onHand,
            level.reserved(),
            level.blocked() + blocked,
            level.lastUpdated(),
            level.n());
  }

  /// The highest number of the warehouse that was recorded at or before `time`. Numbers and times
  /// rise together, so that halving finds it in some twenty steps, however long the history is; all
  /// steps are one statement.
  static long lastUpTo(DSLContext dsl, int warehouseId, Instant time) {
    Record found =
        dsl.fetchOne(HALVING, warehouseId, warehouseId, warehouseId, time.atOffset(ZoneOffset.UTC));
    return found == null ? 0 : found.get(0, long.class);
  }
}
