package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.HAPPENING;
import static dev.stockwright.db.tables.Tables.MOVEMENT;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.STOCK_LEVEL;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// The stock as it was.
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

  private final Database database;

  public HistoryQueries(Database database) {
    this.database = database;
  }

  /// The level of a product at a moment, by the times at which the server recorded things: all zero
  /// before its first movement. Empty when the product or the warehouse is unknown or out of scope.
  public Optional<Level> asOf(Scope scope, Sku sku, WarehouseCode warehouse, Instant time) {
    return database.reading().transactionResult(tx -> asOf(tx.dsl(), scope, sku, warehouse, time));
  }

  private static Optional<Level> asOf(
      DSLContext dsl, Scope scope, Sku sku, WarehouseCode warehouse, Instant time) {
    Record ids =
        dsl.select(WAREHOUSE.ID, PRODUCT.ID)
            .from(WAREHOUSE)
            .join(PRODUCT)
            .on(PRODUCT.SKU.eq(sku.code()))
            .where(scope.holdsWarehouse())
            .and(WAREHOUSE.CODE.eq(warehouse.code()))
            .fetchOne();
    if (ids == null) {
      return Optional.empty();
    }
    int warehouseId = ids.get(WAREHOUSE.ID);
    Place place = new Place(sku, warehouse, warehouseId, ids.get(PRODUCT.ID));
    long upTo = lastUpTo(dsl, warehouseId, time);
    return Optional.of(
        unchanged(dsl, place, upTo)
            .orElseGet(
                () -> {
                  Level moved = moved(dsl, place, upTo);
                  return promised(dsl, warehouseId, moved, upTo, time).orElse(moved);
                }));
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
  private static Optional<Level> promised(
      DSLContext dsl, int warehouseId, Level moved, long upTo, Instant time) {
    String body =
        dsl.select(HAPPENING.BODY)
            .from(HAPPENING)
            .where(HAPPENING.WAREHOUSE_ID.eq(warehouseId))
            .and(HAPPENING.N.gt(moved.n()))
            .and(HAPPENING.N.le(upTo))
            .and(HAPPENING.RECORDED_AT.le(time.atOffset(ZoneOffset.UTC)))
            .and(HAPPENING.BODY.contains("\"sku\":\"" + moved.sku() + "\""))
            .orderBy(HAPPENING.N.desc())
            .limit(1)
            .fetchOne(HAPPENING.BODY);
    if (body == null) {
      return Optional.empty();
    }
    Event event = Wire.EVENT.read(body);
    return event.levels().stream().filter(level -> level.sku().equals(moved.sku())).findFirst();
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
