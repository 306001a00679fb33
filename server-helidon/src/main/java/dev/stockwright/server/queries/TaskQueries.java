package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.TASK;
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

/// Tasks.
public final class TaskQueries {
  private final Database database;

  public TaskQueries(Database database) {
    this.database = database;
  }

  /// Which tasks; what is absent may be anything.
  public record Filter(Optional<String> kind, Optional<String> zone, Optional<String> heldBy) {}

  /// One task.
  public record TaskItem(
      String number,
      String warehouse,
      String kind,
      String state,
      int priority,
      String zone,
      Optional<String> place,
      Optional<String> toPlace,
      String document,
      String reference,
      int line,
      Optional<String> sku,
      Optional<String> name,
      Optional<Long> quantity,
      Optional<String> lot,
      Optional<String> handlingUnit,
      Optional<Instant> dueAt,
      Instant madeAt,
      Optional<String> heldBy,
      Optional<Instant> heldUntil) {
    /// The same for those who count: how much lies somewhere is not said.
    public TaskItem blind() {
      return new TaskItem(
          number,
          warehouse,
          kind,
          state,
          priority,
          zone,
          place,
          toPlace,
          document,
          reference,
          line,
          sku,
          name,
          Optional.empty(),
          lot,
          handlingUnit,
          dueAt,
          madeAt,
          heldBy,
          heldUntil);
    }
  }

  /// Those that wait, most urgent first.
  public Page<TaskItem> waiting(Scope scope, Filter filter, int limit, Optional<String> after) {
    Condition wanted =
        filter
            .kind()
            .map(TASK.KIND::eq)
            .orElse(DSL.noCondition())
            .and(filter.zone().map(TASK.ZONE::eq).orElse(DSL.noCondition()))
            .and(filter.heldBy().map(TASK.LEASED_TO::eq).orElse(DSL.noCondition()));
    Condition beyond =
        after
            .map(cursor -> Cursor.numbers("task", 2, cursor))
            .map(at -> DSL.row(TASK.PRIORITY.cast(Long.class), TASK.ID).gt(at.get(0), at.get(1)))
            .orElse(DSL.noCondition());
    List<Found> rows =
        select()
            .where(scope.holdsWarehouse())
            .and(TASK.STATE.in("open", "leased"))
            .and(wanted)
            .and(beyond)
            .orderBy(TASK.PRIORITY, TASK.ID)
            .limit(limit + 1)
            .fetch(row -> new Found(row.get(TASK.ID), item(row)));
    Page<Found> page =
        Page.cut(
            rows, limit, last -> Cursor.of("task", "" + last.item().priority(), "" + last.id()));
    return new Page<>(page.items().stream().map(Found::item).toList(), page.next());
  }

  /// The task with this number.
  public Optional<TaskItem> find(Scope scope, String number) {
    return select()
        .where(scope.holdsWarehouse())
        .and(TASK.NUMBER.eq(number))
        .limit(1)
        .fetchOptional(TaskQueries::item);
  }

  private record Found(long id, TaskItem item) {}

  private SelectOnConditionStep<Record> select() {
    return database
        .reading()
        .select(TASK.asterisk(), WAREHOUSE.CODE, PRODUCT.SKU, PRODUCT.NAME)
        .from(TASK)
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(TASK.WAREHOUSE_ID))
        .leftJoin(PRODUCT)
        .on(PRODUCT.ID.eq(TASK.PRODUCT_ID));
  }

  private static TaskItem item(Record row) {
    long quantity = row.get(TASK.QUANTITY);
    return new TaskItem(
        row.get(TASK.NUMBER),
        row.get(WAREHOUSE.CODE),
        row.get(TASK.KIND),
        row.get(TASK.STATE),
        row.get(TASK.PRIORITY),
        row.get(TASK.ZONE),
        given(row.get(TASK.PLACE)),
        given(row.get(TASK.TO_PLACE)),
        row.get(TASK.DOCUMENT),
        row.get(TASK.REFERENCE),
        row.get(TASK.LINE),
        Optional.ofNullable(row.get(PRODUCT.SKU)),
        Optional.ofNullable(row.get(PRODUCT.NAME)),
        quantity == 0 ? Optional.empty() : Optional.of(quantity),
        given(row.get(TASK.LOT)),
        given(row.get(TASK.HANDLING_UNIT)),
        Optional.ofNullable(row.get(TASK.DUE_AT)).map(OffsetDateTime::toInstant),
        row.get(TASK.MADE_AT).toInstant(),
        Optional.ofNullable(row.get(TASK.LEASED_TO)),
        Optional.ofNullable(row.get(TASK.LEASE_UNTIL)).map(OffsetDateTime::toInstant));
  }

  private static Optional<String> given(String column) {
    return column.isEmpty() ? Optional.empty() : Optional.of(column);
  }
}
