package dev.stockwright.server.alerts;

import static dev.stockwright.db.tables.Tables.ALERT_PENDING;
import static dev.stockwright.db.tables.Tables.ALERT_RULE;
import static dev.stockwright.db.tables.Tables.PRODUCT;
import static dev.stockwright.db.tables.Tables.STOCK_LEVEL;

import dev.stockwright.protocol.AlertCommand.Covers;
import dev.stockwright.protocol.AlertCommand.Watch;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// The rules of alerts, for one command at work. What holds for a product stands with its level;
/// after a rule has changed, the levels are told, as many at once as a command may hold a warehouse
/// up for, and the rest by the reviews that follow.
final class RuleBook {
  /// So many levels are gone through by one command, in about a tenth of a second.
  static final int SLICE = 5_000;

  /// By the rows' places, which stand under the warehouse's lock: no plan can make it a join of all
  /// with all.
  private static final String TELL =
      """
      UPDATE stock_level l
         SET low_at = x.low, low_clear_at = x.low_clear, over_at = x.over,
             over_clear_at = x.over_clear, out_watched = x.out
        FROM (SELECT p.place, coalesce(r.low, 0) AS low, coalesce(r.low_clear, 0) AS low_clear,
                     coalesce(r.over, 0) AS over, coalesce(r.over_clear, 0) AS over_clear,
                     coalesce(r.out, false) AS out
                FROM (SELECT product_id, ctid AS place FROM stock_level
                       WHERE warehouse_id = ? AND product_id BETWEEN ? AND ?
                       ORDER BY product_id LIMIT ?) p
                LEFT JOIN LATERAL alert_rule_for(?, p.product_id) r ON true) x
       WHERE l.ctid = x.place
         AND (l.low_at, l.low_clear_at, l.over_at, l.over_clear_at, l.out_watched)
             IS DISTINCT FROM (x.low, x.low_clear, x.over, x.over_clear, x.out)""";

  private final Work work;

  RuleBook(Work work) {
    this.work = work;
  }

  /// Sets a rule and returns its number.
  Reference set(Covers covers, Watch watch) {
    long id =
        work.sql()
            .insertInto(ALERT_RULE)
            .set(ALERT_RULE.WAREHOUSE_ID, warehouse(covers))
            .set(ALERT_RULE.PRODUCT_ID, product(covers))
            .set(ALERT_RULE.CATEGORY, covers.category().orElse(""))
            .set(ALERT_RULE.COUNT_CLASS, covers.countClass().orElse(""))
            .set(ALERT_RULE.LOCATION_ID, location(covers))
            .set(ALERT_RULE.LOW, watch.low().orElse(null))
            .set(ALERT_RULE.LOW_CLEAR, watch.lowClear().or(watch::low).orElse(null))
            .set(ALERT_RULE.OVER, watch.over().orElse(null))
            .set(ALERT_RULE.OVER_CLEAR, watch.overClear().or(watch::over).orElse(null))
            .set(ALERT_RULE.OUT, watch.out())
            .set(ALERT_RULE.EXPIRING_DAYS, watch.expiringDays().map(Long::intValue).orElse(null))
            .set(ALERT_RULE.CHANGED_AT, work.at())
            .set(ALERT_RULE.CHANGED_BY, work.author().code())
            .onConflict(
                ALERT_RULE.PRODUCT_ID,
                ALERT_RULE.WAREHOUSE_ID,
                ALERT_RULE.CATEGORY,
                ALERT_RULE.COUNT_CLASS,
                ALERT_RULE.LOCATION_ID)
            .doUpdate()
            .setAllToExcluded()
            .returningResult(ALERT_RULE.ID)
            .fetchSingle()
            .value1();
    return number(id);
  }

  /// Removes a rule and returns its number; empty when there is none.
  Optional<Reference> remove(Covers covers) {
    return work.sql()
        .deleteFrom(ALERT_RULE)
        .where(covered(covers))
        .returningResult(ALERT_RULE.ID)
        .fetchOptional()
        .map(row -> number(row.value1()));
  }

  private static Reference number(long id) {
    return new Reference("AR-" + id);
  }

