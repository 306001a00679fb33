package dev.stockwright.server.transferring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What happens when two meet at one transfer, one adjustment, one pile. Every race begins at a
/// barrier and is run many times.
class TransferRaceTest {
  private static final int ROUNDS = 12;
  private static final Floor FLOOR = new Floor();
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  @AfterAll
  static void close() {
    THREADS.shutdownNow();
    FLOOR.close();
  }

  @AfterEach
  void everythingAddsUp() {
    FLOOR.assertAddsUp();
  }

  @Test
  void twoReceiversOfOneTransferTakeEachPieceOnce() {
    for (int round = 0; round < ROUNDS; round++) {
      String number = "TWO-" + round;
      shipped(number, "S-1", 6);
      List<Answer> answers =
          together(
              Floor.ANA, receive(number, "S-1", 6),
              Floor.BEN, receive(number, "S-1", 6),
              Floor.CLEO, receive(number, "S-1", 6));
      assertEquals(1, accepted(answers), answers.toString());
      assertEquals(6L * (round + 1) + "/0/0", FLOOR.level("W2", "S-1"));
    }
  }

  @Test
  void partialReceiversNeverTakeMoreThanWasSent() {
    for (int round = 0; round < ROUNDS; round++) {
      String number = "PART-" + round;
      shipped(number, "S-2", 5);
      List<Answer> answers =
          together(
              Floor.ANA, receive(number, "S-2", 2),
              Floor.BEN, receive(number, "S-2", 2),
              Floor.CLEO, receive(number, "S-2", 2));
      assertEquals(2, accepted(answers), answers.toString());
      assertEquals(4L * (round + 1) + "/0/0", FLOOR.level("W2", "S-2"));
    }
  }

  @Test
  void aReceiptAndACorrectionOfTheSameProductAreBothThere() {
    FLOOR.receive("W2", "S-3", ROUNDS, "");
    for (int round = 0; round < ROUNDS; round++) {
      String number = "CORR-" + round;
      shipped(number, "S-3", 3);
      String lost =
          "{'kind':'propose_adjustment','warehouse':'W2','sku':'S-3','change':-1,"
              + "'location':'DOCK','reason':'lost'}";
      String closed =
          ("{'kind':'close_transfer','warehouse':'W1','transfer':'%s','reason':'lost',"
                  + "'missing':[{'sku':'S-3','quantity':1}]}")
              .formatted(number);
      List<Answer> answers =
          together(Floor.ANA, receive(number, "S-3", 2), Floor.BEN, lost, Floor.CLEO, closed);
      assertEquals(3, accepted(answers), answers.toString());
      assertEquals(
          "closed",
          FLOOR.words("SELECT state FROM transfer WHERE number = '" + number + "'").getFirst());
      assertEquals(ROUNDS + round + 1 + "/0/0", FLOOR.level("W2", "S-3"));
    }
  }

  @Test
  void anApprovalInTwoBrowsersAppliesOnceAndTheOtherHearsOfIt() {
    FLOOR.receive("W1", "S-4", 100 * ROUNDS, ",'location':'A-01'");
    for (int round = 0; round < ROUNDS; round++) {
      String number = "AJ-RACE-" + round;
      FLOOR.ok(
          ("{'kind':'propose_adjustment','warehouse':'W1','sku':'S-4','change':-100,"
                  + "'location':'A-01','reason':'lost','number':'%s'}")
              .formatted(number));
      String approve =
          "{'kind':'approve_adjustment','warehouse':'W1','adjustment':'" + number + "'}";
      List<Answer> answers = together(Floor.BEN, approve, Floor.CLEO, approve, Floor.ANA, approve);
      assertEquals(1, accepted(answers), answers.toString());
      assertEquals(100L * (ROUNDS - round - 1) + "/0/0", FLOOR.level("W1", "S-4"));
      for (Answer answer : answers) {
        if (answer instanceof Answer.Refused(_, Refusal why, _)) {
          assertTrue(
              why instanceof DocumentRefusal.WrongState
                  || why instanceof DocumentRefusal.OtherPersonNeeded,
              why.toString());
        }
      }
    }
  }

