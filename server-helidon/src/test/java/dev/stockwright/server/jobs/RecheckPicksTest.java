package dev.stockwright.server.jobs;

import static dev.stockwright.server.picking.PickingBed.bin;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.server.config.ServerSettings;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.notify.Notifier;
import dev.stockwright.server.picking.PickingBed;
import dev.stockwright.server.picking.PickingBed.Wants;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nobody is sent to goods that have gone: the picks follow within seconds.
class RecheckPicksTest {
  private static final PickingBed BED = new PickingBed();

  private Sku sku;

  @AfterAll
  static void close() {
    BED.close();
  }

  @BeforeEach
  void fresh() {
    BED.clear();
    sku = BED.product();
  }

  private static String recheck() throws Exception {
    return recheck(BED, "recheck-picks");
  }

  static String recheck(PickingBed bed, String name) throws Exception {
    Job job =
        StandingJobs.all(
                bed.site.database,
                bed.site.desk,
                bed.site.desk::tidy,
                new Notifier(
                    bed.site.database,
                    new ServerSettings.Mail("", 25, "", "", "a@b.example", "none"),
                    InstantSource.system()),
                InstantSource.system())
            .stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    return job.action().run();
  }

  private Reference released() {
    BED.stock(sku, 5, bin(1));
    BED.stock(sku, 5, bin(2));
    Reference order = BED.order(new Wants(sku, 4));
    BED.released("single", order);
    assertEquals("B-1 4", BED.bins(order));
    return order;
  }

  @Test
  void picksFollowGoodsThatWereMovedAway() throws Exception {
    Reference order = released();
    assertEquals("", recheck(), "all is well");
    BED.accepted(TestSite.move(sku, 3, bin(1), bin(3)));
    assertEquals("changed something in 1 of 1", recheck());
    assertEquals("B-1 2, B-2 2", BED.bins(order));
    assertEquals("B-1 4", task(order), "place and quantity of the task");
    String commands = BED.value("SELECT count(*) FROM command");
    assertEquals("", recheck());
    assertEquals(commands, BED.value("SELECT count(*) FROM command"), "it is asked for once");
  }

  @Test
  void picksLeaveABinThatWasLocked() throws Exception {
    Reference order = released();
    BED.site.change("UPDATE location SET locked_out = true WHERE code = 'B-1'");
    recheck();
    assertEquals("B-2 4", BED.bins(order));
    assertEquals("B-2 4", task(order));
    assertEquals("", recheck());
  }

  private static String task(Reference order) {
    return BED.value(
        "SELECT t.place || ' ' || t.quantity FROM task t WHERE t.state = 'open'"
            + " AND t.number = (SELECT max(k.task) FROM pick k JOIN sales_order o"
            + " ON o.id = k.order_id WHERE k.state = 'open' AND o.number = '"
            + order
            + "')");
  }
}
