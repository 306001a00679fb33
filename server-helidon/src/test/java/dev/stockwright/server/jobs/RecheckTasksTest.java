package dev.stockwright.server.jobs;

import static dev.stockwright.server.desk.TestSite.ANA;
import static dev.stockwright.server.desk.TestSite.DOCK;
import static dev.stockwright.server.desk.TestSite.W1;
import static dev.stockwright.server.picking.PickingBed.bin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.ReplenishCommand;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.picking.PickingBed;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Put-aways and replenishments follow goods that other commands have moved, counted away or
/// judged.
class RecheckTasksTest {
  private static final PickingBed BED = new PickingBed();

  private Sku sku;
  private String unit = "";

  RecheckTasksTest() {
    BED.site.change(
        """
        INSERT INTO location (warehouse_id, code, kind, zone, pick_sequence)
        SELECT id, 'STAGE', 'staging', 'ST', 77 FROM warehouse WHERE code = 'W1'
        ON CONFLICT DO NOTHING""");
  }

  @AfterAll
  static void close() {
    BED.close();
  }

  @BeforeEach
  void fresh() {
    BED.clear();
    sku = BED.product();
    unit = "U-" + sku.code().substring(2, 12).toUpperCase(java.util.Locale.ROOT);
  }

  /// What the job did, and that it has nothing to do then and leaves no command behind.
  private static String recheck(String job) throws Exception {
    String done = RecheckPicksTest.recheck(BED, job);
    String commands = BED.value("SELECT count(*) FROM command");
    assertEquals("", RecheckPicksTest.recheck(BED, job), "once is enough");
    assertEquals(commands, BED.value("SELECT count(*) FROM command"));
    return done;
  }

  private static final String CHANGED = "changed something in 1 of 1";

  private static String putAways() throws Exception {
    return recheck("recheck-put-aways");
  }

  private static String refills() throws Exception {
    return recheck("recheck-replenishment");
  }

  private static Answer ask(String kind, String fields) {
    String text = "{'kind':'" + kind + "','warehouse':'W1'," + fields + "}";
    return BED.ask(TestSite.envelope(Wire.COMMAND.read(text.replace('\'', '"'))), ANA);
  }

  private static void ok(String kind, String fields) {
    Answer answer = ask(kind, fields);
    assertInstanceOf(Answer.Accepted.class, answer, answer.toString());
  }

  private static String refused(String kind, String fields) {
    Answer answer = ask(kind, fields);
    return Wire.ANSWER.text(assertInstanceOf(Answer.Refused.class, answer, answer.toString()));
  }

  private void waiting(int quantity) {
    BED.stock(sku, quantity, DOCK);
    ok("open_put_away", "'sku':'" + sku + "','at':'DOCK','quantity':" + quantity);
  }

  private static String task() {
    return BED.value("SELECT number FROM task ORDER BY id DESC LIMIT 1");
  }

  /// What the last task's history says: its last word and who said it.
  private static String history(String task) {
    return BED.value(
        "SELECT concat_ws(', ', h.body::jsonb ->> 'state', h.body::jsonb ->> 'detail',"
            + " coalesce(t.ended_by, '-')) FROM happening h, task t WHERE t.number = '"
            + task
            + "' AND h.body::jsonb ->> 'number' = t.number ORDER BY h.n DESC LIMIT 1");
  }

  private String lies(LocationCode at) {
    return at + " " + BED.onHand(sku, at);
  }

  @Test
  void aPutAwayIsAboutFewerWhenSomeWereMovedAndEndsWhenAllWere() throws Exception {
    waiting(10);
    String task = task();
    assertEquals("", putAways(), "all is well");
    BED.accepted(TestSite.move(sku, 4, DOCK, bin(3)));
    assertEquals(CHANGED, putAways());
    assertEquals("open, 6 instead of 10 are in DOCK, -", history(task));
    assertEquals("6", BED.value("SELECT quantity FROM task WHERE number = '" + task + "'"));
    BED.accepted(TestSite.move(sku, 6, DOCK, bin(3)));
    assertEquals(CHANGED, putAways());
    assertEquals("cancelled, its goods are no longer in DOCK, stockwright", history(task));
    assertEquals(List.of(), BED.tasks("put_away"));
  }

  @Test
  void whatSomebodyBringsIsLeftAloneUntilNothingIsLeftAndNothingIsDoubled() throws Exception {
    waiting(10);
    String task = task();
    String to = BED.value("SELECT to_place FROM task WHERE number = '" + task + "'");
    ok("take_task", "'wanted':'" + task + "'");
    BED.accepted(TestSite.move(sku, 4, DOCK, new LocationCode("B-6")));
    assertEquals("", putAways(), "it is on its way");
    String said = refused("put_away", "'task':'" + task + "','to':'" + to + "'");
    assertTrue(said.contains("insufficient_stock") && said.contains("\"available\":6"), said);
    ok("put_away", "'task':'" + task + "','to':'" + to + "','units':6");
    assertEquals(CHANGED, putAways(), "the rest is nowhere");
    assertEquals("cancelled, its goods are no longer in DOCK, stockwright", history(task));
    said = refused("put_away", "'task':'" + task + "','to':'" + to + "'");
    assertTrue(said.contains("wrong_state") && said.contains("cancelled"), said);
    assertEquals("DOCK 0", lies(DOCK));
    assertEquals(10, BED.onHand(sku, new LocationCode(to)) + BED.onHand(sku, bin(6)));
    assertEquals("10 0", BED.level(sku));
  }

