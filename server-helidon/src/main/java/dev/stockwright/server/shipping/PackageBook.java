package dev.stockwright.server.shipping;

import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PACKAGE;
import static dev.stockwright.db.tables.Tables.PACKAGE_LINE;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.SALES_ORDER;
import static dev.stockwright.db.tables.Tables.SALES_ORDER_LINE;
import static dev.stockwright.db.tables.Tables.SHIPMENT;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.units.HandlingUnits;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.TableField;

/// The packages and shipments of a warehouse, for one command at work.
final class PackageBook {
  private final Work work;
  private final WarehouseCode warehouse;
  private final int site;

  PackageBook(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.site = work.warehouseId(warehouse);
  }

  /// A handling unit that goods of one order are packed into.
  ///
  /// @param shipment its row, where it is loaded
  record Packed(
      HandlingUnit code,
      Reference order,
      long orderId,
      LocationCode place,
      String state,
      Optional<Long> shipment) {}

  /// What is in a package for a line of its order.
  record Content(int line, Sku sku, String lot, long quantity) {
    PileKey goods(Packed unit) {
      return new PileKey(unit.place(), lot, unit.code().code(), Condition.AVAILABLE, "");
    }
  }

  /// What leaves with one vehicle.
  record Shipping(long id, Reference number, LocationCode dock, String state) {}

  /// The orders in a shipment, read without a lock.
  static List<Reference> orders(DSLContext sql, WarehouseCode warehouse, Reference shipment) {
    return sql.selectDistinct(SALES_ORDER.NUMBER)
        .from(SHIPMENT)
        .join(PACKAGE)
        .on(PACKAGE.SHIPMENT_ID.eq(SHIPMENT.ID))
        .join(SALES_ORDER)
        .on(SALES_ORDER.ID.eq(PACKAGE.ORDER_ID))
        .where(SHIPMENT.NUMBER.eq(shipment.code()))
        .and(SHIPMENT.warehouse().CODE.eq(warehouse.code()))
        .fetch(row -> new Reference(row.value1()));
  }

  Optional<Packed> find(HandlingUnit code) {
    return fetch(PACKAGE.CODE.eq(code.code())).stream().findFirst();
  }

  List<Packed> ofShipment(long shipment) {
    return fetch(PACKAGE.SHIPMENT_ID.eq(shipment).and(PACKAGE.STATE.eq("loaded")));
  }

  /// Those of these units that are packages.
  List<Packed> among(Collection<HandlingUnit> units) {
    return fetch(PACKAGE.CODE.in(units.stream().map(HandlingUnit::code).toList()));
  }

  List<Packed> ofOrder(long order) {
    return fetch(PACKAGE.ORDER_ID.eq(order));
  }

  private List<Packed> fetch(org.jooq.Condition which) {
    return work.sql()
        .select(PACKAGE.asterisk())
        .select(SALES_ORDER.NUMBER, LOCATION.CODE)
        .from(PACKAGE)
        .join(SALES_ORDER)
        .on(SALES_ORDER.ID.eq(PACKAGE.ORDER_ID))
        .join(LOCATION)
        .on(LOCATION.ID.eq(PACKAGE.LOCATION_ID))
        .where(PACKAGE.WAREHOUSE_ID.eq(site))
        .and(which)
        .orderBy(PACKAGE.CODE)
        .fetch(
            row ->
                new Packed(
                    new HandlingUnit(row.get(PACKAGE.CODE)),
                    new Reference(row.get(SALES_ORDER.NUMBER)),
                    row.get(PACKAGE.ORDER_ID),
                    new LocationCode(row.get(LOCATION.CODE)),
                    row.get(PACKAGE.STATE),
                    Optional.ofNullable(row.get(PACKAGE.SHIPMENT_ID))));
  }

