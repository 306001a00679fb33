package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.BALANCE;
import static dev.stockwright.db.tables.Tables.LOCATION;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.PUT_AWAY;
import static dev.stockwright.db.tables.Tables.TASK;
import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.db.Database;
import dev.stockwright.server.putaway.Bins;
import dev.stockwright.server.putaway.Goods;
import dev.stockwright.server.putaway.ProductCard;
import dev.stockwright.server.putaway.ProductCards;
import dev.stockwright.server.putaway.PutAwayRules;
import dev.stockwright.server.putaway.ZonePlan;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;

/// Goods that wait to be put away, and where they would best go.
public final class PutAwayQueries {
  private static final int OTHERS_MAX = 5;

  private final Database database;

  public PutAwayQueries(Database database) {
    this.database = database;
  }

  /// Which ones; what is absent may be anything.
  public record Filter(Optional<String> place, Optional<String> receipt, Optional<String> task) {}

  /// Goods that wait.
  ///
  /// @param sku absent: everything on the handling unit
  /// @param there how many of them lie at `place` now; fewer when somebody has moved them meanwhile
  /// @param reasons why that bin
  /// @param forOrder the order that waits for them
  public record PutAwayItem(
      String task,
      String warehouse,
      String state,
      int priority,
      String place,
      Optional<String> toPlace,
      Optional<String> sku,
      long quantity,
      long there,
      Optional<String> lot,
      Optional<String> handlingUnit,
      String condition,
      String document,
      String reference,
      long done,
      List<String> reasons,
      Optional<String> forOrder,
      Optional<String> heldBy) {}

  /// Where the goods of a task would go if they were directed now.
  ///
  /// @param named the bin that the task names
  /// @param why the reasons it was named for
  /// @param best the bins that take the goods, the best first
  /// @param refused bins that do not, and why
  public record Suggestion(
      String task,
      Optional<String> named,
      List<String> why,
      List<Bin> best,
      List<String> refused) {}

  /// A bin that takes the goods or some of them.
  public record Bin(String location, String zone, long fits, List<String> reasons) {}

  private record Found(long id, PutAwayItem item) {}

  /// Those that wait, most urgent first.
  public Page<PutAwayItem> waiting(Scope scope, Filter filter, int limit, Optional<String> after) {
    Condition beyond =
        after
            .map(cursor -> Cursor.numbers("put_away", 2, cursor))
            .map(at -> DSL.row(TASK.PRIORITY.cast(Long.class), TASK.ID).gt(at.get(0), at.get(1)))
            .orElse(DSL.noCondition());
    List<Found> rows =
        select()
            .where(scope.holdsWarehouse())
            .and(TASK.STATE.in("open", "leased"))
            .and(filter.place().map(TASK.PLACE::eq).orElse(DSL.noCondition()))
            .and(filter.receipt().map(TASK.REFERENCE::eq).orElse(DSL.noCondition()))
            .and(filter.task().map(TASK.NUMBER::eq).orElse(DSL.noCondition()))
            .and(beyond)
            .orderBy(TASK.PRIORITY, TASK.ID)
            .limit(limit + 1)
            .fetch(row -> new Found(row.get(TASK.ID), item(row)));
    Page<Found> page =
        Page.cut(
            rows,
            limit,
            last -> Cursor.of("put_away", "" + last.item().priority(), "" + last.id()));
    return new Page<>(page.items().stream().map(Found::item).toList(), page.next());
  }

  /// Where the goods of a task would go now, and why.
  public Optional<Suggestion> suggestion(Scope scope, String task) {
    return select()
        .where(scope.holdsWarehouse())
        .and(TASK.NUMBER.eq(task))
        .limit(1)
        .fetchOptional()
        .flatMap(this::suggestion);
  }

  private Optional<Suggestion> suggestion(Record row) {
    Optional<Goods> goods = goods(row);
    if (goods.isEmpty()) {
      return Optional.empty();
    }
    Bins bins = new Bins(database.reading(), row.get(TASK.WAREHOUSE_ID));
    ZonePlan plan = bins.plan();
    LocationCode from = new LocationCode(row.get(TASK.PLACE));
    var candidates = bins.candidates(goods.get(), plan, from, row.get(TASK.ID));
    List<Bin> best =
        PutAwayRules.ranked(goods.get(), candidates, plan).stream()
            .limit(OTHERS_MAX)
            .map(
                choice ->
                    new Bin(
                        choice.bin().code().code(),
                        choice.bin().zone(),
                        choice.room().fits(),
                        choice.reasons()))
            .toList();
    return Optional.of(
        new Suggestion(
            row.get(TASK.NUMBER),
            given(row.get(TASK.TO_PLACE)),
            List.of(row.get(PUT_AWAY.REASONS)),
            best,
            PutAwayRules.refused(goods.get(), candidates, plan, OTHERS_MAX)));
  }

