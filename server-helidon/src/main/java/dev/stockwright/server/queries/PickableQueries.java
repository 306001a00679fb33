package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PICKED_GOODS;
import static dev.stockwright.db.tables.Tables.PICK_FACE;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.SALES_ORDER;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import dev.stockwright.server.picking.Spot;
import dev.stockwright.server.picking.SpotBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;

/// Goods that can be picked, why others cannot, and those that were picked already.
public final class PickableQueries {
  private final Database database;

  public PickableQueries(Database database) {
    this.database = database;
  }

  /// Goods that were picked and are not packed.
  ///
  /// @param putBack the task that brings them back
  public record GoodsItem(
      String warehouse,
      String location,
      String order,
      int line,
      String sku,
      String name,
      Optional<String> lot,
      Optional<String> tote,
      Optional<String> putBack,
      long quantity) {}

  /// Goods of a product in one place, and why they cannot be picked.
  ///
  /// @param claimed what picks and replenishments will take
  /// @param why absent: they can
  public record SpotItem(
      String warehouse,
      String location,
      Optional<String> lot,
      Optional<String> handlingUnit,
      String condition,
      long onHand,
      long claimed,
      long free,
      Optional<LocalDate> expiresOn,
      Optional<String> why) {}

  /// A bin that a product is picked from.
  public record FaceItem(
      String warehouse, String location, String sku, String name, long minimum, long maximum) {}

  /// What was picked and lies on a cart or a bench.
  public Page<GoodsItem> goods(
      Scope scope,
      Optional<String> location,
      Optional<String> order,
      int limit,
      Optional<String> after) {
    record Found(long id, GoodsItem item) {}
    List<Found> rows =
        database
            .reading()
            .select(PICKED_GOODS.asterisk(), WAREHOUSE.CODE, LOCATION.CODE)
            .select(SALES_ORDER.NUMBER, PRODUCT.SKU, PRODUCT.NAME)
            .from(PICKED_GOODS)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(PICKED_GOODS.WAREHOUSE_ID))
            .join(LOCATION)
            .on(LOCATION.ID.eq(PICKED_GOODS.LOCATION_ID))
            .join(SALES_ORDER)
            .on(SALES_ORDER.ID.eq(PICKED_GOODS.ORDER_ID))
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(PICKED_GOODS.PRODUCT_ID))
            .where(scope.holdsWarehouse())
            .and(location.map(LOCATION.CODE::eq).orElse(DSL.noCondition()))
            .and(order.map(SALES_ORDER.NUMBER::eq).orElse(DSL.noCondition()))
            .and(PickingQueries.beyond("goods", after, at -> PICKED_GOODS.ID.gt(at.getFirst())))
            .orderBy(PICKED_GOODS.ID)
            .limit(limit + 1)
            .fetch(
                row ->
                    new Found(
                        row.get(PICKED_GOODS.ID),
                        new GoodsItem(
                            row.get(WAREHOUSE.CODE),
                            row.get(LOCATION.CODE),
                            row.get(SALES_ORDER.NUMBER),
                            row.get(PICKED_GOODS.LINE),
                            row.get(PRODUCT.SKU),
                            row.get(PRODUCT.NAME),
                            PickingQueries.given(row.get(PICKED_GOODS.LOT)),
                            PickingQueries.given(row.get(PICKED_GOODS.TOTE)),
                            PickingQueries.given(row.get(PICKED_GOODS.PUT_BACK)),
                            row.get(PICKED_GOODS.QUANTITY))));
    Page<Found> page = Page.cut(rows, limit, last -> Cursor.of("goods", "" + last.id()));
    return new Page<>(page.items().stream().map(Found::item).toList(), page.next());
  }

  /// Everything of a product, place by place, and why it cannot be picked.
  public Page<SpotItem> pickable(Scope scope, String sku, int limit, Optional<String> after) {
    List<SpotItem> all = new ArrayList<>();
    database
        .reading()
        .select(WAREHOUSE.ID, WAREHOUSE.CODE, WAREHOUSE.TIME_ZONE, PRODUCT.ID)
        .select(SiteDays.NOW)
        .from(WAREHOUSE)
        .join(PRODUCT)
        .on(PRODUCT.SKU.eq(sku))
        .where(scope.holdsWarehouse())
        .forEach(
            row ->
                new SpotBook(database.reading(), row.get(WAREHOUSE.ID))
                    .spots(List.of(row.get(PRODUCT.ID)), false)
                    .values()
                    .forEach(
                        spots ->
                            spots.forEach(
                                spot ->
                                    all.add(
                                        spotItem(
                                            row.get(WAREHOUSE.CODE), spot, SiteDays.today(row))))));
    Optional<String> from = after.map(cursor -> Cursor.parts("spot", 1, cursor).getFirst());
    List<SpotItem> rest =
        all.stream()
            .sorted(Comparator.comparing(PickableQueries::key))
            .filter(item -> from.map(last -> key(item).compareTo(last) > 0).orElse(true))
            .limit(limit + 1L)
            .toList();
    return Page.cut(rest, limit, last -> Cursor.of("spot", key(last)));
  }

  private static String key(SpotItem item) {
    return String.join(
        "\u001e",
        item.warehouse(),
        item.location(),
        item.lot().orElse(""),
        item.handlingUnit().orElse(""),
        item.condition());
  }

  private static SpotItem spotItem(String warehouse, Spot spot, LocalDate today) {
    return new SpotItem(
        warehouse,
        spot.location().code(),
        PickingQueries.given(spot.key().lot()),
        PickingQueries.given(spot.key().handlingUnit()),
        spot.key().condition().code(),
        spot.onHand(),
        spot.claimed(),
        spot.free(),
        spot.expiry(),
        spot.hindrance(today));
  }

  /// Bins that are filled up.
  public Page<FaceItem> faces(
      Scope scope, Optional<String> sku, int limit, Optional<String> after) {
    List<FaceItem> rows =
        database
            .reading()
            .select(WAREHOUSE.CODE, LOCATION.CODE, PRODUCT.SKU, PRODUCT.NAME)
            .select(PICK_FACE.MINIMUM, PICK_FACE.MAXIMUM)
            .from(PICK_FACE)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(PICK_FACE.WAREHOUSE_ID))
            .join(LOCATION)
            .on(LOCATION.ID.eq(PICK_FACE.LOCATION_ID))
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(PICK_FACE.PRODUCT_ID))
            .where(scope.holdsWarehouse())
            .and(sku.map(PRODUCT.SKU::eq).orElse(DSL.noCondition()))
            .and(
                after
                    .map(cursor -> Cursor.parts("face", 3, cursor))
                    .map(
                        at ->
                            DSL.row(WAREHOUSE.CODE, LOCATION.CODE, PRODUCT.SKU)
                                .gt(at.get(0), at.get(1), at.get(2)))
                    .orElse(DSL.noCondition()))
            .orderBy(WAREHOUSE.CODE, LOCATION.CODE, PRODUCT.SKU)
            .limit(limit + 1)
            .fetch(
                row ->
                    new FaceItem(
                        row.get(WAREHOUSE.CODE),
                        row.get(LOCATION.CODE),
                        row.get(PRODUCT.SKU),
                        row.get(PRODUCT.NAME),
                        row.get(PICK_FACE.MINIMUM),
                        row.get(PICK_FACE.MAXIMUM)));
    return Page.cut(
        rows, limit, last -> Cursor.of("face", last.warehouse(), last.location(), last.sku()));
  }
}
