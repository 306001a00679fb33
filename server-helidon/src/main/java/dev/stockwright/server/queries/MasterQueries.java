package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.BARCODE;
import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.PURCHASE_ORDER;
import static dev.stockwright.db.tables.Tables.PURCHASE_ORDER_LINE;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// Warehouses, products, locations and open purchase orders.
public final class MasterQueries {
  private final Database database;

  public MasterQueries(Database database) {
    this.database = database;
  }

  /// One site.
  public record WarehouseItem(
      String code, String name, String timeZone, String receivingLocation) {}

  /// What we keep.
  ///
  /// @param active false: it is not dealt in any more
  public record ProductItem(
      String sku,
      String name,
      String unit,
      String category,
      boolean lotTracked,
      boolean serialTracked,
      boolean expiryTracked,
      boolean active,
      List<BarcodeItem> barcodes) {}

  /// A part of the products.
  ///
  /// @param mark who asks later for what has changed since then gives it
  public record ProductPage(Page<ProductItem> page, long mark) {}

  /// A code that stands for some units of a product.
  public record BarcodeItem(String code, String pack, long units) {}

  /// A real place.
  ///
  /// @param capacityUnits how many base units may lie there; absent: no limit
  public record LocationItem(
      String code,
      String warehouse,
      String zone,
      String kind,
      int pickSequence,
      int xMm,
      int yMm,
      int zMm,
      String mixing,
      boolean lockedIn,
      boolean lockedOut,
      Optional<String> lockReason,
      boolean active,
      Optional<Long> capacityUnits) {}

  /// What is announced by a supplier.
  public record PurchaseOrderItem(
      String number,
      String supplier,
      String warehouse,
      String state,
      Optional<LocalDate> expectedOn,
      List<PurchaseOrderLine> lines) {}

  /// One product of it.
  public record PurchaseOrderLine(
      int line,
      String sku,
      String name,
      long ordered,
      long received,
      int overPercent,
      long overAllowed) {}

  public Page<WarehouseItem> warehouses(Scope scope, int limit, Optional<String> after) {
    List<WarehouseItem> rows =
        database
            .reading()
            .select(
                WAREHOUSE.CODE, WAREHOUSE.NAME, WAREHOUSE.TIME_ZONE, WAREHOUSE.RECEIVING_LOCATION)
            .from(WAREHOUSE)
            .where(scope.holdsWarehouse())
            .and(from(after, "warehouse").map(WAREHOUSE.CODE::gt).orElse(DSL.noCondition()))
            .orderBy(WAREHOUSE.CODE)
            .limit(limit + 1)
            .fetch(
                row -> new WarehouseItem(row.value1(), row.value2(), row.value3(), row.value4()));
    return Page.cut(rows, limit, item -> Cursor.of("warehouse", item.code()));
  }

