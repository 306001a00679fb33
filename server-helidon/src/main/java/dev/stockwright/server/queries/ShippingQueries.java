package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PACKAGE;
import static dev.stockwright.db.tables.Tables.PACKAGE_LINE;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.SALES_ORDER;
import static dev.stockwright.db.tables.Tables.SHIPMENT;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;

/// Packages and shipments.
public final class ShippingQueries {
  private final Database database;

  public ShippingQueries(Database database) {
    this.database = database;
  }

  /// A package of an order.
  public record PackageItem(
      String unit,
      String warehouse,
      String order,
      String state,
      String location,
      Optional<String> shipment,
      Optional<Long> grams,
      Instant packedAt,
      String packedBy,
      Optional<Instant> shippedAt) {}

  /// What is in a package.
  public record ContentItem(
      int line, String sku, String name, Optional<String> lot, long quantity) {}

  /// A package with what is in it.
  public record PackageWhole(PackageItem head, List<ContentItem> contents) {}

  /// A shipment.
  public record ShipmentItem(
      String number,
      String warehouse,
      String dock,
      Optional<String> carrier,
      String state,
      int packages,
      Instant madeAt,
      Optional<Instant> endedAt) {}

  /// Which packages; what is absent may be anything.
  public record Filter(Optional<String> order, Optional<String> shipment, Optional<String> state) {}

  /// Packages by their codes.
  public Page<PackageItem> packages(Scope scope, Filter filter, int limit, Optional<String> after) {
    Condition wanted =
        DSL.and(
            filter.order().map(SALES_ORDER.NUMBER::eq).orElse(DSL.noCondition()),
            filter.shipment().map(SHIPMENT.NUMBER::eq).orElse(DSL.noCondition()),
            filter.state().map(PACKAGE.STATE::eq).orElse(DSL.noCondition()),
            after
                .map(cursor -> PACKAGE.CODE.gt(Cursor.parts("package", 1, cursor).getFirst()))
                .orElse(DSL.noCondition()));
    List<PackageItem> rows =
        select()
            .where(scope.holdsWarehouse())
            .and(wanted)
            .orderBy(PACKAGE.CODE)
            .limit(limit + 1)
            .fetch(ShippingQueries::item);
    return Page.cut(rows, limit, last -> Cursor.of("package", last.unit()));
  }

  /// The package with this code.
  public Optional<PackageWhole> find(Scope scope, String unit) {
    return select()
        .where(scope.holdsWarehouse())
        .and(PACKAGE.CODE.eq(unit))
        .fetchOptional(ShippingQueries::item)
        .map(head -> new PackageWhole(head, contents(unit)));
  }

  private List<ContentItem> contents(String unit) {
    return database
        .reading()
        .select(PACKAGE_LINE.LINE, PRODUCT.SKU, PRODUCT.NAME, PACKAGE_LINE.LOT)
        .select(PACKAGE_LINE.QUANTITY)
        .from(PACKAGE_LINE)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(PACKAGE_LINE.PRODUCT_ID))
        .where(PACKAGE_LINE.CODE.eq(unit))
        .orderBy(PACKAGE_LINE.LINE, PRODUCT.SKU, PACKAGE_LINE.LOT)
        .fetch(
            row ->
                new ContentItem(
                    row.get(PACKAGE_LINE.LINE),
                    row.get(PRODUCT.SKU),
                    row.get(PRODUCT.NAME),
                    PickingQueries.given(row.get(PACKAGE_LINE.LOT)),
                    row.get(PACKAGE_LINE.QUANTITY)));
  }

  private SelectOnConditionStep<Record> select() {
    return database
        .reading()
        .select(PACKAGE.asterisk(), WAREHOUSE.CODE, SALES_ORDER.NUMBER, LOCATION.CODE)
        .select(SHIPMENT.NUMBER)
        .from(PACKAGE)
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(PACKAGE.WAREHOUSE_ID))
        .join(SALES_ORDER)
        .on(SALES_ORDER.ID.eq(PACKAGE.ORDER_ID))
        .join(LOCATION)
        .on(LOCATION.ID.eq(PACKAGE.LOCATION_ID))
        .leftJoin(SHIPMENT)
        .on(SHIPMENT.ID.eq(PACKAGE.SHIPMENT_ID));
  }

  private static PackageItem item(Record row) {
    long grams = row.get(PACKAGE.GRAMS);
    return new PackageItem(
        row.get(PACKAGE.CODE),
        row.get(WAREHOUSE.CODE),
        row.get(SALES_ORDER.NUMBER),
        row.get(PACKAGE.STATE),
        row.get(LOCATION.CODE),
        Optional.ofNullable(row.get(SHIPMENT.NUMBER)),
        grams == 0 ? Optional.empty() : Optional.of(grams),
        row.get(PACKAGE.PACKED_AT).toInstant(),
        row.get(PACKAGE.PACKED_BY),
        Optional.ofNullable(row.get(PACKAGE.SHIPPED_AT)).map(OffsetDateTime::toInstant));
  }

  /// Shipments, newest first.
  public Page<ShipmentItem> shipments(
      Scope scope, Optional<String> state, int limit, Optional<String> after) {
    record Found(long id, ShipmentItem item) {}
    var packages =
        DSL.field(DSL.selectCount().from(PACKAGE).where(PACKAGE.SHIPMENT_ID.eq(SHIPMENT.ID)));
    List<Found> rows =
        database
            .reading()
            .select(SHIPMENT.asterisk(), WAREHOUSE.CODE, LOCATION.CODE, packages)
            .from(SHIPMENT)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(SHIPMENT.WAREHOUSE_ID))
            .join(LOCATION)
            .on(LOCATION.ID.eq(SHIPMENT.LOCATION_ID))
            .where(scope.holdsWarehouse())
            .and(state.map(SHIPMENT.STATE::eq).orElse(DSL.noCondition()))
            .and(
                after
                    .map(cursor -> Cursor.numbers("shipment", 1, cursor))
                    .map(at -> SHIPMENT.ID.lt(at.getFirst()))
                    .orElse(DSL.noCondition()))
            .orderBy(SHIPMENT.ID.desc())
            .limit(limit + 1)
            .fetch(
                row ->
                    new Found(
                        row.get(SHIPMENT.ID),
                        new ShipmentItem(
                            row.get(SHIPMENT.NUMBER),
                            row.get(WAREHOUSE.CODE),
                            row.get(LOCATION.CODE),
                            PickingQueries.given(row.get(SHIPMENT.CARRIER)),
                            row.get(SHIPMENT.STATE),
                            row.get(packages),
                            row.get(SHIPMENT.MADE_AT).toInstant(),
                            Optional.ofNullable(row.get(SHIPMENT.ENDED_AT))
                                .map(OffsetDateTime::toInstant))));
    Page<Found> page = Page.cut(rows, limit, last -> Cursor.of("shipment", "" + last.id()));
    return new Page<>(page.items().stream().map(Found::item).toList(), page.next());
  }
}
