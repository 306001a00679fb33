package dev.stockwright.server.alerts;

import static dev.stockwright.server.desk.TestSite.A1;
import static dev.stockwright.server.desk.TestSite.DOCK;
import static dev.stockwright.server.desk.TestSite.S1;
import static dev.stockwright.server.desk.TestSite.S2;
import static dev.stockwright.server.desk.TestSite.W1;
import static dev.stockwright.server.desk.TestSite.W2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.AlertCommand;
import dev.stockwright.protocol.AlertCommand.Covers;
import dev.stockwright.protocol.AlertCommand.Watch;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.server.desk.CommandDesk;
import dev.stockwright.server.desk.DeskSettings;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Alerts raised by a real desk on a real database.
class AlertsTest {
  private static final List<Event> EVENTS = new ArrayList<>();
  private static final TestSite SITE =
      new TestSite(
          (warehouse, epoch, events) -> {
            synchronized (EVENTS) {
              EVENTS.addAll(events);
            }
          });

  @AfterAll
  static void close() {
    SITE.close();
  }

  @BeforeEach
  void fiftyOfEach() {
    accepted(new AlertCommand.RemoveAlertRule(Covers.of(W1, S1)));
    SITE.change(
        """
        DELETE FROM alert_rule;
        DELETE FROM alert_event; DELETE FROM alert; DELETE FROM alert_pending;
        UPDATE stock_level SET low_at = 0, low_clear_at = 0, over_at = 0, over_clear_at = 0,
          out_watched = false, alerts = 0;
        UPDATE product SET category = '', count_class = 'C';
        DELETE FROM setting; DELETE FROM task; UPDATE lot SET expires_on = NULL
        """);
    level(S1, 50);
    level(S2, 50);
    synchronized (EVENTS) {
      EVENTS.clear();
    }
  }

  @Test
  void aSaleBelowTheLevelRaisesOneAlertAndOnlyEnoughGoodsEndIt() {
    watch(S1, low(10, 15));
    take(S1, 39);
    assertEquals("", open());
    take(S1, 1);
    assertEquals("low S-1 open 10 of 10", open());
    take(S1, 3);
    bring(S1, 8); // 15: not yet above the second level
    take(S1, 10);
    assertEquals("low S-1 open 10 of 10", open());
    assertEquals(1, count("alert"));
    bring(S1, 11);
    assertEquals("", open());
    assertEquals("opened resolved", history());
    take(S1, 10);
    assertEquals("low S-1 open 6 of 10", open());
    assertEquals(2, count("alert"));
  }

  @Test
  void theStreamAndTheOutboxAreToldInTheSameTransactionAndTheAnswerStaysAsItWas() {
    watch(S1, low(10, 10));
    synchronized (EVENTS) {
      EVENTS.clear();
    }
    Answer.Accepted answer = accepted(adjust(S1, -45));
    assertEquals(List.of(), answer.documents());
    synchronized (EVENTS) {
      Event.StockMoved moved = assertInstanceOf(Event.StockMoved.class, EVENTS.getFirst());
      Event.DocumentChanged told = assertInstanceOf(Event.DocumentChanged.class, EVENTS.get(1));
      assertEquals(moved.n() + 1, told.n());
      assertEquals(moved.commandId(), told.commandId());
      assertEquals(
          "alert open Optional[low S-1]",
          told.document().code() + " " + told.state() + " " + told.detail());
    }
    assertEquals(
        "opened ana 5 5 available, at or below 10. untold",
        value(
            "SELECT e.what || ' ' || e.author || ' ' || e.value || ' ' || e.detail || ' '"
                + " || CASE WHEN e.told_at IS NULL THEN 'untold' ELSE 'told' END FROM alert_event e"));
  }

  @Test
  void whatIsPromisedIsNotAvailable() {
    watch(S1, new Watch(of(10), no(), no(), no(), true, no()));
    reserve("SO-1", S1, 45);
    assertEquals("low S-1 open 5 of 10", open());
    reserve("SO-2", S1, 5);
    assertEquals("low S-1 open 5 of 10|out S-1 open 0 of 0", open());
    accepted(new ReleaseReservation(new Reference("SO-1")));
    accepted(new ReleaseReservation(new Reference("SO-2")));
    assertEquals("", open());
  }

