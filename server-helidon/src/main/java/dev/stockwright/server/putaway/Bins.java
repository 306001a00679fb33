package dev.stockwright.server.putaway;

import static dev.stockwright.db.tables.Tables.BALANCE;
import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.SETTING;
import static dev.stockwright.db.tables.Tables.TASK;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// Reads the bins of a warehouse that goods might be put into. Of each sort only the first ones on
/// the way are looked at, so that a question stays short however large the warehouse is.
public final class Bins {
  /// Of bins that hold the product, of empty ones, and of those that hold something else.
  private static final int SORT_MAX = 60;

  private final DSLContext sql;
  private final int warehouseId;

  public Bins(DSLContext sql, int warehouseId) {
    this.sql = sql;
    this.warehouseId = warehouseId;
  }

  /// Which zones are for what here.
  public ZonePlan plan() {
    Map<String, String> settings = new HashMap<>();
    sql.select(SETTING.NAME, SETTING.VALUE)
        .from(SETTING)
        .where(SETTING.WAREHOUSE_ID.in(0, warehouseId))
        .and(SETTING.NAME.startsWith("put_away.zone."))
        .orderBy(SETTING.WAREHOUSE_ID)
        .forEach(row -> settings.put(row.value1(), row.value2()));
    return ZonePlan.of(settings);
  }

  /// Bins that might take the goods; the rules choose among them.
  ///
  /// @param exceptTask goods that this task brings somewhere do not count as on their way; 0: none
  public List<Bin> candidates(Goods goods, ZonePlan plan, LocationCode from, long exceptTask) {
    Map<Integer, Record> found = new LinkedHashMap<>();
    Condition here = LOCATION.WAREHOUSE_ID.eq(warehouseId).and(LOCATION.KIND.eq("bin"));
    Condition open = here.and(LOCATION.ACTIVE).and(LOCATION.LOCKED_IN.isFalse());
    // PostgreSQL orders by no constant: without a preferred zone all bins are in none.
    Field<Integer> preferred =
        plan.preferred(goods.parts().getFirst().card())
            .map(wanted -> DSL.when(LOCATION.ZONE.eq(wanted), 0).otherwise(1))
            .orElse(DSL.when(LOCATION.ACTIVE, 0).otherwise(1));
    Condition zone = allowed(goods, plan).and(highEnough(goods));
    collect(found, here.and(LOCATION.ACTIVE).and(holds(goods)), preferred);
    collect(found, open.and(zone).and(DSL.not(used())).and(DSL.not(awaited())), preferred);
    collect(
        found,
        open.and(zone).and(LOCATION.MIXING.eq("any")).and(used().or(awaited())).and(roomLeft()),
        preferred);
    return bins(List.copyOf(found.values()), from, exceptTask);
  }

  /// One place, with what lies there and is on its way.
  public Optional<Bin> find(LocationCode code, LocationCode from, long exceptTask) {
    List<Record> rows =
        List.copyOf(
            sql.select(Heights.OF_LOCATION, LOCATION.asterisk())
                .from(LOCATION)
                .where(LOCATION.WAREHOUSE_ID.eq(warehouseId))
                .and(LOCATION.CODE.eq(code.code()))
                .fetch());
    return bins(rows, from, exceptTask).stream().findFirst();
  }

  private void collect(Map<Integer, Record> found, Condition which, Field<Integer> preferred) {
    sql.select(Heights.OF_LOCATION, LOCATION.asterisk())
        .from(LOCATION)
        .where(which)
        .orderBy(preferred, LOCATION.PICK_SEQUENCE, LOCATION.CODE)
        .limit(SORT_MAX)
        .forEach(row -> found.putIfAbsent(row.get(LOCATION.ID), row));
  }

  private static Condition allowed(Goods goods, ZonePlan plan) {
    Condition zone = plan.only(goods.condition()).map(LOCATION.ZONE::eq).orElse(DSL.noCondition());
    if (goods.condition() == dev.stockwright.vocabulary.Condition.AVAILABLE) {
      for (Goods.Part part : goods.parts()) {
        for (String word : part.card().handling()) {
          String kept = plan.handling().get(word);
          zone = kept == null ? zone : zone.and(LOCATION.ZONE.eq(kept));
        }
      }
    }
    return zone;
  }

