package dev.stockwright.server.tills;

import static dev.stockwright.server.desk.TestSite.A1;
import static dev.stockwright.server.desk.TestSite.DOCK;
import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.TillCommand;
import dev.stockwright.server.desk.Ledgers;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What tills report, posted by a real desk on a real database.
class TillTest {
  private static final TestSite SITE = new TestSite((warehouse, epoch, events) -> {});
  private static final Ledgers BOOKS = new Ledgers(SITE);
  private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
  private static final AtomicInteger MADE = new AtomicInteger();

  @AfterAll
  static void close() {
    SITE.close();
  }

  /// Whatever was sent: nothing of it is lost.
  @AfterEach
  void nothingDiffers() {
    BOOKS.agree();
    assertEquals(
        "0",
        text(
            "SELECT count(*) FROM till_batch b WHERE applied + short + repeated + kept <>"
                + " (SELECT count(*) FROM till_entry e WHERE e.batch_id = b.id)"));
  }

  @Test
  void eachEntryIsAppliedOnceByTheTillsOwnNumber() {
    Sku sku = stocked(10);
    TillCommand.Entry sale = entry("T1", sku.code(), 2);
    TillCommand.Entry other = entry("T1", sku.code(), 3);
    assertEquals("2 applied", posted(sale, other));
    assertEquals(5, onHand(sku));
    TillCommand.Entry third = entry("T2", sku.code(), 1);
    assertEquals("1 applied, 3 repeated", posted(sale, third, third, other));
    assertEquals(4, onHand(sku));
    TillCommand.Entry changed =
        new TillCommand.Entry(
            sale.till(),
            sale.number(),
            "sale",
            sku.code(),
            4,
            AT,
            Optional.empty(),
            Optional.empty());
    assertEquals("1 kept", posted(changed));
    assertEquals(4, onHand(sku));
    assertEquals("different_content", why(sale.number()));
    assertEquals(
        "6 CUSTOMER sale",
        text(
            "SELECT sum(m.quantity) || ' ' || max(l.code) || ' ' || max(m.reason) FROM movement m"
                + " JOIN location l ON l.id = m.to_location_id JOIN product p ON p.id = m.product_id"
                + " WHERE l.code = 'CUSTOMER' AND p.sku = '"
                + sku
                + "'"));
  }

  @Test
  void aBarcodeOfACaseSellsTheCase() {
    Sku sku = stocked(30);
    SITE.change(
        "INSERT INTO barcode (code, product_id, pack, units) SELECT '05901234123457', id, 'case', 12"
            + " FROM product WHERE sku = '"
            + sku
            + "'");
    assertEquals(
        "2 applied", posted(entry("T1", "5901234123457", 1), entry("T1", "05901234123457", 1)));
    assertEquals(6, onHand(sku));
  }

  @Test
  void whatTheBooksDoNotHaveIsSoldAllTheSameAndLookedAtOnce() {
    Sku sku = stocked(3);
    Answer.Accepted answer = post(entry("T1", sku.code(), 5), entry("T1", sku.code(), 1));
    assertEquals("2 short", counts(answer));
    assertEquals("0 -3", onHand(sku) + " " + unreconciled(sku));
    assertEquals(
        "1",
        text(
            "SELECT count(*) FROM task t JOIN product p ON p.id = t.product_id"
                + " WHERE t.kind = 'check' AND p.sku = '"
                + sku
                + "'"));
    Reference first = waiting(sku).getFirst();
    assertInstanceOf(
        Refusal.InsufficientStock.class, refused(new TillCommand.CoverTillEntry(W1, first)));
    accepted(TestSite.receive(sku, 5));
    accepted(new TillCommand.CoverTillEntry(W1, first));
    assertEquals("3 -1", onHand(sku) + " " + unreconciled(sku));
    assertEquals(
        new DocumentRefusal.WrongState(DocumentKind.TILL_ENTRY, first, "settled", "short"),
        refused(new TillCommand.CoverTillEntry(W1, first)));
    Reference second = waiting(sku).getFirst();
    accepted(new TillCommand.DismissTillEntry(W1, second, new ReasonCode("other")));
    assertEquals(List.of(), waiting(sku));
    assertEquals("3 -1", onHand(sku) + " " + unreconciled(sku));
  }

