package dev.stockwright.server.picking;

import static dev.stockwright.db.tables.Tables.PICK;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.SALES_ORDER;

import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.orders.Order;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.stock.UndoneWork;
import dev.stockwright.server.work.Clerk;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import org.jooq.DSLContext;

/// Has orders picked.
public final class PickingClerk implements Clerk<PickingCommand> {
  @Override
  public void prepare(PickingCommand command, DSLContext sql, Needs needs) {
    switch (command) {
      case PickingCommand.PickStock c -> stop(c.pick(), sql, needs);
      case PickingCommand.ShortPick c -> promise(c.pick(), sql, needs);
      case PickingCommand.SwapPick c -> promise(c.pick(), sql, needs);
      case PickingCommand.ProposeSubstitute c -> {
        promise(c.pick(), sql, needs);
        needs.taken(c.warehouse(), c.substitute());
      }
      case PickingCommand.DecideSubstitute c -> {
        promise(c.pick(), sql, needs);
        substitute(c.warehouse(), c.pick(), sql, needs);
      }
      case PickingCommand.ReleaseToPick _,
          PickingCommand.CancelWave _,
          PickingCommand.SkipPick _,
          PickingCommand.DropGoods _,
          PickingCommand.PutBackGoods _,
          PickingCommand.ReviewPicks _ -> {
        // they change no promise
      }
    }
  }

  private static void promise(Reference pick, DSLContext sql, Needs needs) {
    PickBook.order(sql, pick).ifPresent(needs::promise);
  }

  /// Several orders of a batch may want goods at one stop.
  private static void stop(Reference pick, DSLContext sql, Needs needs) {
    promise(pick, sql, needs);
    var named = PICK.as("named");
    PickLine.id(pick)
        .ifPresent(
            id ->
                sql.selectDistinct(SALES_ORDER.NUMBER)
                    .from(named)
                    .join(PICK)
                    .on(PICK.WAREHOUSE_ID.eq(named.WAREHOUSE_ID))
                    .and(PICK.TASK.eq(named.TASK))
                    .and(PICK.PRODUCT_ID.eq(named.PRODUCT_ID))
                    .and(PICK.STATE.eq(PickLine.OPEN))
                    .join(SALES_ORDER)
                    .on(SALES_ORDER.ID.eq(PICK.ORDER_ID))
                    .where(named.ID.eq(id))
                    .forEach(row -> needs.promise(new Reference(row.value1()))));
  }

  private static void substitute(
      WarehouseCode warehouse, Reference pick, DSLContext sql, Needs needs) {
    PickLine.id(pick)
        .flatMap(
            id ->
                sql.select(PRODUCT.SKU)
                    .from(PICK)
                    .join(PRODUCT)
                    .on(PRODUCT.ID.eq(PICK.SUBSTITUTE_ID))
                    .where(PICK.ID.eq(id))
                    .fetchOptional(PRODUCT.SKU))
        .ifPresent(sku -> needs.taken(warehouse, new Sku(sku)));
  }

  @Override
  public Decision handle(PickingCommand command, Work work) {
    PickWork floor = new PickWork(work, command.warehouse());
    return switch (command) {
      case PickingCommand.ReleaseToPick c -> new WaveClerk(floor).release(c);
      case PickingCommand.CancelWave c -> new WaveClerk(floor).cancel(c);
      case PickingCommand.PickStock c -> new PickClerk(floor).pick(c);
      case PickingCommand.ShortPick c -> new ShortClerk(floor).shortPick(c);
      case PickingCommand.SkipPick c -> new PickClerk(floor).skip(c);
      case PickingCommand.SwapPick c -> new PickClerk(floor).swap(c);
      case PickingCommand.ProposeSubstitute c -> new SubstituteClerk(floor).propose(c);
      case PickingCommand.DecideSubstitute c -> new SubstituteClerk(floor).decide(c);
      case PickingCommand.DropGoods c -> new CartClerk(floor).drop(c);
      case PickingCommand.PutBackGoods c -> new PutBack(floor).done(c);
      case PickingCommand.ReviewPicks _ -> new ReviewClerk(floor).review();
    };
  }

  /// A pick is undone: its goods go back to their bin, and somebody has to pick them again.
  public static Decision undone(UndoneWork undone, Work work) {
    return new UndonePick(new PickWork(work, undone.warehouse())).back(undone);
  }

  /// What follows the cancelling of an order that somebody is at work on: nothing more of it is
  /// picked, and what was picked is brought back to bins.
  public static List<Step> cancelled(Order order, Work work) {
    return new PutBack(new PickWork(work, order.warehouse())).cancelled(order);
  }

  /// A task that brings goods back which an order does not want any more.
  ///
  /// @param lot as it lies now, with the row 0
  public static List<Step> putBack(Work work, WarehouseCode warehouse, PickedGoods.Lot lot) {
    return new PutBack(new PickWork(work, warehouse)).open(lot);
  }
}