  private Optional<Goods> goods(Record row) {
    var condition = dev.stockwright.vocabulary.Condition.of(row.get(PUT_AWAY.CONDITION));
    if (row.get(PRODUCT.SKU) != null) {
      return ProductCards.read(database.reading(), new Sku(row.get(PRODUCT.SKU)))
          .map(card -> Goods.loose(card, row.get(TASK.LOT), row.get(TASK.QUANTITY), condition));
    }
    var piles =
        database
            .reading()
            .select(PRODUCT.SKU, BALANCE.LOT, BALANCE.ON_HAND)
            .from(BALANCE)
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(BALANCE.PRODUCT_ID))
            .where(BALANCE.WAREHOUSE_ID.eq(row.get(TASK.WAREHOUSE_ID)))
            .and(BALANCE.HANDLING_UNIT.eq(row.get(TASK.HANDLING_UNIT)))
            .and(BALANCE.HANDLING_UNIT.ne(""))
            .and(BALANCE.ON_HAND.gt(0L))
            .fetch();
    Map<Sku, ProductCard> cards =
        ProductCards.read(database.reading(), piles.map(pile -> new Sku(pile.value1())));
    List<Goods.Part> parts = new ArrayList<>();
    for (var pile : piles) {
      Optional.ofNullable(cards.get(new Sku(pile.value1())))
          .ifPresent(card -> parts.add(new Goods.Part(card, pile.value2(), pile.value3())));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Goods(parts, condition, true));
  }

  private static final Field<Long> THERE =
      DSL.field(
              DSL.select(DSL.coalesce(DSL.sum(BALANCE.ON_HAND), DSL.inline(0)).cast(Long.class))
                  .from(BALANCE)
                  .join(LOCATION)
                  .on(LOCATION.ID.eq(BALANCE.LOCATION_ID))
                  .where(BALANCE.WAREHOUSE_ID.eq(TASK.WAREHOUSE_ID))
                  .and(LOCATION.WAREHOUSE_ID.eq(TASK.WAREHOUSE_ID))
                  .and(LOCATION.CODE.eq(TASK.PLACE))
                  .and(BALANCE.HANDLING_UNIT.eq(TASK.HANDLING_UNIT))
                  .and(BALANCE.CONDITION.eq(PUT_AWAY.CONDITION))
                  .and(TASK.PRODUCT_ID.isNull().or(BALANCE.PRODUCT_ID.eq(TASK.PRODUCT_ID)))
                  .and(TASK.LOT.eq("").or(BALANCE.LOT.eq(TASK.LOT))))
          .as("there");

  private SelectOnConditionStep<Record> select() {
    return database
        .reading()
        .select(
            TASK.asterisk(),
            WAREHOUSE.CODE,
            PRODUCT.SKU,
            PUT_AWAY.CONDITION,
            PUT_AWAY.DONE,
            PUT_AWAY.REASONS,
            PUT_AWAY.FOR_ORDER,
            THERE)
        .from(PUT_AWAY)
        .join(TASK)
        .on(TASK.ID.eq(PUT_AWAY.TASK_ID))
        .join(WAREHOUSE)
        .on(WAREHOUSE.ID.eq(TASK.WAREHOUSE_ID))
        .leftJoin(PRODUCT)
        .on(PRODUCT.ID.eq(TASK.PRODUCT_ID));
  }

  private static PutAwayItem item(Record row) {
    return new PutAwayItem(
        row.get(TASK.NUMBER),
        row.get(WAREHOUSE.CODE),
        row.get(TASK.STATE),
        row.get(TASK.PRIORITY),
        row.get(TASK.PLACE),
        given(row.get(TASK.TO_PLACE)),
        Optional.ofNullable(row.get(PRODUCT.SKU)),
        row.get(TASK.QUANTITY),
        Math.min(row.get(THERE), row.get(TASK.QUANTITY)),
        given(row.get(TASK.LOT)),
        given(row.get(TASK.HANDLING_UNIT)),
        row.get(PUT_AWAY.CONDITION),
        row.get(TASK.DOCUMENT),
        row.get(TASK.REFERENCE),
        row.get(PUT_AWAY.DONE),
        List.of(row.get(PUT_AWAY.REASONS)),
        given(row.get(PUT_AWAY.FOR_ORDER)),
        Optional.ofNullable(row.get(TASK.LEASED_TO)));
  }

  private static Optional<String> given(String column) {
    return column.isEmpty() ? Optional.empty() : Optional.of(column);
  }
}
