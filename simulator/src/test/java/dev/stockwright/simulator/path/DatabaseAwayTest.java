package dev.stockwright.simulator.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.db.DatabasePlace;
import dev.stockwright.db.EmbeddedDatabase;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.simulator.site.FeedFold;
import dev.stockwright.simulator.stack.Asking;
import dev.stockwright.simulator.stack.Books;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.CodedSite;
import dev.stockwright.simulator.stack.Processes;
import dev.stockwright.simulator.stack.Receipts;
import dev.stockwright.simulator.stack.ServerHere;
import dev.stockwright.simulator.stack.StreamFollower;
import dev.stockwright.simulator.stack.Waiting;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A PostgreSQL that dies or stops under a serving server, and comes back.
@NullUnmarked // fields are set before each test
@Execution(ExecutionMode.CONCURRENT) // most of it waits for time-outs
class DatabaseAwayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final Set<String> SAYS_LATER = Set.of("unavailable", "busy", "too_slow");
  private static final String RECEIPT =
      "{\"sku\":\"C-1\",\"warehouse_code\":\"NORTH\",\"quantity\":1,\"reason\":\"receipt\"}";

  @TempDir private Path folder;
  private final Receipts receipts = new Receipts(CodedSite.NORTH, 10, 9);
  private final FeedFold fold = new FeedFold();
  private EmbeddedDatabase postgres;
  private ChaosProxy wire;
  private ServerHere server;
  private Asking asking;
  private StreamFollower follower;

  @BeforeEach
  void start() {
    postgres = EmbeddedDatabase.start(data());
    wire = new ChaosProxy(address(postgres.place()));
    DatabasePlace seen =
        new DatabasePlace(
            "jdbc:postgresql://127.0.0.1:" + wire.port() + "/postgres", "postgres", "");
    server = ServerHere.start(folder, CodedSite.of(10), postgres.place(), seen);
    asking = new Asking(server.url());
    asking.signIn(server.who());
    follower = new StreamFollower(CodedSite.NORTH, 1, fold);
    assertTrue(follower.connect(server.url(), asking.token()));
  }

  @AfterEach
  void stop() {
    follower.close();
    asking.close();
    server.close();
    wire.close();
    postgres.close();
  }

  @Test
  void aKilledDatabaseIsSaidAndAllGoesOnWhenItIsBack() throws SQLException {
    accepted(asking.post("/api/v1/commands", Receipts.body(receipts.next(10))));
    Processes.kill(Processes.stopped(data()));
    wire.mode(
        ChaosProxy.Mode.CUT); // it starts again by itself; for the server it is away until then
    List<Envelope> late = receipts.next(5);
    assertRefusedForNow(late, "killed");
    wire.mode(ChaosProxy.Mode.PASS);
    assertAllGoesOn(late);
  }

  @Test
  void aStoppedDatabaseIsSaidAndAllGoesOnWhenItRuns() throws SQLException {
    accepted(asking.post("/api/v1/commands", Receipts.body(receipts.next(10))));
    List<ProcessHandle> family = Processes.stopped(data());
    List<Envelope> late = receipts.next(5);
    try {
      assertRefusedForNow(late, "stopped");
    } finally {
      Processes.signal(family, "CONT");
    }
    assertAllGoesOn(late);
  }

  private void assertRefusedForNow(List<Envelope> late, String key) {
    HttpResponse<String> batch = asking.post("/api/v1/commands", Receipts.body(late));
    if (batch.statusCode() == 200) {
      assertTrue(!batch.body().contains("\"accepted\""), batch::body);
      assertTrue(batch.body().contains("\"deferred\""), batch::body);
      assertTrue(batch.body().contains("\"unavailable\""), batch::body);
    } else {
      assertSaysLater(batch);
    }
    assertSaysLater(asking.write("/api/v1/inventory/receive", key, RECEIPT));
    assertSaysLater(asking.get("/api/v1/inventory/C-1/NORTH"));
    Waiting.until(
        () -> "not ready", PATIENCE, () -> asking.get("/health/ready").statusCode() == 503);
    assertEquals(200, asking.get("/health/live").statusCode());
  }

  private static void assertSaysLater(HttpResponse<String> answer) {
    assertEquals(503, answer.statusCode(), answer::body);
    assertTrue(
        SAYS_LATER.stream().anyMatch(code -> answer.body().contains("\"" + code + "\"")),
        answer::body);
    assertTrue(answer.headers().firstValue("Retry-After").isPresent(), "no Retry-After");
  }

  /// What was put off is sent again with its ids and counts once; the session is still good; the
  /// stream goes on where it was.
  private void assertAllGoesOn(List<Envelope> late) throws SQLException {
    Waiting.until(
        () -> "ready again: " + asking.get("/health/ready").body(),
        PATIENCE,
        () -> asking.get("/health/ready").statusCode() == 200);
    // What the database had begun before it was stopped may end now and be in the way for a moment;
    // until then nothing but a proper "later" may be said.
    Waiting.until(
        () -> "judged at last",
        PATIENCE,
        () -> {
          HttpResponse<String> again = asking.post("/api/v1/commands", Receipts.body(late));
          if (again.statusCode() != 200) {
            assertSaysLater(again);
          }
          return again.statusCode() == 200;
        });
    accepted(asking.post("/api/v1/commands", Receipts.body(late)));
    try (Books books = new Books(postgres.place())) {
      assertEquals(5, books.movedOnce(late.stream().map(Envelope::id).toList()));
      long events = books.lastNumber("NORTH");
      assertTrue(events == 15 || events == 16, () -> events + " events");
      Waiting.until(
          () -> "event " + events + " at a client that has " + follower.last(),
          PATIENCE,
          () -> connected() && follower.last() == events);
      assertEquals(List.of(), follower.complaints());
      assertEquals(List.of(), fold.differences(books.connection()));
      assertEquals(List.of(), books.findings());
    }
  }

  /// The server may end a stream also when the database is there again.
  private boolean connected() {
    return follower.connected() || follower.connect(server.url(), asking.token());
  }

  private static void accepted(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer::body);
    assertTrue(answer.body().contains("\"accepted\""), answer::body);
    assertTrue(!answer.body().contains("\"deferred\""), answer::body);
    assertTrue(!answer.body().contains("\"refused\""), answer::body);
  }

  private Path data() {
    return folder.resolve("pg");
  }

  private static InetSocketAddress address(DatabasePlace place) {
    String url = place.url();
    int port = Integer.parseInt(url.substring(url.lastIndexOf(':') + 1, url.lastIndexOf('/')));
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
