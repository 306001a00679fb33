package dev.stockwright.server.alerts;

import static dev.stockwright.server.alerts.AlertSite.adjust;
import static dev.stockwright.server.alerts.AlertSite.low;
import static dev.stockwright.server.alerts.AlertSite.no;
import static dev.stockwright.server.alerts.AlertSite.some;
import static dev.stockwright.server.desk.TestSite.S1;
import static dev.stockwright.server.desk.TestSite.S2;
import static dev.stockwright.server.desk.TestSite.W1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.protocol.AlertCommand;
import dev.stockwright.protocol.AlertCommand.Watch;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.Event;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.server.desk.CommandDesk;
import dev.stockwright.server.desk.DeskSettings;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Alerts raised by a real desk on a real database, and what people do with them.
class AlertsTest {
  private static final AlertSite AT = new AlertSite();

  @AfterAll
  static void close() {
    AT.close();
  }

  @BeforeEach
  void fiftyOfEach() {
    AT.fiftyOfEach();
  }

  @Test
  void aSaleBelowTheLevelRaisesOneAlertAndOnlyEnoughGoodsEndIt() {
    AT.watch(S1, low(10, 15));
    AT.take(S1, 39);
    assertEquals("", AT.open());
    AT.take(S1, 1);
    assertEquals("low S-1 open 10 of 10", AT.open());
    AT.take(S1, 3);
    AT.bring(S1, 8); // 15: not yet above the second level
    AT.take(S1, 10);
    assertEquals("low S-1 open 10 of 10", AT.open());
    assertEquals(1, AT.count("alert"));
    AT.bring(S1, 11);
    assertEquals("", AT.open());
    assertEquals("opened resolved", AT.history());
    AT.take(S1, 10);
    assertEquals("low S-1 open 6 of 10", AT.open());
    assertEquals(2, AT.count("alert"));
  }

  @Test
  void theStreamAndTheOutboxAreToldInTheSameTransactionAndTheAnswerStaysAsItWas() {
    AT.watch(S1, low(10, 10));
    synchronized (AT.events) {
      AT.events.clear();
    }
    Answer.Accepted answer = AT.accepted(adjust(S1, -45));
    assertEquals(List.of(), answer.documents());
    synchronized (AT.events) {
      Event.StockMoved moved = assertInstanceOf(Event.StockMoved.class, AT.events.getFirst());
      Event.DocumentChanged told = assertInstanceOf(Event.DocumentChanged.class, AT.events.get(1));
      assertEquals(moved.n() + 1, told.n());
      assertEquals(moved.commandId(), told.commandId());
      assertEquals(
          "alert open Optional[low S-1]",
          told.document().code() + " " + told.state() + " " + told.detail());
    }
    assertEquals(
        "opened ana 5 5 available, at or below 10. untold",
        AT.value(
            "SELECT e.what || ' ' || e.author || ' ' || e.value || ' ' || e.detail || ' '"
                + " || CASE WHEN e.told_at IS NULL THEN 'untold' ELSE 'told' END FROM alert_event e"));
  }

  @Test
  void whatIsPromisedIsNotAvailable() {
    AT.watch(S1, new Watch(some(10), no(), no(), no(), true, no()));
    AT.reserve("SO-1", S1, 45);
    assertEquals("low S-1 open 5 of 10", AT.open());
    AT.reserve("SO-2", S1, 5);
    assertEquals("low S-1 open 5 of 10|out S-1 open 0 of 0", AT.open());
    AT.accepted(new ReleaseReservation(new Reference("SO-1")));
    AT.accepted(new ReleaseReservation(new Reference("SO-2")));
    assertEquals("", AT.open());
  }

  @Test
  void aPromiseThatLapsesEndsItsAlert() {
    AT.watch(S1, low(10, 10));
    AT.reserve("SO-3", S1, 45);
    assertEquals("low S-1 open 5 of 10", AT.open());
    AT.site.change("UPDATE reservation SET expires_at = now() WHERE order_code = 'SO-3'");
    AT.reserve("SO-4", S1, 1); // whoever takes something lets it go first
    assertEquals("", AT.open());
    AT.accepted(new ReleaseReservation(new Reference("SO-4")));
  }