  @Test
  void aTransferIsApprovedOnceAndItsStockIsPromisedOnce() {
    FLOOR.receive("W1", "S-5", 2 * ROUNDS, ",'location':'A-01'");
    for (int round = 0; round < ROUNDS; round++) {
      String number = "ONCE-" + round;
      request(number, "S-5", 2);
      String approve = step("approve_transfer", "W1", number, "");
      List<Answer> answers = together(Floor.BEN, approve, Floor.CLEO, approve);
      assertEquals(1, accepted(answers), answers.toString());
      assertEquals(2 * ROUNDS + "/" + 2 * (round + 1) + "/0", FLOOR.level("W1", "S-5"));
    }
  }

  @Test
  void theLastTwoUnitsGoToTheTransferOrToTheOrderNeverToBoth() {
    int toTransfers = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String number = "LAST-" + round;
      Answer received =
          FLOOR.ask(
              Floor.ANA,
              "{'kind':'receive_goods','warehouse':'W1','sku':'S-6','quantity':2,"
                  + "'location':'A-01'}");
      assertInstanceOf(Answer.Accepted.class, received, received.toString());
      request(number, "S-6", 2);
      String reserve =
          ("{'kind':'place_reservation','order':'SO-%d','ttl_seconds':900,"
                  + "'lines':[{'sku':'S-6','warehouse':'W1','quantity':2}]}")
              .formatted(round);
      List<Answer> answers =
          together(Floor.BEN, step("approve_transfer", "W1", number, ""), Floor.CLEO, reserve);
      assertEquals(1, accepted(answers), answers.toString());
      assertEquals("2/2/0", FLOOR.level("W1", "S-6"));
      if (answers.getFirst() instanceof Answer.Accepted) {
        toTransfers++;
        FLOOR.ok(packing(number, "S-6", 2));
        FLOOR.ok(step("ship_transfer", "W1", number, ""));
        FLOOR.ok(receive(number, "S-6", 2));
      } else {
        FLOOR.ok("{'kind':'release_reservation','order':'SO-" + round + "'}");
        // back as they came: so many corrections in a day would need another person
        FLOOR.ok("{'kind':'undo_command','undone':'" + received.id() + "'}");
      }
      assertEquals("0/0/0", FLOOR.level("W1", "S-6"));
    }
    assertEquals(2L * toTransfers, Long.parseLong(FLOOR.level("W2", "S-6").split("/")[0]));
  }

  @Test
  void whileATransferIsShippedItsUnitsAreNeverFree() {
    for (int round = 0; round < ROUNDS; round++) {
      String number = "SHIP-" + round;
      FLOOR.receive("W1", "S-7", 2, ",'location':'A-01'");
      request(number, "S-7", 2);
      FLOOR.ok(Floor.BEN, step("approve_transfer", "W1", number, ""));
      FLOOR.ok(packing(number, "S-7", 2));
      String reserve =
          ("{'kind':'place_reservation','order':'SX-%d','ttl_seconds':900,"
                  + "'lines':[{'sku':'S-7','warehouse':'W1','quantity':1}]}")
              .formatted(round);
      String ship = step("ship_transfer", "W1", number, "");
      List<Answer> answers = together(Floor.ANA, ship, Floor.BEN, ship, Floor.CLEO, reserve);
      assertEquals(1, accepted(answers), answers.toString());
      assertTrue(answers.get(2) instanceof Answer.Refused, answers.get(2).toString());
      assertEquals("0/0/0", FLOOR.level("W1", "S-7"));
    }
  }

  @Test
  void aCancellationAndAShipmentExcludeEachOther() {
    for (int round = 0; round < ROUNDS; round++) {
      String number = "STOP-" + round;
      shippable(number, "S-8", 1);
      List<Answer> answers =
          together(
              Floor.ANA,
              step("ship_transfer", "W1", number, ""),
              Floor.BEN,
              step("cancel_transfer", "W2", number, ",'reason':'unwanted'"));
      assertEquals(1, accepted(answers), answers.toString());
    }
  }

  /// The same approval as people write it who trust what they have read: state first, then the
  /// change, without the warehouse's lock. It shows that the invariants above would notice.
  @Test
  void withoutTheLockTheSameApprovalIsAppliedTwice() throws Exception {
    FLOOR.receive("W1", "S-9", 200, ",'location':'A-01'");
    FLOOR.ok(
        "{'kind':'propose_adjustment','warehouse':'W1','sku':'S-9','change':-100,"
            + "'location':'A-01','reason':'lost','number':'AJ-NAIVE'}");
    FLOOR.site.change("CREATE TABLE naive (units bigint NOT NULL); INSERT INTO naive VALUES (200)");
    CyclicBarrier bothHaveRead = new CyclicBarrier(2);
    Callable<Boolean> approve =
        () ->
            FLOOR
                .site
                .database
                .changing()
                .transactionResult(
                    tx -> {
                      boolean waits =
                          tx.dsl()
                              .fetchSingle(
                                  "SELECT state = 'waiting' FROM adjustment"
                                      + " WHERE number = 'AJ-NAIVE'")
                              .get(0, Boolean.class);
                      bothHaveRead.await(20, TimeUnit.SECONDS);
                      if (waits) {
                        tx.dsl().execute("UPDATE naive SET units = units - 100");
                      }
                      return waits;
                    });
    List<Future<Boolean>> both = List.of(THREADS.submit(approve), THREADS.submit(approve));
    assertTrue(both.get(0).get(20, TimeUnit.SECONDS) && both.get(1).get(20, TimeUnit.SECONDS));
    assertEquals(0, FLOOR.figure("SELECT units FROM naive"), "100 were approved, 200 are gone");
    assertEquals(
        "applied",
        FLOOR.ok(
            Floor.BEN, "{'kind':'approve_adjustment','warehouse':'W1','adjustment':'AJ-NAIVE'}"));
    assertEquals("100/0/0", FLOOR.level("W1", "S-9"));
  }

  /// People and what they ask, all at the same moment; the answers in the same order.
  private static List<Answer> together(String... whoAndWhat) {
    CyclicBarrier start = new CyclicBarrier(whoAndWhat.length / 2);
    List<Future<Answer>> asked = new ArrayList<>();
    for (int i = 0; i < whoAndWhat.length; i += 2) {
      String who = whoAndWhat[i];
      String what = whoAndWhat[i + 1];
      asked.add(
          THREADS.submit(
              () -> {
                start.await(20, TimeUnit.SECONDS);
                return FLOOR.ask(who, what);
              }));
    }
    List<Answer> answers = new ArrayList<>();
    for (Future<Answer> each : asked) {
      try {
        answers.add(each.get(20, TimeUnit.SECONDS));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    return answers;
  }

  private static long accepted(List<Answer> answers) {
    return answers.stream().filter(Answer.Accepted.class::isInstance).count();
  }

  private static void shipped(String number, String sku, long units) {
    shippable(number, sku, units);
    FLOOR.ok(step("ship_transfer", "W1", number, ""));
  }

  private static void shippable(String number, String sku, long units) {
    FLOOR.receive("W1", sku, units, ",'location':'A-01'");
    request(number, sku, units);
    FLOOR.ok(Floor.BEN, step("approve_transfer", "W1", number, ""));
    FLOOR.ok(packing(number, sku, units));
  }

  private static void request(String number, String sku, long units) {
    FLOOR.ok(
        ("{'kind':'request_transfer','from_warehouse':'W1','to_warehouse':'W2','number':'%s',"
                + "'lines':[{'sku':'%s','quantity':%d}]}")
            .formatted(number, sku, units));
  }

  private static String packing(String number, String sku, long units) {
    return step(
        "pack_transfer",
        "W1",
        number,
        ",'sku':'" + sku + "','quantity':" + units + ",'from':'A-01'");
  }

  private static String receive(String number, String sku, long units) {
    return step(
        "receive_transfer",
        "W2",
        number,
        ",'arrived':[{'sku':'" + sku + "','good':" + units + "}]");
  }

  private static String step(String kind, String warehouse, String number, String more) {
    return "{'kind':'%s','warehouse':'%s','transfer':'%s'%s}"
        .formatted(kind, warehouse, number, more);
  }
}
