package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.ASN;
import static dev.stockwright.db.tables.Tables.ASN_LINE;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.PURCHASE_ORDER;
import static dev.stockwright.db.tables.Tables.PURCHASE_ORDER_LINE;
import static dev.stockwright.db.tables.Tables.SUPPLIER;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;

/// Purchase orders, advance shipping notices, and what is expected when. Who receives blind is not
/// told how much: those figures are left out.
public final class PurchaseQueries {
  private final Database database;
  private final InstantSource clock;

  public PurchaseQueries(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Which ones; what is absent may be anything.
  public record Filter(Optional<String> state, Optional<String> supplier) {}

  /// A purchase order, without its lines.
  public record OrderItem(
      String number,
      String warehouse,
      String supplier,
      Optional<String> supplierCode,
      String state,
      Optional<LocalDate> expectedOn,
      boolean blind,
      String reason,
      long version) {}

  /// The same with its lines.
  public record OrderWhole(OrderItem order, List<OrderLine> lines) {}

  /// One product of it; figures are absent for those who receive it blind.
  public record OrderLine(
      int line,
      String sku,
      String name,
      Optional<Long> ordered,
      Optional<Long> received,
      Optional<Long> outstanding,
      Optional<Long> overAllowed,
      Optional<Integer> overPercent,
      boolean closed) {}

  /// An advance shipping notice.
  public record AsnItem(
      String number,
      String warehouse,
      String supplier,
      Optional<String> purchaseOrder,
      String state,
      Optional<LocalDate> expectedOn,
      boolean blind,
      long version) {}

  /// Some goods of it.
  public record AsnLine(
      int line,
      Optional<String> handlingUnit,
      String sku,
      String name,
      Optional<String> lot,
      Optional<LocalDate> expiry,
      Optional<Long> announced,
      Optional<Long> received) {}

  /// Something that is expected.
  ///
  /// @param kind `purchase_order` or `asn`
  /// @param units what is still to come; absent for those who receive it blind
  /// @param late its day has passed, by the warehouse's calendar
  public record Expected(
      String kind,
      String number,
      String warehouse,
      String supplier,
      LocalDate expectedOn,
      Optional<Long> units,
      boolean late) {}

  /// Orders by number.
  public Page<OrderItem> orders(Scope scope, Filter filter, int limit, Optional<String> after) {
    List<OrderItem> rows =
        orders()
            .where(scope.holdsWarehouse())
            .and(filter.state().map(PURCHASE_ORDER.STATE::eq).orElse(DSL.noCondition()))
            .and(filter.supplier().map(SUPPLIER.CODE::eq).orElse(DSL.noCondition()))
            .and(
                after
                    .map(cursor -> Cursor.parts("purchase", 1, cursor).getFirst())
                    .map(PURCHASE_ORDER.NUMBER::gt)
                    .orElse(DSL.noCondition()))
            .orderBy(PURCHASE_ORDER.NUMBER)
            .limit(limit + 1)
            .fetch(PurchaseQueries::order);
    return Page.cut(rows, limit, item -> Cursor.of("purchase", item.number()));
  }

  /// One order.
  ///
  /// @param told whether who asks may know the figures of a blind one
  public Optional<OrderWhole> order(Scope scope, String number, boolean told) {
    return orders()
        .where(scope.holdsWarehouse())
        .and(PURCHASE_ORDER.NUMBER.eq(number))
        .fetchOptional(
            row ->
                new OrderWhole(
                    order(row),
                    lines(row.get(PURCHASE_ORDER.ID), told || !row.get(PURCHASE_ORDER.BLIND))));
  }

  private SelectOnConditionStep<Record> orders() {
    return database
        .reading()
        .select(PURCHASE_ORDER.asterisk(), WAREHOUSE.CODE, SUPPLIER.CODE)
        .from(PURCHASE_ORDER)
        .leftJoin(SUPPLIER)
        .on(SUPPLIER.ID.eq(PURCHASE_ORDER.SUPPLIER_ID))
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(PURCHASE_ORDER.WAREHOUSE_ID));
  }

