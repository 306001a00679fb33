package dev.stockwright.server.masterdata;

import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.WAREHOUSE_COUNTER;
import static dev.stockwright.server.masterdata.CatalogClerk.given;

import dev.stockwright.db.tables.tables.records.LocationRecord;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.PlaceCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.masterdata.sheet.Sheet;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Changes sites and their places, each under the lock of its warehouse.
public final class PlaceClerk implements Clerk<PlaceCommand> {
  @Override
  public void prepare(PlaceCommand command, DSLContext sql, Needs needs) {
    if (command instanceof PlaceCommand.OpenWarehouse) {
      CatalogClerk.everyWarehouse(sql, needs);
    }
  }

  @Override
  public Decision handle(PlaceCommand command, Work work) {
    return switch (command) {
      case PlaceCommand.OpenWarehouse c -> open(c, work);
      case PlaceCommand.ChangeWarehouse c -> change(c, work);
      case PlaceCommand.SaveZone c ->
          new SheetDesk(work, Sheet.ZONES)
              .save(
                  List.of(given(c.warehouse()), given(c.zoneCode()), c.name(), c.active()),
                  c.version(),
                  created -> {});
      case PlaceCommand.SaveLocation c -> saveLocation(c, work);
      case PlaceCommand.LockLocation c ->
          c.lockIn() || c.lockOut()
              ? work.wrongReason(c.reason(), "lock")
                  .<Decision>map(Decision.Refuse::new)
                  .orElseGet(
                      () ->
                          lock(
                              c.warehouse(),
                              c.location(),
                              new Lock(c.lockIn(), c.lockOut(), c.reason().code()),
                              work))
              : new Decision.Refuse(
                  new DocumentRefusal.OutOfRange("lock", "in, out or both", "neither"));
      case PlaceCommand.UnlockLocation c ->
          lock(c.warehouse(), c.location(), new Lock(false, false, ""), work);
      case PlaceCommand.SaveMinimum c -> minimum(c, work);
    };
  }

  /// It is what alerts go by, so it must lie below what is over.
  private static Decision minimum(PlaceCommand.SaveMinimum c, Work work) {
    Optional<Long> over =
        work.sql()
            .resultQuery(
                "SELECT r.over FROM product p, alert_rule_for(?, p.id) r WHERE p.sku = ?",
                work.warehouseId(c.warehouse()),
                c.sku().code())
            .fetchOptional(0, Long.class);
    if (over.filter(most -> c.lowAt() >= most).isPresent()) {
      return new Decision.Refuse(
          new DocumentRefusal.OutOfRange("low_at", "0 to " + (over.get() - 1), "" + c.lowAt()));
    }
    work.stock().forget();
    return new SheetDesk(work, Sheet.MINIMUMS)
        .save(
            List.of(given(c.warehouse()), given(c.sku()), given(c.lowAt())),
            Optional.empty(),
            created -> work.stock().look(c.warehouse(), List.of(c.sku())));
  }

  private static Decision open(PlaceCommand.OpenWarehouse c, Work work) {
    return new SheetDesk(work, Sheet.WAREHOUSES)
        .save(
            List.of(
                given(c.warehouse()),
                c.name(),
                c.timeZone(),
                c.receivingLocation(),
                c.siteKind(),
                Optional.empty()),
            Optional.empty(),
            created -> {
              int id = work.sql().fetchSingle(warehouseId(c.warehouse())).value1();
              work.sql()
                  .insertInto(WAREHOUSE_COUNTER)
                  .set(WAREHOUSE_COUNTER.WAREHOUSE_ID, id)
                  .execute();
              work.sql()
                  .insertInto(LOCATION)
                  .set(LOCATION.WAREHOUSE_ID, id)
                  .set(LOCATION.CODE, c.receivingLocation().map(LocationCode::code).orElse("DOCK"))
                  .set(LOCATION.KIND, "dock")
                  .execute();
            });
  }

  private static org.jooq.Select<org.jooq.Record1<Integer>> warehouseId(WarehouseCode code) {
    return DSL.select(dev.stockwright.db.tables.Tables.WAREHOUSE.ID)
        .from(dev.stockwright.db.tables.Tables.WAREHOUSE)
        .where(dev.stockwright.db.tables.Tables.WAREHOUSE.CODE.eq(code.code()));
  }

  private static Decision change(PlaceCommand.ChangeWarehouse c, Work work) {
    Optional<Refusal> nowhere =
        c.receivingLocation()
            .filter(
                to ->
                    location(c.warehouse(), to, work)
                        .filter(row -> row.getActive() && !row.getLockedIn())
                        .isEmpty())
            .map(to -> new Refusal.UnknownLocation(c.warehouse(), to));
    if (nowhere.isPresent()) {
      return new Decision.Refuse(nowhere.get());
    }
    return new SheetDesk(work, Sheet.WAREHOUSES)
        .save(
            List.of(
                given(c.warehouse()),
                c.name(),
                c.timeZone(),
                c.receivingLocation(),
                c.siteKind(),
                c.active()),
            c.version(),
            created -> {});
  }

  private static Decision saveLocation(PlaceCommand.SaveLocation c, Work work) {
    return new SheetDesk(work, Sheet.LOCATIONS)
        .save(
            List.of(
                given(c.warehouse()),
                given(c.location()),
                c.zone(),
                c.locationKind(),
                c.xMm(),
                c.yMm(),
                c.zMm(),
                c.pickSequence(),
                c.pickFace(),
                c.capacityUnits(),
                c.capacityGrams(),
                c.capacityMl(),
                c.heightMm(),
                c.mixing(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                c.active()),
            c.version(),
            created -> {});
  }

  private record Lock(boolean in, boolean out, String reason) {
    String words() {
      return in && out ? "in and out" : in ? "in" : "out";
    }
  }

  private static Decision lock(
      WarehouseCode warehouse, LocationCode location, Lock wanted, Work work) {
    Optional<LocationRecord> there = location(warehouse, location, work);
    if (there.isEmpty()) {
      return new Decision.Refuse(new Refusal.UnknownLocation(warehouse, location));
    }
    LocationRecord row = there.get();
    Lock now = new Lock(row.getLockedIn(), row.getLockedOut(), row.getLockReason());
    if (now.equals(wanted)) {
      return new Decision.Act(List.of());
    }
    work.sql()
        .update(LOCATION)
        .set(LOCATION.LOCKED_IN, wanted.in())
        .set(LOCATION.LOCKED_OUT, wanted.out())
        .set(LOCATION.LOCK_REASON, wanted.reason())
        .set(LOCATION.VERSION, LOCATION.VERSION.plus(1))
        .where(LOCATION.ID.eq(row.getId()))
        .execute();
    Reference number = new Reference(location.code());
    boolean open = !wanted.in() && !wanted.out();
    return new Decision.Act(
        List.of(
            open
                ? Work.note(warehouse, DocumentKind.LOCATION, number, "unlocked")
                : Work.note(warehouse, DocumentKind.LOCATION, number, "locked", wanted.words())));
  }

  private static Optional<LocationRecord> location(
      WarehouseCode warehouse, LocationCode code, Work work) {
    return work.sql()
        .selectFrom(LOCATION)
        .where(LOCATION.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
        .and(LOCATION.CODE.eq(code.code()))
        .forNoKeyUpdate()
        .fetchOptional();
  }
}