  @Test
  void tooMuchIsToldAtOnceAndOverBelowItsSecondLevel() {
    AT.watch(S1, new Watch(no(), no(), some(60), some(55), false, no()));
    AT.bring(S1, 10);
    assertEquals("over S-1 open 60 of 60", AT.open());
    AT.take(S1, 5);
    assertEquals("over S-1 open 60 of 60", AT.open());
    AT.take(S1, 1);
    assertEquals("", AT.open());
  }

  @Test
  void aDipWithinOneBatchIsSeenAsIfTheCommandsHadComeAlone() {
    AT.watch(S1, low(10, 45));
    List<CompletableFuture<Answer>> answers =
        Stream.of(adjust(S1, -42), adjust(S1, 30))
            .map(
                command ->
                    AT.site.desk.submit(Submission.of(TestSite.envelope(command), TestSite.ANA)))
            .toList();
    answers.forEach(CompletableFuture::join);
    assertEquals("low S-1 open 8 of 10", AT.open());
  }

  @Test
  void twoSalesThatCrossTheLevelAtTheSameTimeRaiseOneAlert() {
    AT.watch(S1, low(10, 10));
    try (CommandDesk other =
        new CommandDesk(
            AT.site.database, AT.site.catalogue, DeskSettings.standard(), (w, e, n) -> {})) {
      for (int round = 0; round < 10; round++) {
        AT.level(S1, 12);
        AT.site.change("DELETE FROM alert_event; DELETE FROM alert");
        CompletableFuture<Answer> one =
            AT.site.desk.submit(Submission.of(TestSite.envelope(adjust(S1, -3)), TestSite.ANA));
        CompletableFuture<Answer> two =
            other.submit(Submission.of(TestSite.envelope(adjust(S1, -3)), TestSite.ANA));
        assertInstanceOf(Answer.Accepted.class, one.join());
        assertInstanceOf(Answer.Accepted.class, two.join());
        assertEquals(1, AT.count("alert"), "round " + round);
        assertEquals(1, AT.count("alert_event WHERE what = 'opened'"), "round " + round);
      }
    }
  }

  @Test
  void theSameEnvelopeAgainRaisesNothingAgain() {
    AT.watch(S1, low(10, 10));
    Envelope envelope = TestSite.envelope(adjust(S1, -45));
    assertEquals(AT.site.ask(envelope), AT.site.ask(envelope));
    assertEquals(1, AT.count("alert"));
  }

  @Test
  void whoResolvesAnAlertIsNotToldAgainUntilItWasOver() {
    AT.watch(S1, low(10, 15));
    AT.take(S1, 45);
    Reference alert = AT.number();
    AT.accepted(new AlertCommand.AcknowledgeAlert(W1, alert));
    assertEquals("low S-1 acknowledged 5 of 10", AT.open());
    AT.accepted(
        new AlertCommand.ResolveAlert(W1, alert, new ReasonCode("ordered"), Optional.of("PO-8")));
    assertEquals("", AT.open());
    AT.take(S1, 1);
    assertEquals("", AT.open());
    assertEquals(
        new DocumentRefusal.WrongState(
            DocumentKind.ALERT, alert, "resolved", "open or acknowledged"),
        AT.refused(new AlertCommand.AcknowledgeAlert(W1, alert)));
    AT.bring(S1, 20);
    AT.take(S1, 20);
    assertEquals("low S-1 open 4 of 10", AT.open());
  }