  private static OrderItem order(Record row) {
    return new OrderItem(
        row.get(PURCHASE_ORDER.NUMBER),
        row.get(WAREHOUSE.CODE),
        row.get(PURCHASE_ORDER.SUPPLIER),
        Optional.ofNullable(row.get(SUPPLIER.CODE)),
        row.get(PURCHASE_ORDER.STATE),
        Optional.ofNullable(row.get(PURCHASE_ORDER.EXPECTED_ON)),
        row.get(PURCHASE_ORDER.BLIND),
        row.get(PURCHASE_ORDER.REASON),
        row.get(PURCHASE_ORDER.VERSION));
  }

  private List<OrderLine> lines(int order, boolean told) {
    var l = PURCHASE_ORDER_LINE;
    return database
        .reading()
        .select(l.asterisk(), PRODUCT.SKU, PRODUCT.NAME)
        .from(l)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(l.PRODUCT_ID))
        .where(l.PURCHASE_ORDER_ID.eq(order))
        .orderBy(l.LINE)
        .fetch(
            row ->
                new OrderLine(
                    row.get(l.LINE),
                    row.get(PRODUCT.SKU),
                    row.get(PRODUCT.NAME),
                    only(told, row.get(l.ORDERED)),
                    only(told, row.get(l.RECEIVED)),
                    only(told, row.get(l.OUTSTANDING)),
                    only(told, row.get(l.OVER_ALLOWED)),
                    only(told, row.get(l.OVER_PERCENT)),
                    row.get(l.CLOSED)));
  }

  private static <T> Optional<T> only(boolean told, T value) {
    return told ? Optional.of(value) : Optional.empty();
  }

  /// Notices by number.
  public Page<AsnItem> asns(Scope scope, Filter filter, int limit, Optional<String> after) {
    List<AsnItem> rows =
        asns()
            .where(scope.holdsWarehouse())
            .and(filter.state().map(ASN.STATE::eq).orElse(DSL.noCondition()))
            .and(filter.supplier().map(SUPPLIER.CODE::eq).orElse(DSL.noCondition()))
            .and(
                after
                    .map(cursor -> Cursor.parts("asn", 1, cursor).getFirst())
                    .map(ASN.NUMBER::gt)
                    .orElse(DSL.noCondition()))
            .orderBy(ASN.NUMBER)
            .limit(limit + 1)
            .fetch(PurchaseQueries::asn);
    return Page.cut(rows, limit, item -> Cursor.of("asn", item.number()));
  }

  /// One notice.
  public Optional<AsnItem> asn(Scope scope, String number) {
    return asns()
        .where(scope.holdsWarehouse())
        .and(ASN.NUMBER.eq(number))
        .fetchOptional(PurchaseQueries::asn);
  }

  /// What is in it, by line.
  public Page<AsnLine> asnLines(
      Scope scope, String number, boolean told, int limit, Optional<String> after) {
    Condition beyond =
        after
            .map(cursor -> Cursor.numbers("asn_line", 1, cursor).getFirst())
            .map(line -> ASN_LINE.LINE.gt(line.intValue()))
            .orElse(DSL.noCondition());
    List<AsnLine> rows =
        database
            .reading()
            .select(ASN_LINE.asterisk(), PRODUCT.SKU, PRODUCT.NAME, ASN.BLIND)
            .from(ASN_LINE)
            .join(ASN)
            .on(ASN.ID.eq(ASN_LINE.ASN_ID))
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(ASN.WAREHOUSE_ID))
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(ASN_LINE.PRODUCT_ID))
            .where(scope.holdsWarehouse())
            .and(ASN.NUMBER.eq(number))
            .and(beyond)
            .orderBy(ASN_LINE.LINE)
            .limit(limit + 1)
            .fetch(row -> asnLine(row, told || !row.get(ASN.BLIND)));
    return Page.cut(rows, limit, line -> Cursor.of("asn_line", "" + line.line()));
  }

  private static AsnLine asnLine(Record row, boolean told) {
    return new AsnLine(
        row.get(ASN_LINE.LINE),
        given(row.get(ASN_LINE.HANDLING_UNIT)),
        row.get(PRODUCT.SKU),
        row.get(PRODUCT.NAME),
        given(row.get(ASN_LINE.LOT)),
        Optional.ofNullable(row.get(ASN_LINE.EXPIRES_ON)),
        only(told, row.get(ASN_LINE.ANNOUNCED)),
        only(told, row.get(ASN_LINE.RECEIVED)));
  }

  private SelectOnConditionStep<Record> asns() {
    return database
        .reading()
        .select(ASN.asterisk(), WAREHOUSE.CODE, SUPPLIER.CODE)
        .from(ASN)
        .join(SUPPLIER)
        .on(SUPPLIER.ID.eq(ASN.SUPPLIER_ID))
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(ASN.WAREHOUSE_ID));
  }

  private static AsnItem asn(Record row) {
    return new AsnItem(
        row.get(ASN.NUMBER),
        row.get(WAREHOUSE.CODE),
        row.get(SUPPLIER.CODE),
        given(row.get(ASN.PURCHASE_ORDER)),
        row.get(ASN.STATE),
        Optional.ofNullable(row.get(ASN.EXPECTED_ON)),
        row.get(ASN.BLIND),
        row.get(ASN.VERSION));
  }

  private static Optional<String> given(String column) {
    return column.isEmpty() ? Optional.empty() : Optional.of(column);
  }

  /// What is expected until a day, what is late first.
  ///
  /// @param until today in each warehouse when absent
  public Page<Expected> expected(
      Scope scope, Optional<LocalDate> until, boolean told, int limit, Optional<String> after) {
    List<String> from = after.map(cursor -> Cursor.parts("expected", 3, cursor)).orElse(List.of());
    String sql =
        """
        SELECT e.*, d.today FROM (
          SELECT 'purchase_order' AS kind, o.number, w.code, o.supplier, o.expected_on, o.blind,
                 (SELECT coalesce(sum(l.outstanding), 0)::bigint FROM purchase_order_line l
                   WHERE l.purchase_order_id = o.id) AS units
            FROM purchase_order o JOIN warehouse w ON w.id = o.warehouse_id
           WHERE o.state = 'open' AND w.code = ANY({0})
          UNION ALL
          SELECT 'asn', a.number, w.code, s.code, a.expected_on, a.blind,
                 (SELECT coalesce(sum(greatest(l.announced - l.received, 0)), 0)::bigint
                    FROM asn_line l WHERE l.asn_id = a.id)
            FROM asn a JOIN warehouse w ON w.id = a.warehouse_id
            JOIN supplier s ON s.id = a.supplier_id
           WHERE a.state IN ('announced', 'arriving') AND w.code = ANY({0})) e
          JOIN unnest({0}, {6}) AS d(code, today) ON d.code = e.code
         WHERE e.units > 0 AND e.expected_on <= coalesce({1}::date, d.today)
           AND ({2}::date IS NULL OR (e.expected_on, e.kind, e.number) > ({2}::date, {3}, {4}))
         ORDER BY e.expected_on, e.kind, e.number
         LIMIT {5}""";
    DSLContext dsl = database.reading();
    List<Expected> rows =
        dsl.resultQuery(
                sql,
                DSL.val(scope.warehouses().toArray(String[]::new)),
                DSL.val(until.orElse(null), LocalDate.class),
                DSL.val(from.isEmpty() ? null : from.getFirst(), String.class),
                DSL.val(from.isEmpty() ? "" : from.get(1)),
                DSL.val(from.isEmpty() ? "" : from.get(2)),
                DSL.val(limit + 1),
                DSL.val(SiteDays.of(dsl, scope, clock.instant())))
            .fetch(
                row -> {
                  LocalDate day = row.get("expected_on", LocalDate.class);
                  boolean shown = told || !row.get("blind", Boolean.class);
                  return new Expected(
                      row.get("kind", String.class),
                      row.get("number", String.class),
                      row.get("code", String.class),
                      row.get("supplier", String.class),
                      day,
                      only(shown, row.get("units", Long.class)),
                      day.isBefore(row.get("today", LocalDate.class)));
                });
    return Page.cut(
        rows,
        limit,
        last -> Cursor.of("expected", last.expectedOn().toString(), last.kind(), last.number()));
  }
}
