package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.COUNT_BIN;
import static dev.stockwright.db.tables.Tables.COUNT_ENTRY;
import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.STOCK_COUNT;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;
import static dev.stockwright.db.tables.Tables.WAREHOUSE_COUNTER;

import dev.stockwright.db.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;

/// What those who count may see of counts: what is to be counted, who is where, and what they said
/// themselves. Nothing here comes from the books.
public final class CountQueries {
  private static final Field<Integer> BINS =
      DSL.field(
          DSL.selectCount()
              .from(COUNT_BIN)
              .where(COUNT_BIN.COUNT_ID.eq(STOCK_COUNT.ID))
              .and(COUNT_BIN.ROUND.eq(STOCK_COUNT.ROUND)));
  private static final Field<Integer> COUNTED =
      DSL.field(
          DSL.selectCount()
              .from(COUNT_BIN)
              .where(COUNT_BIN.COUNT_ID.eq(STOCK_COUNT.ID))
              .and(COUNT_BIN.ROUND.eq(STOCK_COUNT.ROUND))
              .and(COUNT_BIN.STATE.eq("counted")));

  private final Database database;

  public CountQueries(Database database) {
    this.database = database;
  }

  /// One count.
  ///
  /// @param bins of its round, `binsCounted` of them are done
  /// @param n the number of the warehouse's last event, to be sent with what is scanned now
  public record CountItem(
      String number,
      String warehouse,
      String state,
      String trigger,
      boolean productsOnly,
      int round,
      int bins,
      int binsCounted,
      Optional<String> onlyFor,
      Optional<LocalDate> dueOn,
      String requestedBy,
      Instant requestedAt,
      Optional<Instant> finishedAt,
      long n) {}

  /// One bin of a count's round; open: nobody has visited it.
  public record BinItem(
      String bin,
      String zone,
      int sequence,
      String state,
      Optional<String> counter,
      boolean empty,
      Optional<Instant> closedAt) {}

  /// What somebody said is in a bin.
  public record EntryItem(
      String bin,
      Optional<String> sku,
      Optional<String> code,
      Optional<String> lot,
      Optional<String> serial,
      Optional<String> handlingUnit,
      long quantity,
      boolean radio,
      String by,
      Instant at) {}

  /// Newest first.
  public Page<CountItem> list(
      Scope scope, Optional<String> state, int limit, Optional<String> after) {
    Condition beyond =
        after
            .map(cursor -> Cursor.numbers("count", 1, cursor))
            .map(at -> STOCK_COUNT.ID.lt(at.getFirst()))
            .orElse(DSL.noCondition());
    List<Found> rows =
        counts()
            .where(scope.holdsWarehouse())
            .and(state.map(STOCK_COUNT.STATE::eq).orElse(DSL.noCondition()))
            .and(beyond)
            .orderBy(STOCK_COUNT.ID.desc())
            .limit(limit + 1)
            .fetch(row -> new Found(row.get(STOCK_COUNT.ID), count(row)));
    Page<Found> page = Page.cut(rows, limit, last -> Cursor.of("count", "" + last.id()));
    return new Page<>(page.items().stream().map(Found::item).toList(), page.next());
  }

  private record Found(long id, CountItem item) {}

  /// The count with this number.
  public Optional<CountItem> find(Scope scope, String number) {
    return counts()
        .where(scope.holdsWarehouse())
        .and(STOCK_COUNT.NUMBER.eq(number))
        .limit(1)
        .fetchOptional(CountQueries::count);
  }

