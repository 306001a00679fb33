package dev.stockwright.server.replenishing;

import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PICK_FACE;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.TASK;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReplenishCommand;
import dev.stockwright.server.picking.Repack;
import dev.stockwright.server.stock.Checks;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.tasks.Task;
import dev.stockwright.server.tasks.TaskBook;
import dev.stockwright.server.tasks.TaskKind;
import dev.stockwright.server.tasks.TaskRules;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;

/// Keeps the bins full that goods are picked from.
public final class ReplenishClerk implements Clerk<ReplenishCommand> {
  private static final ReasonCode REASON = new ReasonCode("replenish");

  @Override
  public Decision handle(ReplenishCommand command, Work work) {
    return switch (command) {
      case ReplenishCommand.SetPickFace c -> set(c, work);
      case ReplenishCommand.ReviewReplenishment c -> new Decision.Act(review(c.warehouse(), work));
      case ReplenishCommand.Replenish c -> replenish(c, work);
    };
  }

  private static List<Step> review(WarehouseCode warehouse, Work work) {
    List<Step> steps = new ArrayList<>(new StrandedRefills(work, warehouse).review());
    steps.addAll(new Refill(work, warehouse).review());
    return steps;
  }

  private static Decision set(ReplenishCommand.SetPickFace command, Work work) {
    int site = work.warehouseId(command.warehouse());
    Optional<Integer> location =
        work.sql()
            .select(LOCATION.ID)
            .from(LOCATION)
            .where(LOCATION.WAREHOUSE_ID.eq(site))
            .and(LOCATION.CODE.eq(command.location().code()))
            .and(LOCATION.KIND.eq("bin"))
            .fetchOptional(LOCATION.ID);
    work.productId(command.sku());
    Optional<Refusal> unknown = Checks.known(work.stock(), command.warehouse(), command.sku());
    if (location.isEmpty() || unknown.isPresent()) {
      return new Decision.Refuse(
          unknown.orElseGet(
              () -> new Refusal.UnknownLocation(command.warehouse(), command.location())));
    }
    int product = work.productId(command.sku()).orElseThrow();
    if (command.maximum() == 0) {
      work.sql()
          .deleteFrom(PICK_FACE)
          .where(PICK_FACE.LOCATION_ID.eq(location.get()))
          .and(PICK_FACE.PRODUCT_ID.eq(product))
          .execute();
    } else {
      put(command, work, location.get(), product);
    }
    work.sql()
        .update(LOCATION)
        .set(
            LOCATION.PICK_FACE,
            DSL.field(
                DSL.exists(
                    DSL.selectOne().from(PICK_FACE).where(PICK_FACE.LOCATION_ID.eq(LOCATION.ID)))))
        .where(LOCATION.ID.eq(location.get()))
        .execute();
    return new Decision.Act(
        List.of(
            Work.note(
                command.warehouse(),
                DocumentKind.PICK_FACE,
                new Reference(command.location().code()),
                command.maximum() == 0 ? "ended" : "set",
                command.sku().code())));
  }

  private static void put(
      ReplenishCommand.SetPickFace command, Work work, int location, int product) {
    work.sql()
        .insertInto(PICK_FACE)
        .set(PICK_FACE.WAREHOUSE_ID, work.warehouseId(command.warehouse()))
        .set(PICK_FACE.LOCATION_ID, location)
        .set(PICK_FACE.PRODUCT_ID, product)
        .set(PICK_FACE.MINIMUM, command.minimum())
        .set(PICK_FACE.MAXIMUM, command.maximum())
        .set(PICK_FACE.CHANGED_AT, work.at())
        .set(PICK_FACE.CHANGED_BY, work.author().code())
        .onConflict(PICK_FACE.WAREHOUSE_ID, PICK_FACE.LOCATION_ID, PICK_FACE.PRODUCT_ID)
        .doUpdate()
        .set(PICK_FACE.MINIMUM, command.minimum())
        .set(PICK_FACE.MAXIMUM, command.maximum())
        .set(PICK_FACE.CHANGED_AT, work.at())
        .set(PICK_FACE.CHANGED_BY, work.author().code())
        .execute();
  }

  private record Job(LocationCode from, LocationCode to, Sku sku, PileKey goods, long quantity) {}

  private static Decision replenish(ReplenishCommand.Replenish command, Work work) {
    TaskBook book = new TaskBook(work);
    Optional<Task> task =
        book.find(command.warehouse(), command.task())
            .filter(found -> found.kind().equals(TaskKind.REPLENISH.code()));
    if (task.isEmpty()) {
      return new Decision.Refuse(
          new DocumentRefusal.UnknownDocument(DocumentKind.TASK, command.task()));
    }
    Job job = job(task.get(), work);
    long wanted = command.quantity().units();
    Optional<Refusal> refusal =
        TaskRules.refusal(task.get(), work.author())
            .or(() -> tooMuch(job, wanted))
            .or(() -> gone(command, job, work));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    List<Step> steps =
        new ArrayList<>(
            Repack.move(
                new Repack.Load(
                    command.warehouse(), job.sku(), job.goods(), wanted, command.task()),
                job.to(),
                "",
                REASON));
    steps.add(book.finish(task.get()));
    return new Decision.Act(steps);
  }

  private static Job job(Task task, Work work) {
    return work.sql()
        .select(TASK.PLACE, TASK.TO_PLACE, TASK.LOT, TASK.HANDLING_UNIT, TASK.QUANTITY)
        .select(PRODUCT.SKU)
        .from(TASK)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(TASK.PRODUCT_ID))
        .where(TASK.ID.eq(task.id()))
        .fetchSingle(
            row -> {
              LocationCode from = new LocationCode(row.get(TASK.PLACE));
              return new Job(
                  from,
                  new LocationCode(row.get(TASK.TO_PLACE)),
                  new Sku(row.get(PRODUCT.SKU)),
                  new PileKey(
                      from,
                      row.get(TASK.LOT),
                      row.get(TASK.HANDLING_UNIT),
                      Condition.AVAILABLE,
                      ""),
                  row.get(TASK.QUANTITY));
            });
  }

  private static Optional<Refusal> tooMuch(Job job, long wanted) {
    return wanted > job.quantity()
        ? Optional.of(
            new DocumentRefusal.OutOfRange("quantity", "1 to " + job.quantity(), "" + wanted))
        : Optional.empty();
  }

  private static Optional<Refusal> gone(ReplenishCommand.Replenish command, Job job, Work work) {
    work.locationId(command.warehouse(), job.from());
    work.locationId(command.warehouse(), job.to());
    long there = work.stock().onHand(command.warehouse(), job.sku(), job.goods());
    return there < command.quantity().units()
        ? Optional.of(
            new Refusal.InsufficientStock(
                command.warehouse(),
                job.sku(),
                Optional.of(job.from()),
                command.quantity().units(),
                there))
        : Optional.empty();
  }
}