  List<Content> contents(Packed unit) {
    return work.sql()
        .select(PACKAGE_LINE.LINE, PRODUCT.SKU, PACKAGE_LINE.LOT, PACKAGE_LINE.QUANTITY)
        .from(PACKAGE_LINE)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(PACKAGE_LINE.PRODUCT_ID))
        .where(PACKAGE_LINE.CODE.eq(unit.code().code()))
        .orderBy(PACKAGE_LINE.LINE, PRODUCT.SKU, PACKAGE_LINE.LOT)
        .fetch(row -> new Content(row.value1(), new Sku(row.value2()), row.value3(), row.value4()));
  }

  /// A new package that stands there.
  Step open(Packed unit) {
    Step step = turnUnit(unit, "open");
    work.sql()
        .insertInto(PACKAGE)
        .set(PACKAGE.CODE, unit.code().code())
        .set(PACKAGE.WAREHOUSE_ID, site)
        .set(PACKAGE.ORDER_ID, unit.orderId())
        .set(PACKAGE.LOCATION_ID, work.locationId(warehouse, unit.place()).orElseThrow())
        .set(PACKAGE.STATE, "open")
        .set(PACKAGE.PACKED_AT, work.at())
        .set(PACKAGE.PACKED_BY, work.author().code())
        .execute();
    return step;
  }

  /// Goods are in it now.
  void put(Packed unit, Content content) {
    work.sql()
        .insertInto(PACKAGE_LINE)
        .set(PACKAGE_LINE.CODE, unit.code().code())
        .set(PACKAGE_LINE.LINE, content.line())
        .set(PACKAGE_LINE.PRODUCT_ID, work.productId(content.sku()).orElseThrow())
        .set(PACKAGE_LINE.LOT, content.lot())
        .set(PACKAGE_LINE.QUANTITY, content.quantity())
        .onConflict(PACKAGE_LINE.CODE, PACKAGE_LINE.LINE, PACKAGE_LINE.PRODUCT_ID, PACKAGE_LINE.LOT)
        .doUpdate()
        .set(PACKAGE_LINE.QUANTITY, PACKAGE_LINE.QUANTITY.plus(content.quantity()))
        .execute();
    count(unit.orderId(), content, SALES_ORDER_LINE.PACKED);
  }

  /// Goods are in it no longer.
  void takeOut(Packed unit, Content content) {
    org.jooq.Condition which =
        PACKAGE_LINE
            .CODE
            .eq(unit.code().code())
            .and(PACKAGE_LINE.LINE.eq(content.line()))
            .and(PACKAGE_LINE.PRODUCT_ID.eq(work.productId(content.sku()).orElseThrow()))
            .and(PACKAGE_LINE.LOT.eq(content.lot()));
    int emptied =
        work.sql()
            .deleteFrom(PACKAGE_LINE)
            .where(which)
            .and(PACKAGE_LINE.QUANTITY.le(content.quantity()))
            .execute();
    if (emptied == 0) {
      work.sql()
          .update(PACKAGE_LINE)
          .set(PACKAGE_LINE.QUANTITY, PACKAGE_LINE.QUANTITY.minus(content.quantity()))
          .where(which)
          .execute();
    }
  }

  /// More units of the order's line are packed, or have left.
  void count(
      long order,
      Content content,
      TableField<dev.stockwright.db.tables.tables.records.SalesOrderLineRecord, Long> what) {
    work.sql()
        .update(SALES_ORDER_LINE)
        .set(what, what.plus(content.quantity()))
        .where(SALES_ORDER_LINE.ORDER_ID.eq(order))
        .and(SALES_ORDER_LINE.LINE.eq(content.line()))
        .execute();
  }

  Step close(Packed unit, long grams) {
    work.sql()
        .update(PACKAGE)
        .set(PACKAGE.STATE, "closed")
        .set(PACKAGE.GRAMS, grams)
        .set(PACKAGE.CLOSED_AT, work.at())
        .where(PACKAGE.CODE.eq(unit.code().code()))
        .execute();
    return turnUnit(unit, "closed");
  }

  /// It stands at the dock, in the vehicle.
  Step load(Packed unit, Shipping shipment) {
    work.sql()
        .update(PACKAGE)
        .set(PACKAGE.STATE, "loaded")
        .set(PACKAGE.SHIPMENT_ID, shipment.id())
        .set(PACKAGE.LOCATION_ID, work.locationId(warehouse, shipment.dock()).orElseThrow())
        .where(PACKAGE.CODE.eq(unit.code().code()))
        .execute();
    return turnUnit(unit, "loaded");
  }

  Step unload(Packed unit, LocationCode to) {
    work.sql()
        .update(PACKAGE)
        .set(PACKAGE.STATE, "closed")
        .setNull(PACKAGE.SHIPMENT_ID)
        .set(PACKAGE.LOCATION_ID, work.locationId(warehouse, to).orElseThrow())
        .where(PACKAGE.CODE.eq(unit.code().code()))
        .execute();
    return turnUnit(unit, "closed");
  }

  /// It stands somewhere else.
  void stand(Packed unit, LocationCode place) {
    work.sql()
        .update(PACKAGE)
        .set(PACKAGE.LOCATION_ID, work.locationId(warehouse, place).orElseThrow())
        .where(PACKAGE.CODE.eq(unit.code().code()))
        .execute();
  }

  Step ship(Packed unit) {
    work.sql()
        .update(PACKAGE)
        .set(PACKAGE.STATE, "shipped")
        .set(PACKAGE.SHIPPED_AT, work.at())
        .where(PACKAGE.CODE.eq(unit.code().code()))
        .execute();
    return turnUnit(unit, "shipped");
  }

  /// It is emptied, because it was packed wrongly.
  Step empty(Packed unit) {
    end(unit);
    return turnUnit(unit, "gone");
  }

  /// Nobody wants it any more: what is left is a unit with goods in it, and of no document.
  Step free(Packed unit) {
    end(unit);
    return new HandlingUnits(work)
        .put(new HandlingUnits.Unit(unit.code(), warehouse, "carton", "open", "", ""));
  }

  private void end(Packed unit) {
    work.sql()
        .update(PACKAGE)
        .set(PACKAGE.STATE, "put_back")
        .setNull(PACKAGE.SHIPMENT_ID)
        .where(PACKAGE.CODE.eq(unit.code().code()))
        .execute();
  }

  private Step turnUnit(Packed unit, String state) {
    return new HandlingUnits(work)
        .put(
            new HandlingUnits.Unit(
                unit.code(),
                warehouse,
                "carton",
                state,
                DocumentKind.ORDER.code(),
                unit.order().code()));
  }

  Optional<Shipping> shipment(Reference number) {
    return work.sql()
        .select(SHIPMENT.ID, LOCATION.CODE, SHIPMENT.STATE)
        .from(SHIPMENT)
        .join(LOCATION)
        .on(LOCATION.ID.eq(SHIPMENT.LOCATION_ID))
        .where(SHIPMENT.WAREHOUSE_ID.eq(site))
        .and(SHIPMENT.NUMBER.eq(number.code()))
        .fetchOptional(
            row ->
                new Shipping(row.value1(), number, new LocationCode(row.value2()), row.value3()));
  }

  Step openShipment(Optional<Reference> number, LocationCode dock, String carrier) {
    long id =
        work.sql()
            .fetchSingle("SELECT nextval(pg_get_serial_sequence('shipment', 'id'))")
            .get(0, Long.class);
    Reference name = number.orElseGet(() -> new Reference("SH-" + id));
    work.sql()
        .execute(
            "INSERT INTO shipment (id, warehouse_id, number, location_id, carrier, made_at,"
                + " made_by) OVERRIDING SYSTEM VALUE VALUES (?, ?, ?, ?, ?, ?::timestamptz, ?)",
            id,
            site,
            name.code(),
            work.locationId(warehouse, dock).orElseThrow(),
            carrier,
            work.at(),
            work.author().code());
    return Work.note(warehouse, DocumentKind.SHIPMENT, name, "open");
  }

  Step endShipment(Shipping shipment, String state) {
    work.sql()
        .update(SHIPMENT)
        .set(SHIPMENT.STATE, state)
        .set(SHIPMENT.ENDED_AT, work.at())
        .where(SHIPMENT.ID.eq(shipment.id()))
        .execute();
    return Work.note(warehouse, DocumentKind.SHIPMENT, shipment.number(), state);
  }
}
