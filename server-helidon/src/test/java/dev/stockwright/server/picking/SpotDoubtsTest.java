package dev.stockwright.server.picking;

import static dev.stockwright.server.picking.PickingBed.bin;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.server.desk.Submission;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which bins somebody has given reason to doubt; what the system plans by itself is none.
class SpotDoubtsTest {
  private static final PickingBed BED = new PickingBed();

  private Sku sku;

  @AfterAll
  static void close() {
    BED.close();
  }

  @BeforeEach
  void goodsInTwoBins() {
    BED.clear();
    sku = BED.product();
    BED.stock(sku, 5, bin(1));
    BED.stock(sku, 5, bin(2));
  }

  @AfterEach
  void nothingIsCountedAnyMore() {
    BED.site.change("DELETE FROM count_line; DELETE FROM count_bin; DELETE FROM stock_count");
  }

  private Map<LocationCode, Boolean> doubted() {
    int product = Integer.parseInt(BED.value("SELECT id FROM product WHERE sku = '" + sku + "'"));
    int warehouse = Integer.parseInt(BED.value("SELECT id FROM warehouse WHERE code = 'W1'"));
    return new SpotBook(BED.site.database.reading(), warehouse)
        .spots(List.of(product), false).getOrDefault(sku, List.of()).stream()
            .collect(Collectors.toMap(Spot::location, spot -> spot.place().doubted()));
  }

  private static Map<LocationCode, Boolean> first(boolean doubted) {
    return Map.of(bin(1), doubted, bin(2), false);
  }

  /// A count of the first bin.
  private static void count(String trigger, String by, String state, String bin, int round) {
    BED.site.change(
        """
        WITH made AS (
          INSERT INTO stock_count
            (warehouse_id, number, state, trigger, requested_by, requested_at)
          SELECT id, 'C-1', '%s', '%s', '%s', now() FROM warehouse WHERE code = 'W1'
          RETURNING id, warehouse_id)
        INSERT INTO count_bin (count_id, round, location_id, state, closed_n)
        SELECT m.id, %d, l.id, '%s', CASE WHEN '%s' = 'counted' THEN 1 END FROM made m
          JOIN location l ON l.warehouse_id = m.warehouse_id AND l.code = 'B-1'
        """
            .formatted(state, trigger, by, round, bin, bin));
  }

  @Test
  void whereNothingHappensNothingIsDoubted() {
    assertEquals(first(false), doubted());
  }

  @ParameterizedTest
  @CsvSource({
    "exception, ana, requested, open, 1, true",
    "zero, ana, requested, open, 1, true",
    "exception, ana, counting, counting, 1, true",
    "exception, ana, recount, open, 1, true",
    // It has been looked at, or is not asked about any more.
    "exception, ana, counting, counted, 1, false",
    "exception, ana, completed, open, 1, false",
    "exception, ana, cancelled, open, 1, false",
    "exception, ana, review, open, 1, false",
    // Of a round that is over.
    "exception, ana, recount, open, 2, false",
    // Nobody has found anything there.
    "manual, ana, requested, open, 1, false",
    "class, ana, requested, open, 1, false",
    "schedule, ana, requested, open, 1, false",
    "low_stock, ana, requested, open, 1, false",
  })
  void aCountIsADoubtWhereSomebodyFoundSomething(
      String trigger, String by, String state, String bin, int round, boolean doubt) {
    count(trigger, by, state, bin, round);
    assertEquals(first(doubt), doubted());
  }

  @Test
  void whatTheSystemAsksForIsNone() {
    count("zero", Submission.ITSELF.code(), "requested", "open", 1);
    assertEquals(first(false), doubted());
  }

  @ParameterizedTest
  @CsvSource({
    "open, 3, true",
    "review, 0, true",
    "open, 5, false", // as many as the books have
    "review, 7, false", // more
    "adjusted, 3, false",
    "accepted, 3, false",
    "rejected, 3, false",
    "superseded, 3, false",
    "matched, 3, false",
  })
  void fewerThanTheBooksHaveAreADoubtUntilSomebodyDecides(
      String state, long counted, boolean doubt) {
    count("manual", "ana", "counted", "counted", 1);
    BED.site.change(
        """
        INSERT INTO count_line (count_id, line, round, warehouse_id, location_id, product_id, lot,
            handling_unit, condition, counted, expected, counters, seen_n, closed_n, counted_at,
            closed_at, state)
        SELECT c.id, 1, 1, c.warehouse_id, l.id, p.id, '', '', 'available', %d, 5, '{ana}', 1, 1,
               now(), now(), '%s'
          FROM stock_count c JOIN location l ON l.warehouse_id = c.warehouse_id AND l.code = 'B-1'
          JOIN product p ON p.sku = '%s'
        """
            .formatted(counted, state, sku));
    assertEquals(first(doubt), doubted());
  }

  @ParameterizedTest
  @CsvSource({
    "pick, zero_check, open, true",
    "pick, count, leased, true",
    "pick, zero_check, done, false",
    "pick, count, cancelled, false",
    "count, count, open, false",
    "pick, pick, open, false",
  })
  void aLookAfterAShortPickIsADoubt(String document, String kind, String state, boolean doubt) {
    BED.site.change(
        """
        INSERT INTO task (warehouse_id, number, kind, state, document, reference, product_id,
            place, made_at, leased_to, leased_on, lease_until)
        SELECT w.id, 'T-D%s', '%s', '%s', '%s', 'P-1', p.id, 'B-1', now(), %s
          FROM warehouse w JOIN product p ON p.sku = '%s' WHERE w.code = 'W1'
        """
            .formatted(
                System.nanoTime(),
                kind,
                state,
                document,
                state.equals("leased")
                    ? "'ana', 'gun-1', now() + interval '1 minute'"
                    : "NULL, NULL, NULL",
                sku));
    assertEquals(first(doubt), doubted());
  }
}
