package dev.stockwright.simulator.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.protocol.ReceivingCommand.CloseReceipt;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.Hand;
import dev.stockwright.simulator.stack.Office;
import dev.stockwright.simulator.stack.ShiftSite;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What customers bring back is taken in, judged, and told with its reason.
@Execution(ExecutionMode.CONCURRENT) // waits more than it computes
@NullUnmarked // fields are set before all tests
class ReturnShiftTest {
  private static Floor floor;
  private static Office office;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    floor = Floor.open(folder);
    office = floor.office();
  }

  @AfterAll
  static void close() throws Exception {
    floor.close();
  }

  @Test
  @DisplayName(
      "What comes back can be sold, is damaged or is to be inspected, each with its reason")
  void eachOutcomeIsOnTheServer() {
    Sku sku = known("RT-1");
    Hand ana = returning(ShiftSite.ANA, sku);
    assertEquals(Signal.ACCEPT, ana.scan("RT-0001").signal(), ana.said());
    taken(ana, sku, 3, Key.OK, "unwanted");
    taken(ana, sku, 2, Key.DAMAGED, "damaged");
    taken(ana, sku, 1, Key.QUARANTINE, "quality");
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals(3, lying(sku, "available"));
    assertEquals(2, lying(sku, "damaged"));
    assertEquals(1, lying(sku, "quarantine"));
    assertEquals(1, lines("RT-0001", "available", "unwanted"));
    assertEquals(1, lines("RT-0001", "damaged", "damaged"));
    assertEquals(1, lines("RT-0001", "quarantine", "quality"));
    assertEquals(
        6,
        floor.number(
            "SELECT sum(m.quantity) FROM movement m JOIN product p ON p.id = m.product_id"
                + " WHERE p.sku = 'RT-1' AND m.reason = 'return' AND m.author = 'ana'"));
    assertEquals("open", state("RT-0001"));
    assertEquals(0, ana.view().undoable(), "a return is taken back as a document");
    assertEquals(Signal.REJECT, ana.press(Key.UNDO).signal(), ana.said());
    assertEquals(1, floor.tasks("put_away", "open", sku), "the rest waits for a decision");
    assertEquals(Signal.DONE, ana.press(Key.DONE).signal(), ana.said());
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals("closed", state("RT-0001"));
  }

  @Test
  @DisplayName("H42: what comes back in a dead spot is taken in once")
  void whatComesBackInADeadSpotIsTakenInOnce() {
    Sku sku = known("RT-2");
    ChaosProxy line = floor.line();
    Hand ana = floor.hand(ShiftSite.ANA, line);
    Floor.knows(ana, sku);
    Floor.until(ana, () -> !Floor.desk(ana).work().reasons("return").isEmpty());
    ana.point("RETURN");
    line.mode(ChaosProxy.Mode.LOSE_REPLIES);
    assertEquals(Signal.ACCEPT, ana.scan("B-RT-2").signal(), ana.said());
    ana.press(Key.OK);
    assertEquals(Signal.ACCEPT, ana.because("unwanted").signal(), ana.said());
    line.mode(ChaosProxy.Mode.CUT);
    taken(ana, sku, 4, Key.DAMAGED, "damaged");
    assertEquals(Signal.DONE, ana.press(Key.DONE).signal(), ana.said());
    line.mode(ChaosProxy.Mode.PASS);
    ana.core().tryNow();
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals(1, lying(sku, "available"));
    assertEquals(4, lying(sku, "damaged"));
    assertEquals(
        1,
        floor.number(
            "SELECT count(DISTINCT r.id) FROM receipt r JOIN receipt_line l ON l.receipt_id = r.id"
                + " JOIN product p ON p.id = l.product_id"
                + " WHERE p.sku = 'RT-2' AND r.kind = 'return' AND r.state = 'closed'"),
        "goods without a document are one return of their own");
  }

  @Test
  @DisplayName("H44: goods for a return that was closed meanwhile come back with the reason")
  void goodsForAClosedReturnAreRefused() {
    Sku sku = known("RT-3");
    Hand ana = returning(ShiftSite.ANA, sku);
    ana.scan("RT-0003");
    taken(ana, sku, 1, Key.OK, "unwanted");
    Floor.settled(ana);
    office.give(new CloseReceipt(ShiftSite.NORTH, new Reference("RT-0003")));
    taken(ana, sku, 2, Key.OK, "unwanted");
    Floor.until(ana, () -> ana.core().attention().size() == 1);
    Floor.until(
        ana, () -> ana.view().said().filter(turn -> turn.signal() == Signal.SYSTEM).isPresent());
    assertEquals(1, lying(sku, "available"), "what was refused is not there");
    ana.shift().openSync();
    String why = ana.say(ana.card().rows().getFirst().head());
    assertTrue(why.contains("RT-0003"), why);
  }

  @Test
  @DisplayName("A lot and a piece that come back are known by their numbers")
  void aLotAndAPieceAreKnownByTheirNumbers() {
    Hand ana = returning(ShiftSite.ANA, ShiftSite.MILK);
    Floor.knows(ana, ShiftSite.DRILL);
    ana.scan("RT-0004");
    assertEquals(Signal.ACCEPT, ana.scan(ShiftSite.MILK_EACH).signal(), ana.said());
    assertEquals(Signal.ACCEPT, ana.scan("L-RT").signal(), ana.said());
    ana.press(Key.QUARANTINE);
    assertEquals(Signal.ACCEPT, ana.because("quality").signal(), ana.said());
    String drill = "]C1010" + ShiftSite.DRILL_EACH + "21SN-RT";
    assertEquals(Signal.ACCEPT, ana.scan(drill).signal(), ana.said());
    assertEquals(Signal.REJECT, ana.keyed(2).signal(), ana.said());
    ana.press(Key.DAMAGED);
    assertEquals(Signal.ACCEPT, ana.because("damaged").signal(), ana.said());
    Floor.settled(ana);
    assertEquals(List.of(), ana.core().attention());
    assertEquals(
        1,
        floor.number(
            "SELECT sum(on_hand) FROM balance WHERE lot = 'L-RT' AND condition = 'quarantine'"));
    assertEquals(1, lying(ShiftSite.DRILL, "damaged"));

    ana.scan(drill);
    ana.press(Key.OK);
    assertEquals(Signal.ACCEPT, ana.because("unwanted").signal(), ana.said());
    Floor.until(ana, () -> ana.core().attention().size() == 1);
    ana.shift().openSync();
    String why = ana.say(ana.card().rows().getFirst().head());
    assertTrue(why.contains("SN-RT"), why);
    assertEquals(1, lying(ShiftSite.DRILL, "damaged"), "a piece is here once");
    assertEquals(0, lying(ShiftSite.DRILL, "available"));
  }

  private static Sku known(String code) {
    return office.product(code, "Shirt " + code, "B-" + code);
  }

  /// At the start of the activity, with the product and the reasons known.
  private static Hand returning(ShiftSite.Worker who, Sku sku) {
    Hand hand = floor.hand(who);
    Floor.knows(hand, sku);
    Floor.until(hand, () -> !Floor.desk(hand).work().reasons("return").isEmpty());
    hand.point("RETURN");
    return hand;
  }

  private static void taken(Hand hand, Sku sku, long units, Key grade, String reason) {
    assertEquals(Signal.ACCEPT, hand.scan("B-" + sku).signal(), hand.said());
    assertEquals(Signal.ACCEPT, hand.keyed(units).signal(), hand.said());
    assertEquals(Signal.ACCEPT, hand.press(grade).signal(), hand.said());
    assertEquals(Signal.ACCEPT, hand.because(reason).signal(), hand.said());
  }

  private static long lying(Sku sku, String condition) {
    return floor.number(
        "SELECT coalesce(sum(b.on_hand), 0) FROM balance b JOIN product p ON p.id = b.product_id"
            + " JOIN location l ON l.id = b.location_id"
            + " WHERE p.sku = ? AND b.condition = ? AND l.code = 'DOCK-1'",
        sku.code(),
        condition);
  }

  private static long lines(String number, String condition, String reason) {
    return floor.number(
        "SELECT count(*) FROM receipt_line l JOIN receipt r ON r.id = l.receipt_id"
            + " WHERE r.number = ? AND r.kind = 'return' AND l.condition = ? AND l.reason = ?",
        number,
        condition,
        reason);
  }

  private static String state(String number) {
    return floor.text("SELECT state FROM receipt WHERE number = '" + number + "'");
  }
}
