package dev.stockwright.server.orders;

import static dev.stockwright.server.desk.TestSite.ANA;
import static dev.stockwright.server.desk.TestSite.W1;
import static dev.stockwright.server.desk.TestSite.W2;
import static dev.stockwright.server.desk.TestSite.envelope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.OrderRefusal;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.server.desk.DeskSettings;
import dev.stockwright.server.desk.Ledgers;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Many commands about orders in one transaction: each is judged as if it came alone, after those
/// before it.
class OrderBatchTest {
  /// One writer, which waits until all of a test's commands are there.
  private static final TestSite SITE =
      new TestSite(
          (warehouse, epoch, events) -> {},
          new DeskSettings(1, 1024, 64, 8192, Duration.ofMillis(300), Duration.ofSeconds(10)));

  private static final Ledgers BOOKS = new Ledgers(SITE);
  private static final Sku S3 = new Sku("S-3");
  private static final Sku S4 = new Sku("S-4");

  @AfterAll
  static void close() {
    SITE.close();
  }

  /// Whatever was done.
  @AfterEach
  void nothingDiffers() {
    BOOKS.agree();
  }

  @Test
  void aRefusedOneInTheMiddleLeavesTheOthersAlone() throws Exception {
    together(TestSite.receive(S3, 5));
    List<Answer> answers =
        together(
            place(W1, "B-1", S3, 3),
            place(W1, "B-2", S3, 3),
            place(W1, "B-3", new Sku("NONE"), 1),
            place(W1, "B-1", S3, 1),
            place(W1, "B-4", S3, 2),
            new OrderCommand.ConfirmOrder(W1, new Reference("B-2")));
    assertInstanceOf(Answer.Accepted.class, answers.get(0));
    assertInstanceOf(OrderRefusal.OrderShort.class, why(answers.get(1)));
    assertInstanceOf(Answer.Refused.class, answers.get(2));
    assertInstanceOf(DocumentRefusal.DocumentExists.class, why(answers.get(3)));
    assertInstanceOf(Answer.Accepted.class, answers.get(4));
    assertInstanceOf(DocumentRefusal.UnknownDocument.class, why(answers.get(5)));
    assertEquals("B-1 placed 3, B-4 placed 2", orders("B-%"));
    assertEquals("5 5", level(S3));
  }

  @Test
  void anOrderIsPlacedConfirmedAndReleasedInOneTransaction() throws Exception {
    together(TestSite.receive(S4, 4));
    Reference order = new Reference("C-1");
    List<Answer> answers =
        together(
            place(W1, "C-1", S4, 4),
            new OrderCommand.ConfirmOrder(W1, order),
            new OrderCommand.ConfirmOrder(W2, order),
            place(W1, "C-2", S4, 1),
            new OrderCommand.ReleaseOrder(W1, order),
            place(W1, "C-3", S4, 4),
            new OrderCommand.RenewOrder(W1, new Reference("C-3"), 60));
    assertInstanceOf(DocumentRefusal.UnknownDocument.class, why(answers.get(2)));
    assertInstanceOf(OrderRefusal.OrderShort.class, why(answers.get(3)));
    assertEquals("C-1 released 4, C-3 placed 4", orders("C-%"));
    assertEquals(
        "C-1:placed C-1:committed C-1:released C-3:placed C-3:placed",
        text(
            """
            SELECT string_agg(o.number || ':' || h.state, ' ' ORDER BY o.number, h.id)
              FROM sales_order_history h JOIN sales_order o ON o.id = h.order_id
             WHERE o.number LIKE 'C-%'"""));
    assertEquals(
        "C-1 3, C-3 2",
        text(
            """
            SELECT string_agg(number || ' ' || version, ', ' ORDER BY number)
              FROM sales_order WHERE number LIKE 'C-%'"""));
    assertEquals("4 4", level(S4));
  }

  @Test
  void reservationsOfOtherDesksAndWarehousesAreFoundUnderTheLocks() throws Exception {
    Sku sku = new Sku("S-5");
    together(TestSite.receive(sku, 6));
    together(reserve("R-1", sku, 2), reserve("R-2", sku, 2));
    SITE.change(
        """
        UPDATE reservation SET placed_at = placed_at - interval '2 hours',
               expires_at = expires_at - interval '2 hours' WHERE order_code = 'R-1'""");
    List<Answer> answers =
        together(
            reserve("R-3", sku, 4),
            new ConfirmReservation(new Reference("R-1")),
            new ConfirmReservation(new Reference("R-2")));
    assertInstanceOf(Answer.Accepted.class, answers.get(0));
    assertInstanceOf(Answer.Refused.class, answers.get(1));
    assertInstanceOf(Answer.Accepted.class, answers.get(2));
    assertEquals("6 6", level(sku));
  }

  /// Answers of commands that are judged in one transaction.
  private static List<Answer> together(Command... commands) throws Exception {
    List<CompletableFuture<Answer>> waiting = new ArrayList<>();
    for (Command command : commands) {
      waiting.add(SITE.desk.submit(Submission.of(envelope(command), ANA)));
    }
    List<Answer> answers = new ArrayList<>();
    for (CompletableFuture<Answer> each : waiting) {
      answers.add(each.get(20, TimeUnit.SECONDS));
    }
    return answers;
  }

  private static Object why(Answer answer) {
    return assertInstanceOf(Answer.Refused.class, answer, answer::toString).refusal();
  }

  private static Command place(WarehouseCode warehouse, String order, Sku sku, long units) {
    return new OrderCommand.PlaceOrder(
        warehouse,
        new Reference(order),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new OrderCommand.Line(sku, new Quantity(units))),
        Optional.empty(),
        Optional.empty(),
        0,
        false,
        false,
        List.of());
  }

  private static Command reserve(String order, Sku sku, long units) {
    return new PlaceReservation(
        new Reference(order),
        List.of(new PlaceReservation.Line(sku, W1, new Quantity(units))),
        900);
  }

  private static String orders(String like) {
    return text(
        """
        SELECT string_agg(o.number || ' ' || o.state || ' ' || l.ordered, ', ' ORDER BY o.number)
          FROM sales_order o JOIN sales_order_line l ON l.order_id = o.id
         WHERE o.number LIKE '%s'"""
            .formatted(like));
  }

  /// On hand and reserved in W1.
  private static String level(Sku sku) {
    return text(
        """
        SELECT l.on_hand || ' ' || l.reserved FROM stock_level l JOIN product p ON p.id = l.product_id
          JOIN warehouse w ON w.id = l.warehouse_id WHERE w.code = 'W1' AND p.sku = '%s'"""
            .formatted(sku.code()));
  }

  private static String text(String sql) {
    return SITE.database.reading().fetch(sql).get(0).get(0, String.class);
  }
}