  @Test
  void aSaleBreaksNobodysPromiseInTheBooks() {
    Sku sku = stocked(5);
    Reference order = ordered(sku, 4, true);
    assertEquals("1 short", posted(entry("T1", sku.code(), 3)));
    assertEquals("4 4 -2", onHand(sku) + " " + reserved(sku) + " " + unreconciled(sku));
    assertEquals("1 applied", posted(said("sale", sku, 3, order.code(), "")));
    assertEquals("1 1", onHand(sku) + " " + reserved(sku));
    assertEquals("committed 3", orderState(order));
    assertEquals("1 applied", posted(said("sale", sku, 1, order.code(), "")));
    assertEquals("0 0", onHand(sku) + " " + reserved(sku));
    assertEquals("shipped 4", orderState(order));
    assertEquals(
        "shipped", text("SELECT state FROM reservation WHERE order_code = '" + order + "'"));
  }

  @Test
  void anOrderThatIsPickedIsNotHandedOverByATillAsWell() {
    Sku sku = stocked(5);
    Reference order = ordered(sku, 4, true);
    SITE.change("UPDATE sales_order SET state = 'picking' WHERE number = '" + order + "'");
    assertEquals("1 kept", posted(said("sale", sku, 3, order.code(), "")));
    assertEquals("5 4", onHand(sku) + " " + reserved(sku));
    SITE.change("UPDATE sales_order SET state = 'committed' WHERE number = '" + order + "'");
    accepted(new TillCommand.RetryTillEntries(W1));
    assertEquals("2 1", onHand(sku) + " " + reserved(sku));
  }

  @Test
  void whatCannotBeReadIsKeptAndTheRestIsPosted() {
    Sku sku = stocked(5);
    TillCommand.Entry unknown = entry("T1", "NO-SUCH-" + MADE.incrementAndGet(), 2);
    assertEquals(
        "1 applied, 6 kept",
        posted(
            unknown,
            entry("T1", sku.code(), 1),
            entry("T1", sku.code(), 0),
            entry("T1", "a\u0000b", 1),
            said("gift", sku, 1, "", ""),
            said("return", sku, 1, "", "eaten"),
            new TillCommand.Entry(
                new Reference("T1"),
                number(),
                "sale",
                sku.code(),
                1,
                Instant.MAX,
                Optional.empty(),
                Optional.empty())));
    assertEquals(4, onHand(sku));
    assertEquals("unknown_code", why(unknown.number()));
    accepted(new TillCommand.RetryTillEntries(W1));
    assertEquals("unknown_code", why(unknown.number()));
    SITE.change(
        "INSERT INTO barcode (code, product_id) SELECT '%s', id FROM product WHERE sku = '%s'"
            .formatted(unknown.code(), sku));
    accepted(new TillCommand.RetryTillEntries(W1));
    assertEquals(2, onHand(sku));
    assertEquals("settled", entryState(unknown.number()));
  }

  @Test
  void aPersonSaysWhichProductAnEntryWas() {
    Sku sku = stocked(5);
    TillCommand.Entry unknown = entry("T1", "NO-SUCH-" + MADE.incrementAndGet(), 2);
    assertEquals("1 kept", posted(unknown));
    Reference id =
        new Reference(text("SELECT id FROM till_entry WHERE number = '" + unknown.number() + "'"));
    assertEquals(
        new Refusal.UnknownProduct(new Sku("S-NONE")),
        refused(new TillCommand.CorrectTillEntry(W1, id, new Sku("S-NONE"), 0)));
    accepted(new TillCommand.CorrectTillEntry(W1, id, sku, 3));
    assertEquals(2, onHand(sku));
    assertEquals(
        new DocumentRefusal.UnknownDocument(DocumentKind.TILL_ENTRY, new Reference("x")),
        refused(new TillCommand.DismissTillEntry(W1, new Reference("x"), new ReasonCode("other"))));
  }

  @Test
  void goodsThatComeBackLieOnTheFloorInTheirConditionAndCanBeSoldAgain() {
    SITE.change(
        "INSERT INTO setting (warehouse_id, name, value) VALUES (0, 'tills.location', 'A-01')");
    Sku sku = stocked(2);
    accepted(TestSite.move(sku, 1, DOCK, A1));
    assertEquals(
        "4 applied",
        posted(
            entry("T1", sku.code(), 1),
            said("return", sku, 1, "", ""),
            said("return", sku, 3, "", "damaged"),
            entry("T1", sku.code(), 1)));
    assertEquals("A-01 damaged 3, DOCK available 1", piles(sku));
    SITE.change(
        "INSERT INTO setting (warehouse_id, name, value) VALUES (0, 'tills.only_location', 'yes')");
    assertEquals("1 short", posted(entry("T1", sku.code(), 1)));
    assertEquals("A-01 damaged 3, DOCK available 1", piles(sku));
    SITE.change("DELETE FROM setting");
    assertEquals("1 applied", posted(entry("T1", sku.code(), 1)));
    assertEquals("A-01 damaged 3", piles(sku));
  }

