package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.STOCK_LEVEL;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;
import static dev.stockwright.db.tables.Tables.ZONE;

import dev.stockwright.db.Database;
import dev.stockwright.server.putaway.Heights;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;

/// Sites and their places, with the versions that a change is made from.
public final class PlaceQueries {
  private final Database database;

  public PlaceQueries(Database database) {
    this.database = database;
  }

  /// One site, whole.
  public record WarehouseCard(
      String code,
      String name,
      String timeZone,
      String receivingLocation,
      String kind,
      boolean active,
      long version) {}

  /// A group of places.
  public record ZoneItem(
      String warehouse, String code, String name, boolean active, long version) {}

  /// A real place, whole. A capacity that is absent has no limit.
  public record LocationCard(
      String warehouse,
      String code,
      String zone,
      String kind,
      int xMm,
      int yMm,
      int zMm,
      int pickSequence,
      boolean pickFace,
      Optional<Long> capacityUnits,
      Optional<Long> capacityGrams,
      Optional<Long> capacityMl,
      Optional<Long> heightMm,
      String mixing,
      boolean lockedIn,
      boolean lockedOut,
      Optional<String> lockReason,
      boolean active,
      long version) {}

  /// Below what a product is low.
  public record MinimumItem(String warehouse, String sku, String name, long lowAt) {}

  /// Which locations; what is absent may be anything.
  ///
  /// @param closed those that are locked or switched off
  public record Filter(Optional<String> zone, Optional<String> kind, boolean closed) {}

  public Optional<WarehouseCard> warehouse(Scope scope, String code) {
    return database
        .reading()
        .selectFrom(WAREHOUSE)
        .where(scope.holdsWarehouse())
        .and(WAREHOUSE.CODE.eq(code))
        .fetchOptional(
            row ->
                new WarehouseCard(
                    row.getCode(),
                    row.getName(),
                    row.getTimeZone(),
                    row.getReceivingLocation(),
                    row.getKind(),
                    row.getActive(),
                    row.getVersion()));
  }

  public Page<ZoneItem> zones(Scope scope, int limit, Optional<String> after) {
    Condition beyond =
        after
            .map(cursor -> Cursor.parts("zone", 2, cursor))
            .map(parts -> DSL.row(WAREHOUSE.CODE, ZONE.CODE).gt(parts.get(0), parts.get(1)))
            .orElse(DSL.noCondition());
    List<ZoneItem> rows =
        database
            .reading()
            .select(WAREHOUSE.CODE, ZONE.CODE, ZONE.NAME, ZONE.ACTIVE, ZONE.VERSION)
            .from(ZONE)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(ZONE.WAREHOUSE_ID))
            .where(scope.holdsWarehouse())
            .and(beyond)
            .orderBy(WAREHOUSE.CODE, ZONE.CODE)
            .limit(limit + 1)
            .fetch(
                row ->
                    new ZoneItem(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    return Page.cut(rows, limit, item -> Cursor.of("zone", item.warehouse(), item.code()));
  }

  /// Locations of one warehouse in the order of their codes.
  public Page<LocationCard> locations(
      Scope scope, Filter filter, int limit, Optional<String> after) {
    Condition beyond =
        after
            .map(cursor -> LOCATION.CODE.gt(Cursor.parts("place", 1, cursor).getFirst()))
            .orElse(DSL.noCondition());
    Condition closed =
        filter.closed()
            ? DSL.or(
                LOCATION.LOCKED_IN.isTrue(),
                LOCATION.LOCKED_OUT.isTrue(),
                LOCATION.ACTIVE.isFalse())
            : DSL.noCondition();
    List<LocationCard> rows =
        locations()
            .where(scope.holdsWarehouse())
            .and(filter.zone().map(LOCATION.ZONE::eq).orElse(DSL.noCondition()))
            .and(filter.kind().map(LOCATION.KIND::eq).orElse(DSL.noCondition()))
            .and(closed)
            .and(beyond)
            .orderBy(LOCATION.CODE)
            .limit(limit + 1)
            .fetch(PlaceQueries::location);
    return Page.cut(rows, limit, item -> Cursor.of("place", item.code()));
  }

  public Optional<LocationCard> location(Scope scope, String code) {
    return locations()
        .where(scope.holdsWarehouse())
        .and(LOCATION.CODE.eq(code))
        .fetchOptional(PlaceQueries::location);
  }

  private SelectOnConditionStep<Record> locations() {
    return database
        .reading()
        .select(WAREHOUSE.CODE, Heights.OF_LOCATION, LOCATION.asterisk())
        .from(LOCATION)
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(LOCATION.WAREHOUSE_ID));
  }

  private static LocationCard location(Record row) {
    return new LocationCard(
        row.get(WAREHOUSE.CODE),
        row.get(LOCATION.CODE),
        row.get(LOCATION.ZONE),
        row.get(LOCATION.KIND),
        row.get(LOCATION.X_MM),
        row.get(LOCATION.Y_MM),
        row.get(LOCATION.Z_MM),
        row.get(LOCATION.PICK_SEQUENCE),
        row.get(LOCATION.PICK_FACE),
        Optional.ofNullable(row.get(LOCATION.CAPACITY_UNITS)),
        Optional.ofNullable(row.get(LOCATION.CAPACITY_GRAMS)),
        Optional.ofNullable(row.get(LOCATION.CAPACITY_ML)),
        Optional.ofNullable(row.get(Heights.OF_LOCATION)),
        row.get(LOCATION.MIXING),
        row.get(LOCATION.LOCKED_IN),
        row.get(LOCATION.LOCKED_OUT),
        Optional.of(row.get(LOCATION.LOCK_REASON)).filter(reason -> !reason.isEmpty()),
        row.get(LOCATION.ACTIVE),
        row.get(LOCATION.VERSION));
  }

  /// Products with a minimum, by warehouse and SKU.
  public Page<MinimumItem> minimums(Scope scope, int limit, Optional<String> after) {
    Condition beyond =
        after
            .map(cursor -> Cursor.parts("minimum", 2, cursor))
            .map(parts -> DSL.row(WAREHOUSE.CODE, PRODUCT.SKU).gt(parts.get(0), parts.get(1)))
            .orElse(DSL.noCondition());
    List<MinimumItem> rows =
        database
            .reading()
            .select(WAREHOUSE.CODE, PRODUCT.SKU, PRODUCT.NAME, STOCK_LEVEL.LOW_AT)
            .from(STOCK_LEVEL)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(STOCK_LEVEL.WAREHOUSE_ID))
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(STOCK_LEVEL.PRODUCT_ID))
            .where(scope.holdsWarehouse())
            .and(STOCK_LEVEL.LOW_AT.gt(0L))
            .and(beyond)
            .orderBy(WAREHOUSE.CODE, PRODUCT.SKU)
            .limit(limit + 1)
            .fetch(row -> new MinimumItem(row.value1(), row.value2(), row.value3(), row.value4()));
    return Page.cut(rows, limit, item -> Cursor.of("minimum", item.warehouse(), item.sku()));
  }
}
