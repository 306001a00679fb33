package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.server.masterdata.NewPerson;
import dev.stockwright.server.security.Role;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A transfer and an adjustment by HTTP, as people of two sites do them who see only their own.
class TransferEndToEndTest {
  private static final String PASSWORD = "correct-horse-battery";
  private Caller caller = new Caller("");

  @Test
  void goodsGoFromEastToWestAndWhatIsMissingIsExplained(@TempDir Path folder) {
    try (TestDatabase own = TestDatabase.fresh();
        StockwrightServer server =
            StockwrightServer.start(own.settings(folder, Map.of()), new ProductionWiring())) {
      fill(server);
      caller = new Caller(server.url());
      String sam = signIn("sam");
      String tom = signIn("tom");
      did(sam, "inventory/receive", "'sku':'HM-0500','warehouse_code':'EAST','quantity':12");
      String request =
          "'from_warehouse':'EAST','to_warehouse':'WEST','number':'TR-E1',"
              + "'lines':[{'sku':'HM-0500','quantity':10}]";
      assertEquals("403 not_allowed", no(sam, "transfers", request));
      did(tom, "transfers", request);
      assertEquals("409 mismatch", no(tom, "transfers/TR-E1/approve", "'warehouse':'WEST'"));
      assertEquals("403 not_allowed", no(tom, "transfers/TR-E1/approve", "'warehouse':'EAST'"));
      did(sam, "transfers/TR-E1/approve", "'warehouse':'EAST'");
      did(
          sam,
          "transfers/TR-E1/pack",
          "'warehouse':'EAST','sku':'HM-0500','quantity':10,'from':'DOCK-1','onto':'LPN-1'");
      did(sam, "transfers/TR-E1/ship", "'warehouse':'EAST'");
      assertEquals(
          List.of(10L),
          caller.get("/api/v1/in-transit?sku=HM-0500", tom).items().stream()
              .map(item -> item.get("units"))
              .toList());
      did(
          tom,
          "transfers/TR-E1/receive",
          "'warehouse':'WEST','last':true," + "'arrived':[{'sku':'HM-0500','good':7,'damaged':1}]");
      assertEquals(
          "409 wrong_state",
          no(sam, "transfers/TR-E1/cancel", "'warehouse':'EAST','reason':'other'"));
      did(sam, "transfers/TR-E1/close", "'warehouse':'EAST','reason':'lost'");
      Caller.Heard sheet = caller.get("/api/v1/transfers/TR-E1", tom);
      assertEquals(
          List.of("requested", "approved", "packed", "shipped", "short", "closed"),
          sheet.list("history").stream().map(step -> step.get("state")).toList(),
          sheet.body());
      assertEquals(404, caller.get("/api/v1/transfers/TR-NONE", tom).status());
      assertEquals(
          List.of(), caller.get("/api/v1/transfers?late=true&warehouse=WEST", tom).items());
      Map<String, Object> west = caller.get("/api/v1/inventory/HM-0500/WEST", tom).json();
      assertEquals("8 7", west.get("quantity") + " " + west.get("available"));
      adjust(sam);
    }
  }

  private void adjust(String sam) {
    String proposal =
        "'warehouse':'EAST','sku':'HM-0500','change':30,'location':'DOCK-1','reason':'found',"
            + "'number':'AJ-E1'";
    did(sam, "adjustments", proposal);
    assertEquals(
        List.of("AJ-E1"),
        caller.get("/api/v1/adjustments?state=waiting", sam).items().stream()
            .map(item -> item.get("number"))
            .toList());
    assertEquals(
        "409 other_person_needed", no(sam, "adjustments/AJ-E1/approve", "'warehouse':'EAST'"));
    did(signIn("eve"), "adjustments/AJ-E1/approve", "'warehouse':'EAST'");
    assertEquals(32L, caller.get("/api/v1/inventory/HM-0500/EAST", sam).json().get("quantity"));
    assertEquals("applied", caller.get("/api/v1/adjustments/AJ-E1", sam).json().get("state"));
  }

  private Caller.Heard write(String token, String path, String fields) {
    String body = ("{" + fields + "}").replace('\'', '"');
    return caller.write(
        "/api/v1/" + path, token, token.hashCode() + path + fields.hashCode(), body);
  }

  private void did(String token, String path, String fields) {
    Caller.Heard heard = write(token, path, fields);
    assertEquals(200, heard.status(), path + ": " + heard.body());
  }

  private String no(String token, String path, String fields) {
    Caller.Heard heard = write(token, path, fields);
    return heard.status() + " " + heard.code();
  }

  private String signIn(String user) {
    return caller
        .post(
            "/api/v1/sessions",
            "",
            "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, PASSWORD))
        .text("token");
  }

  private static void fill(StockwrightServer server) {
    server
        .database()
        .changing()
        .transaction(
            tx ->
                tx.dsl()
                    .execute(
                        """
                        INSERT INTO warehouse (code, name, receiving_location)
                          VALUES ('EAST', 'Eastgate', 'DOCK-1'), ('WEST', 'Westgate', 'DOCK-1');
                        INSERT INTO warehouse_counter (warehouse_id) SELECT id FROM warehouse;
                        INSERT INTO location (warehouse_id, code, kind)
                          SELECT id, 'DOCK-1', 'dock' FROM warehouse;
                        INSERT INTO product (sku, name) VALUES ('HM-0500', 'Hammer');
                        """));
    person(server, "sam", "EAST");
    person(server, "eve", "EAST");
    person(server, "tom", "WEST");
  }

  private static void person(StockwrightServer server, String user, String warehouse) {
    server
        .people()
        .add(
            new NewPerson(
                new Operator(user),
                user,
                Role.SUPERVISOR,
                Set.of(new WarehouseCode(warehouse)),
                Optional.of(PASSWORD),
                Optional.empty()));
  }
}
