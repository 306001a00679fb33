package dev.stockwright.server.alerts;

import static dev.stockwright.server.alerts.AlertSite.adjust;
import static dev.stockwright.server.alerts.AlertSite.covers;
import static dev.stockwright.server.alerts.AlertSite.low;
import static dev.stockwright.server.alerts.AlertSite.no;
import static dev.stockwright.server.alerts.AlertSite.set;
import static dev.stockwright.server.desk.TestSite.A1;
import static dev.stockwright.server.desk.TestSite.DOCK;
import static dev.stockwright.server.desk.TestSite.S1;
import static dev.stockwright.server.desk.TestSite.W1;
import static dev.stockwright.server.desk.TestSite.W2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.AlertCommand;
import dev.stockwright.protocol.AlertCommand.Covers;
import dev.stockwright.protocol.AlertCommand.Watch;
import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.PlaceCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.desk.CommandDesk;
import dev.stockwright.server.desk.DeskSettings;
import dev.stockwright.server.desk.TestSite;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rules of alerts on a real desk: what they cover, which one holds, and from when.
class AlertRulesTest {
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
  void aRuleHoldsFromTheVeryNextCommandOnAlsoAtAnotherDesk() {
    try (CommandDesk other =
        new CommandDesk(
            AT.site.database, AT.site.catalogue, DeskSettings.standard(), (w, e, n) -> {})) {
      TestSite.ask(other, TestSite.envelope(adjust(S1, -1))); // now it remembers the level
      AT.watch(S1, low(48, 48));
      TestSite.ask(other, TestSite.envelope(adjust(S1, -1)));
      assertEquals("low S-1 open 48 of 48", AT.open());
      AT.watch(S1, low(20, 20));
      assertEquals("", AT.open());
      TestSite.ask(other, TestSite.envelope(adjust(S1, -20)));
      assertEquals("", AT.open());
      TestSite.ask(other, TestSite.envelope(adjust(S1, -8)));
      assertEquals("low S-1 open 20 of 20", AT.open());
    }
  }

  @Test
  void aLevelThatIsChangedPastTheDeskHoldsFromTheNextCommandOn() {
    AT.take(S1, 1);
    AT.site.change("UPDATE stock_level SET low_at = 48, low_clear_at = 48");
    AT.take(S1, 1);
    assertEquals("low S-1 open 48 of 48", AT.open());
  }

  @Test
  void aMinimumRaisesAtOnceStaysAndOutlivesAChangeOfOtherRules() {
    AT.accepted(new PlaceCommand.SaveMinimum(W1, S1, 50));
    assertEquals("low S-1 open 50 of 50", AT.open());
    AT.take(S1, 1);
    assertEquals("low S-1 open 50 of 50", AT.open(), "it does not come and go");
    AT.accepted(new AlertCommand.SetAlertRule(Covers.everything(), low(3, 3)));
    assertEquals("low S-1 open 50 of 50", AT.open(), "the narrower one holds");
    AT.accepted(new PlaceCommand.SaveMinimum(W1, S1, 0));
    assertEquals("", AT.open());
  }

  @Test
  void aRuleThatIsSetLooksAtOnceAndTheNarrowestHolds() {
    AT.site.change("UPDATE product SET category = 'Tools', count_class = 'A' WHERE sku = 'S-1'");
    AT.site.change("DELETE FROM alert_pending");
    AT.accepted(new AlertCommand.SetAlertRule(Covers.everything(), low(60, 60)));
    assertEquals("low S-1 open 50 of 60|low S-2 open 50 of 60", AT.open());
    AT.accepted(set(covers("Tools", ""), low(55, 55)));
    assertEquals("low S-1 open 50 of 60|low S-2 open 50 of 60", AT.open());
    AT.accepted(set(covers("", "A"), low(40, 40)));
    assertEquals("low S-1 open 50 of 60|low S-2 open 50 of 60", AT.open());
    AT.accepted(set(covers("Tools", ""), low(40, 40)));
    assertEquals("low S-2 open 50 of 60", AT.open());
    AT.watch(S1, low(50, 50));
    assertEquals("low S-1 open 50 of 50|low S-2 open 50 of 60", AT.open());
    AT.accepted(new AlertCommand.RemoveAlertRule(Covers.of(W1, S1)));
    assertEquals("low S-2 open 50 of 60", AT.open());
    AT.accepted(new AlertCommand.RemoveAlertRule(Covers.everything()));
    assertEquals("", AT.open());
  }

