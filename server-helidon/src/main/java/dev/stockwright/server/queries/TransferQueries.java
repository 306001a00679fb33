package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.TRANSFER;
import static dev.stockwright.db.tables.Tables.TRANSFER_CONTENT;
import static dev.stockwright.db.tables.Tables.TRANSFER_HISTORY;
import static dev.stockwright.db.tables.Tables.TRANSFER_LEAD;
import static dev.stockwright.db.tables.Tables.TRANSFER_LINE;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import dev.stockwright.db.tables.tables.Warehouse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Transfers, for those who see one of their two warehouses.
public final class TransferQueries {
  private static final Warehouse FROM = WAREHOUSE.as("from_warehouse");
  private static final Warehouse TO = WAREHOUSE.as("to_warehouse");

  private final Database database;

  public TransferQueries(Database database) {
    this.database = database;
  }

  /// Which transfers; what is absent may be anything.
  ///
  /// @param late only those that should have arrived by now
  public record Filter(
      Optional<String> state,
      Optional<String> from,
      Optional<String> to,
      Optional<String> sku,
      boolean late) {}

  /// A transfer in a list.
  ///
  /// @param inTransit base units of all products
  public record TransferItem(
      String number,
      String fromWarehouse,
      String toWarehouse,
      String state,
      Optional<String> remark,
      Optional<Instant> neededBy,
      Instant requestedAt,
      String requestedBy,
      Optional<Instant> approvedAt,
      Optional<String> approvedBy,
      Optional<Instant> shippedAt,
      Optional<Instant> expectedAt,
      Optional<Instant> endedAt,
      long inTransit,
      long version) {}

  /// A product of a transfer; all figures are base units.
  public record LineItem(
      int line,
      String sku,
      String name,
      long requested,
      long approved,
      long packed,
      long shipped,
      long good,
      long damaged,
      long explained,
      long over,
      long kept,
      long inTransit) {}

  /// What was packed together.
  public record ContentItem(
      int line,
      Optional<String> lot,
      Optional<String> handlingUnit,
      String place,
      long packed,
      long shipped,
      long settled) {}

  /// Something that was done.
  public record HistoryItem(Instant at, String author, String state, Optional<String> detail) {}

  /// One transfer with everything about it.
  ///
  /// @param owner the warehouse that owns what is in transit; absent when nothing is
  public record TransferSheet(
      TransferItem transfer,
      Optional<String> owner,
      List<LineItem> lines,
      List<ContentItem> contents,
      List<HistoryItem> history) {}

  /// A product on its way.
  public record TransitItem(
      String sku,
      String name,
      String fromWarehouse,
      String toWarehouse,
      String transfer,
      String state,
      long units,
      Instant shippedAt,
      Instant expectedAt) {}

  /// How long goods are on their way.
  public record LeadItem(String fromWarehouse, String toWarehouse, int hours) {}

  /// The newest first.
  public Page<TransferItem> list(Scope scope, Filter filter, int limit, Optional<String> after) {
    Condition beyond =
        after
            .map(cursor -> Cursor.numbers("transfer", 1, cursor))
            .map(at -> TRANSFER.ID.lt(at.getFirst()))
            .orElse(DSL.noCondition());
    List<Found> rows =
        select()
            .where(sees(scope))
            .and(wanted(filter))
            .and(beyond)
            .orderBy(TRANSFER.ID.desc())
            .limit(limit + 1)
            .fetch(row -> new Found(row.get(TRANSFER.ID), item(row)));
    Page<Found> page = Page.cut(rows, limit, last -> Cursor.of("transfer", "" + last.id()));
    return new Page<>(page.items().stream().map(Found::item).toList(), page.next());
  }

  private static Condition wanted(Filter filter) {
    Condition late =
        filter.late()
            ? TRANSFER
                .EXPECTED_AT
                .lt(DSL.currentOffsetDateTime())
                .and(TRANSFER.STATE.in("shipped", "short"))
            : DSL.noCondition();
    Condition product =
        filter
            .sku()
            .map(
                sku ->
                    DSL.exists(
                        DSL.selectOne()
                            .from(TRANSFER_LINE)
                            .join(PRODUCT)
                            .on(PRODUCT.ID.eq(TRANSFER_LINE.PRODUCT_ID))
                            .where(TRANSFER_LINE.TRANSFER_ID.eq(TRANSFER.ID))
                            .and(PRODUCT.SKU.eq(sku))))
            .orElse(DSL.noCondition());
    return late.and(product)
        .and(filter.state().map(TRANSFER.STATE::eq).orElse(DSL.noCondition()))
        .and(filter.from().map(FROM.CODE::eq).orElse(DSL.noCondition()))
        .and(filter.to().map(TO.CODE::eq).orElse(DSL.noCondition()));
  }

