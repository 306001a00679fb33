package dev.stockwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.server.masterdata.NewPerson;
import dev.stockwright.server.security.Role;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A counter who wants to know what the books say, at every door of a real server. The figure is
/// one that appears nowhere by chance.
class BlindCountTest {
  private static final String SECRET = "73219";
  private static final String PASSWORD = "correct-horse-battery";

  @Test
  void noDoorTellsACounterWhatTheBooksSay(@TempDir Path folder) throws Exception {
    try (TestDatabase own = TestDatabase.fresh();
        StockwrightServer server = start(own, folder)) {
      Caller caller = new Caller(server.url());
      String admin =
          caller
              .post("/api/v1/sessions", "", Files.readString(folder.resolve("first-sign-in.json")))
              .text("token");
      seed(server);
      caller.write("/api/v1/inventory/receive", admin, "r", receipt(SECRET));
      Caller.Heard asked =
          caller.write(
              "/api/v1/counts/request", admin, "q", "{\"warehouse\":\"EAST\",\"bins\":[\"DOCK\"]}");
      String count = String.valueOf(asked.list("documents").getFirst().get("number"));
      String cora = signIn(caller, "cora");
      StringBuilder heard = new StringBuilder();
      BlockingQueue<String> frames = new LinkedBlockingQueue<>();
      WebSocket stream = follow(server, cora, frames);
      questions(caller, cora, count, heard);
      commands(caller, cora, count, heard);
      caller.write("/api/v1/inventory/receive", admin, "r2", receipt("1"));
      hearToTheEnd(server, frames, heard);
      stream.abort();
      assertTrue(heard.toString().contains("\"hidden\""), "the stream gave no event: " + heard);
      assertFalse(heard.toString().contains(SECRET), heard.toString());
      assertFalse(heard.toString().contains("73220"), heard.toString());
      assertEquals("counted", caller.get("/api/v1/counts/" + count, cora).text("state"));
      assertTrue(
          caller.get("/api/v1/counts/" + count + "/lines", admin).body().contains(SECRET),
          "the figure is there for those who decide");
    }
  }

  /// Up to the last event of the ledger, and whatever comes in the second after it.
  static void hearToTheEnd(
      StockwrightServer server, BlockingQueue<String> frames, StringBuilder heard)
      throws InterruptedException {
    long last =
        server
            .database()
            .reading()
            .fetchSingle("SELECT last_n FROM warehouse_counter")
            .get(0, long.class);
    boolean all = false;
    for (String frame = frames.poll(30, TimeUnit.SECONDS);
        frame != null;
        frame = frames.poll(all ? 1 : 30, TimeUnit.SECONDS)) {
      heard.append(frame).append('\n');
      all |= frame.contains("\"n\":" + last + ",");
    }
    assertTrue(all, "event " + last + " was not heard: " + heard);
  }

  private static void questions(Caller caller, String cora, String count, StringBuilder heard) {
    for (String path :
        List.of(
            "/api/v1/counts",
            "/api/v1/counts/" + count,
            "/api/v1/counts/" + count + "/bins",
            "/api/v1/counts/" + count + "/entries",
            "/api/v1/tasks",
            "/api/v1/products",
            "/api/v1/purchase-orders",
            "/api/v1/locations?warehouse=EAST")) {
      Caller.Heard answer = caller.get(path, cora);
      heard.append(path).append(' ').append(answer.body()).append('\n');
    }
    for (String path :
        List.of(
            "/api/v1/counts/" + count + "/lines",
            "/api/v1/receipts",
            "/api/v1/receipts/R-1/proposals",
            "/api/v1/unmatched/receipts",
            "/api/v1/unmatched/goods",
            "/api/v1/staged",
            "/api/v1/picks",
            "/api/v1/count-reviews",
            "/api/v1/count-accuracy",
            "/api/v1/shrinkage",
            "/api/v1/reconciliations",
            "/api/v1/inventory/HM-0500/EAST",
            "/api/v1/balances?warehouse=EAST",
            "/api/v1/inventory/HM-0500/EAST/as-of?time=2100-01-01T00:00:00Z",
            "/api/v1/movements?warehouse=EAST")) {
      Caller.Heard answer = caller.get(path, cora);
      heard.append(path).append(' ').append(answer.body()).append('\n');
      assertEquals(403, answer.status(), path);
    }
  }

