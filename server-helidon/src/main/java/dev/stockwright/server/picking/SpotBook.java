package dev.stockwright.server.picking;

import static dev.stockwright.db.tables.Tables.BALANCE;
import static dev.stockwright.db.tables.Tables.COUNT_BIN;
import static dev.stockwright.db.tables.Tables.COUNT_LINE;
import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.LOT;
import static dev.stockwright.db.tables.Tables.PICK;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.STOCK_COUNT;
import static dev.stockwright.db.tables.Tables.TASK;

import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// What lies where, and what others will take of it.
public final class SpotBook {
  private static final int ROWS_AT_ONCE = 2_000;

  /// The whole history of some products, oldest first, part by part of its index.
  private static final String MOVED =
      """
      SELECT m.n, m.command_id, m.product_id, m.lot, m.from_location_id, m.to_location_id,
             m.quantity
        FROM unnest(?::int[]) AS p(id)
       CROSS JOIN LATERAL (SELECT last_n FROM warehouse_counter WHERE warehouse_id = ?) c
       CROSS JOIN generate_series(0, (c.last_n >> 14)::integer) AS part(at)
        JOIN movement m ON m.warehouse_id = ? AND (m.n >> 14)::integer = part.at
                       AND m.product_id = p.id
       ORDER BY m.n""";

  private final DSLContext sql;
  private final int warehouse;

  public SpotBook(DSLContext sql, int warehouse) {
    this.sql = sql;
    this.warehouse = warehouse;
  }

  private record Claim(int location, int product, String lot, String handlingUnit) {}

