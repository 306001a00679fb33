package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.BALANCE;
import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.LOT;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;
import static dev.stockwright.db.tables.Tables.WAREHOUSE_COUNTER;

import dev.stockwright.db.Database;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;

/// All goods of a warehouse with their places, part by part, for devices that keep them and bring
/// them up to date by the events that follow.
public final class BalanceQueries {
  private final Database database;

  public BalanceQueries(Database database) {
    this.database = database;
  }

  /// Goods in one place.
  ///
  /// @param owner absent: ours
  public record BalanceItem(
      String sku,
      String location,
      Optional<String> lot,
      Optional<String> handlingUnit,
      String condition,
      Optional<String> owner,
      long quantity,
      Optional<LocalDate> expiry) {}

  /// A part of the balances in the order of SKU, location, lot, handling unit, condition and owner,
  /// each by the bytes of its UTF-8. Another part may be the state after another event.
  ///
  /// @param n the last event of the warehouse that this part includes
  /// @param epoch of that number
  public record Balances(List<BalanceItem> items, Optional<String> next, long epoch, long n) {}

  /// A part of the balances of one warehouse; empty when it is not in `scope`. Rows and number are
  /// read by one statement, so that they belong together.
  public Optional<Balances> find(
      Scope scope, WarehouseCode warehouse, int limit, Optional<String> after) {
    var part = part(scope, warehouse, limit, after).asTable("part");
    List<Record> rows =
        List.copyOf(
            database
                .reading()
                .select(WAREHOUSE_COUNTER.EPOCH, WAREHOUSE_COUNTER.LAST_N)
                .select(part.fields())
                .from(WAREHOUSE)
                .join(WAREHOUSE_COUNTER)
                .on(WAREHOUSE_COUNTER.WAREHOUSE_ID.eq(WAREHOUSE.ID))
                .leftJoin(part)
                .on(DSL.trueCondition())
                .where(scope.holdsWarehouse())
                .and(WAREHOUSE.CODE.eq(warehouse.code()))
                .orderBy(part.fields())
                .fetch());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<BalanceItem> items =
        rows.stream().filter(row -> row.get("sku") != null).map(BalanceQueries::item).toList();
    Page<BalanceItem> page = Page.cut(items, limit, BalanceQueries::cursor);
    Record any = rows.getFirst();
    return Optional.of(
        new Balances(
            page.items(),
            page.next(),
            any.get(WAREHOUSE_COUNTER.EPOCH),
            any.get(WAREHOUSE_COUNTER.LAST_N)));
  }

  private Select<? extends Record> part(
      Scope scope, WarehouseCode warehouse, int limit, Optional<String> after) {
    return DSL.select(
            PRODUCT.SKU.as("sku"),
            LOCATION.CODE.as("place"),
            BALANCE.LOT.as("lot"),
            BALANCE.HANDLING_UNIT.as("handling_unit"),
            BALANCE.CONDITION.as("condition"),
            BALANCE.OWNER.as("owner"),
            BALANCE.ON_HAND.as("on_hand"),
            LOT.EXPIRES_ON.as("expires_on"))
        .from(BALANCE)
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(BALANCE.PRODUCT_ID))
        .join(LOCATION)
        .on(LOCATION.ID.eq(BALANCE.LOCATION_ID))
        .leftJoin(LOT)
        .on(LOT.PRODUCT_ID.eq(BALANCE.PRODUCT_ID))
        .and(LOT.CODE.eq(BALANCE.LOT))
        .where(
            BALANCE.WAREHOUSE_ID.eq(
                DSL.field(
                    DSL.select(WAREHOUSE.ID)
                        .from(WAREHOUSE)
                        .where(scope.holdsWarehouse())
                        .and(WAREHOUSE.CODE.eq(warehouse.code())))))
        .and(BALANCE.ON_HAND.gt(0L))
        .and(LOCATION.KIND.ne("virtual"))
        .and(after.map(BalanceQueries::beyond).orElse(DSL.noCondition()))
        .orderBy(
            PRODUCT.SKU,
            LOCATION.CODE,
            BALANCE.LOT,
            BALANCE.HANDLING_UNIT,
            BALANCE.CONDITION,
            BALANCE.OWNER)
        .limit(limit + 1);
  }

  /// The products before the cursor's are left out by their index; the row decides among its own.
  private static Condition beyond(String cursor) {
    List<String> at = Cursor.parts("balance", 6, cursor);
    return PRODUCT
        .SKU
        .ge(at.get(0))
        .and(
            DSL.row(
                    PRODUCT.SKU,
                    LOCATION.CODE,
                    BALANCE.LOT,
                    BALANCE.HANDLING_UNIT,
                    BALANCE.CONDITION,
                    BALANCE.OWNER)
                .gt(at.get(0), at.get(1), at.get(2), at.get(3), at.get(4), at.get(5)));
  }

  private static String cursor(BalanceItem last) {
    return Cursor.of(
        "balance",
        last.sku(),
        last.location(),
        last.lot().orElse(""),
        last.handlingUnit().orElse(""),
        last.condition(),
        last.owner().orElse(""));
  }

  private static BalanceItem item(Record row) {
    return new BalanceItem(
        row.get("sku", String.class),
        row.get("place", String.class),
        given(row.get("lot", String.class)),
        given(row.get("handling_unit", String.class)),
        row.get("condition", String.class),
        given(row.get("owner", String.class)),
        row.get("on_hand", Long.class),
        Optional.ofNullable(row.get("expires_on", LocalDate.class)));
  }

  private static Optional<String> given(String column) {
    return column.isEmpty() ? Optional.empty() : Optional.of(column);
  }
}
