package dev.stockwright.server.counting;

import static dev.stockwright.server.counting.CountSite.SUE;
import static dev.stockwright.server.desk.TestSite.W1;
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

/// A night of 100 000 counted lines, a third of them with a variance, while goods are moved.
@Tag("thorough")
class ReconcileSpeedTest {
  private static final int LINES = 100_000;
  private static final Duration MOST = Duration.ofSeconds(60);

  @Test
  void aNightOfManyLinesTakesAMomentAndWorkGoesOn() throws Exception {
    try (TestSite site = new TestSite((warehouse, epoch, events) -> {})) {
      seed(site);
      CountSite at = new CountSite(site);
      AtomicBoolean over = new AtomicBoolean();
      try (ExecutorService floor = Executors.newCachedThreadPool()) {
        Future<List<Long>> worker = floor.submit(() -> work(at, over));
        Nights nights = new Nights(site.desk, new Operator("system"), new DeviceId("SERVER"));
        long start = System.nanoTime();
        Nights.Ran ran = nights.reconcile(W1, CountSite.today());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        over.set(true);
        List<Long> waits = worker.get().stream().sorted().toList();
        System.out.printf(
            "%d lines in %d ms, %d parts; meanwhile %d moves, p50 %d ms, p99 %d ms, worst %d ms%n",
            LINES,
            took.toMillis(),
            ran.parts(),
            waits.size(),
            waits.get(waits.size() / 2),
            waits.get(waits.size() * 99 / 100),
            waits.getLast());
        assertTrue(ran.completed() && took.compareTo(MOST) <= 0, took.toString());
        assertTrue(waits.getLast() < 2_000, "a move waited " + waits.getLast() + " ms");
      }
      assertEquals(
          LINES + " 66667 30000 3333",
          at.text("SELECT concat_ws(' ', lines, matched, adjusted, reviewed) FROM reconciliation"));
      assertEquals(
          "0",
          at.text(
              "SELECT count(*) FROM stock_level l WHERE on_hand <> (SELECT sum(b.on_hand) FROM"
                  + " balance b WHERE b.warehouse_id = l.warehouse_id"
                  + " AND b.product_id = l.product_id)"));
    }
  }

  /// 100 counts of 1 000 lines each; every third line is off by 3 of 100, every thirtieth by 30.
  private static void seed(TestSite site) {
    site.change(
        """
        INSERT INTO product (sku, name, unit_cost)
        SELECT 'Q-' || i, 'Product ' || i, 100 FROM generate_series(1, 100000) i;
        INSERT INTO location (warehouse_id, code, kind)
        SELECT w.id, 'Q-' || i, 'bin' FROM warehouse w, generate_series(1, 1000) i
         WHERE w.code = 'W1';
        INSERT INTO stock_level (warehouse_id, product_id, on_hand, supplier)
        SELECT w.id, p.id, 200, -200 FROM warehouse w, product p
         WHERE w.code = 'W1' AND p.sku LIKE 'Q-%';
        INSERT INTO balance (warehouse_id, product_id, location_id, on_hand)
        SELECT l.warehouse_id, p.id, l.id, 100
          FROM product p
          JOIN location l ON l.code = 'Q-' || (1 + substr(p.sku, 3)::int % 1000)
         WHERE p.sku LIKE 'Q-%';
        INSERT INTO balance (warehouse_id, product_id, location_id, on_hand)
        SELECT l.warehouse_id, p.id, l.id, 100
          FROM product p
          JOIN location l ON l.code = 'A-01'
          JOIN warehouse w ON w.id = l.warehouse_id AND w.code = 'W1'
         WHERE p.sku LIKE 'Q-%';
        """);
    site.change("ANALYZE");
    site.change(
        """
        INSERT INTO stock_count (warehouse_id, number, state, trigger, requested_by, requested_at,
                                 finished_at)
        SELECT w.id, 'C' || i, 'counted', 'class', 'sue', now(), '2000-01-01'
          FROM warehouse w, generate_series(0, 99) i WHERE w.code = 'W1';
        INSERT INTO count_line (count_id, line, round, warehouse_id, location_id, product_id,
               counted, expected, unit_cost, count_class, counters, seen_n, closed_n, counted_at,
               closed_at)
        SELECT c.id, 1 + k.i % 1000, 1, c.warehouse_id, l.id, p.id,
               CASE WHEN k.i % 30 = 0 THEN 70 WHEN k.i % 3 = 0 THEN 97 ELSE 100 END, 100, 100, 'C',
               '{ana}', 0, 0, now() - interval '1 hour', now() - interval '1 hour'
          FROM (SELECT generate_series(0, 99999) AS i) k
          JOIN stock_count c ON c.number = 'C' || (k.i / 1000)
          JOIN product p ON p.sku = 'Q-' || (k.i + 1)
          JOIN location l ON l.code = 'Q-' || (1 + (k.i + 1) % 1000)
               AND l.warehouse_id = c.warehouse_id;
        """);
    site.change("ANALYZE");
  }

  /// Moves goods out of the counted bins, one after the other, and says how long each took.
  private static List<Long> work(CountSite at, AtomicBoolean over) {
    Random random = new Random(7);
    List<Long> waits = new ArrayList<>();
    while (!over.get()) {
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
