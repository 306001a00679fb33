package dev.stockwright.server.orders;

import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.OrderRefusal;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.Quantity;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Many at once want the same stock, through a real desk on a real database.
class OrderRaceTest {
  private static final int THREADS = 32;
  private static final TestSite SITE = new TestSite((warehouse, epoch, events) -> {});
  private static final AtomicInteger MADE = new AtomicInteger();

  @AfterAll
  static void close() {
    SITE.close();
  }

  @Test
  void twoLastUnitsGoToTwoOfThirtyTwo() throws Exception {
    for (int round = 0; round < 5; round++) {
      Sku sku = stocked(2);
      List<Answer> answers =
          atOnce(
              THREADS,
              () -> SITE.ask(place(new Reference("SO-" + MADE.incrementAndGet()), sku, 900)));
      List<Answer.Refused> refused =
          answers.stream()
              .filter(Answer.Refused.class::isInstance)
              .map(Answer.Refused.class::cast)
              .toList();
      assertEquals(THREADS - 2, refused.size());
      refused.forEach(answer -> assertInstanceOf(OrderRefusal.OrderShort.class, answer.refusal()));
      assertEquals("2 2 2", held(sku));
    }
  }

  /// What the desk is for: whoever looks first and writes afterwards sells the last two units to
  /// everybody, and only the database's own check stands in the way.
  @Test
  void withoutTheDeskTheSameRaceIsLost() throws Exception {
    AtomicInteger left = new AtomicInteger(2);
    CyclicBarrier looked = new CyclicBarrier(THREADS);
    List<Boolean> sold =
        atOnce(
            THREADS,
            () -> {
              boolean there = left.get() > 0;
              looked.await(20, TimeUnit.SECONDS);
              if (there) {
                left.decrementAndGet();
              }
              return there;
            });
    assertEquals(THREADS, sold.stream().filter(each -> each).count());
    Sku sku = stocked(2);
    assertThrows(
        DataAccessException.class,
        () ->
            SITE.change(
                "UPDATE stock_level l SET reserved = 3 FROM product p"
                    + " WHERE p.id = l.product_id AND p.sku = '"
                    + sku
                    + "'"));
  }

  /// What the first one does while its time passes and somebody else waits for the goods.
  enum Doing {
    CONFIRM,
    CANCEL,
    RENEW
  }

  /// An order whose time passes is renewed, confirmed or cancelled at the same moment, and another
  /// one wants its goods: one of the two has them, never both.
  @ParameterizedTest
  @EnumSource(Doing.class)
  void whoseTimePassesHoldsOrLosesButNeverBothHold(Doing doing) throws Exception {
    int orders = 8;
    List<Sku> skus = new ArrayList<>();
    List<Reference> first = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      skus.add(stocked(1));
      first.add(new Reference("SO-" + MADE.incrementAndGet()));
    }
    for (int i = 0; i < orders; i++) {
      assertInstanceOf(Answer.Accepted.class, SITE.ask(place(first.get(i), skus.get(i), 1)));
    }
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1_300);
    AtomicInteger next = new AtomicInteger();
    List<String> outcomes =
        atOnce(
            orders * 2,
            () -> {
              int at = next.getAndIncrement();
              Reference order = first.get(at / 2);
              return at % 2 == 0 ? insist(doing, order, end) : rival(skus.get(at / 2), end);
            });
    for (int i = 0; i < orders; i++) {
      long holders = Long.parseLong(held(skus.get(i)).split(" ")[2]);
      assertTrue(holders <= 1, skus.get(i) + " is held by " + holders + ": " + outcomes);
    }
    assertTrue(outcomes.contains("won"), doing + ": nobody had a chance: " + outcomes);
    assertEquals("0", differing());
  }

  private static String insist(Doing doing, Reference order, long end) {
    String last = "";
    while (System.nanoTime() < end) {
      if (doing == Doing.RENEW || end - System.nanoTime() < TimeUnit.MILLISECONDS.toNanos(330)) {
        last = SITE.ask(command(doing, order)) instanceof Answer.Accepted ? "won" : "lost";
      } else {
        Thread.onSpinWait();
      }
    }
    return last;
  }

  private static OrderCommand command(Doing doing, Reference order) {
    return switch (doing) {
      case CONFIRM -> new OrderCommand.ConfirmOrder(W1, order);
      case CANCEL -> new OrderCommand.CancelOrder(W1, order, new ReasonCode("other"));
      case RENEW -> new OrderCommand.RenewOrder(W1, order, 1);
    };
  }

  private static String rival(Sku sku, long end) {
    Reference order = new Reference("SO-" + MADE.incrementAndGet());
    while (System.nanoTime() < end) {
      if (SITE.ask(place(order, sku, 900)) instanceof Answer.Accepted) {
        return "won";
      }
    }
    return "lost";
  }

  private static <T> List<T> atOnce(int threads, Callable<T> doing) throws Exception {
    List<T> found = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<T>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(doing);
      }
      for (Future<T> each : pool.invokeAll(all)) {
        found.add(each.get());
      }
    }
    return found;
  }

  private static OrderCommand.PlaceOrder place(Reference order, Sku sku, long ttlSeconds) {
    return new OrderCommand.PlaceOrder(
        W1,
        order,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new OrderCommand.Line(sku, new Quantity(1))),
        Optional.empty(),
        Optional.empty(),
        ttlSeconds,
        false,
        false,
        List.of());
  }

  private static Sku stocked(long quantity) {
    Sku sku = new Sku("P-" + MADE.incrementAndGet());
    SITE.change("INSERT INTO product (sku, name) VALUES ('%s', 'Thing')".formatted(sku));
    assertInstanceOf(Answer.Accepted.class, SITE.ask(TestSite.receive(sku, quantity)));
    return sku;
  }

  /// On hand, reserved, and how many promises hold some of it at this moment.
  private static String held(Sku sku) {
    return text(
        "SELECT l.on_hand || ' ' || l.reserved || ' ' || (SELECT count(*) FROM reservation_line r"
            + " JOIN reservation v ON v.id = r.reservation_id WHERE r.product_id = l.product_id AND"
            + " r.open AND r.quantity > 0 AND coalesce(v.expires_at > now(), true)) FROM"
            + " stock_level l JOIN product p ON p.id = l.product_id WHERE p.sku = '"
            + sku
            + "'");
  }

  private static String differing() {
    return text(
        """
        SELECT count(*) FROM stock_level l
          LEFT JOIN (SELECT warehouse_id, product_id, sum(quantity) AS held FROM reservation_line
                      WHERE open GROUP BY 1, 2) r USING (warehouse_id, product_id)
         WHERE l.reserved <> coalesce(r.held, 0)\
        """);
  }

  private static String text(String sql) {
    return SITE.database.reading().fetch(sql).get(0).get(0, String.class);
  }
}