  @Test
  void aPromiseThatLapsesEndsItsAlert() {
    watch(S1, low(10, 10));
    reserve("SO-3", S1, 45);
    assertEquals("low S-1 open 5 of 10", open());
    SITE.change(
        "UPDATE reservation SET expires_at = now() WHERE order_code = 'SO-3';"
            + " UPDATE reservation_line SET expires_at = now() WHERE open");
    reserve("SO-4", S1, 1); // whoever takes something lets it go first
    assertEquals("", open());
    accepted(new ReleaseReservation(new Reference("SO-4")));
  }

  @Test
  void tooMuchIsToldAtOnceAndOverBelowItsSecondLevel() {
    watch(S1, new Watch(no(), no(), of(60), of(55), false, no()));
    bring(S1, 10);
    assertEquals("over S-1 open 60 of 60", open());
    take(S1, 5);
    assertEquals("over S-1 open 60 of 60", open());
    take(S1, 1);
    assertEquals("", open());
  }

  @Test
  void aDipWithinOneBatchIsSeenAsIfTheCommandsHadComeAlone() {
    watch(S1, low(10, 45));
    List<CompletableFuture<Answer>> answers =
        Stream.of(adjust(S1, -42), adjust(S1, 30))
            .map(
                command ->
                    SITE.desk.submit(Submission.of(TestSite.envelope(command), TestSite.ANA)))
            .toList();
    answers.forEach(CompletableFuture::join);
    assertEquals("low S-1 open 8 of 10", open());
  }

  @Test
  void twoSalesThatCrossTheLevelAtTheSameTimeRaiseOneAlert() {
    watch(S1, low(10, 10));
    try (CommandDesk other =
        new CommandDesk(SITE.database, SITE.catalogue, DeskSettings.standard(), (w, e, n) -> {})) {
      for (int round = 0; round < 10; round++) {
        level(S1, 12);
        SITE.change("DELETE FROM alert_event; DELETE FROM alert");
        CompletableFuture<Answer> one =
            SITE.desk.submit(Submission.of(TestSite.envelope(adjust(S1, -3)), TestSite.ANA));
        CompletableFuture<Answer> two =
            other.submit(Submission.of(TestSite.envelope(adjust(S1, -3)), TestSite.ANA));
        assertInstanceOf(Answer.Accepted.class, one.join());
        assertInstanceOf(Answer.Accepted.class, two.join());
        assertEquals(1, count("alert"), "round " + round);
        assertEquals(1, count("alert_event WHERE what = 'opened'"), "round " + round);
      }
    }
  }

  @Test
  void theSameEnvelopeAgainRaisesNothingAgain() {
    watch(S1, low(10, 10));
    Envelope envelope = TestSite.envelope(adjust(S1, -45));
    assertEquals(SITE.ask(envelope), SITE.ask(envelope));
    assertEquals(1, count("alert"));
  }

  @Test
  void aRuleHoldsFromTheVeryNextCommandOnAlsoAtAnotherDesk() {
    try (CommandDesk other =
        new CommandDesk(SITE.database, SITE.catalogue, DeskSettings.standard(), (w, e, n) -> {})) {
      TestSite.ask(other, TestSite.envelope(adjust(S1, -1))); // now it remembers the level
      watch(S1, low(48, 48));
      TestSite.ask(other, TestSite.envelope(adjust(S1, -1)));
      assertEquals("low S-1 open 48 of 48", open());
      watch(S1, low(20, 20));
      assertEquals("", open());
      TestSite.ask(other, TestSite.envelope(adjust(S1, -20)));
      assertEquals("", open());
      TestSite.ask(other, TestSite.envelope(adjust(S1, -8)));
      assertEquals("low S-1 open 20 of 20", open());
    }
  }

  @Test
  void aLevelThatIsChangedPastTheDeskHoldsFromTheNextCommandOn() {
    take(S1, 1);
    SITE.change("UPDATE stock_level SET low_at = 48, low_clear_at = 48");
    take(S1, 1);
    assertEquals("low S-1 open 48 of 48", open());
  }

