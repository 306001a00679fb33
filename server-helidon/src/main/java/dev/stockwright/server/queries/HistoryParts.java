package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.MOVEMENT;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Finds movements of one product in one warehouse, newest first. Their index is in parts of
/// [#NUMBERS] numbers (`V3__history_in_parts.sql`); the parts are looked into one after the other
/// until enough is found, a few microseconds each.
final class HistoryParts {
  /// How many numbers of a warehouse a part has.
  static final long NUMBERS = 1L << 14;

  private HistoryParts() {}

  /// The numbers of the newest movements of a product in a warehouse between two numbers, both
  /// included, that fulfil `more`; newest first.
  static List<Long> newest(
      DSLContext dsl,
      int warehouseId,
      int productId,
      long lowest,
      long highest,
      Condition more,
      int limit) {
    if (highest < lowest) {
      return List.of();
    }
    Table<?> parts =
        DSL.table(
                "generate_series({0}, {1})",
                DSL.inline((int) (Math.max(0, lowest) / NUMBERS)),
                DSL.inline((int) (highest / NUMBERS)))
            .as("parts", "part");
    Field<Integer> part = DSL.field(DSL.name("parts", "part"), SQLDataType.INTEGER);
    Field<Long> n = DSL.field(DSL.name("found", "n"), SQLDataType.BIGINT);
    Table<?> found =
        DSL.lateral(
            DSL.select(MOVEMENT.N)
                .from(MOVEMENT)
                .where(MOVEMENT.WAREHOUSE_ID.eq(warehouseId))
                .and(DSL.field("({0} >> 14)::integer", SQLDataType.INTEGER, MOVEMENT.N).eq(part))
                .and(MOVEMENT.PRODUCT_ID.eq(productId))
                .and(MOVEMENT.N.between(lowest, highest))
                .and(more)
                .orderBy(MOVEMENT.N.desc())
                .limit(limit)
                .asTable("found"));
    return dsl.select(n)
        .from(parts)
        .crossJoin(found)
        .orderBy(part.desc(), n.desc())
        .limit(limit)
        .fetch(n);
  }
}
