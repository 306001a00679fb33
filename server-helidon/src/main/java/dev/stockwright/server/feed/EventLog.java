package dev.stockwright.server.feed;

import static dev.stockwright.db.tables.Tables.HAPPENING;
import static dev.stockwright.db.tables.Tables.MOVEMENT;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.STOCK_LEVEL;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;
import static dev.stockwright.db.tables.Tables.WAREHOUSE_COUNTER;

import dev.stockwright.db.Database;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.Level;
import dev.stockwright.protocol.Wire;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;

/// The numbered events of every warehouse as the database has them. Thread-safe; each call borrows
/// one connection for questions. Throws [EventLogUnavailable] when the database does not answer.
public final class EventLog {
  private static final int CURSOR_ROWS = 500;

  private final Database database;

  public EventLog(Database database) {
    this.database = database;
  }

  /// The newest number of a warehouse; empty when there is no such warehouse.
  public Optional<Head> head(WarehouseCode warehouse) {
    return reading(sql -> place(sql, warehouse).map(Place::head));
  }

  /// The newest numbers of all warehouses.
  public Map<WarehouseCode, Head> heads() {
    return reading(
        sql -> {
          Map<WarehouseCode, Head> heads = new HashMap<>();
          sql.select(WAREHOUSE.CODE, WAREHOUSE_COUNTER.EPOCH, WAREHOUSE_COUNTER.LAST_N)
              .from(WAREHOUSE_COUNTER)
              .join(WAREHOUSE)
              .on(WAREHOUSE.ID.eq(WAREHOUSE_COUNTER.WAREHOUSE_ID))
              .forEach(
                  row ->
                      heads.put(
                          new WarehouseCode(row.value1()), new Head(row.value2(), row.value3())));
          return heads;
        });
  }

  /// The events `n + 1`, `n + 2`, ..., at most `most` of them, in order and without a gap; none
  /// when there is nothing newer or no such warehouse.
  ///
  /// @throws EventMissing when a number that was given out is not there
  public List<Event> after(WarehouseCode warehouse, long n, int most) {
    return reading(
        sql -> {
          Optional<Place> place = place(sql, warehouse);
          if (place.isEmpty() || place.get().head().last() <= n) {
            return List.of();
          }
          // All numbers up to the counter were committed before or with it, so both questions below
          // see them, whatever is committed in between.
          long to = Math.min(place.get().head().last(), n + most);
          TreeMap<Long, Event> found = new TreeMap<>();
          movements(sql, warehouse, place.get().id(), n, to, found);
          happenings(sql, warehouse, place.get().id(), n, to, found);
          long expected = n;
          for (long number : found.keySet()) {
            expected++;
            if (number != expected) {
              throw new EventMissing(warehouse, expected, "not in the ledger");
            }
          }
          if (expected != to) {
            throw new EventMissing(warehouse, expected + 1, "not in the ledger");
          }
          return new ArrayList<>(found.values());
        });
  }

  /// All levels of a warehouse as they are after one number, read in one go through a cursor; empty
  /// when there is no such warehouse.
  Optional<Snapshot> snapshot(WarehouseCode warehouse) {
    try (Connection connection = database.readConnection()) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      DSLContext sql = Database.on(connection);
      Optional<Place> place = place(sql, warehouse);
      if (place.isEmpty()) {
        return Optional.empty();
      }
      SnapshotPages pages = new SnapshotPages(warehouse, place.get().head());
      try (Cursor<? extends Record> levels = levels(sql, place.get().id())) {
        for (Record row : levels) {
          pages.add(level(warehouse, row));
        }
      }
      return Optional.of(pages.finished());
    } catch (SQLException | DataAccessException e) {
      throw new EventLogUnavailable(e);
    }
  }

  private static Cursor<? extends Record> levels(DSLContext sql, int warehouseId) {
    return sql.select(
            PRODUCT.SKU,
            STOCK_LEVEL.ON_HAND,
            STOCK_LEVEL.RESERVED,
            STOCK_LEVEL.BLOCKED,
            STOCK_LEVEL.UPDATED_AT,
            STOCK_LEVEL.N)
        .from(STOCK_LEVEL)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(STOCK_LEVEL.PRODUCT_ID))
        .where(STOCK_LEVEL.WAREHOUSE_ID.eq(warehouseId))
        .fetchSize(CURSOR_ROWS)
        .fetchLazy();
  }

  private static Level level(WarehouseCode warehouse, Record row) {
    long quantity = row.get(STOCK_LEVEL.ON_HAND);
    long reserved = row.get(STOCK_LEVEL.RESERVED);
    long blocked = row.get(STOCK_LEVEL.BLOCKED);
    return new Level(
        new Sku(row.get(PRODUCT.SKU)),
        warehouse,
        quantity,
        reserved,
        blocked,
        quantity - reserved - blocked,
        row.get(STOCK_LEVEL.UPDATED_AT).toInstant(),
        row.get(STOCK_LEVEL.N));
  }

  private static void movements(
      DSLContext sql,
      WarehouseCode warehouse,
      int warehouseId,
      long after,
      long to,
      Map<Long, Event> found) {
    MovementEvents.select(sql)
        .where(MOVEMENT.WAREHOUSE_ID.eq(warehouseId))
        .and(MOVEMENT.N.gt(after))
        .and(MOVEMENT.N.le(to))
        .forEach(row -> found.put(row.get(MOVEMENT.N), moved(warehouse, row)));
  }

  private static void happenings(
      DSLContext sql,
      WarehouseCode warehouse,
      int warehouseId,
      long after,
      long to,
      Map<Long, Event> found) {
    sql.select(HAPPENING.N, HAPPENING.BODY)
        .from(HAPPENING)
        .where(HAPPENING.WAREHOUSE_ID.eq(warehouseId))
        .and(HAPPENING.N.gt(after))
        .and(HAPPENING.N.le(to))
        .forEach(row -> found.put(row.value1(), happened(warehouse, row.value1(), row.value2())));
  }

  private static Event happened(WarehouseCode warehouse, long n, String body) {
    try {
      return Wire.EVENT.read(body);
    } catch (InvalidValue unreadable) {
      throw new EventMissing(warehouse, n, "cannot be read: " + unreadable.getMessage());
    }
  }

  private static Event moved(WarehouseCode warehouse, Record row) {
    try {
      return MovementEvents.event(warehouse, row);
    } catch (InvalidValue unreadable) {
      throw new EventMissing(
          warehouse, row.get(MOVEMENT.N), "cannot be read: " + unreadable.getMessage());
    }
  }

  private static Optional<Place> place(DSLContext sql, WarehouseCode warehouse) {
    return sql.select(WAREHOUSE.ID, WAREHOUSE_COUNTER.EPOCH, WAREHOUSE_COUNTER.LAST_N)
        .from(WAREHOUSE)
        .join(WAREHOUSE_COUNTER)
        .on(WAREHOUSE_COUNTER.WAREHOUSE_ID.eq(WAREHOUSE.ID))
        .where(WAREHOUSE.CODE.eq(warehouse.code()))
        .fetchOptional(row -> new Place(row.value1(), new Head(row.value2(), row.value3())));
  }

  private <T> T reading(Function<DSLContext, T> question) {
    try (Connection connection = database.readConnection()) {
      return question.apply(Database.on(connection));
    } catch (SQLException | DataAccessException e) {
      throw new EventLogUnavailable(e);
    }
  }

  private record Place(int id, Head head) {}
}
