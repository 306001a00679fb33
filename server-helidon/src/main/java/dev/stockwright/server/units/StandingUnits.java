package dev.stockwright.server.units;

import static dev.stockwright.db.tables.Tables.BALANCE;
import static dev.stockwright.db.tables.Tables.HANDLING_UNIT;
import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.GuardRules;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.impl.DSL;

/// A handling unit stands in one place, and goods come onto it only there and while it is here.
/// Asks the tables: what was done before in the same transaction must be in them.
public final class StandingUnits {
  private static final Set<String> HERE = Set.of("open", "closed");

  private final Work work;

  public StandingUnits(Work work) {
    this.work = work;
  }

  private record Place(WarehouseCode warehouse, LocationCode location) {}

  /// A unit that would be in two places.
  ///
  /// @param location where it would stand
  /// @param come where goods would come onto it
  public record Split(HandlingUnit unit, LocationCode location, LocationCode come) {}

  /// The first unit that these movements would leave in two places.
  public Optional<Split> split(List<Posting> postings) {
    return changes(postings).entrySet().stream()
        .flatMap(each -> split(each.getKey(), each.getValue()).stream())
        .findFirst();
  }

  /// Why goods cannot come onto the units of these movements, on which there will be more than now;
  /// empty when they can.
  public Optional<Refusal> unfit(List<Posting> postings) {
    return changes(postings).entrySet().stream()
        .filter(each -> each.getValue().values().stream().mapToLong(Long::longValue).sum() > 0)
        .flatMap(each -> unfit(each.getKey(), come(each.getValue()).orElseThrow()).stream())
        .findFirst();
  }

  /// An empty unit that has come back, from another warehouse or after it was given up, is here and
  /// open again.
  public void comeBack(HandlingUnit unit, WarehouseCode warehouse) {
    work.sql()
        .execute(
            """
            UPDATE handling_unit u
               SET state = 'open', warehouse_id = ?, document = '', reference = ''
             WHERE u.code = ? AND u.state IN ('open', 'closed', 'gone')
               AND (u.state = 'gone' OR u.warehouse_id <> ?)
               AND NOT EXISTS (SELECT FROM balance b
                                WHERE b.handling_unit = u.code AND b.handling_unit <> ''
                                  AND b.on_hand > 0)""",
            work.warehouseId(warehouse),
            unit.code(),
            work.warehouseId(warehouse));
  }

  /// Why goods cannot come onto the unit in that place; empty when they can.
  public Optional<Refusal> unfit(HandlingUnit unit, WarehouseCode warehouse, LocationCode at) {
    Place come = new Place(warehouse, at);
    return unfit(unit, come).or(() -> split(unit, Map.of(come, 1L)).map(StandingUnits::otherPlace));
  }

  /// For who names the place of the unit.
  public static Refusal otherPlace(Split split) {
    return new DocumentRefusal.Mismatch("location", split.location().code(), split.come().code());
  }

  private static Map<HandlingUnit, Map<Place, Long>> changes(List<Posting> postings) {
    Map<HandlingUnit, Map<Place, Long>> changes = new LinkedHashMap<>();
    for (Posting posting : postings) {
      String unit = posting.goods().handlingUnit();
      if (!unit.isEmpty()) {
        Map<Place, Long> change =
            changes.computeIfAbsent(new HandlingUnit(unit), any -> new LinkedHashMap<>());
        change(change, posting.warehouse(), posting.to(), posting.quantity());
        change(change, posting.warehouse(), posting.goods().location(), -posting.quantity());
      }
    }
    return changes;
  }

  private static void change(
      Map<Place, Long> changes, WarehouseCode warehouse, LocationCode location, long units) {
    if (!VirtualLocation.is(location)) {
      changes.merge(new Place(warehouse, location), units, Long::sum);
    }
  }

  private static Optional<Place> come(Map<Place, Long> changes) {
    return changes.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Optional<Split> split(HandlingUnit unit, Map<Place, Long> changes) {
    Optional<Place> come = come(changes);
    if (come.isEmpty()) {
      return Optional.empty();
    }
    Map<Place, Long> stands = stands(unit);
    changes.forEach((place, units) -> stands.merge(place, units, Long::sum));
    return stands.entrySet().stream()
        .filter(each -> each.getValue() > 0 && !each.getKey().equals(come.get()))
        .findFirst()
        .map(each -> new Split(unit, each.getKey().location(), come.get().location()));
  }

  private Map<Place, Long> stands(HandlingUnit unit) {
    Map<Place, Long> stands = new LinkedHashMap<>();
    work.sql()
        .select(WAREHOUSE.CODE, LOCATION.CODE, DSL.sum(BALANCE.ON_HAND))
        .from(WAREHOUSE)
        .join(BALANCE)
        .on(BALANCE.WAREHOUSE_ID.eq(WAREHOUSE.ID))
        .join(LOCATION)
        .on(LOCATION.ID.eq(BALANCE.LOCATION_ID))
        .where(BALANCE.HANDLING_UNIT.eq(unit.code()))
        .and(BALANCE.HANDLING_UNIT.ne(""))
        .groupBy(WAREHOUSE.CODE, LOCATION.CODE)
        .orderBy(WAREHOUSE.CODE, LOCATION.CODE)
        .forEach(
            row ->
                stands.put(
                    new Place(new WarehouseCode(row.value1()), new LocationCode(row.value2())),
                    row.value3().longValueExact()));
    return stands;
  }

  private Optional<Refusal> unfit(HandlingUnit unit, Place come) {
    return work.sql()
        .select(HANDLING_UNIT.STATE, WAREHOUSE.CODE)
        .from(HANDLING_UNIT)
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(HANDLING_UNIT.WAREHOUSE_ID))
        .where(HANDLING_UNIT.CODE.eq(unit.code()))
        .fetchOptional()
        .flatMap(row -> unfit(unit, row.value1(), row.value2(), come))
        .or(() -> GuardRules.filling(unit, work.stock().documents()));
  }

  private static Optional<Refusal> unfit(
      HandlingUnit unit, String state, String warehouse, Place come) {
    if (!warehouse.equals(come.warehouse().code())) {
      return Optional.of(
          new DocumentRefusal.Mismatch("warehouse", warehouse, come.warehouse().code()));
    }
    return HERE.contains(state)
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.WrongState(
                DocumentKind.HANDLING_UNIT, new Reference(unit.code()), state, "open or closed"));
  }
}
