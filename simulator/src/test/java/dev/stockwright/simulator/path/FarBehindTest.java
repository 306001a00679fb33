package dev.stockwright.simulator.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stockwright.client.replica.Position;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.simulator.site.DeskHouse;
import dev.stockwright.simulator.stack.Asking;
import dev.stockwright.simulator.stack.Books;
import dev.stockwright.simulator.stack.ChaosProxy;
import dev.stockwright.simulator.stack.CodedSite;
import dev.stockwright.simulator.stack.Receipts;
import dev.stockwright.simulator.stack.ServerHere;
import dev.stockwright.simulator.stack.Waiting;
import dev.stockwright.vocabulary.Operator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Devices whose number says nothing to the server any more: they begin anew with a snapshot, by
/// themselves, and show what the database has.
@NullUnmarked // fields are set before each test
@Execution(ExecutionMode.CONCURRENT) // most of it waits for the line
class FarBehindTest {
  private static final int PRODUCTS = 50;

  /// From here on a snapshot is cheaper than the events (`FeedSettings.usual`).
  private static final int BEHIND_MAX = 50_000;

  private final Receipts receipts = new Receipts(CodedSite.NORTH, PRODUCTS, 23);
  private ServerHere server;
  private Asking asking;
  private WatchedPost one;
  private WatchedPost other;

  @BeforeEach
  void start(@TempDir Path folder) {
    server = ServerHere.start(folder, CodedSite.of(PRODUCTS));
    asking = new Asking(server.url());
    asking.signIn(server.who());
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    one = new WatchedPost(folder, "floor-1", address, server.who());
    other = new WatchedPost(folder, "floor-2", address, server.who());
    receive(100);
    one.awaitNumber(100);
    other.awaitNumber(100);
    one.forget();
    other.forget();
  }

  @AfterEach
  void stop() {
    one.close();
    other.close();
    asking.close();
    server.close();
  }

  @Test
  @DisplayName("X4 Who is too far behind gets a snapshot, who is not gets the events")
  void aDeviceThatIsOneEventTooFarBehindGetsASnapshotAndTheOneBeforeItGetsTheEvents()
      throws SQLException {
    cut(one);
    receive(1);
    other.awaitNumber(101);
    cut(other);
    receiveBesideTheServer(BEHIND_MAX);
    one.line().mode(ChaosProxy.Mode.PASS);
    other.line().mode(ChaosProxy.Mode.PASS);
    one.awaitNumber(BEHIND_MAX + 101);
    other.awaitNumber(BEHIND_MAX + 101);
    assertEquals(1, one.snapshots());
    assertEquals(0, other.snapshots());
    assertEquals(0, one.events(), "the snapshot has them");
    assertEquals(BEHIND_MAX + 1, other.events());
    receive(100);
    assertBothShowTheDatabase(new Position(1, BEHIND_MAX + 201));
  }

  @Test
  void ofAnotherEpochADeviceGetsASnapshotWhetherItWasAwayOrNot() throws SQLException {
    cut(one);
    try (Books books = new Books(server.place());
        Statement sql = books.connection().createStatement()) {
      sql.execute("UPDATE warehouse_counter SET epoch = epoch + 1"); // as a restored backup does
    }
    receive(100);
    one.line().mode(ChaosProxy.Mode.PASS);
    one.awaitNumber(200);
    other.awaitNumber(200);
    receive(100);
    assertBothShowTheDatabase(new Position(2, 300));
    assertEquals(1, one.snapshots());
    assertEquals(1, other.snapshots());
  }

  private void assertBothShowTheDatabase(Position position) throws SQLException {
    try (Books books = new Books(server.place())) {
      for (WatchedPost each : List.of(one, other)) {
        each.awaitNumber(position.n());
        assertEquals(position, each.position());
        assertEquals(List.of(), each.complaints(books));
      }
      assertEquals(position.n(), books.lastNumber("NORTH"));
      assertEquals(position.n(), books.onHand("NORTH"));
      assertEquals(List.of(), books.findings());
    }
  }

  private static void cut(WatchedPost post) {
    post.line().mode(ChaosProxy.Mode.CUT);
    Waiting.until(() -> "cut off", Duration.ofSeconds(30), () -> !post.live());
  }

  private void receive(int count) {
    var answer = asking.post("/api/v1/commands", Receipts.body(receipts.next(count)));
    assertEquals(200, answer.statusCode(), answer::body);
  }

  /// By another server's desk on the same database.
  private void receiveBesideTheServer(int count) {
    Operator sam = new Operator("sam");
    try (DeskHouse house = DeskHouse.open(server.place())) {
      for (int left = count; left > 0; left -= 500) {
        List<CompletableFuture<Answer>> answers =
            receipts.next(Math.min(left, 500)).stream()
                .map((Envelope envelope) -> Submission.of(envelope, sam))
                .map(house.desk()::submit)
                .toList();
        answers.forEach(answer -> assertInstanceOf(Answer.Accepted.class, answer.join()));
      }
    }
  }
}