  @Test
  void aRuleThatIsSetLooksAtOnceAndTheNarrowestHolds() {
    SITE.change("UPDATE product SET category = 'Tools', count_class = 'A' WHERE sku = 'S-1'");
    SITE.change("DELETE FROM alert_pending");
    accepted(new AlertCommand.SetAlertRule(Covers.everything(), low(60, 60)));
    assertEquals("low S-1 open 50 of 60|low S-2 open 50 of 60", open());
    accepted(set(covers("Tools", ""), low(55, 55)));
    assertEquals("low S-1 open 50 of 60|low S-2 open 50 of 60", open());
    accepted(set(covers("", "A"), low(40, 40)));
    assertEquals("low S-1 open 50 of 60|low S-2 open 50 of 60", open());
    accepted(set(covers("Tools", ""), low(40, 40)));
    assertEquals("low S-2 open 50 of 60", open());
    watch(S1, low(50, 50));
    assertEquals("low S-1 open 50 of 50|low S-2 open 50 of 60", open());
    accepted(new AlertCommand.RemoveAlertRule(Covers.of(W1, S1)));
    assertEquals("low S-2 open 50 of 60", open());
    accepted(new AlertCommand.RemoveAlertRule(Covers.everything()));
    assertEquals("", open());
  }

  @Test
  void aProductThatIsNewToAWarehouseComesUnderItsRules() {
    accepted(new AlertCommand.SetAlertRule(Covers.everything(), low(5, 5)));
    Sku fresh = new Sku("S-9");
    SITE.change("DELETE FROM stock_level WHERE product_id = 9 AND on_hand = 0 AND supplier = 0");
    bring(fresh, 4);
    assertEquals("low S-9 open 4 of 5", open());
    take(fresh, 4);
  }

  @Test
  void manyLevelsAreToldPartByPart() {
    SITE.change(
        """
        INSERT INTO product (sku, name) SELECT 'P-' || i, 'P' FROM generate_series(1, 12000) i
        ON CONFLICT DO NOTHING;
        INSERT INTO stock_level (warehouse_id, product_id)
        SELECT w.id, p.id FROM warehouse w, product p WHERE w.code = 'W2' AND p.sku LIKE 'P-%'
        ON CONFLICT DO NOTHING
        """);
    accepted(
        new AlertCommand.SetAlertRule(
            new Covers(Optional.of(W2), no(), no(), no(), no()),
            new Watch(no(), no(), no(), no(), true, no())));
    assertEquals(RuleBook.SLICE, count("alert"));
    int runs = 0;
    while (!accepted(new AlertCommand.ReviewAlerts(W2)).documents().isEmpty()) {
      runs++;
    }
    assertEquals(2, runs);
    assertTrue(count("alert") >= 12_000, "alerts");
    assertEquals(0, count("alert_pending WHERE warehouse_id = 2"));
    SITE.change(
        """
        DELETE FROM alert_event; DELETE FROM alert;
        DELETE FROM stock_level WHERE product_id IN (SELECT id FROM product WHERE sku LIKE 'P-%');
        DELETE FROM product WHERE sku LIKE 'P-%'
        """);
  }

  @Test
  void whoResolvesAnAlertIsNotToldAgainUntilItWasOver() {
    watch(S1, low(10, 15));
    take(S1, 45);
    Reference alert = number();
    accepted(new AlertCommand.AcknowledgeAlert(W1, alert));
    assertEquals("low S-1 acknowledged 5 of 10", open());
    accepted(
        new AlertCommand.ResolveAlert(W1, alert, new ReasonCode("ordered"), Optional.of("PO-8")));
    assertEquals("", open());
    take(S1, 1);
    assertEquals("", open());
    assertEquals(
        new DocumentRefusal.WrongState(
            DocumentKind.ALERT, alert, "resolved", "open or acknowledged"),
        refused(new AlertCommand.AcknowledgeAlert(W1, alert)));
    bring(S1, 20);
    take(S1, 20);
    assertEquals("low S-1 open 4 of 10", open());
  }