  private SelectOnConditionStep<Record> counts() {
    return database
        .reading()
        .select(STOCK_COUNT.asterisk(), WAREHOUSE.CODE, WAREHOUSE_COUNTER.LAST_N, BINS, COUNTED)
        .from(STOCK_COUNT)
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(STOCK_COUNT.WAREHOUSE_ID))
        .join(WAREHOUSE_COUNTER)
        .on(WAREHOUSE_COUNTER.WAREHOUSE_ID.eq(WAREHOUSE.ID));
  }

  private static CountItem count(Record row) {
    return new CountItem(
        row.get(STOCK_COUNT.NUMBER),
        row.get(WAREHOUSE.CODE),
        row.get(STOCK_COUNT.STATE),
        row.get(STOCK_COUNT.TRIGGER),
        row.get(STOCK_COUNT.PRODUCTS_ONLY),
        row.get(STOCK_COUNT.ROUND),
        row.get(BINS),
        row.get(COUNTED),
        given(row.get(STOCK_COUNT.ONLY_FOR)),
        Optional.ofNullable(row.get(STOCK_COUNT.DUE_ON)),
        row.get(STOCK_COUNT.REQUESTED_BY),
        row.get(STOCK_COUNT.REQUESTED_AT).toInstant(),
        Optional.ofNullable(row.get(STOCK_COUNT.FINISHED_AT)).map(OffsetDateTime::toInstant),
        row.get(WAREHOUSE_COUNTER.LAST_N));
  }

  /// The bins of the round on the way through the warehouse; those in one state, or all.
  public Page<BinItem> bins(
      Scope scope, String number, Optional<String> state, int limit, Optional<String> after) {
    Condition beyond =
        after
            .map(cursor -> Cursor.numbers("count-bin", 2, cursor))
            .map(
                at ->
                    DSL.row(LOCATION.PICK_SEQUENCE.cast(Long.class), LOCATION.ID.cast(Long.class))
                        .gt(at.get(0), at.get(1)))
            .orElse(DSL.noCondition());
    List<BinFound> rows =
        database
            .reading()
            .select(COUNT_BIN.asterisk(), LOCATION.asterisk())
            .from(STOCK_COUNT)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(STOCK_COUNT.WAREHOUSE_ID))
            .join(COUNT_BIN)
            .on(COUNT_BIN.COUNT_ID.eq(STOCK_COUNT.ID))
            .and(COUNT_BIN.ROUND.eq(STOCK_COUNT.ROUND))
            .join(LOCATION)
            .on(LOCATION.ID.eq(COUNT_BIN.LOCATION_ID))
            .where(scope.holdsWarehouse())
            .and(STOCK_COUNT.NUMBER.eq(number))
            .and(state.map(COUNT_BIN.STATE::eq).orElse(DSL.noCondition()))
            .and(beyond)
            .orderBy(LOCATION.PICK_SEQUENCE, LOCATION.ID)
            .limit(limit + 1)
            .fetch(row -> new BinFound(row.get(LOCATION.ID), bin(row)));
    Page<BinFound> page =
        Page.cut(
            rows,
            limit,
            last -> Cursor.of("count-bin", "" + last.item().sequence(), "" + last.id()));
    return new Page<>(page.items().stream().map(BinFound::item).toList(), page.next());
  }

  private record BinFound(int id, BinItem item) {}

  private static BinItem bin(Record row) {
    return new BinItem(
        row.get(LOCATION.CODE),
        row.get(LOCATION.ZONE),
        row.get(LOCATION.PICK_SEQUENCE),
        row.get(COUNT_BIN.STATE),
        given(row.get(COUNT_BIN.COUNTER)),
        row.get(COUNT_BIN.EMPTY),
        Optional.ofNullable(row.get(COUNT_BIN.CLOSED_AT)).map(OffsetDateTime::toInstant));
  }

  /// What was said in the count, oldest first.
  ///
  /// @param by only what this person said
  public Page<EntryItem> entries(
      Scope scope, String number, Optional<String> by, int limit, Optional<String> after) {
    Condition beyond =
        after
            .map(cursor -> Cursor.numbers("count-entry", 1, cursor))
            .map(at -> COUNT_ENTRY.ID.gt(at.getFirst()))
            .orElse(DSL.noCondition());
    List<EntryFound> rows =
        database
            .reading()
            .select(COUNT_ENTRY.asterisk(), LOCATION.CODE, PRODUCT.SKU)
            .from(STOCK_COUNT)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(STOCK_COUNT.WAREHOUSE_ID))
            .join(COUNT_ENTRY)
            .on(COUNT_ENTRY.COUNT_ID.eq(STOCK_COUNT.ID))
            .join(LOCATION)
            .on(LOCATION.ID.eq(COUNT_ENTRY.LOCATION_ID))
            .leftJoin(PRODUCT)
            .on(PRODUCT.ID.eq(COUNT_ENTRY.PRODUCT_ID))
            .where(scope.holdsWarehouse())
            .and(STOCK_COUNT.NUMBER.eq(number))
            .and(DSL.not(COUNT_ENTRY.VOID))
            .and(by.map(COUNT_ENTRY.COUNTED_BY::eq).orElse(DSL.noCondition()))
            .and(beyond)
            .orderBy(COUNT_ENTRY.ID)
            .limit(limit + 1)
            .fetch(row -> new EntryFound(row.get(COUNT_ENTRY.ID), entry(row)));
    Page<EntryFound> page = Page.cut(rows, limit, last -> Cursor.of("count-entry", "" + last.id()));
    return new Page<>(page.items().stream().map(EntryFound::item).toList(), page.next());
  }

  private record EntryFound(long id, EntryItem item) {}

  private static EntryItem entry(Record row) {
    return new EntryItem(
        row.get(LOCATION.CODE),
        Optional.ofNullable(row.get(PRODUCT.SKU)),
        given(row.get(COUNT_ENTRY.CODE)),
        given(row.get(COUNT_ENTRY.LOT)),
        given(row.get(COUNT_ENTRY.SERIAL)),
        given(row.get(COUNT_ENTRY.HANDLING_UNIT)),
        row.get(COUNT_ENTRY.QUANTITY),
        row.get(COUNT_ENTRY.RADIO),
        row.get(COUNT_ENTRY.COUNTED_BY),
        row.get(COUNT_ENTRY.COUNTED_AT).toInstant());
  }

  private static Optional<String> given(String column) {
    return column.isEmpty() ? Optional.empty() : Optional.of(column);
  }
}
