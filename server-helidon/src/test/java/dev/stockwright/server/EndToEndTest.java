package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.config.ServerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole server as it is shipped: its own PostgreSQL, the real desk, started twice.
class EndToEndTest {
  private static final String RECEIPT =
      "{\"sku\":\"HM-0500\",\"warehouse_code\":\"EAST\",\"quantity\":12}";

  @Test
  void whatWasWrittenIsThereAgainAfterARestart(@TempDir Path folder) throws Exception {
    String first;
    String token;
    try (StockwrightServer server = start(folder)) {
      addSite(server);
      Caller caller = new Caller(server.url());
      token =
          caller
              .post("/api/v1/sessions", "", Files.readString(folder.resolve("first-sign-in.json")))
              .text("token");
      first = caller.write("/api/v1/inventory/receive", token, "key-1", RECEIPT).body();
      assertEquals(
          "{\"status\":\"success\",\"sku\":\"HM-0500\",\"warehouse\":\"EAST\","
              + "\"old_quantity\":0,\"new_quantity\":12}",
          first);
      Caller.Heard other =
          caller.write("/api/v1/inventory/receive", token, "key-1", RECEIPT.replace("12", "13"));
      assertEquals("422 different_content", other.status() + " " + other.code());
      assertRefusals(caller, token);
      assertReservation(caller, token);
      assertCommands(caller, token);
    }
    try (StockwrightServer server = start(folder)) {
      Caller caller = new Caller(server.url());
      assertEquals(
          first, caller.write("/api/v1/inventory/receive", token, "key-1", RECEIPT).body());
      Caller.Heard level = caller.get("/api/v1/inventory/HM-0500/EAST", token);
      assertEquals(17L, level.json().get("quantity"), level.body());
      assertEquals(13L, level.json().get("available"), level.body());
      Caller.Heard asOf =
          caller.get("/api/v1/inventory/HM-0500/EAST/as-of?time=2100-01-01T00:00:00Z", token);
      assertEquals(17L, asOf.json().get("quantity"), asOf.body());
      assertEquals(4L, asOf.json().get("reserved"), asOf.body());
      Caller.Heard moved = caller.get("/api/v1/movements?warehouse=EAST&by=admin", token);
      assertEquals(
          List.of(5L, 12L), moved.items().stream().map(item -> item.get("quantity")).toList());
      assertTrue(caller.get("/metrics", "").body().contains("stockwright_desk_transactions_total"));
    }
  }

  private static void assertRefusals(Caller caller, String token) {
    Map<String, String> bodies =
        Map.of(
            RECEIPT.replace("HM-0500", "NONE"), "404 unknown_product",
            RECEIPT.replace("EAST", "NOWHERE"), "404 unknown_warehouse",
            RECEIPT.replace("}", ",\"location\":\"NO-BIN\"}"), "404 unknown_location");
    bodies.forEach(
        (body, expected) -> {
          Caller.Heard heard =
              caller.write("/api/v1/inventory/receive", token, "bad " + expected, body);
          assertEquals(expected, heard.status() + " " + heard.code(), heard.body());
        });
    Caller.Heard tooMuch =
        caller.write(
            "/api/v1/inventory/adjust",
            token,
            "k-adj",
            "{\"sku\":\"HM-0500\",\"warehouse_code\":\"EAST\",\"quantity_change\":-99,"
                + "\"reason\":\"lost\"}");
    assertEquals("409 insufficient_stock", tooMuch.status() + " " + tooMuch.code());
    assertEquals(12L, tooMuch.json().get("available"));
  }

  private static void assertReservation(Caller caller, String token) {
    Caller.Heard placed =
        caller.write(
            "/api/v1/reservations",
            token,
            "k-res",
            "{\"order_id\":\"SO-1\",\"items\":[{\"sku\":\"HM-0500\",\"warehouse_code\":\"EAST\","
                + "\"quantity\":4}]}");
    assertEquals(201, placed.status(), placed.body());
    Caller.Heard confirmed = caller.write("/api/v1/reservations/SO-1/confirm", token, "k-con", "");
    assertEquals(200, confirmed.status(), confirmed.body());
    Caller.Heard none = caller.write("/api/v1/reservations/SO-9/confirm", token, "k-9", "");
    assertEquals("404 unknown_reservation", none.status() + " " + none.code());
  }

  private static void assertCommands(Caller caller, String token) {
    String envelope =
        "{\"id\":\"0192c8f4-7a1e-7cc3-98c4-00000000000%d\",\"device\":\"DESK-1\",\"sequence\":%d,"
            + "\"command\":{\"kind\":\"receive_goods\",\"warehouse\":\"EAST\",\"sku\":\"HM-0500\","
            + "\"quantity\":%s}}";
    String body =
        "["
            + envelope.formatted(1, 1, "5")
            + ","
            + envelope.formatted(2, 2, "0.5")
            + ","
            + envelope.formatted(4, 4, "1")
            + "]";
    Caller.Heard heard = caller.post("/api/v1/commands", token, body);
    assertEquals(
        List.of("accepted", "refused", "deferred"),
        heard.list("answers").stream().map(answer -> answer.get("status")).toList(),
        heard.body());
    // Everything before the gap is settled when it is sent again.
    Caller.Heard again = caller.post("/api/v1/commands", token, body);
    assertEquals(heard.list("answers").subList(0, 2), again.list("answers").subList(0, 2));
    assertEquals(3L, again.list("answers").get(2).get("resend_from"));
  }

  private static StockwrightServer start(Path folder) {
    return StockwrightServer.start(
        ServerSettings.of(
            Map.of(
                "http.port", "0",
                "http.host", "127.0.0.1",
                "http.drain", "0ms",
                "http.grace", "1s",
                "data.folder", folder.toString())),
        new ProductionWiring());
  }

  private static void addSite(StockwrightServer server) {
    server
        .database()
        .changing()
        .transaction(
            tx ->
                tx.dsl()
                    .execute(
                        """
                        INSERT INTO warehouse (code, name, receiving_location)
                          VALUES ('EAST', 'Eastgate', 'DOCK-1');
                        INSERT INTO warehouse_counter (warehouse_id) SELECT id FROM warehouse;
                        INSERT INTO location (warehouse_id, code, kind)
                          SELECT id, 'DOCK-1', 'dock' FROM warehouse;
                        INSERT INTO product (sku, name) VALUES ('HM-0500', 'Hammer');
                        """));
  }
}