  @Test
  void piecesOfAnotherReceiptAreNotTakenForThoseThatHaveGone() throws Exception {
    for (String serials : List.of("'N-1','N-2'", "'N-3','N-4'")) {
      Answer begun = ask("start_receipt", "'location':'DOCK'");
      String receipt =
          assertInstanceOf(Answer.Accepted.class, begun).documents().getFirst().number().code();
      ok(
          "receive_line",
          "'receipt':'" + receipt + "','sku':'S-9','quantity':2,'serials':[" + serials + "]");
    }
    assertEquals(2, BED.tasks("put_away").size());
    assertEquals("", putAways(), "all is well");
    ok("move_goods", "'sku':'S-9','quantity':1,'lot':'N-1','from':'DOCK','to':'B-5'");
    ok("move_goods", "'sku':'S-9','quantity':1,'lot':'N-2','from':'DOCK','to':'B-5'");
    assertEquals(CHANGED, putAways());
    assertEquals(1, BED.tasks("put_away").size());
    assertEquals("2", BED.value("SELECT quantity FROM task WHERE state = 'open'"));
  }

  private void unitStands(int quantity) {
    String goods = "'sku':'" + sku + "','quantity':" + quantity + ",'handling_unit':'" + unit + "'";
    ok("receive_goods", goods + ",'location':'DOCK'");
    ok("open_put_away", goods + ",'at':'DOCK'");
  }

  @Test
  void aPutAwayFollowsItsHandlingUnit() throws Exception {
    unitStands(8);
    String task = task();
    ok("move_handling_unit", "'unit':'" + unit + "','to':'STAGE'");
    assertEquals(CHANGED, putAways());
    assertEquals("open, 8 on it, in STAGE, -", history(task));
    assertEquals(
        "STAGE ST 77",
        BED.value(
            "SELECT place || ' ' || zone || ' ' || sequence FROM task WHERE number = '"
                + task
                + "'"));
    ok("move_handling_unit", "'unit':'" + unit + "','to':'B-4'");
    assertEquals(CHANGED, putAways());
    assertEquals("cancelled, it is in B-4 already, stockwright", history(task));
    assertEquals("B-4 8", lies(bin(4)));
    assertEquals(List.of(), BED.tasks("put_away"));
  }

  @Test
  void anEmptiedHandlingUnitIsNotPutAwayEvenWhenSomebodyHasIt() throws Exception {
    unitStands(8);
    String task = task();
    ok("take_task", "'wanted':'" + task + "'");
    ok(
        "move_goods",
        "'sku':'" + sku + "','quantity':8,'from':'DOCK','out_of':'" + unit + "','to':'B-2'");
    assertEquals(CHANGED, putAways());
    assertEquals("cancelled, nothing is on it any more, stockwright", history(task));
    String said = refused("put_unit_away", "'unit':'" + unit + "','to':'B-3'");
    assertTrue(said.contains("unknown_document"), said);
  }

  private void refill() {
    BED.stock(sku, 10, bin(4));
    BED.stock(sku, 10, bin(5));
    ok("set_pick_face", "'location':'B-1','sku':'" + sku + "','minimum':2,'maximum':10");
    BED.accepted(new ReplenishCommand.ReviewReplenishment(W1));
    assertEquals(List.of("B-4 B-1 10"), BED.tasks("replenish"));
  }

  @Test
  void aReplenishmentComesFromElsewhereWhenItsReserveHasGone() throws Exception {
    refill();
    String task = task();
    assertEquals("", refills(), "all is well");
    BED.accepted(TestSite.move(sku, 4, bin(4), bin(6)));
    assertEquals(CHANGED, refills());
    assertEquals("open, 6 instead of 10 are in B-4, -", history(task));
    assertEquals(List.of("B-4 B-1 6"), BED.tasks("replenish"));
    BED.accepted(TestSite.move(sku, 6, bin(4), bin(6)));
    assertEquals(CHANGED, refills());
    assertEquals("cancelled, its goods are no longer in B-4, stockwright", history(task));
    assertEquals(List.of("B-5 B-1 10"), BED.tasks("replenish"));
    BED.site.change("UPDATE location SET locked_out = true WHERE code = 'B-5'");
    task = task();
    assertEquals(CHANGED, refills());
    assertEquals("cancelled, B-5 is locked or not in use, stockwright", history(task));
    assertEquals(List.of("B-6 B-1 10"), BED.tasks("replenish"));
  }

  @Test
  void whatWasHeldBackOrCountedAwayIsNotBrought() throws Exception {
    refill();
    String task = task();
    ok("hold_goods", "'sku':'" + sku + "','at':'B-4','quantity':3,'why':'damaged'");
    assertEquals(CHANGED, refills());
    assertEquals("open, 7 instead of 10 are in B-4, -", history(task));
    ok("adjust_stock", "'sku':'" + sku + "','quantity_change':-7,'reason':'lost','location':'B-4'");
    assertEquals(CHANGED, refills());
    assertEquals("cancelled, its goods are no longer in B-4, stockwright", history(task));
    assertEquals(List.of("B-5 B-1 10"), BED.tasks("replenish"));
  }

  @Test
  void aReplenishmentInHandIsConfirmedAsFarAsTheBooksAllow() throws Exception {
    refill();
    String task = task();
    ok("take_task", "'wanted':'" + task + "'");
    BED.accepted(TestSite.move(sku, 7, bin(4), bin(6)));
    assertEquals("", refills());
    String said = refused("replenish", "'task':'" + task + "','quantity':10");
    assertTrue(said.contains("insufficient_stock") && said.contains("\"available\":3"), said);
    ok("replenish", "'task':'" + task + "','quantity':3");
    assertEquals("20 0", BED.level(sku));
    assertEquals("B-1 3", lies(bin(1)));
  }
}
