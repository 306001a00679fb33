package dev.stockwright.server.counting;

import static dev.stockwright.server.counting.CountSite.A1;
import static dev.stockwright.server.counting.CountSite.A2;
import static dev.stockwright.server.counting.CountSite.ANA;
import static dev.stockwright.server.counting.CountSite.SUE;
import static dev.stockwright.server.counting.CountSite.close;
import static dev.stockwright.server.counting.CountSite.finish;
import static dev.stockwright.server.counting.CountSite.line;
import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Counting while goods move. The shelf of this test is what is really there: the books are told
/// of each move, and start out wrong.
class CountRaceTest {
  private static final TestSite SITE = new TestSite((warehouse, epoch, events) -> {});
  private static final CountSite AT = new CountSite(SITE);
  private static final int ROUNDS = 6;

  private final TreeMap<Sku, Long> shelf = new TreeMap<>((a, b) -> a.code().compareTo(b.code()));
  private final Object floor = new Object();

  @AfterAll
  static void end() {
    SITE.close();
  }

  @Test
  void theBooksEndAtTheTruthHoweverGoodsMoveMeanwhile() throws Exception {
    SITE.change(
        "INSERT INTO setting (warehouse_id, name, value) VALUES (0, 'counting.adjust_percent', '90')");
    for (int i = 1; i <= 4; i++) {
      Sku sku = new Sku("S-" + i);
      AT.stock(sku, 1_000, A1);
      AT.stock(sku, 1_000, A2);
      shelf.put(sku, 1_000L - 7L * i); // some are gone, and nobody has noticed
    }
    AtomicBoolean over = new AtomicBoolean();
    long wrongWhenPosted = 0;
    try (ExecutorService pickers = Executors.newCachedThreadPool()) {
      Future<?> one = pickers.submit(() -> pick(new Random(1), over));
      Future<?> two = pickers.submit(() -> pick(new Random(2), over));
      for (int round = 0; round < ROUNDS; round++) {
        wrongWhenPosted += countAll();
      }
      over.set(true);
      one.get();
      two.get();
    }
    shelf.forEach((sku, real) -> assertEquals(real, AT.inBin(sku, A1), sku + " at the end"));
    // Had the lines been compared with the balance at the time of posting, they would be off.
    assertTrue(wrongWhenPosted > 0, "nothing moved between scan and posting: no race");
  }

  /// One count of the bin; what was scanned arrives late. Returns how many units a comparison with
  /// the balance at the time of posting would be off by.
  private long countAll() {
    Reference count = AT.request(A1);
    long off = 0;
    for (Sku sku : shelf.keySet()) {
      long seen;
      long there;
      synchronized (floor) {
        seen = AT.lastNumber();
        there = shelf.getOrDefault(sku, 0L);
      }
      long bookedThen = AT.inBin(sku, A1);
      AT.accepted(SUE, TestSite.receive(new Sku("S-9"), 1)); // time passes
      AT.accepted(ANA, line(count, A1, sku, there, Optional.of(seen), false, false));
      off += Math.abs(AT.inBin(sku, A1) - bookedThen);
    }
    AT.accepted(ANA, close(count, A1));
    AT.accepted(ANA, finish(count));
    AT.night();
    return off;
  }

  /// Takes goods out of the bin and puts some back, and tells the books at once.
  private void pick(Random random, AtomicBoolean over) {
    while (!over.get()) {
      Sku sku = new Sku("S-" + (1 + random.nextInt(4)));
      long quantity = 1L + random.nextInt(5);
      synchronized (floor) {
        boolean out = shelf.getOrDefault(sku, 0L) > 300 && random.nextInt(3) > 0;
        LocationCode from = out ? A1 : A2;
        LocationCode to = out ? A2 : A1;
        if (AT.ask(SUE, TestSite.move(sku, quantity, from, to)) instanceof Answer.Accepted) {
          shelf.merge(sku, out ? -quantity : quantity, Long::sum);
        }
      }
    }
  }

  @Test
  void aNightThatTwoServersDoIsDoneOnce() throws Exception {
    SITE.change(
        "INSERT INTO setting (warehouse_id, name, value)"
            + " VALUES (0, 'counting.reconcile_part', '2')");
    LocationCode bin = new LocationCode("N-1");
    SITE.change(
        "INSERT INTO location (warehouse_id, code, kind) SELECT id, 'N-1', 'bin' FROM warehouse"
            + " WHERE code = 'W1'");
    for (int i = 5; i <= 8; i++) {
      AT.stock(new Sku("S-" + i), 100, bin);
    }
    Reference count = AT.request(bin);
    for (int i = 5; i <= 8; i++) {
      AT.accepted(ANA, line(count, bin, new Sku("S-" + i), 99));
    }
    AT.accepted(ANA, close(count, bin));
    AT.accepted(ANA, finish(count));
    SITE.change("UPDATE stock_count SET finished_at = '2000-01-01' WHERE state = 'counted'");
    SITE.change("DELETE FROM reconciliation");
    Nights nights = new Nights(SITE.desk, new Operator("system"), new DeviceId("SERVER"));
    try (ExecutorService servers = Executors.newCachedThreadPool()) {
      Future<Nights.Ran> one = servers.submit(() -> nights.reconcile(W1, CountSite.today()));
      Future<Nights.Ran> two = servers.submit(() -> nights.reconcile(W1, CountSite.today()));
      assertTrue(one.get().completed() && two.get().completed());
    }
    assertEquals(
        "4 -4",
        AT.text(
            "SELECT adjusted || ' ' || -units_lost FROM reconciliation ORDER BY day DESC LIMIT 1"));
    assertEquals(new Nights.Ran(true, 1), nights.reconcile(W1, CountSite.today()));
    for (int i = 5; i <= 8; i++) {
      assertEquals(99, AT.inBin(new Sku("S-" + i), bin));
    }
    assertEquals("completed", AT.state(count));
  }

  @Test
  void aDayThatIsNotOverIsNotTaken() {
    AT.refused(SUE, new CountPlanCommand.ReconcileDay(W1, CountSite.today().plusDays(1)));
  }
}
