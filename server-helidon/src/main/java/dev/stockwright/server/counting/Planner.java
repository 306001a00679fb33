package dev.stockwright.server.counting;

import static dev.stockwright.db.tables.Tables.COUNT_SCHEDULE;

import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/// Finds what is due to be counted. Each trigger makes one count at most a run, of so many products
/// or bins; the next run goes on with the rest.
final class Planner {
  private static final long AT_ONCE = 200;

  /// Products that match and were not counted for so long, and wait in no count.
  private static final String PRODUCTS =
      """
      SELECT p.sku
        FROM stock_level v
        JOIN product p ON p.id = v.product_id
        LEFT JOIN count_class c ON c.warehouse_id = v.warehouse_id AND c.product_id = v.product_id
       WHERE v.warehouse_id = ? AND {which}
         AND NOT EXISTS (SELECT FROM count_line l
                          WHERE l.warehouse_id = v.warehouse_id AND l.product_id = v.product_id
                            AND l.closed_at > ?::timestamptz)
         AND NOT EXISTS (SELECT FROM count_product q
                           JOIN stock_count s ON s.id = q.count_id
                          WHERE q.product_id = v.product_id AND s.warehouse_id = v.warehouse_id
                            AND s.state IN ('requested', 'counting', 'counted', 'recount', 'review'))
       ORDER BY c.value DESC NULLS LAST, p.id LIMIT ?""";

  /// Bins in which something was and nothing is any more.
  private static final String EMPTIED =
      """
      SELECT o.code
        FROM location o
       WHERE o.warehouse_id = ? AND o.kind = 'bin' AND o.active
         AND EXISTS (SELECT FROM balance b WHERE b.location_id = o.id)
         AND NOT EXISTS (SELECT FROM balance b WHERE b.location_id = o.id AND b.on_hand > 0)
         AND NOT EXISTS (SELECT FROM count_bin k WHERE k.location_id = o.id
                            AND k.closed_at > ?::timestamptz)
       ORDER BY o.zone, o.pick_sequence, o.code LIMIT ?""";

  private final Work work;
  private final WarehouseCode warehouse;
  private final int warehouseId;
  private final CountBook book;
  private final List<Step> steps = new ArrayList<>();

  Planner(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
    this.warehouseId = work.warehouseId(warehouse);
    this.book = new CountBook(work);
  }

  List<Step> plan() {
    schedules();
    products("exception", "v.unreconciled <> 0", days("exception", 1));
    products("low_stock", "v.is_low AND v.on_hand > 0", days("low_stock", 7));
    ofClass("A", 30);
    ofClass("B", 90);
    ofClass("C", 365);
    emptied();
    return steps;
  }

  private long days(String what, long otherwise) {
    return work.setting(warehouse, "counting.days_" + what, otherwise);
  }

  private void ofClass(String countClass, long otherwise) {
    products(
        "class",
        "v.on_hand > 0 AND coalesce(c.count_class, p.count_class) = '" + countClass + "'",
        days(countClass.toLowerCase(java.util.Locale.ROOT), otherwise));
  }

  /// @param days 0 turns the trigger off
  private void products(String trigger, String which, long days) {
    if (days > 0) {
      List<Sku> skus =
          work.sql()
              .fetch(PRODUCTS.replace("{which}", which), warehouseId, since(days), atOnce())
              .map(row -> new Sku(row.get(0, String.class)));
      if (!skus.isEmpty()) {
        request(Scope.products(warehouse, trigger, skus));
      }
    }
  }

  private void emptied() {
    long days = days("zero", 30);
    if (days > 0) {
      List<LocationCode> bins =
          work.sql()
              .fetch(EMPTIED, warehouseId, since(days), atOnce())
              .map(row -> new LocationCode(row.get(0, String.class)));
      if (!bins.isEmpty()) {
        request(Scope.bins(warehouse, "zero", bins));
      }
    }
  }

  private String since(long days) {
    return work.now().minus(Duration.ofDays(days)).toString();
  }

  private long atOnce() {
    return work.setting(warehouse, "counting.plan_at_once", AT_ONCE);
  }

  private void request(Scope scope) {
    CountBook.Found found = book.look(scope);
    if (!found.locations().isEmpty() && found.locations().size() <= CountBook.BINS_MAX) {
      steps.addAll(book.request(scope, found));
    }
  }

  private void schedules() {
    LocalDate today = work.today(warehouse);
    List<Record> due =
        List.copyOf(
            work.sql()
                .select(COUNT_SCHEDULE.asterisk())
                .from(COUNT_SCHEDULE)
                .where(COUNT_SCHEDULE.WAREHOUSE_ID.eq(warehouseId))
                .and(COUNT_SCHEDULE.ACTIVE)
                .and(COUNT_SCHEDULE.NEXT_ON.le(today))
                .orderBy(COUNT_SCHEDULE.CODE)
                .fetch());
    for (Record schedule : due) {
      request(scope(schedule, today));
      int every = schedule.get(COUNT_SCHEDULE.EVERY_DAYS);
      LocalDate next = schedule.get(COUNT_SCHEDULE.NEXT_ON);
      while (!next.isAfter(today)) {
        next = next.plusDays(every);
      }
      work.sql()
          .update(COUNT_SCHEDULE)
          .set(COUNT_SCHEDULE.NEXT_ON, next)
          .where(COUNT_SCHEDULE.WAREHOUSE_ID.eq(warehouseId))
          .and(COUNT_SCHEDULE.CODE.eq(schedule.get(COUNT_SCHEDULE.CODE)))
          .execute();
    }
  }

  private Scope scope(Record schedule, LocalDate today) {
    return new Scope(
        warehouse,
        Optional.empty(),
        "schedule",
        Arrays.stream(schedule.get(COUNT_SCHEDULE.BINS)).map(LocationCode::new).toList(),
        Arrays.stream(schedule.get(COUNT_SCHEDULE.SKUS)).map(Sku::new).toList(),
        given(schedule.get(COUNT_SCHEDULE.ZONE)),
        given(schedule.get(COUNT_SCHEDULE.COUNT_CLASS)),
        Optional.empty(),
        Optional.of(today),
        true);
  }

  private static Optional<String> given(String column) {
    return column.isEmpty() ? Optional.empty() : Optional.of(column);
  }
}
