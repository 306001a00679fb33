package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.CUSTOMER;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.RESERVATION;
import static dev.stockwright.db.tables.Tables.RESERVATION_LINE;
import static dev.stockwright.db.tables.Tables.SALES_ORDER;
import static dev.stockwright.db.tables.Tables.SALES_ORDER_HISTORY;
import static dev.stockwright.db.tables.Tables.SALES_ORDER_LINE;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Customers' orders, and who holds stock. What lapsed a moment ago holds nothing and is shown as
/// expired, whether or not it has been tidied away.
public final class OrderQueries {
  /// Changes of one order that are shown with it, newest first.
  private static final int HISTORY_MAX = 200;

  private static final Set<String> STATES =
      Set.of(
          "placed",
          "committed",
          "picking",
          "picked",
          "packed",
          "shipped",
          "released",
          "expired",
          "cancelled");

  private static final Condition LAPSED =
      SALES_ORDER.STATE.eq("placed").and(SALES_ORDER.EXPIRES_AT.le(DSL.currentOffsetDateTime()));

  private static final Field<String> STATE =
      DSL.when(LAPSED, "expired").otherwise(SALES_ORDER.STATE).as("worth");

  private final Database database;

  public OrderQueries(Database database) {
    this.database = database;
  }

  /// Which orders; what is absent may be anything.
  ///
  /// @param number how it begins
  /// @param customer a code or a name
  /// @param shipBefore only those that are still here and are to leave before that, soonest first
  public record Filter(
      Optional<String> state,
      Optional<String> type,
      Optional<String> number,
      Optional<String> customer,
      Optional<Instant> shipBefore) {}

  /// One order in a list.
  public record OrderItem(
      String number,
      String warehouse,
      String type,
      String state,
      int priority,
      Optional<String> customer,
      Optional<String> name,
      Optional<Instant> expiresAt,
      Optional<Instant> shipBy,
      Instant placedAt,
      String placedBy,
      Instant changedAt,
      String changedBy,
      long version) {}

  /// What is wanted of one product; what is promised is what the ledger should hold for it.
  public record LineItem(
      int line,
      String sku,
      String product,
      long ordered,
      long promised,
      long backOrdered,
      long picked,
      long packed,
      long shipped) {}

  /// What the ledger holds of one product.
  public record Holding(
      String warehouse, String sku, long quantity, String state, Optional<Instant> until) {}

  /// What happened.
  public record Change(Instant at, String by, String device, String state, String detail) {}

  public record AttributeItem(String name, String value) {}

  /// A kit that was ordered, and which lines it became.
  public record KitItem(String sku, String product, long quantity, int firstLine, int lastLine) {}

  /// One order with everything.
  public record OrderWhole(
      OrderItem order,
      List<AttributeItem> attributes,
      List<LineItem> lines,
      List<KitItem> kits,
      List<Holding> holdings,
      List<Change> history) {}

  /// Who was promised some of a product.
  ///
  /// @param state of the order where there is one, of the bare reservation where there is none
  /// @param by who had it promised
  public record Holder(
      String order,
      String type,
      String state,
      long quantity,
      Optional<Instant> until,
      Instant since,
      String by,
      Optional<String> customer,
      Optional<String> name,
      Optional<Integer> priority) {}

  private record Found(long id, OrderItem item) {}

  /// Orders, newest first; with a day, those that are to leave before it, soonest first.
  public Page<OrderItem> list(Scope scope, Filter filter, int limit, Optional<String> after) {
    boolean byDay = filter.shipBefore().isPresent();
    Condition wanted = scope.holdsWarehouse().and(wanted(filter));
    if (byDay) {
      wanted =
          wanted
              .and(SALES_ORDER.STATE.in("committed", "picking", "picked", "packed"))
              .and(SALES_ORDER.SHIP_BY.lt(filter.shipBefore().get().atOffset(ZoneOffset.UTC)));
    }
    Condition beyond = after.map(cursor -> beyond(byDay, cursor)).orElse(DSL.noCondition());
    List<Found> rows =
        select(database.reading())
            .where(wanted)
            .and(beyond)
            .orderBy(
                byDay
                    ? List.of(SALES_ORDER.SHIP_BY.asc(), SALES_ORDER.ID.asc())
                    : List.of(SALES_ORDER.ID.desc()))
            .limit(limit + 1)
            .fetch(row -> new Found(row.get(SALES_ORDER.ID), item(row)));
    Page<Found> page = Page.cut(rows, limit, last -> cursor(byDay, last));
    return new Page<>(page.items().stream().map(Found::item).toList(), page.next());
  }

