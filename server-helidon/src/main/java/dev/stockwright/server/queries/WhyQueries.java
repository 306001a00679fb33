package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.ALERT;
import static dev.stockwright.db.tables.Tables.MOVEMENT;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.STOCK_LEVEL;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import dev.stockwright.server.reordering.Calculation;
import dev.stockwright.server.reordering.Calculations;
import dev.stockwright.server.watching.AlertKind;
import dev.stockwright.server.watching.AlertRules;
import dev.stockwright.server.watching.Limits;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;

/// Why an alert stands or does not, what another rule would have raised, and why so much should be
/// bought or nothing. By the very rules that the server works with.
public final class WhyQueries {
  /// So many movements of a product are looked at.
  private static final int MOVEMENTS_MAX = 10_000;

  private final Database database;

  public WhyQueries(Database database) {
    this.database = database;
  }

  /// One kind of alert for a product in a warehouse.
  ///
  /// @param alert the open one; absent as well when somebody has resolved it while it stands
  public record Verdict(String kind, boolean stands, Optional<String> alert, String sentence) {}

  /// All of them, with the level and the rule that they are judged by.
  public record Why(
      String warehouse,
      String sku,
      long onHand,
      long reserved,
      long blocked,
      long available,
      Optional<String> rule,
      List<Verdict> verdicts) {}

  /// What a rule would have raised or ended.
  public record Would(String kind, boolean raised, Instant at, long n, long value) {}

  /// The same over time.
  ///
  /// @param looked how many movements there were
  /// @param all whether these were all movements of that time
  public record Tested(int looked, boolean all, List<Would> would) {}

  /// How much should be bought.
  public record Buy(
      String sku,
      String supplier,
      long usable,
      long onOrder,
      long inTransit,
      long committed,
      long position,
      long point,
      long quantity,
      Optional<String> proposal,
      String sentence) {}

  /// Why alerts of a product stand or do not; empty when there is no such product.
  public Optional<Why> why(Scope scope, WarehouseCode warehouse, Sku sku) {
    Condition here =
        scope
            .holdsWarehouse()
            .and(WAREHOUSE.CODE.eq(warehouse.code()))
            .and(PRODUCT.SKU.eq(sku.code()));
    return database
        .reading()
        .select(STOCK_LEVEL.asterisk(), WAREHOUSE.ID, PRODUCT.ID)
        .from(WAREHOUSE)
        .crossJoin(PRODUCT)
        .leftJoin(STOCK_LEVEL)
        .on(STOCK_LEVEL.WAREHOUSE_ID.eq(WAREHOUSE.ID))
        .and(STOCK_LEVEL.PRODUCT_ID.eq(PRODUCT.ID))
        .where(here)
        .fetchOptional(row -> why(warehouse, sku, row));
  }

  private Why why(WarehouseCode warehouse, Sku sku, Record row) {
    boolean there = row.get(STOCK_LEVEL.ON_HAND) != null;
    long onHand = there ? row.get(STOCK_LEVEL.ON_HAND) : 0;
    long reserved = there ? row.get(STOCK_LEVEL.RESERVED) : 0;
    long blocked = there ? row.get(STOCK_LEVEL.BLOCKED) : 0;
    int standing = there ? row.get(STOCK_LEVEL.ALERTS) : 0;
    Limits limits =
        there
            ? Limits.of(
                row.get(STOCK_LEVEL.LOW_AT),
                row.get(STOCK_LEVEL.LOW_CLEAR_AT),
                row.get(STOCK_LEVEL.OVER_AT),
                row.get(STOCK_LEVEL.OVER_CLEAR_AT),
                row.get(STOCK_LEVEL.OUT_WATCHED))
            : Limits.NONE;
    long available = onHand - reserved - blocked;
    List<Verdict> verdicts = new ArrayList<>();
    for (AlertKind kind : AlertKind.OF_LEVELS) {
      boolean stands = (standing & kind.bit()) != 0;
      String sentence =
          there
              ? AlertRules.explained(
                  kind, limits, stands, AlertRules.value(kind, available, onHand))
              : "The product has never been in this warehouse.";
      Optional<String> alert = alert(row, kind);
      verdicts.add(
          new Verdict(
              kind.code(),
              stands,
              alert,
              stands && alert.isEmpty()
                  ? sentence
                      + " Somebody has resolved its alert; the next one comes after it is over."
                  : sentence));
    }
    Optional<String> rule =
        database
            .reading()
            .fetchOptional(
                "SELECT id FROM alert_rule_for(?, ?)", row.get(WAREHOUSE.ID), row.get(PRODUCT.ID))
            .map(found -> "AR-" + found.get(0));
    return new Why(
        warehouse.code(), sku.code(), onHand, reserved, blocked, available, rule, verdicts);
  }