  @Test
  void anAlertCanBeSnoozedEscalatedAndIsAttributed() {
    AT.watch(S1, low(10, 10));
    AT.take(S1, 45);
    Reference alert = AT.number();
    Instant until = Instant.now().plus(1, ChronoUnit.HOURS);
    AT.accepted(new AlertCommand.SnoozeAlert(W1, alert, until));
    assertEquals(0, AT.review());
    AT.accepted(new AlertCommand.EscalateAlert(W1, alert, Optional.of("Ask Ben")));
    AT.site.change("UPDATE alert SET snoozed_until = now()");
    assertEquals(1, AT.review());
    assertEquals("opened snoozed escalated woken", AT.history());
    assertEquals("1 1", AT.value("SELECT severity || ' ' || escalation FROM alert"));
    assertEquals(
        "ana",
        AT.value("SELECT DISTINCT author FROM alert_event WHERE what IN ('snoozed', 'woken')"));
    assertInstanceOf(
        DocumentRefusal.OutOfRange.class,
        AT.refused(new AlertCommand.SnoozeAlert(W1, alert, Instant.now().minusSeconds(1))));
    assertInstanceOf(
        DocumentRefusal.OutOfRange.class,
        AT.refused(new AlertCommand.ResolveAlert(W1, alert, new ReasonCode("theft"), no())));
  }

  @Test
  void whatNobodyLooksAtIsEscalatedByItself() {
    AT.watch(S1, new Watch(some(10), no(), no(), no(), true, no()));
    AT.take(S1, 50);
    AT.site.change("UPDATE alert SET opened_at = now() - interval '61 minutes'");
    assertEquals(1, AT.review());
    assertEquals(0, AT.review());
    assertEquals(
        "low 2 0|out 1 1",
        AT.value(
            "SELECT string_agg(kind || ' ' || severity || ' ' || escalation,"
                + " '|' ORDER BY kind) FROM alert"));
    AT.accepted(new AlertCommand.AcknowledgeAlert(W1, AT.number()));
    AT.site.change("UPDATE alert SET opened_at = now() - interval '9 hours', escalated_at = NULL");
    assertEquals(1, AT.review());
  }

  @Test
  void aLotIsToldBeforeItExpiresAndAgainOnlyAfterItIsGone() {
    AT.site.change(
        "INSERT INTO lot VALUES (2, 'L-7', current_date + 20) ON CONFLICT (product_id, code)"
            + " DO UPDATE SET expires_on = excluded.expires_on");
    AT.site.change("INSERT INTO setting (name, value) VALUES ('alerts.expiring_days', '19')");
    AT.site.change(
        "INSERT INTO balance (warehouse_id, product_id, location_id, lot, on_hand)"
            + " SELECT 1, 2, id, 'L-7', 4 FROM location WHERE warehouse_id = 1 AND code = 'A-02'"
            + " ON CONFLICT DO NOTHING");
    assertEquals(0, AT.review());
    AT.watch(S2, new Watch(no(), no(), no(), no(), false, some(20)));
    assertEquals(1, AT.review());
    assertEquals("expiring S-2 open 20 of 20", AT.open());
    AT.accepted(new AlertCommand.ResolveAlert(W1, AT.number(), new ReasonCode("not_needed"), no()));
    assertEquals(0, AT.review());
    AT.site.change("UPDATE lot SET expires_on = current_date + 30 WHERE code = 'L-7'");
    assertEquals(0, AT.review());
    AT.site.change("UPDATE lot SET expires_on = current_date - 1 WHERE code = 'L-7'");
    assertEquals(1, AT.review());
    assertEquals("1", AT.value("SELECT severity FROM alert WHERE state = 'open'"));
    AT.site.change("DELETE FROM balance WHERE lot = 'L-7'");
    assertEquals(1, AT.review());
    assertEquals("", AT.open());
  }

  @Test
  void aDocumentThatIsLateIsToldUntilItHasCome() {
    AT.site.change("UPDATE purchase_order SET expected_on = current_date - 2");
    AT.site.change(
        "INSERT INTO task (warehouse_id, number, kind, made_at, due_at)"
            + " VALUES (1, 'T-L', 'pick', now(), now() - interval '1 minute')");
    assertEquals(2, AT.review());
    assertEquals("late PO-1 open 0 of 0|late T-L open 0 of 0", AT.open());
    AT.site.change("UPDATE task SET state = 'done', ended_at = now()");
    AT.site.change("UPDATE purchase_order SET expected_on = current_date");
    assertEquals(2, AT.review());
    assertEquals("", AT.open());
  }
}
