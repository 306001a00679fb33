package dev.stockwright.simulator.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.simulator.site.FeedFold;
import dev.stockwright.simulator.stack.Asking;
import dev.stockwright.simulator.stack.Books;
import dev.stockwright.simulator.stack.CodedSite;
import dev.stockwright.simulator.stack.Receipts;
import dev.stockwright.simulator.stack.ServerHere;
import dev.stockwright.simulator.stack.StreamFollower;
import dev.stockwright.simulator.stack.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Clients of the stream of a real server, with commands that really happen.
@NullUnmarked // fields are set before each test
class LiveStreamTest {
  private static final int PRODUCTS = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Receipts receipts = new Receipts(CodedSite.NORTH, PRODUCTS, 3);
  private final FeedFold fold = new FeedFold();
  private ServerHere server;
  private Asking asking;
  private StreamFollower follower;

  @BeforeEach
  void start(@TempDir Path folder) {
    server = ServerHere.start(folder, CodedSite.of(PRODUCTS));
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
  }

  @Test
  @DisplayName("X4 Who resumes gets what was missed, and nothing twice")
  void aClientThatResumesGetsWhatItMissedAndNothingTwice() throws SQLException {
    receive(300);
    awaitNumber(300);
    follower.drop();
    receive(1_200);
    assertEquals(300, follower.last(), "it is away");
    assertTrue(follower.connect(server.url(), asking.token()));
    receive(300);
    awaitNumber(1_800);
    assertEquals(List.of(), follower.complaints());
    assertEquals(2, follower.connections());
    try (Books books = new Books(server.place())) {
      assertEquals(List.of(), fold.differences(books.connection()));
    }
  }

  @Test
  void aClientThatStopsReadingIsEndedAndSlowsNobody() throws IOException {
    try (Socket deaf = deafClient()) {
      awaitSessions(2);
      long slowest = 0;
      for (int i = 1; i <= 80; i++) {
        receive(100);
        long answered = System.nanoTime();
        awaitNumber(i * 100L);
        slowest = Math.max(slowest, System.nanoTime() - answered);
      }
      assertTrue(slowest < 2_000_000_000L, "the other client waited " + slowest / 1e6 + " ms");
      awaitSessions(1);
      assertTrue(follower.connected(), "the one that reads is still there");
      assertEquals(List.of(), follower.complaints());
      assertTrue(deaf.isConnected());
    }
  }

  /// Shakes hands, subscribes from the beginning, and reads nothing more.
  private Socket deafClient() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    String upgrade =
        "GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer "
            + asking.token()
            + "\r\n\r\n";
    socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
    assertEquals(
        "HTTP/1.1 101",
        new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
    byte[] wish =
        "{\"type\":\"subscribe\",\"warehouse\":\"NORTH\",\"epoch\":1,\"after\":0}"
            .getBytes(StandardCharsets.US_ASCII);
    ByteBuffer frame = ByteBuffer.allocate(6 + wish.length);
    frame.put((byte) 0x81).put((byte) (0x80 | wish.length)).putInt(0).put(wish);
    socket.getOutputStream().write(frame.array());
    return socket;
  }

  private void receive(int count) {
    for (int left = count; left > 0; left -= 100) {
      HttpResponse<String> answer =
          asking.post("/api/v1/commands", Receipts.body(receipts.next(Math.min(left, 100))));
      assertEquals(200, answer.statusCode(), answer::body);
      assertTrue(!answer.body().contains("\"deferred\""), answer::body);
    }
  }

  private void awaitNumber(long n) {
    Waiting.until(
        () -> "event " + n + " at a client that has " + follower.last(),
        PATIENCE,
        () -> follower.last() == n);
  }

  private void awaitSessions(int count) {
    Waiting.until(
        () -> count + " sessions, not " + sessions(), PATIENCE, () -> sessions() == count);
  }

  private int sessions() {
    return (int) asking.figure("stockwright_stream_sessions");
  }
}