  private Condition covered(Covers covers) {
    return ALERT_RULE
        .WAREHOUSE_ID
        .eq(warehouse(covers))
        .and(ALERT_RULE.PRODUCT_ID.eq(product(covers)))
        .and(ALERT_RULE.CATEGORY.eq(covers.category().orElse("")))
        .and(ALERT_RULE.COUNT_CLASS.eq(covers.countClass().orElse("")))
        .and(ALERT_RULE.LOCATION_ID.eq(location(covers)));
  }

  private int warehouse(Covers covers) {
    return covers.onlyIn().map(work::warehouseId).orElse(0);
  }

  private int product(Covers covers) {
    return covers.sku().map(sku -> work.productId(sku).orElseThrow()).orElse(0);
  }

  private int location(Covers covers) {
    return covers
        .bin()
        .map(bin -> work.locationId(covers.onlyIn().orElseThrow(), bin).orElseThrow())
        .orElse(0);
  }

  /// Tells the levels of what has changed.
  ///
  /// @param most how many at once
  void tell(WarehouseCode warehouse, Covers covers, int most) {
    if (covers.bin().isPresent()) {
      return; // that is no matter of the level
    }
    if (covers.sku().isPresent()) {
      int product = product(covers);
      tell(warehouse, product, product, 1);
      if (covers.onlyIn().isPresent()) {
        work.stock().look(warehouse, List.of(covers.sku().get()));
      }
    } else {
      goOn(warehouse, 0, most);
    }
  }

  /// Goes on where the commands before have stopped; false when nothing is left to do.
  boolean goOn(WarehouseCode warehouse) {
    Optional<Integer> after =
        work.sql()
            .deleteFrom(ALERT_PENDING)
            .where(ALERT_PENDING.WAREHOUSE_ID.eq(work.warehouseId(warehouse)))
            .returningResult(ALERT_PENDING.AFTER_PRODUCT)
            .fetchOptional()
            .map(row -> row.value1());
    after.ifPresent(from -> goOn(warehouse, from, SLICE));
    return after.isPresent();
  }

  private void goOn(WarehouseCode warehouse, int after, int most) {
    Optional<Integer> reached = tell(warehouse, after + 1, Integer.MAX_VALUE, most);
    reached.ifPresent(last -> stopAt(warehouse, last));
  }

  private void stopAt(WarehouseCode warehouse, int last) {
    work.sql()
        .insertInto(ALERT_PENDING)
        .set(ALERT_PENDING.WAREHOUSE_ID, work.warehouseId(warehouse))
        .set(ALERT_PENDING.AFTER_PRODUCT, last)
        .onConflict(ALERT_PENDING.WAREHOUSE_ID)
        .doUpdate()
        .set(
            ALERT_PENDING.AFTER_PRODUCT,
            DSL.least(ALERT_PENDING.AFTER_PRODUCT, DSL.excluded(ALERT_PENDING.AFTER_PRODUCT)))
        .execute();
  }

  /// Tells the levels of products from one to another, and has those that are watched looked at;
  /// returns the last one when there may be more.
  private Optional<Integer> tell(WarehouseCode warehouse, int from, int to, int most) {
    int id = work.warehouseId(warehouse);
    int changed = work.sql().execute(TELL, id, from, to, most, id);
    if (changed > 0) {
      work.stock().forget();
    }
    record Row(int product, Sku sku, boolean watched) {}
    List<Row> rows =
        work.sql()
            .select(
                STOCK_LEVEL.PRODUCT_ID,
                PRODUCT.SKU,
                STOCK_LEVEL
                    .LOW_AT
                    .gt(0L)
                    .or(STOCK_LEVEL.OVER_AT.gt(0L))
                    .or(STOCK_LEVEL.OUT_WATCHED)
                    .or(STOCK_LEVEL.ALERTS.ne((short) 0)))
            .from(STOCK_LEVEL)
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(STOCK_LEVEL.PRODUCT_ID))
            .where(STOCK_LEVEL.WAREHOUSE_ID.eq(id))
            .and(STOCK_LEVEL.PRODUCT_ID.between(from, to))
            .orderBy(STOCK_LEVEL.PRODUCT_ID)
            .limit(most)
            .fetch(row -> new Row(row.value1(), new Sku(row.value2()), row.value3()));
    work.stock().look(warehouse, rows.stream().filter(Row::watched).map(Row::sku).toList());
    return rows.size() < most || from == to
        ? Optional.empty()
        : Optional.of(rows.getLast().product());
  }
}
