package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.HAPPENING;
import static dev.stockwright.db.tables.Tables.MOVEMENT;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;
import static dev.stockwright.db.tables.Tables.WAREHOUSE_COUNTER;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/// The stock as it was.
public final class HistoryQueries {
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
    long upTo = lastUpTo(dsl, warehouseId, time);
    Record moved =
        dsl.select(
                MOVEMENT.N,
                MOVEMENT.LEVEL_AFTER,
                MOVEMENT.RESERVED_AFTER,
                MOVEMENT.BLOCKED_AFTER,
                MOVEMENT.RECORDED_AT)
            .from(MOVEMENT)
            .where(MOVEMENT.WAREHOUSE_ID.eq(warehouseId))
            .and(MOVEMENT.PRODUCT_ID.eq(ids.get(PRODUCT.ID)))
            .and(MOVEMENT.N.le(upTo))
            .orderBy(MOVEMENT.WAREHOUSE_ID.desc(), MOVEMENT.PRODUCT_ID.desc(), MOVEMENT.N.desc())
            .limit(1)
            .fetchOne();
    Level after =
        moved == null
            ? new Level(sku, warehouse, 0, 0, 0, 0, Instant.EPOCH, 0)
            : new Level(
                sku,
                warehouse,
                moved.get(MOVEMENT.LEVEL_AFTER),
                moved.get(MOVEMENT.RESERVED_AFTER),
                moved.get(MOVEMENT.BLOCKED_AFTER),
                moved.get(MOVEMENT.LEVEL_AFTER)
                    - moved.get(MOVEMENT.RESERVED_AFTER)
                    - moved.get(MOVEMENT.BLOCKED_AFTER),
                moved.get(MOVEMENT.RECORDED_AT).toInstant(),
                moved.get(MOVEMENT.N));
    return Optional.of(promised(dsl, warehouseId, after, upTo, time).orElse(after));
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
  /// rise together, so that halving finds it in some twenty steps, however long the history is.
  static long lastUpTo(DSLContext dsl, int warehouseId, Instant time) {
    OffsetDateTime at = time.atOffset(ZoneOffset.UTC);
    Long last =
        dsl.select(WAREHOUSE_COUNTER.LAST_N)
            .from(WAREHOUSE_COUNTER)
            .where(WAREHOUSE_COUNTER.WAREHOUSE_ID.eq(warehouseId))
            .fetchOne(WAREHOUSE_COUNTER.LAST_N);
    long low = 0;
    long high = last == null ? 0 : last;
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (recordedAt(dsl, warehouseId, middle).isAfter(at)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return low;
  }

  /// When the event `n` was recorded.
  private static OffsetDateTime recordedAt(DSLContext dsl, int warehouseId, long n) {
    OffsetDateTime movement =
        dsl.select(MOVEMENT.RECORDED_AT)
            .from(MOVEMENT)
            .where(MOVEMENT.WAREHOUSE_ID.eq(warehouseId))
            .and(MOVEMENT.N.eq(n))
            .fetchOne(MOVEMENT.RECORDED_AT);
    if (movement != null) {
      return movement;
    }
    OffsetDateTime happening =
        dsl.select(HAPPENING.RECORDED_AT)
            .from(HAPPENING)
            .where(HAPPENING.WAREHOUSE_ID.eq(warehouseId))
            .and(HAPPENING.N.eq(n))
            .fetchOne(HAPPENING.RECORDED_AT);
    return happening == null ? OffsetDateTime.MAX : happening;
  }
}