  @Test
  void anAlertCanBeSnoozedEscalatedAndIsAttributed() {
    watch(S1, low(10, 10));
    take(S1, 45);
    Reference alert = number();
    Instant until = Instant.now().plus(1, ChronoUnit.HOURS);
    accepted(new AlertCommand.SnoozeAlert(W1, alert, until));
    assertEquals(0, review());
    accepted(new AlertCommand.EscalateAlert(W1, alert, Optional.of("Ask Ben")));
    SITE.change("UPDATE alert SET snoozed_until = now()");
    assertEquals(1, review());
    assertEquals("opened snoozed escalated woken", history());
    assertEquals("1 1", value("SELECT severity || ' ' || escalation FROM alert"));
    assertEquals(
        "ana", value("SELECT DISTINCT author FROM alert_event WHERE what IN ('snoozed', 'woken')"));
    assertInstanceOf(
        DocumentRefusal.OutOfRange.class,
        refused(new AlertCommand.SnoozeAlert(W1, alert, Instant.now().minusSeconds(1))));
    assertInstanceOf(
        DocumentRefusal.OutOfRange.class,
        refused(new AlertCommand.ResolveAlert(W1, alert, new ReasonCode("theft"), no())));
  }

  @Test
  void whatNobodyLooksAtIsEscalatedByItself() {
    watch(S1, new Watch(of(10), no(), no(), no(), true, no()));
    take(S1, 50);
    SITE.change("UPDATE alert SET opened_at = now() - interval '61 minutes'");
    assertEquals(1, review());
    assertEquals(0, review());
    assertEquals(
        "low 2 0|out 1 1",
        value(
            "SELECT string_agg(kind || ' ' || severity || ' ' || escalation,"
                + " '|' ORDER BY kind) FROM alert"));
    accepted(new AlertCommand.AcknowledgeAlert(W1, number()));
    SITE.change("UPDATE alert SET opened_at = now() - interval '9 hours', escalated_at = NULL");
    assertEquals(1, review());
  }

  @Test
  void aLotIsToldBeforeItExpiresAndAgainOnlyAfterItIsGone() {
    SITE.change(
        "INSERT INTO lot VALUES (2, 'L-7', current_date + 20) ON CONFLICT (product_id, code)"
            + " DO UPDATE SET expires_on = excluded.expires_on");
    SITE.change("INSERT INTO setting (name, value) VALUES ('alerts.expiring_days', '19')");
    SITE.change(
        "INSERT INTO balance (warehouse_id, product_id, location_id, lot, on_hand)"
            + " SELECT 1, 2, id, 'L-7', 4 FROM location WHERE warehouse_id = 1 AND code = 'A-02'"
            + " ON CONFLICT DO NOTHING");
    assertEquals(0, review());
    watch(S2, new Watch(no(), no(), no(), no(), false, of(20)));
    assertEquals(1, review());
    assertEquals("expiring S-2 open 20 of 20", open());
    accepted(new AlertCommand.ResolveAlert(W1, number(), new ReasonCode("not_needed"), no()));
    assertEquals(0, review());
    SITE.change("UPDATE lot SET expires_on = current_date + 30 WHERE code = 'L-7'");
    assertEquals(0, review());
    SITE.change("UPDATE lot SET expires_on = current_date - 1 WHERE code = 'L-7'");
    assertEquals(1, review());
    assertEquals("1", value("SELECT severity FROM alert WHERE state = 'open'"));
    SITE.change("DELETE FROM balance WHERE lot = 'L-7'");
    assertEquals(1, review());
    assertEquals("", open());
  }

  @Test
  void aDocumentThatIsLateIsToldUntilItHasCome() {
    SITE.change("UPDATE purchase_order SET expected_on = current_date - 2");
    SITE.change(
        "INSERT INTO task (warehouse_id, number, kind, made_at, due_at)"
            + " VALUES (1, 'T-L', 'pick', now(), now() - interval '1 minute')");
    assertEquals(2, review());
    assertEquals("late PO-1 open 0 of 0|late T-L open 0 of 0", open());
    SITE.change("UPDATE task SET state = 'done', ended_at = now()");
    SITE.change("UPDATE purchase_order SET expected_on = current_date");
    assertEquals(2, review());
    assertEquals("", open());
  }

  @Test
  void aPickFaceHasItsOwnMinimum() {
    accepted(
        new AlertCommand.SetAlertRule(
            new Covers(Optional.of(W1), Optional.of(S1), no(), no(), Optional.of(A1)), low(5, 8)));
    assertEquals(1, review());
    assertEquals("low S-1 open 0 of 5", open());
    accepted(TestSite.move(S1, 8, DOCK, A1));
    assertEquals(0, review());
    accepted(TestSite.move(S1, 1, DOCK, A1));
    assertEquals(1, review());
    assertEquals("", open());
    accepted(TestSite.move(S1, 9, A1, DOCK));
  }

