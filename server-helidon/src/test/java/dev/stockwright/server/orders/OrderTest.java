package dev.stockwright.server.orders;

import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ConfirmReservation;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.OrderRefusal;
import dev.stockwright.protocol.OrderRefusal.Missing;
import dev.stockwright.protocol.OrderType;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.server.desk.Ledgers;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Orders kept by a real desk on a real database.
class OrderTest {
  private static final TestSite SITE = new TestSite((warehouse, epoch, events) -> {});
  private static final Ledgers BOOKS = new Ledgers(SITE);
  private static final AtomicInteger MADE = new AtomicInteger();

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
  void allLinesArePromisedOrNone() {
    Sku hammer = stocked(5);
    Sku rope = stocked(2);
    Reference order = number();
    Answer.Accepted placed = accepted(place(order, line(hammer, 3), line(rope, 2)));
    assertEquals(
        List.of(new Answer.Document(DocumentKind.ORDER, order, "placed")), placed.documents());
    assertEquals("2 0", free(hammer) + " " + free(rope));
    Reference second = number();
    assertEquals(
        new OrderRefusal.OrderShort(
            second, List.of(new Missing(hammer, 3, 2), new Missing(rope, 1, 0))),
        refused(place(second, line(hammer, 3), line(rope, 1))));
    assertEquals("2 0", free(hammer) + " " + free(rope));
    assertEquals("", text("SELECT state FROM sales_order WHERE number = '" + second + "'"));
  }

  @Test
  void twoLinesOfOneProductDoNotBothHaveTheLastPiece() {
    Sku sku = stocked(5);
    Reference order = number();
    assertEquals(
        new OrderRefusal.OrderShort(order, List.of(new Missing(sku, 6, 5))),
        refused(place(order, line(sku, 3), line(sku, 3))));
    accepted(place(order, line(sku, 3), line(sku, 2)));
    assertEquals(0, free(sku));
  }

  @Test
  void whatIsNotThereIsBackOrderedWhenThatIsAllowedAndFilledWhenGoodsCome() {
    Sku sku = stocked(5);
    Reference order = number();
    accepted(
        new OrderCommand.PlaceOrder(
            W1,
            order,
            Optional.of(OrderType.MANUAL),
            Optional.empty(),
            Optional.of("Halvorsen"),
            List.of(line(sku, 4), line(sku, 4)),
            Optional.of(10),
            Optional.empty(),
            0,
            true,
            true,
            List.of(new OrderCommand.Attribute("channel", "phone"))));
    assertEquals("committed 8 3 0", state(order) + " " + lines(order) + " " + free(sku));
    assertInstanceOf(OrderRefusal.OrderShort.class, refused(new OrderCommand.FillOrder(W1, order)));
    accepted(TestSite.receive(sku, 2));
    accepted(new OrderCommand.FillOrder(W1, order));
    assertEquals("8 1 0", lines(order) + " " + free(sku));
    accepted(TestSite.receive(sku, 2));
    accepted(new OrderCommand.FillOrder(W1, order));
    assertEquals("8 0 1", lines(order) + " " + free(sku));
    accepted(new OrderCommand.FillOrder(W1, order));
    assertEquals(
        "manual Halvorsen 10 phone",
        text(
            "SELECT kind || ' ' || customer || ' ' || priority || ' ' || (attributes->>'channel')"
                + " FROM sales_order WHERE number = '"
                + order
                + "'"));
  }

  @Test
  void aLateConfirmationPromisesAgainOrSaysOfEachProductWhatIsMissing() {
    Sku hammer = stocked(5);
    Sku rope = stocked(5);
    Reference late = number();
    accepted(place(late, line(hammer, 4), line(rope, 4)));
    lapse(late);
    assertEquals(List.of(5L, 5L), List.of(freeInView(hammer), freeInView(rope)));
    Reference other = number();
    accepted(place(other, line(hammer, 2), line(rope, 3)));
    assertEquals(
        new OrderRefusal.OrderShort(
            late, List.of(new Missing(hammer, 4, 3), new Missing(rope, 4, 2))),
        refused(new OrderCommand.ConfirmOrder(W1, late)));
    accepted(new OrderCommand.ReleaseOrder(W1, other));
    accepted(new OrderCommand.ConfirmOrder(W1, late));
    assertEquals("committed 1 1", state(late) + " " + free(hammer) + " " + free(rope));
    accepted(new OrderCommand.ConfirmOrder(W1, late));
    assertInstanceOf(
        DocumentRefusal.WrongState.class, refused(new OrderCommand.RenewOrder(W1, late, 60)));
  }

