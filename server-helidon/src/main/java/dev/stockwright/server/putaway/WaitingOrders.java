package dev.stockwright.server.putaway;

import static dev.stockwright.db.tables.Tables.BALANCE;
import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PUT_AWAY;
import static dev.stockwright.db.tables.Tables.SALES_ORDER;
import static dev.stockwright.db.tables.Tables.SALES_ORDER_LINE;
import static dev.stockwright.db.tables.Tables.TASK;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Orders that wait for goods, most urgent first: what comes in goes to them and not to a bin.
final class WaitingOrders {
  /// More orders than one delivery of a product serves.
  private static final int ORDERS_MAX = 200;

  private final DSLContext sql;
  private final int warehouseId;

  WaitingOrders(DSLContext sql, int warehouseId) {
    this.sql = sql;
    this.warehouseId = warehouseId;
  }

  /// An order and how many base units it still waits for.
  record Waiting(Reference order, long units) {}

  /// Those that wait for a product, less what is on its way to the lane and what lies there.
  List<Waiting> of(int productId, LocationCode lane) {
    long there =
        sql.select(DSL.coalesce(DSL.sum(BALANCE.ON_HAND), DSL.inline(0)).cast(Long.class))
            .from(BALANCE)
            .join(LOCATION)
            .on(LOCATION.ID.eq(BALANCE.LOCATION_ID))
            .where(BALANCE.WAREHOUSE_ID.eq(warehouseId))
            .and(BALANCE.PRODUCT_ID.eq(productId))
            .and(BALANCE.CONDITION.eq("available"))
            .and(LOCATION.WAREHOUSE_ID.eq(warehouseId))
            .and(LOCATION.CODE.eq(lane.code()))
            .fetchSingle()
            .value1();
    var coming =
        DSL.field(
            DSL.select(DSL.coalesce(DSL.sum(TASK.QUANTITY), DSL.inline(0)).cast(Long.class))
                .from(PUT_AWAY)
                .join(TASK)
                .on(TASK.ID.eq(PUT_AWAY.TASK_ID))
                .where(PUT_AWAY.FOR_ORDER.eq(SALES_ORDER.NUMBER))
                .and(TASK.STATE.in("open", "leased"))
                .and(TASK.PRODUCT_ID.eq(SALES_ORDER_LINE.PRODUCT_ID)));
    var wanted = DSL.sum(SALES_ORDER_LINE.BACK_ORDERED).cast(Long.class);
    var rows =
        sql.select(SALES_ORDER.NUMBER, wanted, DSL.max(coming))
            .from(SALES_ORDER_LINE)
            .join(SALES_ORDER)
            .on(SALES_ORDER.ID.eq(SALES_ORDER_LINE.ORDER_ID))
            .where(SALES_ORDER.WAREHOUSE_ID.eq(warehouseId))
            .and(SALES_ORDER_LINE.PRODUCT_ID.eq(productId))
            .and(SALES_ORDER_LINE.BACK_ORDERED.gt(0L))
            .and(SALES_ORDER.STATE.in("committed", "picking", "picked", "packed"))
            .groupBy(SALES_ORDER.ID, SALES_ORDER_LINE.PRODUCT_ID)
            .orderBy(SALES_ORDER.PRIORITY, SALES_ORDER.ID)
            .limit(ORDERS_MAX)
            .fetch();
    List<Waiting> waiting = new ArrayList<>();
    for (var row : rows) {
      long open = row.value2() - row.value3();
      long served = Math.min(there, Math.max(0, open));
      there -= served;
      if (open - served > 0) {
        waiting.add(new Waiting(new Reference(row.value1()), open - served));
      }
    }
    return waiting;
  }
}