  @Test
  void aRuleAboutWhatNobodyKnowsIsRefused() {
    assertEquals(
        new Refusal.UnknownProduct(new Sku("NEVER")),
        refused(set(Covers.of(W1, new Sku("NEVER")), low(5, 5))));
    LocationCode nowhere = new LocationCode("Z-99");
    assertEquals(
        new Refusal.UnknownLocation(W1, nowhere),
        refused(
            set(
                new Covers(Optional.of(W1), Optional.of(S1), no(), no(), Optional.of(nowhere)),
                low(5, 5))));
    assertEquals(
        new DocumentRefusal.UnknownDocument(DocumentKind.ALERT, new Reference("AL-0")),
        refused(new AlertCommand.AcknowledgeAlert(W1, new Reference("AL-0"))));
  }

  // -- words
  // ----------------------------------------------------------------------------------------

  private static <T> Optional<T> no() {
    return Optional.empty();
  }

  private static Optional<Long> of(long amount) {
    return Optional.of(amount);
  }

  static Watch low(long low, long clear) {
    return new Watch(of(low), of(clear), no(), no(), false, no());
  }

  private static Covers covers(String category, String countClass) {
    return new Covers(
        Optional.of(W1),
        no(),
        Optional.of(category).filter(text -> !text.isEmpty()),
        Optional.of(countClass).filter(text -> !text.isEmpty()),
        no());
  }

  private static AlertCommand set(Covers covers, Watch watch) {
    return new AlertCommand.SetAlertRule(covers, watch);
  }

  private static void watch(Sku sku, Watch watch) {
    accepted(set(Covers.of(W1, sku), watch));
  }

  static AdjustStock adjust(Sku sku, long change) {
    return new AdjustStock(
        W1, sku, change, Optional.of(new ReasonCode("count")), Optional.of(DOCK), no(), no(), no());
  }

  private static void take(Sku sku, long quantity) {
    accepted(adjust(sku, -quantity));
  }

  private static void bring(Sku sku, long quantity) {
    accepted(adjust(sku, quantity));
  }

  private static void level(Sku sku, long wanted) {
    String now =
        value(
            "SELECT coalesce(sum(l.on_hand), 0)::text FROM product p LEFT JOIN stock_level l"
                + " ON l.product_id = p.id AND l.warehouse_id = 1 WHERE p.sku = '"
                + sku
                + "'");
    long missing = wanted - Long.parseLong(now);
    if (missing != 0) {
      accepted(adjust(sku, missing));
    }
  }

  private static void reserve(String order, Sku sku, long quantity) {
    accepted(
        new PlaceReservation(
            new Reference(order),
            List.of(new PlaceReservation.Line(sku, W1, new Quantity(quantity))),
            900));
  }

  /// How many documents a review changed.
  private static int review() {
    return accepted(new AlertCommand.ReviewAlerts(W1)).documents().size();
  }

  private static Reference number() {
    return new Reference(value("SELECT max(number) FROM alert WHERE state <> 'resolved'"));
  }

  private static String open() {
    return value(
        """
        SELECT coalesce(string_agg(a.kind || ' ' || coalesce(p.sku, a.reference) || ' ' || a.state
                 || ' ' || a.value || ' of ' || a.bound, '|' ORDER BY a.kind, p.sku, a.reference), '')
          FROM alert a LEFT JOIN product p ON p.id = a.product_id WHERE a.state <> 'resolved'""");
  }

  private static String history() {
    return value("SELECT string_agg(what, ' ' ORDER BY id) FROM alert_event");
  }

  private static long count(String table) {
    return Long.parseLong(value("SELECT count(*)::text FROM " + table));
  }

  private static String value(String sql) {
    return SITE.database.reading().fetchSingle(sql).get(0, String.class);
  }

  private static Answer.Accepted accepted(Command command) {
    Answer answer = SITE.ask(command);
    return assertInstanceOf(Answer.Accepted.class, answer, answer.toString());
  }

  private static Refusal refused(Command command) {
    return assertInstanceOf(Answer.Refused.class, SITE.ask(command)).refusal();
  }
}