  @Test
  void aRenewalHoldsLongerAndPromisesAgainWhatHasLapsed() {
    Sku sku = stocked(3);
    Reference order = number();
    accepted(place(order, line(sku, 3)));
    accepted(new OrderCommand.RenewOrder(W1, order, 7200));
    assertEquals(
        "true",
        text(
            "SELECT (o.expires_at = r.expires_at AND o.expires_at > now() + interval '119 minutes')::text"
                + " FROM sales_order o JOIN reservation r ON r.order_code = o.number"
                + " WHERE o.number = '"
                + order
                + "'"));
    lapse(order);
    accepted(new OrderCommand.RenewOrder(W1, order, 0));
    assertEquals("placed 0", state(order) + " " + free(sku));
    assertEquals("15", minutesLeft(order));
    lapse(order);
    Reference other = number();
    accepted(place(other, line(sku, 1)));
    assertEquals(
        new OrderRefusal.OrderShort(order, List.of(new Missing(sku, 3, 2))),
        refused(new OrderCommand.RenewOrder(W1, order, 60)));
  }

  @Test
  void theTimeLimitIsASettingOfTheWarehouse() {
    SITE.change(
        "INSERT INTO setting (warehouse_id, name, value)"
            + " VALUES (0, 'orders.time_limit_seconds', '120')");
    Reference order = number();
    accepted(place(order, line(stocked(1), 1)));
    SITE.change("DELETE FROM setting WHERE name = 'orders.time_limit_seconds'");
    assertEquals("2", minutesLeft(order));
  }

  @Test
  void linesChangeWhileNobodyPicksAndNobodysChangeIsLost() {
    Sku hammer = stocked(5);
    Sku rope = stocked(5);
    Reference order = number();
    accepted(place(order, line(hammer, 4), line(rope, 1)));
    accepted(new OrderCommand.ConfirmOrder(W1, order));
    assertEquals(
        new OrderRefusal.OrderShort(order, List.of(new Missing(rope, 6, 5))),
        refused(change(order, Optional.empty(), line(rope, 6))));
    accepted(change(order, Optional.of(2L), line(rope, 5)));
    assertEquals("committed 5 0", state(order) + " " + free(hammer) + " " + free(rope));
    assertEquals(
        new OrderRefusal.OrderChanged(order, 2, 3),
        refused(change(order, Optional.of(2L), line(hammer, 1))));
    accepted(
        new OrderCommand.ChangeOrder(
            W1,
            order,
            Optional.of(1),
            Optional.of(Instant.parse("2030-01-01T10:00:00Z")),
            List.of(),
            false,
            Optional.empty()));
    SITE.change("UPDATE sales_order SET state = 'picking' WHERE number = '" + order + "'");
    assertEquals(
        new DocumentRefusal.WrongState(
            DocumentKind.ORDER, order, "picking", "placed or committed or expired"),
        refused(change(order, Optional.empty(), line(hammer, 1))));
    assertEquals(
        "placed, committed, committed lines changed, committed priority 1, ship by"
            + " 2030-01-01T10:00:00Z",
        text(
            "SELECT string_agg(trim(h.state || ' ' || h.detail), ', ' ORDER BY h.id)"
                + " FROM sales_order_history h JOIN sales_order o ON o.id = h.order_id"
                + " WHERE o.number = '"
                + order
                + "'"));
  }

  @Test
  void aCancelledOrderHoldsNothingAlsoWhileItIsPicked() {
    Sku sku = stocked(3);
    Reference order = number();
    accepted(place(order, line(sku, 3)));
    assertInstanceOf(
        DocumentRefusal.OutOfRange.class,
        refused(new OrderCommand.CancelOrder(W1, order, new ReasonCode("because"))));
    accepted(new OrderCommand.ConfirmOrder(W1, order));
    SITE.change("UPDATE sales_order SET state = 'picking' WHERE number = '" + order + "'");
    assertInstanceOf(
        DocumentRefusal.WrongState.class, refused(new OrderCommand.ReleaseOrder(W1, order)));
    accepted(new OrderCommand.CancelOrder(W1, order, new ReasonCode("unwanted")));
    assertEquals("cancelled 3", state(order) + " " + free(sku));
    for (Command command :
        List.of(
            new OrderCommand.CancelOrder(W1, order, new ReasonCode("unwanted")),
            new OrderCommand.ConfirmOrder(W1, order),
            new OrderCommand.ReleaseOrder(W1, order),
            new OrderCommand.FillOrder(W1, order))) {
      assertInstanceOf(DocumentRefusal.WrongState.class, refused(command));
    }
    assertEquals(
        new DocumentRefusal.DocumentExists(DocumentKind.ORDER, order),
        refused(place(order, line(sku, 1))));
  }