  private Optional<String> alert(Record row, AlertKind kind) {
    return database
        .reading()
        .select(ALERT.NUMBER)
        .from(ALERT)
        .where(ALERT.WAREHOUSE_ID.eq(row.get(WAREHOUSE.ID)))
        .and(ALERT.CAUSE.eq(kind.code() + "/" + row.get(PRODUCT.ID)))
        .and(ALERT.STATE.ne("resolved"))
        .fetchOptional(ALERT.NUMBER);
  }

  /// What these limits would have raised since then, movement by movement; promises count as they
  /// were at each movement.
  public Tested test(Scope scope, WarehouseCode warehouse, Sku sku, Limits limits, Instant since) {
    List<? extends Record> rows =
        database
            .reading()
            .select(
                MOVEMENT.N,
                MOVEMENT.RECORDED_AT,
                MOVEMENT.LEVEL_AFTER,
                MOVEMENT.RESERVED_AFTER,
                MOVEMENT.BLOCKED_AFTER)
            .from(MOVEMENT)
            .join(WAREHOUSE)
            .on(WAREHOUSE.ID.eq(MOVEMENT.WAREHOUSE_ID))
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(MOVEMENT.PRODUCT_ID))
            .where(scope.holdsWarehouse())
            .and(WAREHOUSE.CODE.eq(warehouse.code()))
            .and(PRODUCT.SKU.eq(sku.code()))
            .and(MOVEMENT.RECORDED_AT.ge(since.atOffset(ZoneOffset.UTC)))
            .orderBy(MOVEMENT.N.desc())
            .limit(MOVEMENTS_MAX)
            .fetch();
    List<Record> inOrder = new ArrayList<>(rows);
    Collections.reverse(inOrder);
    List<Would> would = new ArrayList<>();
    int before = 0;
    for (Record row : inOrder) {
      long onHand = row.get(MOVEMENT.LEVEL_AFTER);
      long available = onHand - row.get(MOVEMENT.RESERVED_AFTER) - row.get(MOVEMENT.BLOCKED_AFTER);
      int now = AlertRules.standing(limits, before, available, onHand);
      for (AlertKind kind : AlertKind.OF_LEVELS) {
        if (((now ^ before) & kind.bit()) != 0) {
          would.add(
              new Would(
                  kind.code(),
                  (now & kind.bit()) != 0,
                  row.get(MOVEMENT.RECORDED_AT).toInstant(),
                  row.get(MOVEMENT.N),
                  AlertRules.value(kind, available, onHand)));
        }
      }
      before = now;
    }
    return new Tested(inOrder.size(), inOrder.size() < MOVEMENTS_MAX, would);
  }

  /// How much of a product should be bought now, and how that is calculated; empty when no rule
  /// says so.
  public Optional<Buy> buy(Scope scope, WarehouseCode warehouse, Sku sku) {
    return database
        .reading()
        .select(WAREHOUSE.ID)
        .from(WAREHOUSE)
        .where(scope.holdsWarehouse())
        .and(WAREHOUSE.CODE.eq(warehouse.code()))
        .fetchOptional(WAREHOUSE.ID)
        .flatMap(
            id -> new Calculations(database.reading()).of(id, List.of(sku)).stream().findFirst())
        .map(WhyQueries::buy);
  }

  private static Buy buy(Calculation each) {
    return new Buy(
        each.sku().code(),
        each.supplier().code(),
        each.figures().usable(),
        each.figures().onOrder(),
        each.figures().inTransit(),
        each.figures().committed(),
        each.figures().position(),
        each.terms().point(),
        each.quantity(),
        each.proposal().map(number -> number.code()),
        each.sentence());
  }
}