  @Test
  void aThousandEntriesAreOneTransaction() {
    Sku sku = stocked(1500);
    List<TillCommand.Entry> entries = new ArrayList<>();
    for (int i = 0; i < TillCommand.ENTRIES_MAX; i++) {
      entries.add(entry("T" + i % 5, sku.code(), 1));
    }
    assertEquals("1000 applied", posted(entries.toArray(TillCommand.Entry[]::new)));
    assertEquals("1000 repeated", posted(entries.toArray(TillCommand.Entry[]::new)));
    assertEquals(500, onHand(sku));
  }

  /// An entry of till T1.
  private static TillCommand.Entry said(
      String type, Sku sku, long quantity, String order, String condition) {
    return new TillCommand.Entry(
        new Reference("T1"),
        number(),
        type,
        sku.code(),
        quantity,
        AT,
        order.isEmpty() ? Optional.empty() : Optional.of(new Reference(order)),
        condition.isEmpty() ? Optional.empty() : Optional.of(condition));
  }

  private static Reference number() {
    return new Reference("4711-" + MADE.incrementAndGet());
  }

  private static TillCommand.Entry entry(String till, String code, long quantity) {
    return new TillCommand.Entry(
        new Reference(till),
        number(),
        "sale",
        code,
        quantity,
        AT,
        Optional.empty(),
        Optional.empty());
  }

  private static Answer.Accepted post(TillCommand.Entry... entries) {
    return accepted(
        new TillCommand.PostTillBatch(
            W1, new Reference("B-" + MADE.incrementAndGet()), List.of(entries)));
  }

  private static String posted(TillCommand.Entry... entries) {
    return counts(post(entries));
  }

  /// What became of the entries of a batch, as its event says it.
  private static String counts(Answer.Accepted answer) {
    return text(
        "SELECT body::json->>'detail' FROM happening WHERE command_id = '"
            + answer.id()
            + "' AND body::json->>'document' = 'till_batch'");
  }

  private static Reference ordered(Sku sku, long quantity, boolean committed) {
    Reference order = new Reference("SO-" + MADE.incrementAndGet());
    accepted(
        new OrderCommand.PlaceOrder(
            W1,
            order,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(new OrderCommand.Line(sku, new Quantity(quantity))),
            Optional.empty(),
            Optional.empty(),
            0,
            committed,
            false,
            List.of()));
    return order;
  }

  private static Sku stocked(long quantity) {
    return BOOKS.stocked(quantity);
  }

  private static long onHand(Sku sku) {
    return Long.parseLong(level(sku, "on_hand"));
  }

  private static long reserved(Sku sku) {
    return Long.parseLong(level(sku, "reserved"));
  }

  private static long unreconciled(Sku sku) {
    return Long.parseLong(level(sku, "unreconciled"));
  }

  private static String level(Sku sku, String column) {
    return BOOKS.level(sku, "l." + column);
  }

  private static List<Reference> waiting(Sku sku) {
    return SITE.database
        .reading()
        .fetch(
            "SELECT e.id::text FROM till_entry e JOIN product p ON p.id = e.product_id"
                + " WHERE p.sku = ? AND e.state IN ('short', 'kept') ORDER BY e.id",
            sku.code())
        .map(row -> new Reference(row.get(0, String.class)));
  }

  private static String why(Reference number) {
    return text(
        "SELECT why FROM till_entry WHERE number = '" + number + "' ORDER BY id DESC LIMIT 1");
  }

  private static String entryState(Reference number) {
    return text("SELECT state FROM till_entry WHERE number = '" + number + "'");
  }

  private static String orderState(Reference order) {
    return text(
        "SELECT o.state || ' ' || l.shipped FROM sales_order o JOIN sales_order_line l ON l.order_id = o.id"
            + " WHERE o.number = '"
            + order
            + "'");
  }

  private static String piles(Sku sku) {
    return text(
        "SELECT string_agg(l.code || ' ' || b.condition || ' ' || b.on_hand, ', ' ORDER BY l.code)"
            + " FROM balance b JOIN location l ON l.id = b.location_id"
            + " JOIN product p ON p.id = b.product_id WHERE b.on_hand > 0 AND p.sku = '"
            + sku
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