  private static Condition beyond(boolean byDay, String cursor) {
    if (!byDay) {
      return SALES_ORDER.ID.lt(Cursor.numbers("order", 1, cursor).getFirst());
    }
    List<Long> at = Cursor.numbers("order-day", 2, cursor);
    OffsetDateTime day = Instant.EPOCH.plus(at.get(0), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    return DSL.row(SALES_ORDER.SHIP_BY, SALES_ORDER.ID).gt(day, at.get(1));
  }

  private static String cursor(boolean byDay, Found last) {
    return byDay
        ? Cursor.of(
            "order-day",
            "" + ChronoUnit.MICROS.between(Instant.EPOCH, last.item().shipBy().orElseThrow()),
            "" + last.id())
        : Cursor.of("order", "" + last.id());
  }

  private static Condition wanted(Filter filter) {
    return filter
        .state()
        .map(OrderQueries::inState)
        .orElse(DSL.noCondition())
        .and(filter.type().map(SALES_ORDER.KIND::eq).orElse(DSL.noCondition()))
        .and(filter.number().map(SALES_ORDER.NUMBER::startsWith).orElse(DSL.noCondition()))
        .and(
            filter
                .customer()
                .map(who -> CUSTOMER.CODE.eq(who).or(SALES_ORDER.CUSTOMER.eq(who)))
                .orElse(DSL.noCondition()));
  }

  private static Condition inState(String state) {
    if (!STATES.contains(state)) {
      throw new InvalidValue(
          "invalid_state",
          "state is none of an order's; use one of "
              + String.join(", ", STATES.stream().sorted().toList()));
    }
    return switch (state) {
      case "placed" -> SALES_ORDER.STATE.eq("placed").andNot(LAPSED);
      case "expired" -> SALES_ORDER.STATE.eq("expired").or(LAPSED);
      default -> SALES_ORDER.STATE.eq(state);
    };
  }

  /// The order with this number.
  public Optional<OrderWhole> find(Scope scope, String number) {
    DSLContext sql = database.reading();
    return select(sql)
        .where(scope.holdsWarehouse())
        .and(SALES_ORDER.NUMBER.eq(number))
        .fetchOptional(row -> new Found(row.get(SALES_ORDER.ID), item(row)))
        .map(
            found ->
                new OrderWhole(
                    found.item(),
                    attributes(sql, found.id()),
                    lines(sql, found.id()),
                    KitQueries.ofOrder(sql, found.id()),
                    holdings(sql, number, scope),
                    history(sql, found.id())));
  }

  private static List<AttributeItem> attributes(DSLContext sql, long id) {
    return sql.fetch(
            "SELECT a.key, a.value FROM sales_order o, jsonb_each_text(o.attributes) a"
                + " WHERE o.id = ? ORDER BY a.key",
            id)
        .map(row -> new AttributeItem(row.get(0, String.class), row.get(1, String.class)));
  }

  private static List<LineItem> lines(DSLContext sql, long id) {
    return sql.select(SALES_ORDER_LINE.asterisk(), PRODUCT.SKU, PRODUCT.NAME)
        .from(SALES_ORDER_LINE)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(SALES_ORDER_LINE.PRODUCT_ID))
        .where(SALES_ORDER_LINE.ORDER_ID.eq(id))
        .orderBy(SALES_ORDER_LINE.LINE)
        .fetch(
            row ->
                new LineItem(
                    row.get(SALES_ORDER_LINE.LINE),
                    row.get(PRODUCT.SKU),
                    row.get(PRODUCT.NAME),
                    row.get(SALES_ORDER_LINE.ORDERED),
                    row.get(SALES_ORDER_LINE.ORDERED)
                        - row.get(SALES_ORDER_LINE.BACK_ORDERED)
                        - row.get(SALES_ORDER_LINE.SHIPPED),
                    row.get(SALES_ORDER_LINE.BACK_ORDERED),
                    row.get(SALES_ORDER_LINE.PICKED),
                    row.get(SALES_ORDER_LINE.PACKED),
                    row.get(SALES_ORDER_LINE.SHIPPED)));
  }

  private static Condition holding() {
    return DSL.condition(RESERVATION_LINE.OPEN)
        .and(RESERVATION_LINE.QUANTITY.gt(0L))
        .and(
            RESERVATION
                .STATE
                .ne("placed")
                .or(RESERVATION.EXPIRES_AT.gt(DSL.currentOffsetDateTime())));
  }

