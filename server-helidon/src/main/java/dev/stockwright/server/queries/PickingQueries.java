package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PICK;
import static dev.stockwright.db.tables.Tables.PICKED_GOODS;
import static dev.stockwright.db.tables.Tables.PICK_FACE;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.SALES_ORDER;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;
import static dev.stockwright.db.tables.Tables.WAVE;
import static dev.stockwright.db.tables.Tables.WAVE_ORDER;

import dev.stockwright.db.Database;
import dev.stockwright.server.picking.Spot;
import dev.stockwright.server.picking.SpotBook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// What is picked, what was picked, and what can be. Beside every pick stands what is in its bin at
/// this moment, so that the list never says what was true when it was made.
public final class PickingQueries {
  private final Database database;

  public PickingQueries(Database database) {
    this.database = database;
  }

  /// A wave, and how far it is.
  ///
  /// @param left units that are still to be picked
  public record WaveItem(
      String number,
      String warehouse,
      String method,
      String allocation,
      String state,
      Instant madeAt,
      String madeBy,
      int orders,
      long left,
      long picked) {}

  /// One pick.
  ///
  /// @param there what lies there now of these goods
  /// @param trouble why it cannot be done as it stands
  public record PickItem(
      String number,
      String warehouse,
      String wave,
      Optional<String> task,
      String order,
      int line,
      String sku,
      String name,
      Optional<String> location,
      Optional<String> lot,
      Optional<String> handlingUnit,
      Optional<String> tote,
      long quantity,
      long picked,
      String state,
      int stop,
      boolean skipped,
      Optional<String> substitute,
      long there,
      Optional<String> trouble) {}

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

