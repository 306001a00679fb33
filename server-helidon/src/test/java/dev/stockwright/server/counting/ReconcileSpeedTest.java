package dev.stockwright.server.counting;

import static dev.stockwright.server.counting.CountSite.SUE;
import static dev.stockwright.server.desk.TestSite.W1;
import static dev.stockwright.server.desk.TestSite.W2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Sku;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A night of 100 000 counted lines, a third of them with a variance, while goods are moved. The
/// server has been at work before: a small warehouse has had its night, and goods were moved.
@Tag("thorough")
class ReconcileSpeedTest {
  private static final int LINES = 100_000;
  private static final int BEFORE = 3_000;
  private static final Duration MOST = Duration.ofSeconds(45);
  private static final long P99_MILLIS = 300;
  private static final long WORST_MILLIS = 1_000;

  @Test
  void aNightOfManyLinesTakesAMomentAndWorkGoesOn() throws Exception {
    try (TestSite site = new TestSite((warehouse, epoch, events) -> {})) {
      seed(site);
      CountSite at = new CountSite(site);
      Nights nights = new Nights(site.desk, new Operator("system"), new DeviceId("SERVER"));
      assertTrue(nights.reconcile(W2, CountSite.today()).completed());
      work(at, Duration.ofSeconds(2), new AtomicBoolean());
      AtomicBoolean over = new AtomicBoolean();
      try (ExecutorService floor = Executors.newCachedThreadPool()) {
        Future<List<Long>> worker = floor.submit(() -> work(at, Duration.ofMinutes(5), over));
        long start = System.nanoTime();
        Nights.Ran ran = nights.reconcile(W1, CountSite.today());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        over.set(true);
        List<Long> waits = worker.get().stream().sorted().toList();
        long p99 = waits.get(waits.size() * 99 / 100);
        System.out.printf(
            "%d lines in %d ms, %d parts; meanwhile %d moves, p50 %d ms, p99 %d ms, worst %d ms%n",
            LINES,
            took.toMillis(),
            ran.parts(),
            waits.size(),
            waits.get(waits.size() / 2),
            p99,
            waits.getLast());
        assertTrue(ran.completed() && took.compareTo(MOST) <= 0, took.toString());
        assertTrue(p99 <= P99_MILLIS, "of 100 moves one waited " + p99 + " ms");
        assertTrue(waits.getLast() <= WORST_MILLIS, "a move waited " + waits.getLast() + " ms");
      }
      assertBooked(at);
    }
  }

  private static void assertBooked(CountSite at) {
    assertEquals(
        LINES + " 66666 30000 3334",
        at.text(
            "SELECT concat_ws(' ', lines, matched, adjusted, reviewed) FROM reconciliation r"
                + " JOIN warehouse w ON w.id = r.warehouse_id WHERE w.code = 'W1'"));
    assertEquals(
        "0",
        at.text(
            "SELECT count(*) FROM stock_level l WHERE on_hand <> (SELECT sum(b.on_hand) FROM"
                + " balance b WHERE b.warehouse_id = l.warehouse_id"
                + " AND b.product_id = l.product_id)"));
  }

  private static void seed(TestSite site) {
    fill(
        site,
        "INSERT INTO product (sku, name, unit_cost)"
            + " SELECT 'Q-' || i, 'Product ' || i, 100 FROM generate_series(1, 100000) i");
    fill(
        site,
        "INSERT INTO location (warehouse_id, code, kind)"
            + " SELECT w.id, 'Q-' || i, 'bin' FROM warehouse w, generate_series(1, 1000) i");
    fill(site, "ANALYZE");
    stock(site, "W1", LINES);
    stock(site, "W2", BEFORE);
    fill(site, "ANALYZE");
    counts(site, "W1", LINES);
    counts(site, "W2", BEFORE);
    fill(site, "ANALYZE");
  }

  private static void stock(TestSite site, String warehouse, int lines) {
    fill(
        site,
        """
        INSERT INTO stock_level (warehouse_id, product_id, on_hand, supplier)
        SELECT w.id, p.id, 200, -200 FROM warehouse w, product p
         WHERE w.code = '{w}' AND p.sku LIKE 'Q-%' AND substr(p.sku, 3)::int <= {lines};
        INSERT INTO balance (warehouse_id, product_id, location_id, on_hand)
        SELECT w.id, p.id, l.id, 100
          FROM product p
         CROSS JOIN LATERAL (VALUES ('A-01'), ('Q-' || (1 + substr(p.sku, 3)::int % 1000))) c(code)
          JOIN warehouse w ON w.code = '{w}'
          JOIN location l ON l.warehouse_id = w.id AND l.code = c.code
         WHERE p.sku LIKE 'Q-%' AND substr(p.sku, 3)::int <= {lines};
        """
            .replace("{w}", warehouse)
            .replace("{lines}", Integer.toString(lines)));
  }

  /// Counts of 1 000 lines each; every third line is off by 3 of 100, every thirtieth by 30.
  private static void counts(TestSite site, String warehouse, int lines) {
    fill(
        site,
        """
        INSERT INTO stock_count (warehouse_id, number, state, trigger, requested_by, requested_at,
                                 finished_at)
        SELECT w.id, 'C' || i, 'counted', 'class', 'sue', now(), '2000-01-01'
          FROM warehouse w, generate_series(0, {lines} / 1000 - 1) i WHERE w.code = '{w}';
        INSERT INTO count_line (count_id, line, round, warehouse_id, location_id, product_id,
               counted, expected, unit_cost, count_class, counters, seen_n, closed_n, counted_at,
               closed_at)
        SELECT c.id, 1 + k.i % 1000, 1, c.warehouse_id, l.id, p.id,
               CASE WHEN k.i % 30 = 0 THEN 70 WHEN k.i % 3 = 0 THEN 97 ELSE 100 END, 100, 100, 'C',
               '{ana}', 0, 0, now() - interval '1 hour', now() - interval '1 hour'
          FROM (SELECT generate_series(0, {lines} - 1) AS i) k
          JOIN warehouse w ON w.code = '{w}'
          JOIN stock_count c ON c.warehouse_id = w.id AND c.number = 'C' || (k.i / 1000)
          JOIN product p ON p.sku = 'Q-' || (k.i + 1)
          JOIN location l ON l.code = 'Q-' || (1 + (k.i + 1) % 1000)
               AND l.warehouse_id = c.warehouse_id;
        """
            .replace("{w}", warehouse)
            .replace("{lines}", Integer.toString(lines)));
  }

  /// Changes the tables past the desk, however long it takes.
  private static void fill(TestSite site, String sql) {
    site.database
        .changing()
        .transaction(
            tx -> {
              tx.dsl().execute("SET LOCAL statement_timeout = 0");
              tx.dsl().execute(sql);
            });
  }

  /// Moves goods out of the counted bins, one after the other, and says how long each took.
  private static List<Long> work(CountSite at, Duration most, AtomicBoolean over) {
    long end = System.nanoTime() + most.toNanos();
    Random random = new Random(7);
    List<Long> waits = new ArrayList<>();
    while (!over.get() && System.nanoTime() < end) {
      int i = 1 + random.nextInt(LINES);
      long start = System.nanoTime();
      Answer answer =
          at.ask(
              SUE,
              TestSite.move(
                  new Sku("Q-" + i), 1, new LocationCode("Q-" + (1 + i % 1000)), TestSite.A1));
      waits.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
      assertTrue(answer instanceof Answer.Accepted, answer.toString());
    }
    return waits;
  }
}
