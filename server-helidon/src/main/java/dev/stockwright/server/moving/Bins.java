package dev.stockwright.server.moving;

import static dev.stockwright.db.tables.Tables.BALANCE;
import static dev.stockwright.db.tables.Tables.HANDLING_UNIT_NEST;
import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PRODUCT;

import dev.stockwright.server.stock.Pile;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The locations of a warehouse and the content of handling units, for one command at work.
public final class Bins {
  /// Deeper than units stand on units in any warehouse.
  static final int DEPTH_MAX = 8;

  private final Work work;

  public Bins(Work work) {
    this.work = work;
  }

  /// Goods of one product in a handling unit.
  public record Content(Sku sku, Pile pile) {}

  /// The location, if the warehouse has it.
  public Optional<Bin> find(WarehouseCode warehouse, LocationCode code) {
    if (work.locationId(warehouse, code).isEmpty()) {
      return Optional.empty();
    }
    return work.sql()
        .select(LOCATION.asterisk())
        .from(LOCATION)
        .where(LOCATION.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
        .and(LOCATION.CODE.eq(code.code()))
        .fetchOptional(
            row ->
                new Bin(
                    warehouse,
                    code,
                    row.get(LOCATION.KIND),
                    row.get(LOCATION.LOCKED_IN),
                    row.get(LOCATION.LOCKED_OUT),
                    row.get(LOCATION.LOCK_REASON),
                    row.get(LOCATION.MIXING),
                    limit(row.get(LOCATION.CAPACITY_UNITS)),
                    limit(row.get(LOCATION.CAPACITY_GRAMS)),
                    limit(row.get(LOCATION.CAPACITY_ML)),
                    loads(row.get(LOCATION.ID))));
  }

  private static OptionalLong limit(@Nullable Long column) {
    return column == null ? OptionalLong.empty() : OptionalLong.of(column);
  }

  private List<Bin.Load> loads(int location) {
    var units = DSL.sum(BALANCE.ON_HAND).cast(Long.class);
    return work.sql()
        .select(PRODUCT.SKU, BALANCE.LOT, units, PRODUCT.UNIT_GRAMS, PRODUCT.UNIT_ML)
        .from(BALANCE)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(BALANCE.PRODUCT_ID))
        .where(BALANCE.LOCATION_ID.eq(location))
        .and(BALANCE.ON_HAND.gt(0L))
        .groupBy(PRODUCT.SKU, BALANCE.LOT, PRODUCT.UNIT_GRAMS, PRODUCT.UNIT_ML)
        .orderBy(PRODUCT.SKU, BALANCE.LOT)
        .fetch(
            row ->
                new Bin.Load(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  /// The same goods as a load of a location.
  public Bin.Load load(Sku sku, String lot, long units) {
    return work.sql()
        .select(PRODUCT.UNIT_GRAMS, PRODUCT.UNIT_ML)
        .from(PRODUCT)
        .where(PRODUCT.SKU.eq(sku.code()))
        .fetchSingle(row -> new Bin.Load(sku.code(), lot, units, row.value1(), row.value2()));
  }

  /// A unit and all that it carries, itself first.
  public Set<HandlingUnit> whole(HandlingUnit unit) {
    Set<HandlingUnit> all = new LinkedHashSet<>(List.of(unit));
    List<HandlingUnit> next = List.of(unit);
    for (int depth = 0; depth < DEPTH_MAX && !next.isEmpty(); depth++) {
      next = carried(next).stream().filter(all::add).toList();
    }
    return all;
  }

  private List<HandlingUnit> carried(List<HandlingUnit> units) {
    return work.sql()
        .select(HANDLING_UNIT_NEST.INNER_CODE)
        .from(HANDLING_UNIT_NEST)
        .where(HANDLING_UNIT_NEST.OUTER_CODE.in(units.stream().map(HandlingUnit::code).toList()))
        .orderBy(HANDLING_UNIT_NEST.INNER_CODE)
        .fetch(row -> new HandlingUnit(row.value1()));
  }

  /// The unit that carries this one.
  public Optional<HandlingUnit> carrier(HandlingUnit unit) {
    return work.sql()
        .select(HANDLING_UNIT_NEST.OUTER_CODE)
        .from(HANDLING_UNIT_NEST)
        .where(HANDLING_UNIT_NEST.INNER_CODE.eq(unit.code()))
        .fetchOptional(row -> new HandlingUnit(row.value1()));
  }

  /// Everything in these units in the warehouse.
  public List<Content> contents(WarehouseCode warehouse, Set<HandlingUnit> units) {
    List<Content> contents = new ArrayList<>();
    work.sql()
        .select(
            PRODUCT.SKU,
            LOCATION.CODE,
            BALANCE.LOT,
            BALANCE.HANDLING_UNIT,
            BALANCE.CONDITION,
            BALANCE.OWNER,
            BALANCE.ON_HAND)
        .from(BALANCE)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(BALANCE.PRODUCT_ID))
        .join(LOCATION)
        .on(LOCATION.ID.eq(BALANCE.LOCATION_ID))
        .where(BALANCE.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
        .and(BALANCE.HANDLING_UNIT.in(units.stream().map(HandlingUnit::code).toList()))
        .and(BALANCE.HANDLING_UNIT.ne(""))
        .and(BALANCE.ON_HAND.gt(0L))
        .orderBy(PRODUCT.SKU, BALANCE.LOT, BALANCE.HANDLING_UNIT)
        .forEach(
            row ->
                contents.add(
                    new Content(
                        new Sku(row.value1()),
                        new Pile(
                            new PileKey(
                                new LocationCode(row.value2()),
                                row.value3(),
                                row.value4(),
                                Condition.of(row.value5()),
                                row.value6()),
                            row.value7()))));
    contents.forEach(each -> work.locationId(warehouse, each.pile().key().location()));
    return contents;
  }

  /// From now on `unit` moves with `into`. Both have a row of their own.
  void nest(HandlingUnit unit, HandlingUnit into) {
    free(unit);
    work.sql()
        .insertInto(HANDLING_UNIT_NEST)
        .set(HANDLING_UNIT_NEST.INNER_CODE, unit.code())
        .set(HANDLING_UNIT_NEST.OUTER_CODE, into.code())
        .execute();
  }

  /// It stands for itself again.
  void free(HandlingUnit unit) {
    work.sql()
        .deleteFrom(HANDLING_UNIT_NEST)
        .where(HANDLING_UNIT_NEST.INNER_CODE.eq(unit.code()))
        .execute();
  }
}