  private static Condition highEnough(Goods goods) {
    Field<Long> height = DSL.field(DSL.name("location", "height_mm"), Long.class);
    return height.isNull().or(height.ge(goods.heightMm()));
  }

  private Condition holds(Goods goods) {
    List<Integer> products =
        goods.parts().stream().map(part -> part.card().id()).distinct().toList();
    return LOCATION
        .ID
        .in(
            DSL.select(BALANCE.LOCATION_ID)
                .from(BALANCE)
                .where(BALANCE.WAREHOUSE_ID.eq(warehouseId))
                .and(BALANCE.PRODUCT_ID.in(products))
                .and(BALANCE.ON_HAND.gt(0L)))
        .or(
            LOCATION.CODE.in(
                DSL.select(TASK.TO_PLACE)
                    .from(TASK)
                    .where(TASK.WAREHOUSE_ID.eq(warehouseId))
                    .and(TASK.STATE.in("open", "leased"))
                    .and(TASK.PRODUCT_ID.in(products))));
  }

  private static Condition used() {
    return DSL.exists(
        DSL.selectOne()
            .from(BALANCE)
            .where(BALANCE.LOCATION_ID.eq(LOCATION.ID))
            .and(BALANCE.ON_HAND.gt(0L)));
  }

  private Condition awaited() {
    return DSL.exists(
        DSL.selectOne()
            .from(TASK)
            .where(TASK.WAREHOUSE_ID.eq(warehouseId))
            .and(TASK.STATE.in("open", "leased"))
            .and(TASK.TO_PLACE.eq(LOCATION.CODE)));
  }

  private Condition roomLeft() {
    Field<Long> there =
        DSL.field(
            DSL.select(DSL.coalesce(DSL.sum(BALANCE.ON_HAND), DSL.inline(0)).cast(Long.class))
                .from(BALANCE)
                .where(BALANCE.LOCATION_ID.eq(LOCATION.ID)));
    Field<Long> coming =
        DSL.field(
            DSL.select(DSL.coalesce(DSL.sum(TASK.QUANTITY), DSL.inline(0)).cast(Long.class))
                .from(TASK)
                .where(TASK.WAREHOUSE_ID.eq(warehouseId))
                .and(TASK.STATE.in("open", "leased"))
                .and(TASK.TO_PLACE.eq(LOCATION.CODE)));
    return LOCATION.CAPACITY_UNITS.isNull().or(LOCATION.CAPACITY_UNITS.gt(there.plus(coming)));
  }

  private List<Bin> bins(List<Record> rows, LocationCode from, long exceptTask) {
    Map<Integer, List<Bin.Content>> contents = contents(rows);
    Map<String, List<Bin.Content>> coming = coming(rows, exceptTask);
    long[] start = start(from);
    List<Bin> bins = new ArrayList<>();
    for (Record row : rows) {
      List<Bin.Content> all = new ArrayList<>();
      all.addAll(contents.getOrDefault(row.get(LOCATION.ID), List.of()));
      all.addAll(coming.getOrDefault(row.get(LOCATION.CODE), List.of()));
      long way =
          Math.abs(row.get(LOCATION.X_MM) - start[0])
              + Math.abs(row.get(LOCATION.Y_MM) - start[1])
              + Math.abs(row.get(LOCATION.Z_MM) - start[2]);
      bins.add(
          new Bin(
              new LocationCode(row.get(LOCATION.CODE)),
              row.get(LOCATION.ZONE),
              row.get(LOCATION.KIND).equals("bin"),
              row.get(LOCATION.PICK_FACE),
              row.get(LOCATION.MIXING),
              lock(row),
              new Bin.Limits(
                  limit(row.get(LOCATION.CAPACITY_UNITS)),
                  limit(row.get(LOCATION.CAPACITY_GRAMS)),
                  limit(row.get(LOCATION.CAPACITY_ML)),
                  limit(row.get(Heights.OF_LOCATION))),
              row.get(LOCATION.PICK_SEQUENCE),
              way,
              all));
    }
    return bins;
  }

  private static Bin.Lock lock(Record row) {
    return row.get(LOCATION.ACTIVE)
        ? new Bin.Lock(row.get(LOCATION.LOCKED_IN), row.get(LOCATION.LOCK_REASON))
        : new Bin.Lock(true, "not in use");
  }

