package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.ADJUSTMENT;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;

/// Corrections of the books, those that wait and those that were decided.
public final class AdjustmentQueries {
  private final Database database;

  public AdjustmentQueries(Database database) {
    this.database = database;
  }

  /// Which adjustments; what is absent may be anything.
  public record Filter(Optional<String> state, Optional<String> sku, Optional<String> proposedBy) {}

  /// One adjustment.
  ///
  /// @param value in the smallest unit of the house's money
  /// @param why why another person has to approve
  /// @param onHandBefore of the pile when it was proposed
  /// @param onHandAfter of the pile when it was applied
  /// @param decision why it was rejected
  public record AdjustmentItem(
      String number,
      String warehouse,
      String sku,
      String name,
      String location,
      Optional<String> lot,
      Optional<String> handlingUnit,
      String condition,
      long change,
      long value,
      String reason,
      Optional<String> remark,
      String state,
      boolean needsApproval,
      Optional<String> why,
      long onHandBefore,
      Optional<Long> onHandAfter,
      Instant proposedAt,
      String proposedBy,
      Optional<Instant> decidedAt,
      Optional<String> decidedBy,
      Optional<String> decision) {}

  /// The newest first.
  public Page<AdjustmentItem> list(Scope scope, Filter filter, int limit, Optional<String> after) {
    Condition wanted =
        filter
            .state()
            .map(ADJUSTMENT.STATE::eq)
            .orElse(DSL.noCondition())
            .and(filter.sku().map(PRODUCT.SKU::eq).orElse(DSL.noCondition()))
            .and(filter.proposedBy().map(ADJUSTMENT.PROPOSED_BY::eq).orElse(DSL.noCondition()));
    Condition beyond =
        after
            .map(cursor -> Cursor.numbers("adjustment", 1, cursor))
            .map(at -> ADJUSTMENT.ID.lt(at.getFirst()))
            .orElse(DSL.noCondition());
    List<Found> rows =
        select()
            .where(scope.holdsWarehouse())
            .and(wanted)
            .and(beyond)
            .orderBy(ADJUSTMENT.ID.desc())
            .limit(limit + 1)
            .fetch(row -> new Found(row.get(ADJUSTMENT.ID), item(row)));
    Page<Found> page = Page.cut(rows, limit, last -> Cursor.of("adjustment", "" + last.id()));
    return new Page<>(page.items().stream().map(Found::item).toList(), page.next());
  }

  /// The adjustment with this number.
  public Optional<AdjustmentItem> find(Scope scope, String number) {
    return select()
        .where(scope.holdsWarehouse())
        .and(ADJUSTMENT.NUMBER.eq(number))
        .fetchOptional(AdjustmentQueries::item);
  }

  private record Found(long id, AdjustmentItem item) {}

  private SelectOnConditionStep<? extends Record> select() {
    return database
        .reading()
        .select(ADJUSTMENT.asterisk(), WAREHOUSE.CODE, PRODUCT.SKU, PRODUCT.NAME)
        .from(ADJUSTMENT)
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(ADJUSTMENT.WAREHOUSE_ID))
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(ADJUSTMENT.PRODUCT_ID));
  }

  private static AdjustmentItem item(Record row) {
    return new AdjustmentItem(
        row.get(ADJUSTMENT.NUMBER),
        row.get(WAREHOUSE.CODE),
        row.get(PRODUCT.SKU),
        row.get(PRODUCT.NAME),
        row.get(ADJUSTMENT.PLACE),
        given(row.get(ADJUSTMENT.LOT)),
        given(row.get(ADJUSTMENT.HANDLING_UNIT)),
        row.get(ADJUSTMENT.CONDITION),
        row.get(ADJUSTMENT.CHANGE),
        row.get(ADJUSTMENT.VALUE),
        row.get(ADJUSTMENT.REASON),
        given(row.get(ADJUSTMENT.REMARK)),
        row.get(ADJUSTMENT.STATE),
        row.get(ADJUSTMENT.NEEDS_APPROVAL),
        given(row.get(ADJUSTMENT.WHY)),
        row.get(ADJUSTMENT.ON_HAND_BEFORE),
        Optional.ofNullable(row.get(ADJUSTMENT.ON_HAND_AFTER)),
        row.get(ADJUSTMENT.PROPOSED_AT).toInstant(),
        row.get(ADJUSTMENT.PROPOSED_BY),
        Optional.ofNullable(row.get(ADJUSTMENT.DECIDED_AT)).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.get(ADJUSTMENT.DECIDED_BY)),
        given(row.get(ADJUSTMENT.DECISION)));
  }

  private static Optional<String> given(String column) {
    return column.isEmpty() ? Optional.empty() : Optional.of(column);
  }
}
