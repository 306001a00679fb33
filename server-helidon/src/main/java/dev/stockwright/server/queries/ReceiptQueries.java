package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.RECEIPT;
import static dev.stockwright.db.tables.Tables.RECEIPT_LINE;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;

/// Receipts and returns.
public final class ReceiptQueries {
  private final Database database;

  public ReceiptQueries(Database database) {
    this.database = database;
  }

  /// Which ones; what is absent may be anything.
  public record Filter(
      Optional<String> state, Optional<String> kind, Optional<String> purchaseOrder) {}

  /// One receipt or return.
  ///
  /// @param kind order, asn, unannounced or return
  /// @param party who sent it or brought it back
  public record ReceiptItem(
      String number,
      String warehouse,
      String kind,
      String state,
      Optional<String> purchaseOrder,
      Optional<String> asn,
      Optional<String> party,
      String location,
      boolean blind,
      Instant openedAt,
      String openedBy,
      Optional<Instant> closedAt,
      Optional<String> closedBy,
      long version) {}

  /// What was taken in at one time.
  public record ReceiptLine(
      int line,
      String sku,
      String name,
      long quantity,
      Optional<String> lot,
      Optional<LocalDate> expiry,
      Optional<String> handlingUnit,
      String condition,
      String location,
      Optional<String> reason,
      Instant receivedAt,
      String receivedBy,
      Optional<Instant> takenBackAt,
      Optional<String> takenBackBy) {}

  private record Found(long id, ReceiptItem item) {}

  /// The newest first.
  public Page<ReceiptItem> receipts(Scope scope, Filter filter, int limit, Optional<String> after) {
    Condition beyond =
        after
            .map(cursor -> Cursor.numbers("receipt", 1, cursor).getFirst())
            .map(RECEIPT.ID::lt)
            .orElse(DSL.noCondition());
    List<Found> rows =
        select()
            .where(scope.holdsWarehouse())
            .and(filter.state().map(RECEIPT.STATE::eq).orElse(DSL.noCondition()))
            .and(filter.kind().map(RECEIPT.KIND::eq).orElse(DSL.noCondition()))
            .and(filter.purchaseOrder().map(RECEIPT.PURCHASE_ORDER::eq).orElse(DSL.noCondition()))
            .and(beyond)
            .orderBy(RECEIPT.ID.desc())
            .limit(limit + 1)
            .fetch(row -> new Found(row.get(RECEIPT.ID), item(row)));
    Page<Found> page = Page.cut(rows, limit, last -> Cursor.of("receipt", "" + last.id()));
    return new Page<>(page.items().stream().map(Found::item).toList(), page.next());
  }

  /// The one with this number.
  public Optional<ReceiptItem> receipt(Scope scope, String number) {
    return select()
        .where(scope.holdsWarehouse())
        .and(RECEIPT.NUMBER.eq(number))
        .fetchOptional(ReceiptQueries::item);
  }

  /// Its lines, oldest first.
  public Page<ReceiptLine> lines(Scope scope, String number, int limit, Optional<String> after) {
    Condition beyond =
        after
            .map(cursor -> Cursor.numbers("receipt_line", 1, cursor).getFirst())
            .map(line -> RECEIPT_LINE.LINE.gt(line.intValue()))
            .orElse(DSL.noCondition());
    List<ReceiptLine> rows =
        database
            .reading()
            .select(RECEIPT_LINE.asterisk(), PRODUCT.SKU, PRODUCT.NAME)
            .from(RECEIPT_LINE)
            .join(RECEIPT)
            .on(RECEIPT.ID.eq(RECEIPT_LINE.RECEIPT_ID))
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(RECEIPT.WAREHOUSE_ID))
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(RECEIPT_LINE.PRODUCT_ID))
            .where(scope.holdsWarehouse())
            .and(RECEIPT.NUMBER.eq(number))
            .and(beyond)
            .orderBy(RECEIPT_LINE.LINE)
            .limit(limit + 1)
            .fetch(ReceiptQueries::line);
    return Page.cut(rows, limit, last -> Cursor.of("receipt_line", "" + last.line()));
  }

  private SelectOnConditionStep<Record> select() {
    return database
        .reading()
        .select(RECEIPT.asterisk(), WAREHOUSE.CODE)
        .from(RECEIPT)
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(RECEIPT.WAREHOUSE_ID));
  }

  private static ReceiptItem item(Record row) {
    return new ReceiptItem(
        row.get(RECEIPT.NUMBER),
        row.get(WAREHOUSE.CODE),
        row.get(RECEIPT.KIND),
        row.get(RECEIPT.STATE),
        given(row.get(RECEIPT.PURCHASE_ORDER)),
        given(row.get(RECEIPT.ASN)),
        given(row.get(RECEIPT.PARTY)),
        row.get(RECEIPT.LOCATION),
        row.get(RECEIPT.BLIND),
        row.get(RECEIPT.OPENED_AT).toInstant(),
        row.get(RECEIPT.OPENED_BY),
        Optional.ofNullable(row.get(RECEIPT.CLOSED_AT)).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.get(RECEIPT.CLOSED_BY)),
        row.get(RECEIPT.VERSION));
  }

  private static ReceiptLine line(Record row) {
    return new ReceiptLine(
        row.get(RECEIPT_LINE.LINE),
        row.get(PRODUCT.SKU),
        row.get(PRODUCT.NAME),
        row.get(RECEIPT_LINE.QUANTITY),
        given(row.get(RECEIPT_LINE.LOT)),
        Optional.ofNullable(row.get(RECEIPT_LINE.EXPIRES_ON)),
        given(row.get(RECEIPT_LINE.HANDLING_UNIT)),
        row.get(RECEIPT_LINE.CONDITION),
        row.get(RECEIPT_LINE.LOCATION),
        given(row.get(RECEIPT_LINE.REASON)),
        row.get(RECEIPT_LINE.RECEIVED_AT).toInstant(),
        row.get(RECEIPT_LINE.RECEIVED_BY),
        Optional.ofNullable(row.get(RECEIPT_LINE.TAKEN_BACK_AT)).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.get(RECEIPT_LINE.TAKEN_BACK_BY)));
  }

  private static Optional<String> given(String column) {
    return column.isEmpty() ? Optional.empty() : Optional.of(column);
  }
}