  private static long limit(@org.jspecify.annotations.Nullable Long column) {
    return column == null ? Bin.Limits.NO_LIMIT : column;
  }

  private long[] start(LocationCode from) {
    return sql.select(LOCATION.X_MM, LOCATION.Y_MM, LOCATION.Z_MM)
        .from(LOCATION)
        .where(LOCATION.WAREHOUSE_ID.eq(warehouseId))
        .and(LOCATION.CODE.eq(from.code()))
        .fetchOptional(row -> new long[] {row.value1(), row.value2(), row.value3()})
        .orElse(new long[3]);
  }

  private Map<Integer, List<Bin.Content>> contents(List<Record> rows) {
    Integer[] ids = rows.stream().map(row -> row.get(LOCATION.ID)).toArray(Integer[]::new);
    Map<Integer, List<Bin.Content>> found = new HashMap<>();
    Field<Long> units = DSL.sum(BALANCE.ON_HAND).cast(Long.class);
    sql.select(
            BALANCE.LOCATION_ID,
            PRODUCT.SKU,
            BALANCE.LOT,
            units,
            PRODUCT.UNIT_GRAMS,
            PRODUCT.UNIT_ML)
        .from(BALANCE)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(BALANCE.PRODUCT_ID))
        .where(BALANCE.LOCATION_ID.eq(DSL.any(ids)))
        .and(BALANCE.ON_HAND.gt(0L))
        .groupBy(BALANCE.LOCATION_ID, PRODUCT.SKU, BALANCE.LOT, PRODUCT.UNIT_GRAMS, PRODUCT.UNIT_ML)
        .forEach(
            row ->
                found
                    .computeIfAbsent(row.value1(), any -> new ArrayList<>())
                    .add(
                        content(
                            row.value2(),
                            row.value3(),
                            row.value4(),
                            new long[] {row.value5(), row.value6()},
                            false)));
    return found;
  }

  /// What open tasks bring: some of a product, or everything on a handling unit.
  private Map<String, List<Bin.Content>> coming(List<Record> rows, long exceptTask) {
    String[] codes = rows.stream().map(row -> row.get(LOCATION.CODE)).toArray(String[]::new);
    Condition open =
        TASK.WAREHOUSE_ID
            .eq(warehouseId)
            .and(TASK.STATE.in("open", "leased"))
            .and(TASK.TO_PLACE.eq(DSL.any(codes)))
            .and(TASK.ID.ne(exceptTask));
    Map<String, List<Bin.Content>> found = new HashMap<>();
    sql.select(
            TASK.TO_PLACE,
            PRODUCT.SKU,
            TASK.LOT,
            TASK.QUANTITY,
            PRODUCT.UNIT_GRAMS,
            PRODUCT.UNIT_ML)
        .from(TASK)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(TASK.PRODUCT_ID))
        .where(open)
        .and(TASK.QUANTITY.gt(0L))
        .unionAll(
            sql.select(
                    TASK.TO_PLACE,
                    PRODUCT.SKU,
                    BALANCE.LOT,
                    BALANCE.ON_HAND,
                    PRODUCT.UNIT_GRAMS,
                    PRODUCT.UNIT_ML)
                .from(TASK)
                .join(BALANCE)
                .on(BALANCE.WAREHOUSE_ID.eq(TASK.WAREHOUSE_ID))
                .and(BALANCE.HANDLING_UNIT.eq(TASK.HANDLING_UNIT))
                .and(BALANCE.HANDLING_UNIT.ne(""))
                .and(BALANCE.ON_HAND.gt(0L))
                .join(PRODUCT)
                .on(PRODUCT.ID.eq(BALANCE.PRODUCT_ID))
                .where(open)
                .and(TASK.PRODUCT_ID.isNull()))
        .forEach(
            row ->
                found
                    .computeIfAbsent(row.value1(), any -> new ArrayList<>())
                    .add(
                        content(
                            row.value2(),
                            row.value3(),
                            row.value4(),
                            new long[] {row.value5(), row.value6()},
                            true)));
    return found;
  }

  private static Bin.Content content(
      String sku, String lot, long units, long[] each, boolean coming) {
    return new Bin.Content(new Sku(sku), lot, units, units * each[0], units * each[1], coming);
  }
}