  private static List<Holding> holdings(DSLContext sql, String number, Scope scope) {
    return sql.select(
            WAREHOUSE.CODE,
            PRODUCT.SKU,
            RESERVATION_LINE.QUANTITY,
            RESERVATION.STATE,
            RESERVATION.EXPIRES_AT)
        .from(RESERVATION)
        .join(RESERVATION_LINE)
        .on(RESERVATION_LINE.RESERVATION_ID.eq(RESERVATION.ID))
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(RESERVATION_LINE.WAREHOUSE_ID))
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(RESERVATION_LINE.PRODUCT_ID))
        .where(RESERVATION.ORDER_CODE.eq(number))
        .and(holding())
        .and(scope.holdsWarehouse())
        .orderBy(PRODUCT.SKU)
        .fetch(
            row ->
                new Holding(
                    row.value1(), row.value2(), row.value3(), row.value4(), time(row.value5())));
  }

  private static List<Change> history(DSLContext sql, long id) {
    return sql.selectFrom(SALES_ORDER_HISTORY)
        .where(SALES_ORDER_HISTORY.ORDER_ID.eq(id))
        .orderBy(SALES_ORDER_HISTORY.ID.desc())
        .limit(HISTORY_MAX)
        .fetch(
            row ->
                new Change(
                    row.get(SALES_ORDER_HISTORY.AT).toInstant(),
                    row.get(SALES_ORDER_HISTORY.AUTHOR),
                    row.get(SALES_ORDER_HISTORY.DEVICE),
                    row.get(SALES_ORDER_HISTORY.STATE),
                    row.get(SALES_ORDER_HISTORY.DETAIL)));
  }

  /// Who holds the stock of a product, oldest promise first: orders and bare reservations.
  public Page<Holder> holders(Scope scope, Sku sku, int limit, Optional<String> after) {
    record Row(long id, Holder holder) {}
    List<Row> rows =
        database
            .reading()
            .select(
                RESERVATION.asterisk(),
                RESERVATION_LINE.QUANTITY,
                SALES_ORDER.KIND,
                SALES_ORDER.STATE.as("order_state"),
                SALES_ORDER.PRIORITY,
                SALES_ORDER.CUSTOMER,
                CUSTOMER.CODE)
            .from(RESERVATION_LINE)
            .join(RESERVATION)
            .on(RESERVATION.ID.eq(RESERVATION_LINE.RESERVATION_ID))
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(RESERVATION_LINE.WAREHOUSE_ID))
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(RESERVATION_LINE.PRODUCT_ID))
            .leftJoin(SALES_ORDER)
            .on(SALES_ORDER.NUMBER.eq(RESERVATION.ORDER_CODE))
            .leftJoin(CUSTOMER)
            .on(CUSTOMER.ID.eq(SALES_ORDER.CUSTOMER_ID))
            .where(scope.holdsWarehouse())
            .and(PRODUCT.SKU.eq(sku.code()))
            .and(holding())
            .and(
                after
                    .map(cursor -> Cursor.numbers("holder", 1, cursor).getFirst())
                    .map(RESERVATION.ID::gt)
                    .orElse(DSL.noCondition()))
            .orderBy(RESERVATION.ID)
            .limit(limit + 1)
            .fetch(row -> new Row(row.get(RESERVATION.ID), holder(row)));
    Page<Row> page = Page.cut(rows, limit, last -> Cursor.of("holder", "" + last.id()));
    return new Page<>(page.items().stream().map(Row::holder).toList(), page.next());
  }

  private static Holder holder(Record row) {
    Optional<String> state = Optional.ofNullable(row.get("order_state", String.class));
    return new Holder(
        row.get(RESERVATION.ORDER_CODE),
        Optional.ofNullable(row.get(SALES_ORDER.KIND)).orElse("reservation"),
        state
            .filter(word -> !word.equals("placed") && !word.equals("committed"))
            .orElse(row.get(RESERVATION.STATE)),
        row.get(RESERVATION_LINE.QUANTITY),
        time(row.get(RESERVATION.EXPIRES_AT)),
        row.get(RESERVATION.PLACED_AT).toInstant(),
        row.get(RESERVATION.PLACED_BY),
        Optional.ofNullable(row.get(CUSTOMER.CODE)),
        given(row.get(SALES_ORDER.CUSTOMER)),
        Optional.ofNullable(row.get(SALES_ORDER.PRIORITY)).map(Short::intValue));
  }

  private static SelectOnConditionStep<Record> select(DSLContext sql) {
    return sql.select(SALES_ORDER.asterisk(), STATE, WAREHOUSE.CODE, CUSTOMER.CODE)
        .from(SALES_ORDER)
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(SALES_ORDER.WAREHOUSE_ID))
        .leftJoin(CUSTOMER)
        .on(CUSTOMER.ID.eq(SALES_ORDER.CUSTOMER_ID));
  }

  private static OrderItem item(Record row) {
    return new OrderItem(
        row.get(SALES_ORDER.NUMBER),
        row.get(WAREHOUSE.CODE),
        row.get(SALES_ORDER.KIND),
        row.get(STATE),
        row.get(SALES_ORDER.PRIORITY),
        Optional.ofNullable(row.get(CUSTOMER.CODE)),
        given(row.get(SALES_ORDER.CUSTOMER)),
        time(row.get(SALES_ORDER.EXPIRES_AT)),
        time(row.get(SALES_ORDER.SHIP_BY)),
        row.get(SALES_ORDER.PLACED_AT).toInstant(),
        row.get(SALES_ORDER.PLACED_BY),
        row.get(SALES_ORDER.CHANGED_AT).toInstant(),
        row.get(SALES_ORDER.CHANGED_BY),
        row.get(SALES_ORDER.VERSION));
  }

  private static Optional<Instant> time(@Nullable OffsetDateTime column) {
    return Optional.ofNullable(column).map(OffsetDateTime::toInstant);
  }

  private static Optional<String> given(@Nullable String column) {
    return Optional.ofNullable(column).filter(text -> !text.isEmpty());
  }
}