  /// Products in the order of their SKUs.
  ///
  /// @param changedAfter the mark of an earlier answer: only what has changed since then; of one
  ///     that this database has not come to (it was put back from a backup), all
  public ProductPage products(int limit, Optional<String> after, Optional<Long> changedAfter) {
    DSLContext dsl = database.reading();
    // Read before the rows: whatever a transaction before the mark did is in them.
    long mark =
        dsl.select(DSL.field("pg_snapshot_xmin(pg_current_snapshot())::text::bigint", Long.class))
            .fetchSingle()
            .value1();
    Condition beyond =
        from(after, "product")
            .map(PRODUCT.SKU::gt)
            .orElse(DSL.noCondition())
            .and(
                changedAfter
                    .filter(earlier -> earlier <= mark)
                    .map(MasterQueries::changedSince)
                    .orElse(DSL.noCondition()));
    var rows =
        dsl.select(
                PRODUCT.ID,
                PRODUCT.SKU,
                PRODUCT.NAME,
                PRODUCT.UNIT,
                PRODUCT.CATEGORY,
                PRODUCT.LOT_TRACKED,
                PRODUCT.SERIAL_TRACKED,
                PRODUCT.EXPIRY_TRACKED,
                PRODUCT.ACTIVE)
            .from(PRODUCT)
            .where(beyond)
            .orderBy(PRODUCT.SKU)
            .limit(limit + 1)
            .fetch();
    Integer[] ids = rows.map(row -> row.value1()).toArray(Integer[]::new);
    Map<Integer, List<BarcodeItem>> barcodes =
        dsl
            .select(BARCODE.PRODUCT_ID, BARCODE.CODE, BARCODE.PACK, BARCODE.UNITS)
            .from(BARCODE)
            .where(BARCODE.PRODUCT_ID.eq(DSL.any(ids)))
            .orderBy(BARCODE.UNITS, BARCODE.CODE)
            .stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.value1(),
                    Collectors.mapping(
                        row -> new BarcodeItem(row.value2(), row.value3(), row.value4()),
                        Collectors.toList())));
    List<ProductItem> items =
        rows.map(
            row ->
                new ProductItem(
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7(),
                    row.value8(),
                    row.value9(),
                    barcodes.getOrDefault(row.value1(), List.of())));
    return new ProductPage(Page.cut(items, limit, item -> Cursor.of("product", item.sku())), mark);
  }

  private static Condition changedSince(long mark) {
    return PRODUCT.ID.in(
        DSL.select(DSL.field("product_id", Integer.class))
            .from("product_change")
            .where(DSL.field("changed", Long.class).ge(mark)));
  }

  public Page<LocationItem> locations(Scope scope, int limit, Optional<String> after) {
    Condition beyond =
        after
            .map(cursor -> Cursor.parts("location", 2, cursor))
            .map(parts -> DSL.row(WAREHOUSE.CODE, LOCATION.CODE).gt(parts.get(0), parts.get(1)))
            .orElse(DSL.noCondition());
    List<LocationItem> rows =
        database
            .reading()
            .select(WAREHOUSE.CODE, LOCATION.asterisk())
            .from(LOCATION)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(LOCATION.WAREHOUSE_ID))
            .where(scope.holdsWarehouse())
            .and(beyond)
            .orderBy(WAREHOUSE.CODE, LOCATION.CODE)
            .limit(limit + 1)
            .fetch(MasterQueries::location);
    return Page.cut(rows, limit, item -> Cursor.of("location", item.warehouse(), item.code()));
  }

  private static LocationItem location(Record row) {
    return new LocationItem(
        row.get(LOCATION.CODE),
        row.get(WAREHOUSE.CODE),
        row.get(LOCATION.ZONE),
        row.get(LOCATION.KIND),
        row.get(LOCATION.PICK_SEQUENCE),
        row.get(LOCATION.X_MM),
        row.get(LOCATION.Y_MM),
        row.get(LOCATION.Z_MM),
        row.get(LOCATION.MIXING),
        row.get(LOCATION.LOCKED_IN),
        row.get(LOCATION.LOCKED_OUT),
        Optional.of(row.get(LOCATION.LOCK_REASON)).filter(reason -> !reason.isEmpty()),
        row.get(LOCATION.ACTIVE),
        Optional.ofNullable(row.get(LOCATION.CAPACITY_UNITS)));
  }

  /// Open ones only.
  public Page<PurchaseOrderItem> purchaseOrders(Scope scope, int limit, Optional<String> after) {
    DSLContext dsl = database.reading();
    var rows =
        dsl.select(
                PURCHASE_ORDER.ID,
                PURCHASE_ORDER.NUMBER,
                PURCHASE_ORDER.SUPPLIER,
                WAREHOUSE.CODE,
                PURCHASE_ORDER.STATE,
                PURCHASE_ORDER.EXPECTED_ON)
            .from(PURCHASE_ORDER)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(PURCHASE_ORDER.WAREHOUSE_ID))
            .where(scope.holdsWarehouse())
            .and(PURCHASE_ORDER.STATE.eq("open"))
            .and(PURCHASE_ORDER.BLIND.isFalse())
            .and(from(after, "order").map(PURCHASE_ORDER.NUMBER::gt).orElse(DSL.noCondition()))
            .orderBy(PURCHASE_ORDER.NUMBER)
            .limit(limit + 1)
            .fetch();
    Integer[] ids = rows.map(row -> row.value1()).toArray(Integer[]::new);
    Map<Integer, List<PurchaseOrderLine>> lines = lines(dsl, ids);
    List<PurchaseOrderItem> items =
        rows.map(
            row ->
                new PurchaseOrderItem(
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    Optional.ofNullable(row.value6()),
                    lines.getOrDefault(row.value1(), List.of())));
    return Page.cut(items, limit, item -> Cursor.of("order", item.number()));
  }

  private static Map<Integer, List<PurchaseOrderLine>> lines(DSLContext dsl, Integer[] orders) {
    return dsl
        .select(
            PURCHASE_ORDER_LINE.PURCHASE_ORDER_ID,
            PURCHASE_ORDER_LINE.LINE,
            PRODUCT.SKU,
            PRODUCT.NAME,
            PURCHASE_ORDER_LINE.ORDERED,
            PURCHASE_ORDER_LINE.RECEIVED,
            PURCHASE_ORDER_LINE.OVER_PERCENT,
            PURCHASE_ORDER_LINE.OVER_ALLOWED)
        .from(PURCHASE_ORDER_LINE)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(PURCHASE_ORDER_LINE.PRODUCT_ID))
        .where(PURCHASE_ORDER_LINE.PURCHASE_ORDER_ID.eq(DSL.any(orders)))
        .orderBy(PURCHASE_ORDER_LINE.PURCHASE_ORDER_ID, PURCHASE_ORDER_LINE.LINE)
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> row.value1(),
                Collectors.mapping(
                    row ->
                        new PurchaseOrderLine(
                            row.value2(),
                            row.value3(),
                            row.value4(),
                            row.value5(),
                            row.value6(),
                            row.value7(),
                            row.value8()),
                    Collectors.toList())));
  }

  private static Optional<String> from(Optional<String> after, String kind) {
    return after.map(cursor -> Cursor.parts(kind, 1, cursor).getFirst());
  }
}
