package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.MOVEMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.desk.TestSite;
import java.util.List;
import java.util.SplittableRandom;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A history over four parts of its index, against the same question without parts.
class HistoryPartsTest {
  private static final int NUMBERS = 60_000;
  private static final int WAREHOUSE = 1;

  /// Product 1 moves often, 2 at the edges of parts, 4 never.
  private static final String MOVEMENTS =
      """
      INSERT INTO movement (warehouse_id, n, product_id, from_location_id, to_location_id, quantity,
                            level_before, level_after, reserved_after, blocked_after, recorded_at,
                            command_id, lot, handling_unit, condition, owner, reason, author, device,
                            hash)
      SELECT 1, n, CASE WHEN n IN (5, 16383, 16384, 32767, 40000) THEN 2
                        WHEN n % 97 = 0 THEN 1 ELSE 3 END,
             1, 101, 1 + n % 3, n, n + 1, 0, 0, now(), gen_random_uuid(), '', '', 'available', '',
             'receipt', 'ana', 'DESK-1', ''
        FROM generate_series(1, 60000) n;
      ANALYZE movement""";

  private static TestSite site;

  @BeforeAll
  static void open() {
    site = new TestSite((warehouse, epoch, events) -> {});
    site.database.changing().transaction(tx -> tx.dsl().execute(MOVEMENTS));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void everyQuestionIsAnsweredAsWithoutParts() {
    DSLContext dsl = site.database.reading();
    SplittableRandom random = new SplittableRandom(11);
    long[] edges = {0, 1, 2, 16_383, 16_384, 16_385, 32_768, 40_000, 59_999, NUMBERS, 1L << 40};
    int found = 0;
    for (int i = 0; i < 400; i++) {
      int product = 1 + random.nextInt(4);
      long lowest = edges[random.nextInt(edges.length)];
      long highest = random.nextBoolean() ? edges[random.nextInt(9)] : random.nextLong(NUMBERS);
      int limit = 1 + random.nextInt(8);
      Condition more = random.nextBoolean() ? DSL.noCondition() : MOVEMENT.QUANTITY.eq(2L);
      List<Long> expected =
          dsl.select(MOVEMENT.N)
              .from(MOVEMENT)
              .where(MOVEMENT.WAREHOUSE_ID.eq(WAREHOUSE))
              .and(MOVEMENT.PRODUCT_ID.eq(product))
              .and(MOVEMENT.N.between(lowest, highest))
              .and(more)
              .orderBy(MOVEMENT.N.desc())
              .limit(limit)
              .fetch(MOVEMENT.N);
      assertEquals(
          expected,
          HistoryParts.newest(dsl, WAREHOUSE, product, lowest, highest, more, limit),
          "question " + i);
      found += expected.size();
    }
    assertTrue(found > 300, found + " numbers");
  }

  @Test
  void theDatabaseGoesByTheParts() {
    long lookUps =
        site.database
            .reading()
            .transactionResult(
                tx -> {
                  long before = lookUps(tx.dsl());
                  HistoryParts.newest(tx.dsl(), WAREHOUSE, 4, 1, NUMBERS, DSL.noCondition(), 3);
                  return lookUps(tx.dsl()) - before;
                });
    assertEquals(4, lookUps, "for a product that never moved");
  }

  /// How often this transaction has looked into the index.
  private static long lookUps(DSLContext dsl) {
    return dsl.fetchSingle("SELECT pg_stat_get_xact_numscans('movement_history'::regclass)")
        .get(0, long.class);
  }
}
