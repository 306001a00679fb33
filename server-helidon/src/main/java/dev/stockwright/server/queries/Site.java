package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.WAREHOUSE;
import static dev.stockwright.db.tables.Tables.WAREHOUSE_COUNTER;

import dev.stockwright.db.Database;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jooq.DSLContext;

/// A warehouse that a question may see, and how far its numbers go.
record Site(int id, String code, long lastN) {
  /// Those of `scope`, by their codes.
  static List<Site> all(DSLContext dsl, Scope scope) {
    return dsl.select(WAREHOUSE.ID, WAREHOUSE.CODE, WAREHOUSE_COUNTER.LAST_N)
        .from(WAREHOUSE)
        .join(WAREHOUSE_COUNTER)
        .on(WAREHOUSE_COUNTER.WAREHOUSE_ID.eq(WAREHOUSE.ID))
        .where(scope.holdsWarehouse())
        .orderBy(WAREHOUSE.CODE)
        .fetch(row -> new Site(row.value1(), row.value2(), row.value3()));
  }

  /// Asks about `warehouse`, within the limits; nothing is found when it is out of scope.
  static <T> List<T> ask(
      Database database,
      Scope scope,
      WarehouseCode warehouse,
      BiFunction<DSLContext, Site, List<T>> question) {
    return Bounded.ask(
        database,
        dsl ->
            all(dsl, scope.narrowed(Optional.of(warehouse))).stream()
                .findFirst()
                .map(site -> question.apply(dsl, site))
                .orElse(List.of()));
  }

  /// The last number before `time`.
  long before(DSLContext dsl, Instant time) {
    return HistoryQueries.lastUpTo(dsl, id, time.minusNanos(1_000));
  }

  /// The last number before `span`, and the last one in it.
  Numbers numbers(DSLContext dsl, Span span) {
    return new Numbers(before(dsl, span.from()), before(dsl, span.to()));
  }

  /// Numbers after `after` up to `last`.
  record Numbers(long after, long last) {
    /// As SQL says it of a movement `m`, so that the primary key finds it.
    String ofMovement(Site site) {
      return "m.warehouse_id = %d AND m.n > %d AND m.n <= %d".formatted(site.id(), after, last);
    }
  }

  /// SQL for the columns of the newest movement of a product up to a number; the index is in parts
  /// (`HistoryParts`).
  ///
  /// @param product what stands for the product's id
  String newest(String columns, String product, long upTo, String more) {
    return """
        (SELECT %1$s
           FROM generate_series(%2$d, 0, -1) part
          CROSS JOIN LATERAL (
            SELECT m.* FROM movement m
             WHERE m.warehouse_id = %3$d AND (m.n >> 14)::integer = part
               AND m.product_id = %4$s AND m.n <= %5$d %6$s
             ORDER BY m.n DESC LIMIT 1) m
          ORDER BY m.n DESC LIMIT 1)"""
        .formatted(columns, upTo / HistoryParts.NUMBERS, id, product, upTo, more);
  }

  /// SQL for what is read from all movements of a product among `numbers`.
  String among(String columns, String product, Numbers numbers, String more) {
    return """
        (SELECT %1$s
           FROM generate_series(%2$d, %3$d) part
           JOIN movement m ON (m.n >> 14)::integer = part
          WHERE %4$s AND m.product_id = %5$s %6$s)"""
        .formatted(
            columns,
            numbers.after() / HistoryParts.NUMBERS,
            numbers.last() / HistoryParts.NUMBERS,
            numbers.ofMovement(this),
            product,
            more);
  }
}