  /// The transfer with this number.
  public Optional<TransferSheet> find(Scope scope, String number) {
    return select()
        .where(sees(scope))
        .and(TRANSFER.NUMBER.eq(number))
        .fetchOptional(row -> sheet(row.get(TRANSFER.ID), item(row)));
  }

  private TransferSheet sheet(long id, TransferItem item) {
    return new TransferSheet(
        item,
        item.inTransit() > 0 ? Optional.of(item.fromWarehouse()) : Optional.empty(),
        lines(id),
        contents(id),
        history(id));
  }

  private List<LineItem> lines(long id) {
    return database
        .reading()
        .select(TRANSFER_LINE.asterisk(), PRODUCT.SKU, PRODUCT.NAME)
        .from(TRANSFER_LINE)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(TRANSFER_LINE.PRODUCT_ID))
        .where(TRANSFER_LINE.TRANSFER_ID.eq(id))
        .orderBy(TRANSFER_LINE.LINE)
        .fetch(
            row ->
                new LineItem(
                    row.get(TRANSFER_LINE.LINE),
                    row.get(PRODUCT.SKU),
                    row.get(PRODUCT.NAME),
                    row.get(TRANSFER_LINE.REQUESTED),
                    row.get(TRANSFER_LINE.APPROVED),
                    row.get(TRANSFER_LINE.PACKED),
                    row.get(TRANSFER_LINE.SHIPPED),
                    row.get(TRANSFER_LINE.GOOD),
                    row.get(TRANSFER_LINE.DAMAGED),
                    row.get(TRANSFER_LINE.EXPLAINED),
                    row.get(TRANSFER_LINE.OVER),
                    row.get(TRANSFER_LINE.KEPT),
                    row.get(TRANSFER_LINE.IN_TRANSIT)));
  }

  /// More pieces than are packed by hand in one transfer.
  private static final int CONTENTS_MAX = 2_000;

  private List<ContentItem> contents(long id) {
    return database
        .reading()
        .select(TRANSFER_CONTENT.asterisk())
        .from(TRANSFER_CONTENT)
        .where(TRANSFER_CONTENT.TRANSFER_ID.eq(id))
        .orderBy(TRANSFER_CONTENT.ID)
        .limit(CONTENTS_MAX)
        .fetch(
            row ->
                new ContentItem(
                    row.get(TRANSFER_CONTENT.LINE),
                    given(row.get(TRANSFER_CONTENT.LOT)),
                    given(row.get(TRANSFER_CONTENT.HANDLING_UNIT)),
                    row.get(TRANSFER_CONTENT.PLACE),
                    row.get(TRANSFER_CONTENT.PACKED),
                    row.get(TRANSFER_CONTENT.SHIPPED),
                    row.get(TRANSFER_CONTENT.SETTLED)));
  }

  private List<HistoryItem> history(long id) {
    return database
        .reading()
        .select(TRANSFER_HISTORY.asterisk())
        .from(TRANSFER_HISTORY)
        .where(TRANSFER_HISTORY.TRANSFER_ID.eq(id))
        .orderBy(TRANSFER_HISTORY.ID)
        .limit(CONTENTS_MAX)
        .fetch(
            row ->
                new HistoryItem(
                    row.get(TRANSFER_HISTORY.AT).toInstant(),
                    row.get(TRANSFER_HISTORY.AUTHOR),
                    row.get(TRANSFER_HISTORY.STATE),
                    given(row.get(TRANSFER_HISTORY.DETAIL))));
  }

  /// What is on its way, by product; what should be there first comes first.
  ///
  /// @param sku only this product
  public Page<TransitItem> inTransit(
      Scope scope, Optional<String> sku, int limit, Optional<String> after) {
    Condition beyond =
        after
            .map(cursor -> Cursor.parts("transit", 2, cursor))
            .map(at -> DSL.row(PRODUCT.SKU, TRANSFER.ID).gt(at.get(0), number(at.get(1))))
            .orElse(DSL.noCondition());
    record Row(long id, TransitItem item) {}
    List<Row> rows =
        database
            .reading()
            .select(
                PRODUCT.SKU,
                PRODUCT.NAME,
                FROM.CODE,
                TO.CODE,
                TRANSFER.ID,
                TRANSFER.NUMBER,
                TRANSFER.STATE,
                TRANSFER_LINE.IN_TRANSIT,
                TRANSFER.SHIPPED_AT,
                TRANSFER.EXPECTED_AT)
            .from(TRANSFER_LINE)
            .join(TRANSFER)
            .on(TRANSFER.ID.eq(TRANSFER_LINE.TRANSFER_ID))
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(TRANSFER_LINE.PRODUCT_ID))
            .join(FROM)
            .on(FROM.ID.eq(TRANSFER.FROM_WAREHOUSE_ID))
            .join(TO)
            .on(TO.ID.eq(TRANSFER.TO_WAREHOUSE_ID))
            .where(sees(scope))
            .and(TRANSFER_LINE.IN_TRANSIT.gt(0L))
            .and(sku.map(PRODUCT.SKU::eq).orElse(DSL.noCondition()))
            .and(beyond)
            .orderBy(PRODUCT.SKU, TRANSFER.ID)
            .limit(limit + 1)
            .fetch(
                row ->
                    new Row(
                        row.get(TRANSFER.ID),
                        new TransitItem(
                            row.get(PRODUCT.SKU),
                            row.get(PRODUCT.NAME),
                            row.get(FROM.CODE),
                            row.get(TO.CODE),
                            row.get(TRANSFER.NUMBER),
                            row.get(TRANSFER.STATE),
                            row.get(TRANSFER_LINE.IN_TRANSIT),
                            row.get(TRANSFER.SHIPPED_AT).toInstant(),
                            row.get(TRANSFER.EXPECTED_AT).toInstant())));
    Page<Row> page =
        Page.cut(rows, limit, last -> Cursor.of("transit", last.item().sku(), "" + last.id()));
    return new Page<>(page.items().stream().map(Row::item).toList(), page.next());
  }

  private static Long number(String part) {
    try {
      return Long.valueOf(part);
    } catch (NumberFormatException e) {
      throw Cursor.unknown();
    }
  }

  /// The lead times that were set, by warehouse.
  public Page<LeadItem> leads(Scope scope, int limit, Optional<String> after) {
    Condition beyond =
        after
            .map(cursor -> Cursor.parts("lead", 2, cursor))
            .map(at -> DSL.row(FROM.CODE, TO.CODE).gt(at.get(0), at.get(1)))
            .orElse(DSL.noCondition());
    List<LeadItem> rows =
        database
            .reading()
            .select(FROM.CODE, TO.CODE, TRANSFER_LEAD.HOURS)
            .from(TRANSFER_LEAD)
            .join(FROM)
            .on(FROM.ID.eq(TRANSFER_LEAD.FROM_WAREHOUSE_ID))
            .join(TO)
            .on(TO.ID.eq(TRANSFER_LEAD.TO_WAREHOUSE_ID))
            .where(sees(scope))
            .and(beyond)
            .orderBy(FROM.CODE, TO.CODE)
            .limit(limit + 1)
            .fetch(row -> new LeadItem(row.value1(), row.value2(), row.value3()));
    return Page.cut(
        rows, limit, last -> Cursor.of("lead", last.fromWarehouse(), last.toWarehouse()));
  }

  private record Found(long id, TransferItem item) {}

  /// One of the two warehouses is theirs.
  private static Condition sees(Scope scope) {
    String[] codes = scope.warehouses().toArray(String[]::new);
    return FROM.CODE.eq(DSL.any(codes)).or(TO.CODE.eq(DSL.any(codes)));
  }

  private SelectOnConditionStep<? extends Record> select() {
    return database
        .reading()
        .select(TRANSFER.asterisk(), FROM.CODE, TO.CODE, onTheWay())
        .from(TRANSFER)
        .join(FROM)
        .on(FROM.ID.eq(TRANSFER.FROM_WAREHOUSE_ID))
        .join(TO)
        .on(TO.ID.eq(TRANSFER.TO_WAREHOUSE_ID));
  }

  private static org.jooq.Field<Long> onTheWay() {
    return DSL.field(
            DSL.select(
                    DSL.coalesce(DSL.sum(TRANSFER_LINE.IN_TRANSIT), DSL.inline(0)).cast(Long.class))
                .from(TRANSFER_LINE)
                .where(TRANSFER_LINE.TRANSFER_ID.eq(TRANSFER.ID)))
        .as("on_the_way");
  }

  private static TransferItem item(Record row) {
    return new TransferItem(
        row.get(TRANSFER.NUMBER),
        row.get(FROM.CODE),
        row.get(TO.CODE),
        row.get(TRANSFER.STATE),
        given(row.get(TRANSFER.REMARK)),
        time(row.get(TRANSFER.NEEDED_BY)),
        row.get(TRANSFER.REQUESTED_AT).toInstant(),
        row.get(TRANSFER.REQUESTED_BY),
        time(row.get(TRANSFER.APPROVED_AT)),
        Optional.ofNullable(row.get(TRANSFER.APPROVED_BY)),
        time(row.get(TRANSFER.SHIPPED_AT)),
        time(row.get(TRANSFER.EXPECTED_AT)),
        time(row.get(TRANSFER.ENDED_AT)),
        row.get("on_the_way", Long.class),
        row.get(TRANSFER.VERSION));
  }

  private static Optional<Instant> time(@Nullable OffsetDateTime column) {
    return Optional.ofNullable(column).map(OffsetDateTime::toInstant);
  }

  private static Optional<String> given(String column) {
    return column.isEmpty() ? Optional.empty() : Optional.of(column);
  }
}
