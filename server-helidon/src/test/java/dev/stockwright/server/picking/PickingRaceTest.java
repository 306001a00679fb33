package dev.stockwright.server.picking;

import static dev.stockwright.server.desk.TestSite.ANA;
import static dev.stockwright.server.desk.TestSite.W1;
import static dev.stockwright.server.picking.PickingBed.BEN;
import static dev.stockwright.server.picking.PickingBed.CART;
import static dev.stockwright.server.picking.PickingBed.bin;
import static dev.stockwright.server.picking.PickingBed.release;
import static dev.stockwright.server.picking.PickingBed.shortPick;
import static dev.stockwright.server.picking.PickingBed.take;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.server.picking.PickingBed.Wants;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Commands that meet. After each race the books must agree with each other.
class PickingRaceTest {
  private static final PickingBed BED = new PickingBed();
  private static final int ROUNDS = 12;

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

  /// What holds whatever happened: what the picks say was taken is what lies on carts, nobody is
  /// promised more than there is, and no bin is given away twice.
  @AfterEach
  void booksAgree() {
    assertEquals(
        List.of(),
        BED.rows(
            "SELECT g.product_id FROM (SELECT location_id, product_id, lot, handling_unit,"
                + " sum(quantity) AS q FROM picked_goods GROUP BY 1, 2, 3, 4) g"
                + " LEFT JOIN balance b USING (location_id, product_id, lot, handling_unit)"
                + " WHERE coalesce(b.on_hand, 0) < g.q"));
    assertEquals(
        List.of(),
        BED.rows(
            "SELECT l.order_id FROM sales_order_line l WHERE l.picked <> coalesce((SELECT"
                + " sum(p.picked) FROM pick p WHERE p.order_id = l.order_id"
                + " AND p.line = l.line), 0)"));
    assertEquals(
        List.of(),
        BED.rows("SELECT product_id FROM stock_level WHERE reserved + blocked > on_hand"));
  }

  private record By(Command command, Operator who) {}

  /// Gives all commands at the same moment, each from a thread of its own.
  private static List<Answer> meet(By... commands) throws Exception {
    CyclicBarrier start = new CyclicBarrier(commands.length);
    try (ExecutorService threads = Executors.newFixedThreadPool(commands.length)) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (By each : commands) {
        Callable<Answer> asking =
            () -> {
              start.await();
              return BED.ask(TestSite.envelope(each.command()), each.who());
            };
        answers.add(threads.submit(asking));
      }
      List<Answer> given = new ArrayList<>();
      for (Future<Answer> answer : answers) {
        given.add(answer.get());
      }
      return given;
    }
  }

  private static long accepted(List<Answer> answers) {
    return answers.stream().filter(Answer.Accepted.class::isInstance).count();
  }

  private static By by(Command command) {
    return new By(command, ANA);
  }

  @Test
  void twoPickersAtOneLineTakeItOnce() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      Sku each = BED.product();
      BED.stock(each, 4, bin(1));
      Reference order = BED.order(new Wants(each, 4));
      BED.released("single", order);
      Reference pick = BED.first(order);
      List<Answer> answers = meet(by(take(pick, 4)), new By(take(pick, 4), BEN));
      assertEquals(1, accepted(answers), answers.toString());
      assertEquals(4, BED.onHand(each, CART));
    }
  }

  @Test
  void pickAndCancelAndTheEndOfThePromise() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      Sku each = BED.product();
      BED.stock(each, 4, bin(1));
      Reference order = BED.order(new Wants(each, 4));
      BED.released("single", order);
      Reference pick = BED.first(order);
      meet(
          by(take(pick, 3)),
          by(new OrderCommand.CancelOrder(W1, order, new ReasonCode("unwanted"))),
          by(new ReleaseReservation(order)));
      assertEquals("4 0", BED.level(each), "nothing is held for it");
      long onCart = BED.onHand(each, CART);
      long toBringBack =
          Long.parseLong(
              BED.value(
                  "SELECT coalesce(sum(g.quantity), 0) FROM picked_goods g"
                      + " JOIN product p ON p.id = g.product_id WHERE g.put_back <> ''"
                      + " AND p.sku = '"
                      + each
                      + "'"));
      assertEquals(
          BED.state(order).equals("cancelled") ? onCart : 0, toBringBack, "all of it goes back");
    }
  }

  @Test
  void aCountAndAPickAtOneBin() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      Sku each = BED.product();
      BED.stock(each, 6, bin(1));
      Reference order = BED.order(new Wants(each, 4));
      BED.released("single", order);
      meet(
          by(take(BED.first(order), 4)),
          by(
              new AdjustStock(
                  W1,
                  each,
                  -2,
                  Optional.of(new ReasonCode("count")),
                  Optional.of(bin(1)),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty())),
          by(new PickingCommand.ReviewPicks(W1)));
      assertEquals("4 4", BED.level(each));
    }
  }

  @Test
  void aShortPickAndAnotherWave() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      Sku each = BED.product();
      BED.stock(each, 4, bin(1));
      BED.stock(each, 4, bin(2));
      Reference one = BED.order(new Wants(each, 4));
      Reference two = BED.order(new Wants(each, 4));
      BED.released("single", one);
      meet(by(shortPick(BED.first(one), "empty")), by(release("single", "fefo", two)));
      long given =
          Long.parseLong(
              BED.value(
                  "SELECT coalesce(sum(k.quantity - k.picked), 0) FROM pick k"
                      + " JOIN product p ON p.id = k.product_id"
                      + " JOIN location l ON l.id = k.location_id WHERE k.state = 'open'"
                      + " AND l.code = 'B-2' AND p.sku = '"
                      + each
                      + "'"));
      assertEquals(4, given, "one of them has the second bin, the other waits or has none");
    }
  }

  @Test
  void manyWavesAtOnceNeverGiveABinAwayTwice() throws Exception {
    BED.stock(sku, 10, bin(1));
    BED.stock(sku, 10, bin(2));
    By[] commands = new By[10];
    for (int i = 0; i < commands.length; i++) {
      commands[i] = by(release("single", "fefo", BED.order(new Wants(sku, 2))));
    }
    assertEquals(10, accepted(meet(commands)));
    assertEquals(
        List.of("B-1 10", "B-2 10"),
        BED.rows(
            "SELECT l.code || ' ' || sum(k.quantity) FROM pick k"
                + " JOIN product p ON p.id = k.product_id"
                + " JOIN location l ON l.id = k.location_id WHERE k.state = 'open' AND p.sku = '"
                + sku
                + "' GROUP BY l.code ORDER BY 1"));
  }

  @Test
  void theCheckSeesWhatIsWrong() {
    BED.stock(sku, 4, bin(1));
    Reference order = BED.order(new Wants(sku, 4));
    BED.released("single", order);
    BED.accepted(take(BED.first(order), 2));
    String broken = "UPDATE pick SET picked = picked + 1 WHERE state = 'open'";
    BED.site.change(broken);
    boolean seen = false;
    try {
      booksAgree();
    } catch (AssertionError e) {
      seen = true;
    }
    assertTrue(seen, "a pick that says more than was taken is found");
    BED.site.change("UPDATE pick SET picked = picked - 1 WHERE state = 'open'");
  }
}
