package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.TILL_BATCH;
import static dev.stockwright.db.tables.Tables.TILL_ENTRY;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import dev.stockwright.vocabulary.InvalidValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What tills have reported, and what of it waits for a person.
public final class TillQueries {
  private static final Set<String> STATES =
      Set.of("applied", "short", "kept", "repeated", "settled", "dismissed");

  private final Database database;

  public TillQueries(Database database) {
    this.database = database;
  }

  /// One batch, and how many of its entries became what when it came.
  public record BatchItem(
      String number,
      String warehouse,
      Instant at,
      String by,
      String device,
      int applied,
      int missing,
      int repeated,
      int kept) {}

  /// One entry.
  ///
  /// @param entry our number of it
  /// @param quantity base units, where the product is known
  /// @param missing how many of them the books did not have
  /// @param why a code
  public record EntryItem(
      String entry,
      String warehouse,
      String batch,
      String till,
      String number,
      String type,
      Instant at,
      String code,
      long said,
      Optional<String> sku,
      Optional<String> product,
      long quantity,
      long missing,
      String state,
      Optional<String> condition,
      Optional<String> order,
      Optional<String> why,
      Optional<String> detail,
      Optional<Instant> decidedAt,
      Optional<String> decidedBy) {}

  /// Which entries; what is absent may be anything.
  ///
  /// @param state those that wait, when absent and no batch or till is named either
  public record Filter(
      Optional<String> batch,
      Optional<String> till,
      Optional<String> number,
      Optional<String> state) {}

  /// Batches, newest first.
  public Page<BatchItem> batches(Scope scope, int limit, Optional<String> after) {
    record Found(long id, BatchItem item) {}
    List<Found> rows =
        database
            .reading()
            .select(TILL_BATCH.asterisk(), WAREHOUSE.CODE)
            .from(TILL_BATCH)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(TILL_BATCH.WAREHOUSE_ID))
            .where(scope.holdsWarehouse())
            .and(
                after
                    .map(cursor -> Cursor.numbers("till-batch", 1, cursor).getFirst())
                    .map(TILL_BATCH.ID::lt)
                    .orElse(DSL.noCondition()))
            .orderBy(TILL_BATCH.ID.desc())
            .limit(limit + 1)
            .fetch(row -> new Found(row.get(TILL_BATCH.ID), batch(row)));
    Page<Found> page = Page.cut(rows, limit, last -> Cursor.of("till-batch", "" + last.id()));
    return new Page<>(page.items().stream().map(Found::item).toList(), page.next());
  }

  private static BatchItem batch(Record row) {
    return new BatchItem(
        row.get(TILL_BATCH.NUMBER),
        row.get(WAREHOUSE.CODE),
        row.get(TILL_BATCH.AT).toInstant(),
        row.get(TILL_BATCH.AUTHOR),
        row.get(TILL_BATCH.DEVICE),
        row.get(TILL_BATCH.APPLIED),
        row.get(TILL_BATCH.SHORT),
        row.get(TILL_BATCH.REPEATED),
        row.get(TILL_BATCH.KEPT));
  }

  /// Entries, oldest first; those that wait for a person when nothing else is asked.
  public Page<EntryItem> entries(Scope scope, Filter filter, int limit, Optional<String> after) {
    List<EntryItem> rows =
        database
            .reading()
            .select(
                TILL_ENTRY.asterisk(), TILL_BATCH.NUMBER, WAREHOUSE.CODE, PRODUCT.SKU, PRODUCT.NAME)
            .from(TILL_ENTRY)
            .join(TILL_BATCH)
            .on(TILL_BATCH.ID.eq(TILL_ENTRY.BATCH_ID))
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(TILL_ENTRY.WAREHOUSE_ID))
            .leftJoin(PRODUCT)
            .on(PRODUCT.ID.eq(TILL_ENTRY.PRODUCT_ID))
            .where(scope.holdsWarehouse())
            .and(wanted(filter))
            .and(
                after
                    .map(cursor -> Cursor.numbers("till-entry", 1, cursor).getFirst())
                    .map(TILL_ENTRY.ID::gt)
                    .orElse(DSL.noCondition()))
            .orderBy(TILL_ENTRY.ID)
            .limit(limit + 1)
            .fetch(TillQueries::entry);
    return Page.cut(rows, limit, last -> Cursor.of("till-entry", last.entry()));
  }

  private static Condition wanted(Filter filter) {
    boolean open = filter.batch().isEmpty() && filter.till().isEmpty() && filter.state().isEmpty();
    filter
        .state()
        .filter(state -> !STATES.contains(state))
        .ifPresent(
            state -> {
              throw new InvalidValue(
                  "invalid_state",
                  "state is none of a till entry's; use one of "
                      + String.join(", ", STATES.stream().sorted().toList()));
            });
    return (open ? TILL_ENTRY.STATE.in("short", "kept") : DSL.noCondition())
        .and(filter.batch().map(TILL_BATCH.NUMBER::eq).orElse(DSL.noCondition()))
        .and(filter.till().map(TILL_ENTRY.TILL::eq).orElse(DSL.noCondition()))
        .and(filter.number().map(TILL_ENTRY.NUMBER::eq).orElse(DSL.noCondition()))
        .and(filter.state().map(TILL_ENTRY.STATE::eq).orElse(DSL.noCondition()));
  }

  private static EntryItem entry(Record row) {
    return new EntryItem(
        "" + row.get(TILL_ENTRY.ID),
        row.get(WAREHOUSE.CODE),
        row.get(TILL_BATCH.NUMBER),
        row.get(TILL_ENTRY.TILL),
        row.get(TILL_ENTRY.NUMBER),
        row.get(TILL_ENTRY.KIND),
        row.get(TILL_ENTRY.AT).toInstant(),
        row.get(TILL_ENTRY.CODE),
        row.get(TILL_ENTRY.SAID),
        Optional.ofNullable(row.get(PRODUCT.SKU)),
        Optional.ofNullable(row.get(PRODUCT.NAME)),
        row.get(TILL_ENTRY.QUANTITY),
        row.get(TILL_ENTRY.MISSING),
        row.get(TILL_ENTRY.STATE),
        given(row.get(TILL_ENTRY.CONDITION)),
        given(row.get(TILL_ENTRY.REFERENCE)),
        given(row.get(TILL_ENTRY.WHY)),
        given(row.get(TILL_ENTRY.DETAIL)),
        Optional.ofNullable(row.get(TILL_ENTRY.DECIDED_AT)).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.get(TILL_ENTRY.DECIDED_BY)));
  }

  private static Optional<String> given(@Nullable String column) {
    return Optional.ofNullable(column).filter(text -> !text.isEmpty());
  }
}