  /// Everything of these products that lies in real places.
  ///
  /// @param aged whether it matters when the goods came into the warehouse
  public Map<Sku, List<Spot>> spots(Collection<Integer> products, boolean aged) {
    Map<Claim, Long> claims = claims(products);
    Arrivals arrivals = aged ? arrivals(products) : new Arrivals();
    Field<Boolean> doubted =
        DSL.field(DSL.exists(looks()).or(DSL.exists(counts())).or(DSL.exists(variances())))
            .as("doubted");
    Map<Sku, List<Spot>> spots = new HashMap<>();
    sql.select(BALANCE.asterisk())
        .select(LOCATION.CODE, LOCATION.KIND, LOCATION.ZONE, LOCATION.PICK_SEQUENCE)
        .select(LOCATION.X_MM, LOCATION.Y_MM, LOCATION.PICK_FACE, LOCATION.LOCKED_OUT)
        .select(LOCATION.LOCK_REASON, LOCATION.ACTIVE, PRODUCT.SKU, PRODUCT.DAYS_LEFT_MIN)
        .select(LOT.EXPIRES_ON, doubted)
        .from(BALANCE)
        .join(LOCATION)
        .on(LOCATION.ID.eq(BALANCE.LOCATION_ID))
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(BALANCE.PRODUCT_ID))
        .leftJoin(LOT)
        .on(LOT.PRODUCT_ID.eq(BALANCE.PRODUCT_ID))
        .and(LOT.CODE.eq(BALANCE.LOT))
        .where(BALANCE.WAREHOUSE_ID.eq(warehouse))
        .and(BALANCE.PRODUCT_ID.eq(DSL.any(products.toArray(Integer[]::new))))
        .and(BALANCE.ON_HAND.gt(0L))
        .orderBy(BALANCE.PRODUCT_ID, LOCATION.CODE, BALANCE.LOT, BALANCE.HANDLING_UNIT)
        .forEach(
            row -> {
              Spot spot = spot(row, claims, arrivals, row.get(doubted));
              spots.computeIfAbsent(spot.sku(), any -> new ArrayList<>()).add(spot);
            });
    return spots;
  }

  /// Somebody is to look after a short pick.
  private org.jooq.Select<?> looks() {
    return DSL.selectOne()
        .from(TASK)
        .where(TASK.WAREHOUSE_ID.eq(warehouse))
        .and(TASK.DOCUMENT.eq("pick"))
        .and(TASK.KIND.in("zero_check", "count"))
        .and(TASK.STATE.in("open", "leased"))
        .and(TASK.PLACE.eq(LOCATION.CODE))
        .and(TASK.PRODUCT_ID.eq(BALANCE.PRODUCT_ID));
  }

  /// Somebody has found the bin not as it should be and has had it counted. What is planned by the
  /// system is no doubt.
  private org.jooq.Select<?> counts() {
    return DSL.selectOne()
        .from(STOCK_COUNT)
        .join(COUNT_BIN)
        .on(COUNT_BIN.COUNT_ID.eq(STOCK_COUNT.ID))
        .and(COUNT_BIN.ROUND.eq(STOCK_COUNT.ROUND))
        .where(STOCK_COUNT.WAREHOUSE_ID.eq(warehouse))
        .and(STOCK_COUNT.STATE.in("requested", "counting", "recount"))
        .and(STOCK_COUNT.TRIGGER.in("zero", "exception"))
        .and(STOCK_COUNT.REQUESTED_BY.ne(Submission.ITSELF.code()))
        .and(COUNT_BIN.LOCATION_ID.eq(LOCATION.ID))
        .and(COUNT_BIN.STATE.in("open", "counting"));
  }

  /// Fewer were counted than the books have, and nobody has decided yet.
  private org.jooq.Select<?> variances() {
    return DSL.selectOne()
        .from(COUNT_LINE)
        .where(COUNT_LINE.WAREHOUSE_ID.eq(warehouse))
        .and(COUNT_LINE.STATE.in("open", "review"))
        .and(COUNT_LINE.LOCATION_ID.eq(LOCATION.ID))
        .and(COUNT_LINE.PRODUCT_ID.eq(BALANCE.PRODUCT_ID))
        .and(COUNT_LINE.VARIANCE.lt(0L));
  }

  private static Spot spot(
      Record row, Map<Claim, Long> claims, Arrivals arrivals, boolean doubted) {
    int location = row.get(BALANCE.LOCATION_ID);
    int product = row.get(BALANCE.PRODUCT_ID);
    String lot = row.get(BALANCE.LOT);
    String unit = row.get(BALANCE.HANDLING_UNIT);
    Condition condition = Condition.of(row.get(BALANCE.CONDITION));
    String lock = row.get(LOCATION.LOCK_REASON);
    boolean plain = condition == Condition.AVAILABLE && row.get(BALANCE.OWNER).isEmpty();
    return new Spot(
        new Sku(row.get(PRODUCT.SKU)),
        new PileKey(
            new LocationCode(row.get(LOCATION.CODE)), lot, unit, condition, row.get(BALANCE.OWNER)),
        row.get(BALANCE.ON_HAND),
        plain ? claims.getOrDefault(new Claim(location, product, lot, unit), 0L) : 0,
        Optional.ofNullable(row.get(LOT.EXPIRES_ON)),
        row.get(PRODUCT.DAYS_LEFT_MIN),
        arrivals.oldest(new Arrivals.Goods(location, product, lot)),
        new Spot.Place(
            location,
            row.get(LOCATION.KIND),
            row.get(LOCATION.ZONE),
            row.get(LOCATION.PICK_SEQUENCE),
            row.get(LOCATION.X_MM),
            row.get(LOCATION.Y_MM),
            row.get(LOCATION.PICK_FACE),
            row.get(LOCATION.LOCKED_OUT) ? (lock.isEmpty() ? "no reason given" : lock) : "",
            row.get(LOCATION.ACTIVE),
            doubted));
  }

  private Map<Claim, Long> claims(Collection<Integer> products) {
    Integer[] wanted = products.toArray(Integer[]::new);
    var picks =
        DSL.select(
                PICK.LOCATION_ID,
                PICK.PRODUCT_ID,
                PICK.LOT,
                PICK.HANDLING_UNIT,
                PICK.QUANTITY.minus(PICK.PICKED).as("units"))
            .from(PICK)
            .where(PICK.WAREHOUSE_ID.eq(warehouse))
            .and(PICK.STATE.eq("open"))
            .and(PICK.PRODUCT_ID.eq(DSL.any(wanted)));
    var refills =
        DSL.select(LOCATION.ID, TASK.PRODUCT_ID, TASK.LOT, TASK.HANDLING_UNIT, TASK.QUANTITY)
            .from(TASK)
            .join(LOCATION)
            .on(LOCATION.WAREHOUSE_ID.eq(TASK.WAREHOUSE_ID))
            .and(LOCATION.CODE.eq(TASK.PLACE))
            .where(TASK.WAREHOUSE_ID.eq(warehouse))
            .and(TASK.KIND.eq("replenish"))
            .and(TASK.STATE.in("open", "leased"))
            .and(TASK.PRODUCT_ID.eq(DSL.any(wanted)));
    Table<?> all = picks.unionAll(refills).asTable("claim");
    Map<Claim, Long> claims = new HashMap<>();
    sql.select(all.fields())
        .from(all)
        .forEach(
            row ->
                claims.merge(
                    new Claim(
                        row.get(0, Integer.class),
                        row.get(1, Integer.class),
                        row.get(2, String.class),
                        row.get(3, String.class)),
                    row.get(4, Long.class),
                    Long::sum));
    return claims;
  }

  private Arrivals arrivals(Collection<Integer> products) {
    Arrivals arrivals = new Arrivals();
    Integer[] ids = products.toArray(Integer[]::new);
    try (var rows =
        sql.resultQuery(MOVED, DSL.val(ids), warehouse, warehouse)
            .fetchSize(ROWS_AT_ONCE)
            .fetchLazy()) {
      for (Record row : rows) {
        arrivals.moved(
            new Arrivals.Moved(
                row.get(0, Long.class),
                row.get(1, UUID.class),
                row.get(2, Integer.class),
                row.get(3, String.class),
                row.get(4, Integer.class),
                row.get(5, Integer.class),
                row.get(6, Long.class)));
      }
    }
    return arrivals;
  }
}
