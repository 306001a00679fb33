package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.ALERT;
import static dev.stockwright.db.tables.Tables.ALERT_EVENT;
import static dev.stockwright.db.tables.Tables.ALERT_RULE;
import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Alerts and their rules.
public final class AlertQueries {
  private static final List<String> SEVERITIES = List.of("critical", "warning", "notice");

  private final Database database;

  public AlertQueries(Database database) {
    this.database = database;
  }

  /// Which alerts; what is absent may be anything. Those that are snoozed are shown on request.
  public record Filter(
      Optional<String> kind, Optional<String> severity, Optional<String> sku, boolean snoozed) {}

  /// One alert, with the figures of the moment at which it was raised.
  public record AlertItem(
      String number,
      String warehouse,
      String kind,
      String severity,
      String state,
      Optional<String> sku,
      Optional<String> name,
      Optional<String> place,
      Optional<String> lot,
      Optional<String> document,
      Optional<String> reference,
      String sentence,
      long value,
      long bound,
      long clearBound,
      Optional<String> rule,
      Instant openedAt,
      Optional<String> owner,
      Optional<Instant> snoozedUntil,
      int escalation,
      Optional<Instant> resolvedAt,
      Optional<String> resolvedBy,
      Optional<String> reason) {}

  /// Something that happened to an alert.
  public record AlertHappening(
      String what, Instant at, String by, long value, Optional<String> detail) {}

  /// A rule.
  public record AlertRuleItem(
      String number,
      Optional<String> onlyIn,
      Optional<String> sku,
      Optional<String> category,
      Optional<String> countClass,
      Optional<String> bin,
      Optional<Long> low,
      Optional<Long> lowClear,
      Optional<Long> over,
      Optional<Long> overClear,
      boolean out,
      Optional<Long> expiringDays,
      Instant changedAt,
      String changedBy) {}

  private record Found(long id, int severity, AlertItem item) {}

  /// Those that are open, the most severe first, of each severity the oldest first.
  public Page<AlertItem> open(Scope scope, Filter filter, int limit, Optional<String> after) {
    Condition wanted =
        ALERT
            .STATE
            .ne("resolved")
            .and(filter.kind().map(ALERT.KIND::eq).orElse(DSL.noCondition()))
            .and(
                filter
                    .severity()
                    .map(word -> ALERT.SEVERITY.eq((short) (1 + SEVERITIES.indexOf(word))))
                    .orElse(DSL.noCondition()))
            .and(filter.sku().map(PRODUCT.SKU::eq).orElse(DSL.noCondition()))
            .and(
                filter.snoozed()
                    ? DSL.noCondition()
                    : ALERT
                        .SNOOZED_UNTIL
                        .isNull()
                        .or(ALERT.SNOOZED_UNTIL.le(DSL.currentOffsetDateTime())));
    Condition beyond =
        after
            .map(cursor -> Cursor.numbers("alert", 2, cursor))
            .map(
                at ->
                    DSL.row(ALERT.SEVERITY, ALERT.ID)
                        .gt(DSL.val(at.get(0).shortValue()), DSL.val(at.get(1))))
            .orElse(DSL.noCondition());
    List<Found> rows =
        select(scope, wanted.and(beyond))
            .orderBy(ALERT.SEVERITY, ALERT.ID)
            .limit(limit + 1)
            .fetch(row -> new Found(row.get(ALERT.ID), row.get(ALERT.SEVERITY), item(row)));
    Page<Found> page =
        Page.cut(rows, limit, last -> Cursor.of("alert", "" + last.severity(), "" + last.id()));
    return new Page<>(page.items().stream().map(Found::item).toList(), page.next());
  }

  /// The alert with this number.
  public Optional<AlertItem> find(Scope scope, String number) {
    return select(scope, ALERT.NUMBER.eq(number)).fetchOptional(AlertQueries::item);
  }

