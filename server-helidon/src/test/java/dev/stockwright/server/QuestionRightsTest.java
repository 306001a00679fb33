package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may ask which question over HTTP, where, and what is told when it is not asked right.
class QuestionRightsTest {
  private static final String NOW = "?time=2026-11-20T10:00:00Z";
  private final TestHouse house = TestHouse.shared();

  private Caller.Heard get(String user, String path) {
    return house.caller().get(path, house.token(user));
  }

  /// `ana` receives in NORTH, `sam` supervises NORTH and SOUTH, `wim` works in SOUTH.
  @ParameterizedTest
  @CsvSource({
    "ana,/api/v1/totals,200",
    "ana,/api/v1/totals?warehouse=SOUTH,403 not_allowed",
    "ana,/api/v1/search/products?text=ham,200",
    "ana,/api/v1/search/products,400 missing_text",
    "ana,/api/v1/search/products?text=%25,400 invalid_text",
    "ana,/api/v1/explain/on_hand?sku=HM-0500&warehouse=NORTH,200",
    "ana,/api/v1/explain/on_hand?sku=HM-0500&warehouse=SOUTH,403 not_allowed",
    "ana,/api/v1/explain/on_hand?sku=XX&warehouse=NORTH,404 unknown_document",
    "ana,/api/v1/explain/on_hand?warehouse=NORTH,400 missing_sku",
    "ana,/api/v1/explain/luck?sku=HM-0500&warehouse=NORTH,404 unknown_document",
    "ana,/api/v1/explain/value?sku=HM-0500&warehouse=NORTH,403 not_allowed",
    "sam,/api/v1/explain/value?sku=HM-0500&warehouse=NORTH,200",
    "ana,/api/v1/trace?lot=L-1,200",
    "ana,/api/v1/trace,400 missing_lot",
    "ana,/api/v1/trace/steps?handling_unit=HU-1,200",
    "ana,/api/v1/reports/NORTH/ageing,403 not_allowed",
    "wim,/api/v1/reports/expiry,403 not_allowed",
    "sam,/api/v1/reports/expiry?days=30,200",
    "sam,/api/v1/reports/expiry?days=x,400 invalid_days",
    "sam,/api/v1/reports/fill-rate,200",
    "sam,/api/v1/reports/short-lines,200",
    "sam,/api/v1/reports/accuracy,200",
    "sam,/api/v1/reports/NORTH/value,200",
    "sam,/api/v1/reports/NORTH/ageing,200",
    "sam,/api/v1/reports/NORTH/dead-stock,200",
    "sam,/api/v1/reports/NORTH/turnover,200",
    "sam,/api/v1/reports/NORTH/top-moving,200",
    "sam,/api/v1/reports/NORTH/out-of-stock,200",
    "sam,/api/v1/reports/XX/turnover,404 unknown_warehouse",
    "sam,/api/v1/reports/NORTH/turnover?from=2026-11-20T10:00:00Z&to=2026-11-19T10:00:00Z,"
        + "400 invalid_from",
    "sam,/api/v1/reports/NORTH/value?after=abc,400 invalid_after",
    "till,/api/v1/reports/NORTH/value,200",
    "cora,/api/v1/reports/NORTH/value,403 not_allowed",
  })
  void aQuestionIsAnsweredOrRefusedWithItsCode(String user, String path, String expected) {
    Caller.Heard heard = get(user, path);
    assertEquals(
        expected,
        heard.status() == 200 ? "200" : heard.status() + " " + heard.code(),
        heard.body());
  }

  @Test
  void nobodySeesAnotherSite() {
    assertEquals(1, get("ana", "/api/v1/totals").items().size());
    assertEquals(2, get("sam", "/api/v1/totals").items().size());
    assertTrue(!get("ana", "/api/v1/totals").body().contains("\"value\""));
    assertTrue(get("sam", "/api/v1/totals").body().contains("\"value\""));
    assertEquals(1, get("ana", "/api/v1/inventory/HM-0500/as-of" + NOW).items().size());
    assertEquals(2, get("sam", "/api/v1/inventory/HM-0500/as-of" + NOW).items().size());
    assertEquals(100L, quantity("ana"));
    assertEquals(107L, quantity("root"));
  }

  private Object quantity(String user) {
    Caller.Heard heard = get(user, "/api/v1/search/products?text=HM-0500");
    return heard.items().getFirst().getOrDefault("quantity", "none");
  }

  @Test
  void thePastCanBeAskedAsItIsKnownNow() {
    String path = "/api/v1/inventory/HM-0500/NORTH/as-of" + NOW;
    assertEquals(get("ana", path).json(), get("ana", path + "&known=then").json());
    assertEquals(100L, get("ana", path + "&known=now").json().get("quantity"));
    assertEquals("400 invalid_known", refused(get("ana", path + "&known=ever")));
  }

  private static String refused(Caller.Heard heard) {
    return heard.status() + " " + heard.code();
  }

  @Test
  void whoCountsABinIsNotToldWhatTheBooksSay() {
    String level = "/api/v1/inventory/HM-0500/NORTH";
    assertEquals(200, get("ana", level).status());
    assertEquals("403 not_allowed", refused(get("cora", level)), "a counter never is");
    change(
        """
        INSERT INTO stock_count (warehouse_id, number, state, trigger, requested_by, requested_at)
        SELECT id, 'C-BLIND', 'counting', 'manual', 'sam', now() FROM warehouse WHERE code = 'NORTH';
        INSERT INTO count_bin (count_id, round, location_id, state, counter, started_at)
        SELECT c.id, 1, min(l.id), 'counting', 'ana', now() FROM stock_count c, location l
         WHERE c.number = 'C-BLIND' AND l.warehouse_id = c.warehouse_id GROUP BY c.id""");
    try {
      for (String path :
          List.of(
              level,
              level + "/balances",
              level + "/as-of" + NOW,
              "/api/v1/inventory/HM-0500/all-warehouses",
              "/api/v1/inventory/warehouse/NORTH",
              "/api/v1/inventory",
              "/api/v1/movements",
              "/api/v1/totals",
              "/api/v1/search/products?text=ham",
              "/api/v1/explain/on_hand?sku=HM-0500&warehouse=NORTH")) {
        Caller.Heard heard = get("ana", path);
        assertEquals("403 not_allowed", refused(heard), path);
        assertTrue(heard.body().contains("while you count"), heard.body());
      }
      assertEquals(200, get("ana", "/api/v1/lookup?barcode=HM-0500").status());
      assertEquals(200, get("sam", level).status());
    } finally {
      change("DELETE FROM count_bin; DELETE FROM stock_count WHERE number = 'C-BLIND'");
    }
    assertEquals(200, get("ana", level).status());
  }

  private void change(String sql) {
    house.database().changing().transaction(tx -> tx.dsl().execute(sql));
  }
}