  @Test
  void aProductThatIsNewToAWarehouseComesUnderItsRules() {
    AT.accepted(new AlertCommand.SetAlertRule(Covers.everything(), low(5, 5)));
    Sku fresh = new Sku("S-9");
    AT.site.change("DELETE FROM stock_level WHERE product_id = 9 AND on_hand = 0 AND supplier = 0");
    AT.bring(fresh, 4);
    assertEquals("low S-9 open 4 of 5", AT.open());
    AT.take(fresh, 4);
  }

  @Test
  void manyLevelsAreToldPartByPart() {
    AT.site.change(
        """
        INSERT INTO product (sku, name) SELECT 'P-' || i, 'P' FROM generate_series(1, 12000) i
        ON CONFLICT DO NOTHING;
        INSERT INTO stock_level (warehouse_id, product_id)
        SELECT w.id, p.id FROM warehouse w, product p WHERE w.code = 'W2' AND p.sku LIKE 'P-%'
        ON CONFLICT DO NOTHING
        """);
    AT.accepted(
        new AlertCommand.SetAlertRule(
            new Covers(Optional.of(W2), no(), no(), no(), no()),
            new Watch(no(), no(), no(), no(), true, no())));
    assertEquals(RuleBook.SLICE, AT.count("alert"));
    int runs = 0;
    while (!AT.accepted(new AlertCommand.ReviewAlerts(W2)).documents().isEmpty()) {
      runs++;
    }
    assertEquals(2, runs);
    assertTrue(AT.count("alert") >= 12_000, "alerts");
    assertEquals(0, AT.count("alert_pending WHERE warehouse_id = 2"));
    AT.site.change(
        """
        DELETE FROM alert_event; DELETE FROM alert;
        DELETE FROM stock_level WHERE product_id IN (SELECT id FROM product WHERE sku LIKE 'P-%');
        SET LOCAL session_replication_role = replica; -- past the table's guard
        DELETE FROM product WHERE sku LIKE 'P-%'
        """);
  }

  @Test
  void aPickFaceHasItsOwnMinimum() {
    AT.accepted(
        new AlertCommand.SetAlertRule(
            new Covers(Optional.of(W1), Optional.of(S1), no(), no(), Optional.of(A1)), low(5, 8)));
    assertEquals(1, AT.review());
    assertEquals("low S-1 open 0 of 5", AT.open());
    AT.accepted(TestSite.move(S1, 8, DOCK, A1));
    assertEquals(0, AT.review());
    AT.accepted(TestSite.move(S1, 1, DOCK, A1));
    assertEquals(1, AT.review());
    assertEquals("", AT.open());
    AT.accepted(TestSite.move(S1, 9, A1, DOCK));
  }

  @Test
  void aRuleAboutWhatNobodyKnowsIsRefused() {
    assertEquals(
        new Refusal.UnknownProduct(new Sku("NEVER")),
        AT.refused(set(Covers.of(W1, new Sku("NEVER")), low(5, 5))));
    LocationCode nowhere = new LocationCode("Z-99");
    assertEquals(
        new Refusal.UnknownLocation(W1, nowhere),
        AT.refused(
            set(
                new Covers(Optional.of(W1), Optional.of(S1), no(), no(), Optional.of(nowhere)),
                low(5, 5))));
    assertEquals(
        new DocumentRefusal.UnknownDocument(DocumentKind.ALERT, new Reference("AL-0")),
        AT.refused(new AlertCommand.AcknowledgeAlert(W1, new Reference("AL-0"))));
  }
}
