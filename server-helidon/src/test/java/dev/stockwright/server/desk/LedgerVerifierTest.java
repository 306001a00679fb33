package dev.stockwright.server.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.PlaceReservation;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.TransferStock;
import dev.stockwright.server.ledger.Finding;
import dev.stockwright.server.ledger.LedgerVerifier;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The verifier finds nothing in a sound ledger, and names the first number when a row was changed.
class LedgerVerifierTest {
  private static TestSite site;

  @BeforeAll
  static void open() {
    site = new TestSite((warehouse, epoch, events) -> {});
    for (int i = 0; i < 10; i++) {
      Answer received =
          site.ask(
              new ReceiveGoods(
                  TestSite.W1,
                  TestSite.S1,
                  new Quantity(10),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));
      assertTrue(received instanceof Answer.Accepted, received.toString());
    }
    site.ask(
        new PlaceReservation(
            new Reference("O-1"),
            List.of(new PlaceReservation.Line(TestSite.S1, TestSite.W1, new Quantity(3))),
            900));
    // What was told before anybody knew a cost is hashed as ever; what comes after says it.
    site.change("UPDATE product SET unit_cost = 7 WHERE sku = 'S-1'");
    site.ask(
        new TransferStock(
            TestSite.W1,
            TestSite.W2,
            TestSite.S1,
            new Quantity(5),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void aSoundLedgerIsClean() {
    LedgerVerifier.Report report = new LedgerVerifier(site.database).verify();
    assertEquals(List.of(), report.findings());
    assertEquals(13, report.events());
  }

  @Test
  void aCostThatIsChangedCountsFromTheNextCommandOn() {
    assertEquals(
        "7 35",
        site.database
            .reading()
            .fetchSingle(
                "SELECT unit_cost || ' ' || value_after FROM movement WHERE warehouse_id = 2")
            .get(0, String.class));
    assertEquals(
        "10 null null, 1 7 665",
        site.database
            .reading()
            .fetchSingle(
                "SELECT string_agg(x, ', ' ORDER BY length(x) DESC) FROM (SELECT count(*) || ' '"
                    + " || coalesce(unit_cost::text, 'null') || ' '"
                    + " || coalesce(value_after::text, 'null') AS x FROM movement"
                    + " WHERE warehouse_id = 1 GROUP BY unit_cost, value_after) y")
            .get(0, String.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE movement SET quantity = 11 WHERE n = 4 AND warehouse_id = 1 | hash | 4",
        "UPDATE movement SET reason = 'x' WHERE n = 7 AND warehouse_id = 1 | hash | 7",
        "UPDATE movement SET unit_cost = 999 WHERE n = 12 AND warehouse_id = 1 | hash | 12",
        "UPDATE movement SET unit_cost = NULL, value_after = NULL WHERE n = 12 AND warehouse_id = 1 | hash | 12",
        "UPDATE movement SET unit_cost = 0, value_after = 0 WHERE n = 4 AND warehouse_id = 1 | hash | 4",
        "UPDATE stock_level SET value = value + 1 WHERE warehouse_id = 1 | value | 12",
        "UPDATE happening SET body = '{}' WHERE warehouse_id = 1 | hash | 11",
        "DELETE FROM movement WHERE n = 5 AND warehouse_id = 1 | gap | 6",
        "DELETE FROM movement WHERE n = 12 AND warehouse_id = 1 | counter | 11",
        "UPDATE balance SET on_hand = on_hand + 1 WHERE warehouse_id = 1 | balance | 12",
        "UPDATE stock_level SET reserved = reserved + 1 WHERE warehouse_id = 1 | reserved | 12",
        "UPDATE warehouse_counter SET last_n = 99 WHERE warehouse_id = 2 | counter | 1",
        "DELETE FROM reservation_line | reserved | 12",
        "UPDATE reservation_line SET reservation_id = 999 | stray | 0",
        "UPDATE reservation_line SET product_id = 99999 | stray | 0",
        "UPDATE balance SET location_id = 99999 WHERE warehouse_id = 1 | stray | 0",
      })
  void whatWasChangedBehindItsBackIsFound(String sql, String what, long n) {
    site.database
        .changing()
        .transaction(
            tx -> {
              tx.dsl().execute("SET LOCAL session_replication_role = replica"); // no triggers
              tx.dsl().execute("CREATE TABLE keep_m AS TABLE movement");
              tx.dsl().execute("CREATE TABLE keep_h AS TABLE happening");
              tx.dsl().execute("CREATE TABLE keep_b AS TABLE balance");
              tx.dsl().execute("CREATE TABLE keep_r AS TABLE reservation_line");
              tx.dsl().execute(sql);
            });
    List<Finding> findings = new LedgerVerifier(site.database).verify().findings();
    site.database
        .changing()
        .transaction(
            tx -> {
              tx.dsl().execute("SET LOCAL session_replication_role = replica");
              tx.dsl().execute("DELETE FROM movement");
              tx.dsl().execute("INSERT INTO movement SELECT * FROM keep_m");
              tx.dsl().execute("DELETE FROM happening");
              tx.dsl().execute("INSERT INTO happening SELECT * FROM keep_h");
              tx.dsl().execute("DELETE FROM balance");
              tx.dsl().execute("INSERT INTO balance SELECT * FROM keep_b");
              tx.dsl().execute("DELETE FROM reservation_line");
              tx.dsl().execute("INSERT INTO reservation_line SELECT * FROM keep_r");
              tx.dsl()
                  .execute(
                      "UPDATE stock_level SET reserved = 3 WHERE warehouse_id = 1 AND reserved > 0");
              tx.dsl()
                  .execute(
                      "UPDATE stock_level SET value = 665 WHERE warehouse_id = 1 AND value > 0");
              tx.dsl().execute("UPDATE warehouse_counter SET last_n = 1 WHERE warehouse_id = 2");
              tx.dsl().execute("DROP TABLE keep_m, keep_h, keep_b, keep_r");
            });
    assertTrue(
        findings.stream().anyMatch(each -> each.what().equals(what) && each.n() == n),
        findings.toString());
    assertEquals(List.of(), new LedgerVerifier(site.database).verify().findings());
  }
}
