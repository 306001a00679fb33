package dev.stockwright.server.adjusting;

import static dev.stockwright.db.tables.Tables.ADJUSTMENT;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.UndoneWork;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/// Takes corrections back: what was applied at once is undone, what still waits is withdrawn.
public final class UndoneAdjustment {
  private UndoneAdjustment() {}

  /// A correction is undone that nobody had to approve; what two people decided is not.
  public static Decision undone(UndoneWork undone, Work work) {
    Reference number = undone.numbers(DocumentKind.ADJUSTMENT).getFirst();
    Optional<Record> row = AdjustmentClerk.find(undone.warehouse(), number, work);
    if (row.isEmpty()) {
      return AdjustmentClerk.unknown(number);
    }
    String state = row.get().get(ADJUSTMENT.STATE);
    Optional<Refusal> refusal =
        ApprovalRules.notUndone(
            undone.command(), number, state, row.get().get(ADJUSTMENT.NEEDS_APPROVAL));
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    work.sql()
        .update(ADJUSTMENT)
        .set(ADJUSTMENT.STATE, AdjustmentClerk.UNDONE)
        .set(ADJUSTMENT.DECISION, "undone by " + work.author())
        .where(ADJUSTMENT.ID.eq(row.get().get(ADJUSTMENT.ID)))
        .execute();
    return new Decision.Act(
        List.of(
            Work.note(
                undone.warehouse(), DocumentKind.ADJUSTMENT, number, AdjustmentClerk.UNDONE)));
  }

  /// Where a correction was proposed; empty when there is none.
  public static Optional<WarehouseCode> warehouse(Reference number, DSLContext sql) {
    return sql.select(WAREHOUSE.CODE)
        .from(ADJUSTMENT)
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(ADJUSTMENT.WAREHOUSE_ID))
        .where(ADJUSTMENT.NUMBER.eq(number.code()))
        .fetchOptional(row -> new WarehouseCode(row.value1()));
  }

  /// A correction about which nobody has decided yet is withdrawn by who proposed it.
  ///
  /// @param proposal the command that proposed it
  public static Decision withdrawn(
      CommandId proposal, WarehouseCode warehouse, Reference number, Work work) {
    Optional<Record> row = AdjustmentClerk.find(warehouse, number, work);
    if (row.isEmpty()) {
      return AdjustmentClerk.unknown(number);
    }
    Optional<Refusal> refusal =
        ApprovalRules.notWithdrawn(proposal, AdjustmentClerk.proposal(row.get()), work.author());
    if (refusal.isPresent()) {
      return new Decision.Refuse(refusal.get());
    }
    AdjustmentClerk.decide(
        row.get(), AdjustmentClerk.UNDONE, "withdrawn by " + work.author(), -1, work);
    return new Decision.Act(
        List.of(Work.note(warehouse, DocumentKind.ADJUSTMENT, number, AdjustmentClerk.UNDONE)));
  }
}
