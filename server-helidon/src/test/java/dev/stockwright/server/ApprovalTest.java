package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.server.masterdata.NewPerson;
import dev.stockwright.server.security.Role;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A supervisor decides at the device of a worker, over the wire.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApprovalTest {
  private static final String PIN = "714285";

  private final TestDatabase own = TestDatabase.fresh();
  private StockwrightServer server;
  private Caller caller;
  private String ana = "";

  @BeforeAll
  void openTheHouse(@TempDir Path folder) {
    server =
        StockwrightServer.start(
            own.settings(folder, Map.of("jobs", "off", "sign-in.slow-down", "0ms")),
            new ProductionWiring());
    caller = new Caller(server.url());
    server
        .database()
        .changing()
        .transaction(
            tx ->
                tx.dsl()
                    .execute(
                        """
                        INSERT INTO warehouse (code, name, receiving_location)
                          VALUES ('NORTH', 'Northgate', 'DOCK-1'), ('SOUTH', 'Southgate', 'DOCK-1');
                        INSERT INTO warehouse_counter (warehouse_id, last_n, last_at)
                          SELECT id, 0, now() FROM warehouse;
                        INSERT INTO location (warehouse_id, code, zone, kind)
                          SELECT id, 'DOCK-1', 'IN', 'dock' FROM warehouse;
                        INSERT INTO product (sku, name) VALUES ('HM-1', 'Hammer');
                        INSERT INTO purchase_order (number, warehouse_id, supplier)
                          SELECT 'PO-' || i, w.id, 'Acme'
                            FROM warehouse w, generate_series(1, 6) i WHERE w.code = 'NORTH';
                        INSERT INTO purchase_order_line
                            (purchase_order_id, line, product_id, ordered, over_percent)
                          SELECT o.id, 1, p.id, 20, 5 FROM purchase_order o, product p\
                        """));
    add("ana", Role.RECEIVER, "NORTH");
    add("ben", Role.WORKER, "NORTH");
    add("sue", Role.SUPERVISOR, "NORTH");
    add("sid", Role.SUPERVISOR, "SOUTH");
    add("sal", Role.SUPERVISOR, "NORTH");
    ana = signedIn("ana");
  }

  @AfterAll
  void close() {
    server.close();
    own.close();
  }

  private void add(String user, Role role, String warehouse) {
    server
        .people()
        .add(
            new NewPerson(
                new Operator(user),
                user,
                role,
                Set.of(new WarehouseCode(warehouse)),
                Optional.empty(),
                Optional.of(new NewPerson.Badge("SW-" + user, PIN))));
  }

  private String signedIn(String user) {
    Caller.Heard heard =
        caller.post(
            "/api/v1/sessions",
            "",
            "{\"badge\":\"SW-%s\",\"pin\":\"%s\",\"device\":\"TC-1\"}".formatted(user, PIN));
    return heard.text("token");
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private static String envelope(String id, String more, String command) {
    return "{\"id\":\"%s\",\"device\":\"TC-1\",\"sequence\":0%s,\"command\":{%s}}"
        .formatted(id, more, command);
  }

  private static String allow(String order, int units) {
    return ("'kind':'allow_over_receipt','warehouse':'NORTH','order':'%s','sku':'HM-1',"
            + "'quantity':%d,'reason':'other'")
        .formatted(order, units)
        .replace('\'', '"');
  }

  private Caller.Heard approve(String user, String pin, String envelope) {
    return caller.post(
        "/api/v1/approvals",
        ana,
        "{\"badge\":\"SW-%s\",\"pin\":\"%s\",\"envelope\":%s}".formatted(user, pin, envelope));
  }

  private String approved(String user, String order, int units) {
    return outcome(approve(user, PIN, envelope(id(), "", allow(order, units))));
  }

  /// The status of the answer and the code of its refusal.
  private static String outcome(Caller.Heard heard) {
    if (heard.status() != 200) {
      return heard.status() + " " + heard.code();
    }
    return heard.json().get("refusal") instanceof Map<?, ?> refusal
        ? heard.text("status") + " " + refusal.get("code")
        : heard.text("status");
  }

  private String received(String order, int units) {
    Caller.Heard heard =
        caller.write(
            "/api/v1/inventory/receive",
            ana,
            id(),
            "{'warehouse_code':'NORTH','sku':'HM-1','quantity':%d,'purchase_order':'%s'}"
                .formatted(units, order)
                .replace('\'', '"'));
    return heard.status() == 200 ? "accepted" : heard.code();
  }

  private String read(String sql) {
    return String.valueOf(server.database().reading().fetchValue(sql));
  }

  private String allowedBy(String order) {
    return read(
        "SELECT over_allowed || ' by ' || allowed_by FROM purchase_order_line l"
            + " JOIN purchase_order o ON o.id = l.purchase_order_id WHERE o.number = '"
            + order
            + "'");
  }

  @Test
  @DisplayName(
      "H24 Within the tolerance goods come in; beyond it only after a supervisor allowed it")
  void beyondTheToleranceASupervisorDecides() {
    assertEquals("accepted", received("PO-1", 21));
    assertEquals("over_receipt", received("PO-1", 7));
    assertEquals("accepted", approved("sue", "PO-1", 8));
    assertEquals("8 by sue", allowedBy("PO-1"));
    assertEquals("accepted", received("PO-1", 7));
    assertEquals("over_receipt", received("PO-1", 1), "eight were allowed, no more");
    assertEquals(
        "ana",
        read("SELECT author FROM movement WHERE quantity = 7 AND reference = 'PO-1'"),
        "who received it is not who allowed it");
  }

  @Test
  @DisplayName(
      "H24 A wrong PIN, a worker, a supervisor of elsewhere and the worker alone allow nothing")
  void whoMayNotAllowIsRefused() {
    String envelope = envelope(id(), "", allow("PO-2", 8));
    assertEquals("403 approval_refused", outcome(approve("sue", "000000", envelope)));
    assertEquals("refused not_allowed", approved("ben", "PO-2", 8));
    assertEquals("refused not_allowed", approved("sid", "PO-2", 8));
    assertEquals("refused not_allowed", approved("ana", "PO-2", 8));
    assertEquals("0 by ", allowedBy("PO-2"));
    assertEquals("over_receipt", received("PO-2", 28));
    assertEquals(401, caller.post("/api/v1/approvals", "", "{}").status());
  }

  @Test
  void nobodyAllowsTheirOwnWork() {
    String sue = signedIn("sue");
    String body =
        "{\"badge\":\"SW-sue\",\"pin\":\"%s\",\"envelope\":%s}"
            .formatted(PIN, envelope(id(), "", allow("PO-3", 8)));
    assertEquals(
        "refused other_person_needed", outcome(caller.post("/api/v1/approvals", sue, body)));
    assertEquals("0 by ", allowedBy("PO-3"));
  }

  @Test
  void itIsTheCommandOfWhoShowedTheBadge() {
    String id = id();
    String envelope = envelope(id, "", allow("PO-4", 3));
    assertEquals("accepted", outcome(approve("sue", PIN, envelope)));
    assertEquals("accepted", outcome(approve("sue", PIN, envelope)), "the same once more");
    String claimed = envelope(id(), ",\"author\":\"sal\"", allow("PO-4", 4));
    assertEquals("refused not_allowed", outcome(approve("sue", PIN, claimed)));
    String elsewhere = envelope(id(), "", allow("PO-4", 4)).replace("TC-1", "TC-2");
    assertEquals("refused not_allowed", outcome(approve("sue", PIN, elsewhere)));
    String numbered =
        envelope(id(), "", allow("PO-4", 4)).replace("\"sequence\":0", "\"sequence\":9");
    assertEquals("400 invalid_sequence", outcome(approve("sue", PIN, numbered)));
    assertEquals("3 by sue", allowedBy("PO-4"));
  }

  @Test
  @DisplayName("H24 At a desk the user name stands for the badge")
  void theUserNameStandsForTheBadge() {
    String body = "{\"user\":\"sue\",\"pin\":\"%s\",\"envelope\":%s}";
    String envelope = envelope(id(), "", allow("PO-6", 2));
    assertEquals(
        "403 approval_refused",
        outcome(caller.post("/api/v1/approvals", ana, body.formatted("000000", envelope))));
    assertEquals(
        "accepted", outcome(caller.post("/api/v1/approvals", ana, body.formatted(PIN, envelope))));
    assertEquals("2 by sue", allowedBy("PO-6"));
  }

  @Test
  @DisplayName("H24 Wrong PINs block as they do when somebody signs in")
  void wrongPinsBlock() {
    String envelope = envelope(id(), "", allow("PO-5", 3));
    for (int i = 0; i < 4; i++) {
      assertEquals("403 approval_refused", outcome(approve("sal", "000000", envelope)));
    }
    assertEquals("429 sign_in_locked", outcome(approve("sal", "000000", envelope)));
    assertEquals("429 sign_in_locked", outcome(approve("sal", PIN, envelope)));
    assertEquals("0 by ", allowedBy("PO-5"));
    assertEquals("accepted", approved("sue", "PO-5", 3));
  }
}
