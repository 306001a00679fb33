package dev.stockwright.server.counting;

import static dev.stockwright.server.counting.CountSite.A1;
import static dev.stockwright.server.counting.CountSite.A2;
import static dev.stockwright.server.counting.CountSite.ANA;
import static dev.stockwright.server.counting.CountSite.SUE;
import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is counted when.
class PlanTest {
  private static final TestSite SITE = new TestSite((warehouse, epoch, events) -> {});
  private static final CountSite AT = new CountSite(SITE);
  private static final Sku S1 = TestSite.S1;
  private static final Sku S2 = TestSite.S2;
  private static final Sku S3 = new Sku("S-3");

  @AfterAll
  static void end() {
    SITE.close();
  }

  @BeforeEach
  void nothingWaits() {
    SITE.change(
        "DELETE FROM count_line; DELETE FROM count_entry; DELETE FROM count_bin;"
            + " DELETE FROM count_product; DELETE FROM stock_count; DELETE FROM count_schedule;"
            + " DELETE FROM count_class; DELETE FROM setting; UPDATE stock_level SET low_at = 0;"
            + " UPDATE task SET state = 'cancelled', leased_to = NULL, lease_until = NULL");
    SITE.change(
        "INSERT INTO setting (warehouse_id, name, value) SELECT 0, 'counting.days_' || k, '0'"
            + " FROM unnest('{exception,low_stock,a,b,c,zero}'::text[]) k");
  }

  private static void turnOn(String trigger) {
    SITE.change("UPDATE setting SET value = '30' WHERE name = 'counting.days_" + trigger + "'");
  }

  private static List<String> planned() {
    AT.accepted(SUE, new CountPlanCommand.PlanCounts(W1));
    return SITE.database
        .changing()
        .fetch(
            """
            SELECT c.trigger || ': ' || concat_ws(' ',
                     (SELECT string_agg(p.sku, ' ' ORDER BY p.sku) FROM count_product q
                        JOIN product p ON p.id = q.product_id WHERE q.count_id = c.id),
                     (SELECT string_agg(l.code, ' ' ORDER BY l.code) FROM count_bin b
                        JOIN location l ON l.id = b.location_id WHERE b.count_id = c.id))
              FROM stock_count c ORDER BY c.id""")
        .getValues(0, String.class);
  }

  @Test
  void productsOfAClassAreDueByTheirDaysAndNotTwice() {
    AT.stock(S1, 5, A1);
    AT.stock(S2, 5, A2);
    AT.accepted(SUE, new CountPlanCommand.SetCountClass(W1, S1, Optional.of("A")));
    turnOn("a");
    assertEquals(List.of("class: S-1 A-01"), planned());
    assertEquals(List.of("class: S-1 A-01"), planned());
  }

  @Test
  void lowStockIsCounted() {
    AT.stock(new Sku("S-4"), 1, A2);
    SITE.change(
        "UPDATE stock_level SET low_at = 1000000 WHERE product_id ="
            + " (SELECT id FROM product WHERE sku = 'S-4')");
    turnOn("low_stock");
    assertEquals(List.of("low_stock: S-4 A-02"), planned());
  }

  @Test
  void anEmptiedBinIsLookedAt() {
    SITE.change(
        "INSERT INTO location (warehouse_id, code, kind) SELECT id, 'E-1', 'bin' FROM warehouse"
            + " WHERE code = 'W1' ON CONFLICT DO NOTHING");
    var bin = new dev.stockwright.vocabulary.LocationCode("E-1");
    AT.stock(S3, 2, bin);
    AT.accepted(SUE, TestSite.move(S3, 2, bin, A1));
    turnOn("zero");
    assertEquals(List.of("zero: E-1"), planned());
    AT.accepted(ANA, new CountCommand.CheckZero(W1, bin, Optional.empty(), true));
  }

  @Test
  void aScheduleComesAgainAfterItsDays() {
    AT.accepted(
        SUE,
        new CountPlanCommand.ScheduleCount(
            W1,
            new Reference("WEEKLY"),
            7,
            Optional.empty(),
            List.of(A1),
            List.of(),
            Optional.empty(),
            Optional.empty()));
    assertEquals(List.of("schedule: A-01"), planned());
    assertEquals("7", AT.text("SELECT (next_on - current_date)::text FROM count_schedule"));
    SITE.change("UPDATE stock_count SET state = 'completed'");
    SITE.change("UPDATE count_schedule SET next_on = current_date - 20");
    assertEquals(List.of("schedule: A-01", "schedule: A-01"), planned());
    AT.accepted(SUE, new CountPlanCommand.EndSchedule(W1, new Reference("WEEKLY")));
    assertInstanceOf(
        DocumentRefusal.UnknownDocument.class,
        AT.refused(SUE, new CountPlanCommand.EndSchedule(W1, new Reference("NONE"))));
  }

  @Test
  void aTaskFromElsewhereBecomesACount() {
    SITE.change(
        "INSERT INTO task (warehouse_id, number, kind, place, document, reference, made_at)"
            + " SELECT id, 'T-SHORT', 'count', 'A-01', 'wave', 'W-1', now() FROM warehouse"
            + " WHERE code = 'W1'");
    AT.accepted(ANA, new CountCommand.CountFromTask(W1, new Reference("T-SHORT")));
    assertEquals(List.of("exception: A-01"), planned());
    assertEquals("done", AT.text("SELECT state FROM task WHERE number = 'T-SHORT'"));
  }

  @Test
  void classesFollowWhatLeavesTimesItsCostUnlessSetByHand() {
    SITE.change("UPDATE product SET unit_cost = 100");
    for (Sku sku : List.of(S1, S2, S3)) {
      AT.stock(sku, 1_000, A1);
    }
    leaves(S1, 800);
    leaves(S2, 150);
    leaves(S3, 50);
    AT.accepted(SUE, new CountPlanCommand.SetCountClass(W1, S2, Optional.of("A")));
    AT.accepted(SUE, new CountPlanCommand.ComputeClasses(W1));
    assertEquals("S-1 A, S-2 A, S-3 C", classes());
    AT.accepted(SUE, new CountPlanCommand.SetCountClass(W1, S2, Optional.empty()));
    AT.accepted(SUE, new CountPlanCommand.ComputeClasses(W1));
    assertEquals("S-1 A, S-2 B, S-3 C", classes());
  }

  /// A sale, written past the desk: it ships nothing yet.
  private static void leaves(Sku sku, long units) {
    AT.accepted(
        SUE,
        new AdjustStock(
            W1,
            sku,
            1,
            Optional.of(new ReasonCode("found")),
            Optional.of(A1),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    SITE.change(
        """
        INSERT INTO movement (warehouse_id, n, product_id, from_location_id, to_location_id, quantity,
               level_before, level_after, reserved_after, blocked_after, recorded_at, command_id, lot,
               handling_unit, condition, owner, reason, author, device, hash)
        SELECT w.id, -(SELECT count(*) FROM movement) - 1, p.id, 101, 2, %d, 0, 0, 0, 0, now(),
               gen_random_uuid(), '', '', 'available', '', 'sale', 'till', 'T', ''
          FROM warehouse w, product p WHERE w.code = 'W1' AND p.sku = '%s'"""
            .formatted(units, sku));
  }

  private static String classes() {
    return AT.text(
        "SELECT string_agg(p.sku || ' ' || c.count_class, ', ' ORDER BY p.sku) FROM count_class c"
            + " JOIN product p ON p.id = c.product_id WHERE p.sku IN ('S-1', 'S-2', 'S-3')");
  }
}