  /// Waves, newest first.
  public Page<WaveItem> waves(
      Scope scope, Optional<String> state, int limit, Optional<String> after) {
    record Found(long id, WaveItem item) {}
    var orders =
        DSL.field(DSL.selectCount().from(WAVE_ORDER).where(WAVE_ORDER.WAVE_ID.eq(WAVE.ID)));
    var left =
        DSL.field(
            DSL.select(DSL.coalesce(DSL.sum(PICK.QUANTITY.minus(PICK.PICKED)), DSL.zero()))
                .from(PICK)
                .where(PICK.WAVE_ID.eq(WAVE.ID))
                .and(PICK.STATE.in("open", "waiting")));
    var picked =
        DSL.field(
            DSL.select(DSL.coalesce(DSL.sum(PICK.PICKED), DSL.zero()))
                .from(PICK)
                .where(PICK.WAVE_ID.eq(WAVE.ID)));
    List<Found> rows =
        database
            .reading()
            .select(WAVE.asterisk(), WAREHOUSE.CODE, orders, left, picked)
            .from(WAVE)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(WAVE.WAREHOUSE_ID))
            .where(scope.holdsWarehouse())
            .and(state.map(WAVE.STATE::eq).orElse(DSL.noCondition()))
            .and(beyond("wave", after, at -> WAVE.ID.lt(at.getFirst())))
            .orderBy(WAVE.ID.desc())
            .limit(limit + 1)
            .fetch(
                row ->
                    new Found(
                        row.get(WAVE.ID),
                        new WaveItem(
                            row.get(WAVE.NUMBER),
                            row.get(WAREHOUSE.CODE),
                            row.get(WAVE.METHOD),
                            row.get(WAVE.ALLOCATION),
                            row.get(WAVE.STATE),
                            row.get(WAVE.MADE_AT).toInstant(),
                            row.get(WAVE.MADE_BY),
                            row.get(orders),
                            row.get(left).longValue(),
                            row.get(picked).longValue())));
    Page<Found> page = Page.cut(rows, limit, last -> Cursor.of("wave", "" + last.id()));
    return new Page<>(page.items().stream().map(Found::item).toList(), page.next());
  }

  /// Which picks; what is absent may be anything.
  public record Filter(
      Optional<String> task,
      Optional<String> wave,
      Optional<String> order,
      Optional<String> state) {
    Condition condition() {
      return DSL.and(
          task.map(PICK.TASK::eq).orElse(DSL.noCondition()),
          wave.map(WAVE.NUMBER::eq).orElse(DSL.noCondition()),
          order.map(SALES_ORDER.NUMBER::eq).orElse(DSL.noCondition()),
          state.map(PICK.STATE::eq).orElse(DSL.noCondition()));
    }
  }

  /// Picks in the order of the way, skipped ones last.
  public Page<PickItem> picks(Scope scope, Filter filter, int limit, Optional<String> after) {
    var other = PRODUCT.as("other");
    var skipped = DSL.when(PICK.SKIPPED_AT.isNull(), 0L).otherwise(1L);
    List<Record> rows =
        List.copyOf(
            database
                .reading()
                .select(PICK.asterisk(), WAREHOUSE.CODE, WAREHOUSE.ID, WAREHOUSE.TIME_ZONE)
                .select(WAVE.NUMBER, SALES_ORDER.NUMBER, PRODUCT.SKU, PRODUCT.NAME)
                .select(LOCATION.CODE, WAVE_ORDER.TOTE, other.SKU)
                .from(PICK)
                .join(WAREHOUSE)
                .on(WAREHOUSE.ID.eq(PICK.WAREHOUSE_ID))
                .join(WAVE)
                .on(WAVE.ID.eq(PICK.WAVE_ID))
                .join(SALES_ORDER)
                .on(SALES_ORDER.ID.eq(PICK.ORDER_ID))
                .join(PRODUCT)
                .on(PRODUCT.ID.eq(PICK.PRODUCT_ID))
                .leftJoin(LOCATION)
                .on(LOCATION.ID.eq(PICK.LOCATION_ID))
                .leftJoin(WAVE_ORDER)
                .on(WAVE_ORDER.WAVE_ID.eq(PICK.WAVE_ID))
                .and(WAVE_ORDER.ORDER_ID.eq(PICK.ORDER_ID))
                .leftJoin(other)
                .on(other.ID.eq(PICK.SUBSTITUTE_ID))
                .where(scope.holdsWarehouse())
                .and(filter.condition())
                .and(
                    after
                        .map(cursor -> Cursor.numbers("pick", 3, cursor))
                        .map(
                            at ->
                                DSL.row(skipped, PICK.STOP.cast(Long.class), PICK.ID)
                                    .gt(at.get(0), at.get(1), at.get(2)))
                        .orElse(DSL.noCondition()))
                .orderBy(skipped, PICK.STOP, PICK.ID)
                .limit(limit + 1)
                .fetch());
    Page<Record> page =
        Page.cut(
            rows,
            limit,
            last ->
                Cursor.of(
                    "pick",
                    last.get(PICK.SKIPPED_AT) == null ? "0" : "1",
                    "" + last.get(PICK.STOP),
                    "" + last.get(PICK.ID)));
    Truth truth = Truth.of(database, page.items());
    return new Page<>(
        page.items().stream().map(row -> item(row, row.get(other.SKU), truth)).toList(),
        page.next());
  }

  /// What lies where at this moment.
  private record Truth(Map<Integer, Map<dev.stockwright.vocabulary.Sku, List<Spot>>> spots) {
    static Truth of(Database database, List<Record> rows) {
      Map<Integer, java.util.Set<Integer>> products = new java.util.HashMap<>();
      rows.forEach(
          row ->
              products
                  .computeIfAbsent(row.get(WAREHOUSE.ID), any -> new java.util.HashSet<>())
                  .add(row.get(PICK.PRODUCT_ID)));
      Map<Integer, Map<dev.stockwright.vocabulary.Sku, List<Spot>>> spots =
          new java.util.HashMap<>();
      products.forEach(
          (warehouse, ids) ->
              spots.put(warehouse, new SpotBook(database.reading(), warehouse).spots(ids, false)));
      return new Truth(spots);
    }

    Optional<Spot> at(Record row) {
      return spots
          .getOrDefault(row.get(WAREHOUSE.ID), Map.of())
          .getOrDefault(new dev.stockwright.vocabulary.Sku(row.get(PRODUCT.SKU)), List.of())
          .stream()
          .filter(spot -> spot.location().code().equals(row.get(LOCATION.CODE)))
          .filter(spot -> spot.key().lot().equals(row.get(PICK.LOT)))
          .filter(spot -> spot.key().handlingUnit().equals(row.get(PICK.HANDLING_UNIT)))
          .filter(
              spot ->
                  spot.key().condition() == dev.stockwright.vocabulary.Condition.AVAILABLE
                      && spot.key().owner().isEmpty())
          .findFirst();
    }

    Optional<String> trouble(Record row) {
      boolean open = row.get(PICK.STATE).equals("open");
      if (!open) {
        return row.get(PICK.STATE).equals("waiting")
            ? Optional.of("no goods that can be picked now")
            : Optional.empty();
      }
      Optional<Spot> spot = at(row);
      long wanted = row.get(PICK.QUANTITY) - row.get(PICK.PICKED);
      return spot.isEmpty()
          ? Optional.of("nothing is there any more")
          : spot.get()
              .obstacle(today(row))
              .or(
                  () ->
                      spot.get().onHand() < wanted
                          ? Optional.of("only " + spot.get().onHand() + " is there")
                          : Optional.empty());
    }
  }

  private static LocalDate today(Record row) {
    return LocalDate.ofInstant(Instant.now(), ZoneId.of(row.get(WAREHOUSE.TIME_ZONE)));
  }

  private static PickItem item(Record row, String other, Truth truth) {
    return new PickItem(
        "P-" + row.get(PICK.ID),
        row.get(WAREHOUSE.CODE),
        row.get(WAVE.NUMBER),
        given(row.get(PICK.TASK)),
        row.get(SALES_ORDER.NUMBER),
        row.get(PICK.LINE),
        row.get(PRODUCT.SKU),
        row.get(PRODUCT.NAME),
        Optional.ofNullable(row.get(LOCATION.CODE)),
        given(row.get(PICK.LOT)),
        given(row.get(PICK.HANDLING_UNIT)),
        Optional.ofNullable(row.get(WAVE_ORDER.TOTE)).filter(tote -> !tote.isEmpty()),
        row.get(PICK.QUANTITY),
        row.get(PICK.PICKED),
        row.get(PICK.STATE),
        row.get(PICK.STOP),
        row.get(PICK.SKIPPED_AT) != null,
        Optional.ofNullable(other),
        truth.at(row).map(Spot::onHand).orElse(0L),
        truth.trouble(row));
  }

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
            .and(beyond("goods", after, at -> PICKED_GOODS.ID.gt(at.getFirst())))
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
                            given(row.get(PICKED_GOODS.LOT)),
                            given(row.get(PICKED_GOODS.TOTE)),
                            given(row.get(PICKED_GOODS.PUT_BACK)),
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
                                    all.add(spotItem(row.get(WAREHOUSE.CODE), spot, today(row))))));
    Optional<String> from = after.map(cursor -> Cursor.parts("spot", 1, cursor).getFirst());
    List<SpotItem> rest =
        all.stream()
            .sorted(Comparator.comparing(PickingQueries::key))
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
        given(spot.key().lot()),
        given(spot.key().handlingUnit()),
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

  private static Condition beyond(
      String kind,
      Optional<String> after,
      java.util.function.Function<List<Long>, Condition> condition) {
    return after
        .map(cursor -> condition.apply(Cursor.numbers(kind, 1, cursor)))
        .orElse(DSL.noCondition());
  }

  static Optional<String> given(String column) {
    return column.isEmpty() ? Optional.empty() : Optional.of(column);
  }
}
