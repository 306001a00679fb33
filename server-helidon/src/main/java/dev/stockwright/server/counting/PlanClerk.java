package dev.stockwright.server.counting;

import static dev.stockwright.db.tables.Tables.COUNT_CLASS;
import static dev.stockwright.db.tables.Tables.COUNT_SCHEDULE;

import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;

/// Says what is counted when, and has the night's work done.
public final class PlanClerk implements Clerk<CountPlanCommand> {
  @Override
  public Decision handle(CountPlanCommand command, Work work) {
    return switch (command) {
      case CountPlanCommand.ScheduleCount c -> schedule(c, work);
      case CountPlanCommand.EndSchedule c -> end(c, work);
      case CountPlanCommand.PlanCounts c ->
          new Decision.Act(new Planner(work, c.warehouse()).plan());
      case CountPlanCommand.ComputeClasses c -> Classes.compute(work, c.warehouse());
      case CountPlanCommand.SetCountClass c -> setClass(c, work);
      case CountPlanCommand.ReconcileDay c -> new NightClerk(work, c.warehouse()).part(c.day());
    };
  }

  private static Decision schedule(CountPlanCommand.ScheduleCount c, Work work) {
    Scope scope =
        new Scope(
            c.warehouse(),
            Optional.empty(),
            "schedule",
            c.bins(),
            c.skus(),
            c.zone(),
            c.countClass(),
            Optional.empty(),
            Optional.empty(),
            true);
    Optional<Refusal> wrong = CountClerk.wrongScope(scope, work);
    if (wrong.isPresent()) {
      return new Decision.Refuse(wrong.get());
    }
    if (c.bins().isEmpty() && c.zone().isEmpty() && !scope.productsOnly()) {
      return new Decision.Refuse(
          new DocumentRefusal.OutOfRange(
              "schedule", "bins, products, a zone or a class to count", "nothing"));
    }
    String[] bins = c.bins().stream().map(LocationCode::code).toArray(String[]::new);
    String[] skus = c.skus().stream().map(Sku::code).toArray(String[]::new);
    work.sql()
        .execute(
            """
            INSERT INTO count_schedule (warehouse_id, code, every_days, next_on, bins, skus, zone,
                   count_class, active)
            VALUES (?, ?, ?, ?::date, ?::text[], ?::text[], ?, ?, true)
                ON CONFLICT (warehouse_id, code) DO UPDATE
               SET every_days = EXCLUDED.every_days, next_on = EXCLUDED.next_on, bins = EXCLUDED.bins,
                   skus = EXCLUDED.skus, zone = EXCLUDED.zone, count_class = EXCLUDED.count_class,
                   active = true""",
            work.warehouseId(c.warehouse()),
            c.schedule().code(),
            c.everyDays(),
            c.startsOn().orElseGet(() -> work.today(c.warehouse())).toString(),
            bins,
            skus,
            c.zone().orElse(""),
            c.countClass().orElse(""));
    return said(c.warehouse(), c.schedule(), "scheduled");
  }

  private static Decision end(CountPlanCommand.EndSchedule c, Work work) {
    int ended =
        work.sql()
            .update(COUNT_SCHEDULE)
            .set(COUNT_SCHEDULE.ACTIVE, false)
            .where(COUNT_SCHEDULE.WAREHOUSE_ID.eq(work.warehouseId(c.warehouse())))
            .and(COUNT_SCHEDULE.CODE.eq(c.schedule().code()))
            .execute();
    return ended == 0
        ? new Decision.Refuse(new DocumentRefusal.UnknownDocument(DocumentKind.COUNT, c.schedule()))
        : said(c.warehouse(), c.schedule(), "schedule_ended");
  }

  private static Decision said(WarehouseCode warehouse, Reference number, String state) {
    return new Decision.Act(List.of(Work.note(warehouse, DocumentKind.COUNT, number, state)));
  }

  private static Decision setClass(CountPlanCommand.SetCountClass c, Work work) {
    Optional<Refusal> wrong = c.countClass().flatMap(CountClerk::wrongClass);
    if (wrong.isPresent()) {
      return new Decision.Refuse(wrong.get());
    }
    if (work.productId(c.product()).isEmpty()) {
      return new Decision.Refuse(new Refusal.UnknownProduct(c.product()));
    }
    int product = work.productId(c.product()).orElseThrow();
    int warehouse = work.warehouseId(c.warehouse());
    if (c.countClass().isPresent()) {
      work.sql()
          .insertInto(COUNT_CLASS)
          .set(COUNT_CLASS.WAREHOUSE_ID, warehouse)
          .set(COUNT_CLASS.PRODUCT_ID, product)
          .set(COUNT_CLASS.COUNT_CLASS_, c.countClass().get())
          .set(COUNT_CLASS.FIXED, true)
          .set(COUNT_CLASS.CHANGED_AT, work.at())
          .set(COUNT_CLASS.CHANGED_BY, work.author().code())
          .onConflict(COUNT_CLASS.WAREHOUSE_ID, COUNT_CLASS.PRODUCT_ID)
          .doUpdate()
          .set(COUNT_CLASS.COUNT_CLASS_, c.countClass().get())
          .set(COUNT_CLASS.FIXED, true)
          .set(COUNT_CLASS.CHANGED_AT, work.at())
          .set(COUNT_CLASS.CHANGED_BY, work.author().code())
          .execute();
    } else {
      work.sql()
          .update(COUNT_CLASS)
          .set(COUNT_CLASS.FIXED, false)
          .where(COUNT_CLASS.WAREHOUSE_ID.eq(warehouse))
          .and(COUNT_CLASS.PRODUCT_ID.eq(product))
          .execute();
    }
    return new Decision.Act(
        List.of(
            Work.note(
                c.warehouse(),
                DocumentKind.PRODUCT,
                new Reference(c.product().code()),
                "class_set",
                c.countClass().orElse("computed"))));
  }
}