  /// What happened to it, oldest first.
  public Page<AlertHappening> history(
      Scope scope, String number, int limit, Optional<String> after) {
    long from = after.map(cursor -> Cursor.numbers("history", 1, cursor).getFirst()).orElse(0L);
    record Row(long id, AlertHappening happening) {}
    List<Row> rows =
        database
            .reading()
            .select(ALERT_EVENT.asterisk())
            .from(ALERT_EVENT)
            .join(ALERT)
            .on(ALERT.ID.eq(ALERT_EVENT.ALERT_ID))
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(ALERT.WAREHOUSE_ID))
            .where(scope.holdsWarehouse())
            .and(ALERT.NUMBER.eq(number))
            .and(ALERT_EVENT.ID.gt(from))
            .orderBy(ALERT_EVENT.ID)
            .limit(limit + 1)
            .fetch(
                row ->
                    new Row(
                        row.get(ALERT_EVENT.ID),
                        new AlertHappening(
                            row.get(ALERT_EVENT.WHAT),
                            row.get(ALERT_EVENT.AT).toInstant(),
                            row.get(ALERT_EVENT.AUTHOR),
                            row.get(ALERT_EVENT.VALUE),
                            given(row.get(ALERT_EVENT.DETAIL)))));
    Page<Row> page = Page.cut(rows, limit, last -> Cursor.of("history", "" + last.id()));
    return new Page<>(page.items().stream().map(Row::happening).toList(), page.next());
  }

  /// The rules of these warehouses, and those for all.
  public Page<AlertRuleItem> rules(Scope scope, int limit, Optional<String> after) {
    long from = after.map(cursor -> Cursor.numbers("rule", 1, cursor).getFirst()).orElse(0L);
    record Row(long id, AlertRuleItem rule) {}
    List<Row> rows =
        database
            .reading()
            .select(ALERT_RULE.asterisk(), WAREHOUSE.CODE, PRODUCT.SKU, LOCATION.CODE)
            .from(ALERT_RULE)
            .leftJoin(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(ALERT_RULE.WAREHOUSE_ID))
            .leftJoin(PRODUCT)
            .on(PRODUCT.ID.eq(ALERT_RULE.PRODUCT_ID))
            .leftJoin(LOCATION)
            .on(LOCATION.ID.eq(ALERT_RULE.LOCATION_ID))
            .where(ALERT_RULE.WAREHOUSE_ID.eq(0).or(scope.holdsWarehouse()))
            .and(ALERT_RULE.ID.gt(from))
            .orderBy(ALERT_RULE.ID)
            .limit(limit + 1)
            .fetch(row -> new Row(row.get(ALERT_RULE.ID), rule(row)));
    Page<Row> page = Page.cut(rows, limit, last -> Cursor.of("rule", "" + last.id()));
    return new Page<>(page.items().stream().map(Row::rule).toList(), page.next());
  }

  private SelectConditionStep<Record> select(Scope scope, Condition which) {
    return database
        .reading()
        .select(ALERT.asterisk(), WAREHOUSE.CODE, PRODUCT.SKU, PRODUCT.NAME)
        .from(ALERT)
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(ALERT.WAREHOUSE_ID))
        .leftJoin(PRODUCT)
        .on(PRODUCT.ID.eq(ALERT.PRODUCT_ID))
        .where(scope.holdsWarehouse())
        .and(which);
  }

  private static AlertItem item(Record row) {
    return new AlertItem(
        row.get(ALERT.NUMBER),
        row.get(WAREHOUSE.CODE),
        row.get(ALERT.KIND),
        SEVERITIES.get(row.get(ALERT.SEVERITY) - 1),
        row.get(ALERT.STATE),
        Optional.ofNullable(row.get(PRODUCT.SKU)),
        Optional.ofNullable(row.get(PRODUCT.NAME)),
        given(row.get(ALERT.PLACE)),
        given(row.get(ALERT.LOT)),
        given(row.get(ALERT.DOCUMENT)),
        given(row.get(ALERT.REFERENCE)),
        row.get(ALERT.SENTENCE),
        row.get(ALERT.VALUE),
        row.get(ALERT.BOUND),
        row.get(ALERT.CLEAR_BOUND),
        Optional.ofNullable(row.get(ALERT.RULE_ID)).map(id -> "AR-" + id),
        row.get(ALERT.OPENED_AT).toInstant(),
        Optional.ofNullable(row.get(ALERT.OWNER)),
        time(row.get(ALERT.SNOOZED_UNTIL)),
        row.get(ALERT.ESCALATION),
        time(row.get(ALERT.RESOLVED_AT)),
        Optional.ofNullable(row.get(ALERT.RESOLVED_BY)),
        Optional.ofNullable(row.get(ALERT.REASON)));
  }

  private static AlertRuleItem rule(Record row) {
    return new AlertRuleItem(
        "AR-" + row.get(ALERT_RULE.ID),
        Optional.ofNullable(row.get(WAREHOUSE.CODE)),
        Optional.ofNullable(row.get(PRODUCT.SKU)),
        given(row.get(ALERT_RULE.CATEGORY)),
        given(row.get(ALERT_RULE.COUNT_CLASS)),
        Optional.ofNullable(row.get(LOCATION.CODE)),
        Optional.ofNullable(row.get(ALERT_RULE.LOW)),
        Optional.ofNullable(row.get(ALERT_RULE.LOW_CLEAR)),
        Optional.ofNullable(row.get(ALERT_RULE.OVER)),
        Optional.ofNullable(row.get(ALERT_RULE.OVER_CLEAR)),
        row.get(ALERT_RULE.OUT),
        Optional.ofNullable(row.get(ALERT_RULE.EXPIRING_DAYS)).map(Integer::longValue),
        row.get(ALERT_RULE.CHANGED_AT).toInstant(),
        row.get(ALERT_RULE.CHANGED_BY));
  }

  static Optional<Instant> time(@Nullable OffsetDateTime column) {
    return Optional.ofNullable(column).map(OffsetDateTime::toInstant);
  }

  private static Optional<String> given(String column) {
    return column.isEmpty() ? Optional.empty() : Optional.of(column);
  }
}