  private static void commands(Caller caller, String cora, String count, StringBuilder heard) {
    String bin = "/api/v1/counts/" + count + "/bins/DOCK";
    String at = "{\"warehouse\":\"EAST\"}";
    tell(caller, cora, bin + "/close", at, 409, heard);
    tell(
        caller,
        cora,
        bin + "/lines",
        "{\"warehouse\":\"EAST\",\"sku\":\"HM-0500\",\"quantity\":70000}",
        200,
        heard);
    tell(caller, cora, bin + "/close", at, 200, heard);
    tell(caller, cora, bin + "/close", at, 409, heard);
    tell(caller, cora, "/api/v1/counts/" + count + "/finish", at, 200, heard);
    tell(
        caller,
        cora,
        "/api/v1/counts/" + count + "/review",
        "{\"warehouse\":\"EAST\",\"verdicts\":[{\"line\":1,\"decision\":\"accept\","
            + "\"reason\":\"count\"}]}",
        403,
        heard);
    tell(caller, cora, "/api/v1/counts/plan", at, 403, heard);
    // What is refused for lack of stock would say how much there is.
    tell(
        caller,
        cora,
        "/api/v1/inventory/adjust",
        "{\"sku\":\"HM-0500\",\"warehouse_code\":\"EAST\",\"quantity_change\":-99999,"
            + "\"reason\":\"lost\"}",
        403,
        heard);
    tell(
        caller,
        cora,
        "/api/v1/inventory/adjust",
        "{\"sku\":\"HM-0500\",\"warehouse_code\":\"EAST\",\"quantity_change\":1,"
            + "\"reason\":\"found\"}",
        403,
        heard);
  }

  private static void tell(
      Caller caller, String token, String path, String body, int status, StringBuilder heard) {
    Caller.Heard answer = caller.write(path, token, path + heard.length(), body);
    heard.append(path).append(' ').append(answer.body()).append('\n');
    assertEquals(status, answer.status(), path + " " + answer.body());
  }

  private static String receipt(String quantity) {
    return "{\"sku\":\"HM-0500\",\"warehouse_code\":\"EAST\",\"quantity\":" + quantity + "}";
  }

  static String signIn(Caller caller, String user) {
    return caller
        .post(
            "/api/v1/sessions", "", "{\"user\":\"" + user + "\",\"password\":\"" + PASSWORD + "\"}")
        .text("token");
  }

  static WebSocket follow(StockwrightServer server, String token, BlockingQueue<String> frames)
      throws Exception {
    WebSocket.Listener listener =
        new WebSocket.Listener() {
          private final StringBuilder text = new StringBuilder();

          @Override
          public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
              frames.add(text.toString());
              text.setLength(0);
            }
            socket.request(1);
            return java.util.concurrent.CompletableFuture.completedFuture(null);
          }
        };
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .buildAsync(URI.create("ws://localhost:" + server.port() + "/api/v1/stream"), listener)
            .get(30, TimeUnit.SECONDS);
    socket
        .sendText("{\"type\":\"subscribe\",\"warehouse\":\"EAST\"}", true)
        .get(30, TimeUnit.SECONDS);
    return socket;
  }

  static void seed(StockwrightServer server) {
    server
        .database()
        .changing()
        .transaction(
            tx ->
                tx.dsl()
                    .execute(
                        """
                        INSERT INTO warehouse (code, name, receiving_location)
                        VALUES ('EAST', 'East', 'DOCK');
                        INSERT INTO warehouse_counter (warehouse_id) SELECT id FROM warehouse;
                        INSERT INTO location (warehouse_id, code, kind)
                        SELECT id, 'DOCK', 'dock' FROM warehouse;
                        INSERT INTO product (sku, name) VALUES ('HM-0500', 'Hammer');
                        """));
    server
        .people()
        .add(
            new NewPerson(
                new Operator("cora"),
                "Cora",
                Role.COUNTER,
                Set.of(new WarehouseCode("EAST")),
                Optional.of(PASSWORD),
                Optional.empty()));
  }

  static StockwrightServer start(TestDatabase database, Path folder) {
    return StockwrightServer.start(database.settings(folder, Map.of()), new ProductionWiring());
  }
}