  @Test
  void bareReservationsAndOrdersRespectEachOther() {
    Sku sku = stocked(4);
    Reference cart = number();
    accepted(
        new PlaceReservation(
            cart, List.of(new PlaceReservation.Line(sku, W1, new Quantity(1))), 900));
    assertEquals(new Refusal.OrderAlreadyReserved(cart), refused(place(cart, line(sku, 1))));
    Reference order = number();
    accepted(place(order, line(sku, 2)));
    accepted(new ConfirmReservation(order));
    accepted(new OrderCommand.ConfirmOrder(W1, order));
    assertEquals("committed 1", state(order) + " " + free(sku));
    accepted(new ReleaseReservation(order));
    assertEquals(
        new DocumentRefusal.WrongState(
            DocumentKind.ORDER, order, "released", "placed or committed or expired"),
        refused(new OrderCommand.ConfirmOrder(W1, order)));
    accepted(new OrderCommand.TidyOrders(W1));
    assertEquals("released", state(order));
  }

  @Test
  void tidyingWritesDownWhatTheClockHasDecided() {
    Sku sku = stocked(2);
    Reference order = number();
    accepted(place(order, line(sku, 2)));
    lapse(order);
    assertEquals("placed", state(order));
    assertTrue(
        accepted(new OrderCommand.TidyOrders(W1))
            .documents()
            .contains(new Answer.Document(DocumentKind.ORDER, order, "expired")));
    assertEquals("expired", state(order));
    accepted(change(order, Optional.empty(), line(sku, 1)));
    assertEquals("placed 1", state(order) + " " + free(sku));
  }

  @Test
  void whatIsNotKnownIsRefusedByName() {
    Sku sku = stocked(1);
    Reference order = number();
    assertEquals(
        new DocumentRefusal.UnknownDocument(DocumentKind.ORDER, order),
        refused(new OrderCommand.ConfirmOrder(W1, order)));
    assertEquals(
        new Refusal.UnknownProduct(new Sku("S-NONE")),
        refused(place(order, line(new Sku("S-NONE"), 1))));
    assertEquals(
        new DocumentRefusal.UnknownDocument(DocumentKind.CUSTOMER, new Reference("C-NONE")),
        refused(
            new OrderCommand.PlaceOrder(
                W1,
                order,
                Optional.empty(),
                Optional.of(new Reference("C-NONE")),
                Optional.empty(),
                List.of(line(sku, 1)),
                Optional.empty(),
                Optional.empty(),
                0,
                false,
                false,
                List.of())));
    accepted(place(order, line(sku, 1)));
    assertEquals(
        new DocumentRefusal.UnknownDocument(DocumentKind.ORDER, order),
        refused(new OrderCommand.ConfirmOrder(TestSite.W2, order)));
  }

  /// Its promise has lapsed, as if its time had passed.
  private static void lapse(Reference order) {
    SITE.change(
        "UPDATE sales_order SET expires_at = now() WHERE number = '%1$s';".formatted(order)
            + "UPDATE reservation SET expires_at = now() WHERE order_code = '%1$s' AND state = 'placed'"
                .formatted(order));
  }

  static OrderCommand.PlaceOrder place(Reference order, OrderCommand.Line... lines) {
    return new OrderCommand.PlaceOrder(
        W1,
        order,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(lines),
        Optional.empty(),
        Optional.empty(),
        0,
        false,
        false,
        List.of());
  }

  private static OrderCommand.ChangeOrder change(
      Reference order, Optional<Long> version, OrderCommand.Line... lines) {
    return new OrderCommand.ChangeOrder(
        W1, order, Optional.empty(), Optional.empty(), List.of(lines), false, version);
  }

  static OrderCommand.Line line(Sku sku, long quantity) {
    return new OrderCommand.Line(sku, new Quantity(quantity));
  }

  private static Reference number() {
    return new Reference("SO-" + MADE.incrementAndGet());
  }

  private static Sku stocked(long quantity) {
    return BOOKS.stocked(quantity);
  }

  private static long free(Sku sku) {
    return Long.parseLong(BOOKS.level(sku, "(l.on_hand - l.reserved - l.blocked)::text"));
  }

  /// As everybody sees it, whether or not what has lapsed is tidied away.
  private static long freeInView(Sku sku) {
    return Long.parseLong(
        text(
            "SELECT i.available_quantity::text FROM inventory i JOIN product p ON p.id = i.product_id"
                + " WHERE p.sku = '"
                + sku
                + "'"));
  }

  private static String minutesLeft(Reference order) {
    return text(
        "SELECT round(extract(epoch FROM expires_at - now()) / 60)::text FROM sales_order"
            + " WHERE number = '%s'".formatted(order));
  }

  private static String state(Reference order) {
    return text("SELECT state FROM sales_order WHERE number = '" + order + "'");
  }

  private static String lines(Reference order) {
    return text(
        "SELECT sum(l.ordered) || ' ' || sum(l.back_ordered) FROM sales_order_line l"
            + " JOIN sales_order o ON o.id = l.order_id WHERE o.number = '"
            + order
            + "'");
  }

  private static String text(String sql) {
    return BOOKS.text(sql);
  }

  private static Answer.Accepted accepted(Command command) {
    return BOOKS.accepted(command);
  }

  private static Refusal refused(Command command) {
    return BOOKS.refused(command);
  }
}
