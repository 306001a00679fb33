package dev.stockwright.client.sync;

import static dev.stockwright.client.Samples.DESK;
import static dev.stockwright.client.Samples.NORTH;
import static dev.stockwright.client.Samples.SOUTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.Await;
import dev.stockwright.client.ManualClock;
import dev.stockwright.client.outbox.MemoryOutbox;
import dev.stockwright.client.replica.Position;
import dev.stockwright.client.replica.StockReplica;
import dev.stockwright.client.replica.Unfinished;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.vocabulary.Sku;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // fields are set before each test
class StreamLinkTest {
  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final AtomicInteger rings = new AtomicInteger();
  private final AtomicInteger connected = new AtomicInteger();
  private StreamServer server;
  private DeviceStore store;
  private StockReplica replica;
  private LinkHealth health;
  private StreamLink link;

  @BeforeEach
  void start() throws IOException {
    server = new StreamServer();
    store = DeviceStore.open(folder.resolve("device.db"), clock).store();
    MemoryOutbox outbox = new MemoryOutbox(DESK, clock);
    replica = new StockReplica(store, NORTH, outbox, clock);
    health = new LinkHealth(outbox, clock);
    link =
        new StreamLink(
            new StreamLink.StreamSettings(
                HttpClient.newHttpClient(),
                server.address(),
                clock,
                new Random(1),
                connected::incrementAndGet),
            new JudgingServer(new Random(1), JudgingServer.Faults.NONE, true),
            replica,
            health,
            rings::incrementAndGet);
  }

  @AfterEach
  void stop() throws IOException {
    link.close();
    server.close();
    store.close();
  }

  private String heard() throws InterruptedException {
    String text = server.received.poll(30, TimeUnit.SECONDS);
    return text == null ? "nothing" : text;
  }

  private void connect(String subscription) throws InterruptedException {
    assertEquals(StreamLink.PING, link.step());
    assertEquals("open", heard());
    assertEquals(subscription, heard());
  }

  private static String level(int n, long quantity) {
    return "{\"sku\":\"A\",\"warehouse\":\"NORTH\",\"quantity\":"
        + quantity
        + ",\"reserved\":0,\"blocked\":0,\"available\":"
        + quantity
        + ",\"last_updated\":\"2026-11-20T10:00:00Z\",\"n\":"
        + n
        + "}";
  }

  private static String snapshot(int n, long quantity) {
    return "{\"type\":\"snapshot\",\"warehouse\":\"NORTH\",\"epoch\":4,\"n\":"
        + n
        + ",\"page\":1,\"done\":true,\"levels\":["
        + level(n, quantity)
        + "]}";
  }

  /// An event of a kind that this app does not know; it has levels all the same.
  private static String events(int n, long quantity) {
    return "{\"type\":\"events\",\"warehouse\":\"NORTH\",\"events\":[{\"kind\":\"goods_blessed\","
        + "\"n\":"
        + n
        + ",\"at\":\"2026-11-20T10:00:00Z\",\"levels\":["
        + level(n, quantity)
        + "]}]}";
  }

  private void begin() throws InterruptedException {
    connect("{\"type\":\"subscribe\",\"warehouse\":\"NORTH\"}");
    server.say("{\"type\":\"subscribed\",\"warehouse\":\"NORTH\",\"epoch\":4,\"last\":7}", 1);
    server.say(snapshot(7, 10), 5);
    Await.until("snapshot", () -> replica.position().isPresent());
    Await.until("all of it is stored", () -> !link.storing());
  }

  private void at(long n) {
    Await.until("position " + n, () -> replica.position().equals(Optional.of(new Position(4, n))));
  }

  @Test
  void aSnapshotInFragmentsAndEventsOfAnyKindArriveInTheReplica() throws Exception {
    begin();
    server.say(events(8, 12), 3);
    server.say("{\"type\":\"confetti\",\"colour\":\"red\"}", 1);
    server.say(events(9, 13), 1);
    at(9);
    assertEquals(13, replica.level(new Sku("A")).onHand());
    assertTrue(replica.freshness().live());
    assertEquals("Bearer token", server.authorizations.getFirst());
    assertEquals(1, connected.get());
    assertEquals(new SyncState.Live(), health.status().state());
  }

  @Test
  void anEmptyWarehouseIsASnapshotWithoutLevels() throws Exception {
    connect("{\"type\":\"subscribe\",\"warehouse\":\"NORTH\"}");
    server.say("{\"type\":\"subscribed\",\"warehouse\":\"NORTH\",\"epoch\":4,\"last\":0}", 1);
    server.say(
        "{\"type\":\"snapshot\",\"warehouse\":\"NORTH\",\"epoch\":4,\"n\":0,\"page\":1,"
            + "\"done\":true}",
        1);
    at(0);
    assertTrue(replica.freshness().live());
  }

  @Test
  void itAsksWhetherTheServerIsThere() throws Exception {
    begin();
    assertEquals(StreamLink.PING, link.step());
    assertEquals("ping", heard());
  }

  @Test
  void aCutLineIsTakenUpAtTheNextNumber() throws Exception {
    begin();
    server.say(events(8, 12), 1);
    at(8);
    server.cut();
    assertEquals("gone", heard());
    Await.until("the end is heard", () -> rings.get() > 0);
    Duration wait = link.step();
    assertTrue(wait.isPositive() && wait.compareTo(BackOff.FIRST) <= 0, wait.toString());
    assertFalse(replica.freshness().live());
    assertInstanceOf(SyncState.Offline.class, health.status().state());
    connect("{\"type\":\"subscribe\",\"warehouse\":\"NORTH\",\"epoch\":4,\"after\":8}");
    server.say("{\"type\":\"subscribed\",\"warehouse\":\"NORTH\",\"epoch\":4,\"last\":9}", 1);
    server.say(events(9, 14), 1);
    at(9);
  }

  @Test
  void aGapIsAskedForAgain() throws Exception {
    begin();
    server.say(events(10, 99), 1);
    Await.until("the gap is seen", () -> rings.get() > 0);
    assertEquals(Duration.ofMillis(1), link.step());
    assertEquals("gone", heard());
    connect("{\"type\":\"subscribe\",\"warehouse\":\"NORTH\",\"epoch\":4,\"after\":7}");
    assertEquals(10, replica.level(new Sku("A")).onHand());
  }

  @Test
  void anotherEpochBringsANewSnapshot() throws Exception {
    begin();
    server.cut();
    assertEquals("gone", heard());
    Await.until("the end is heard", () -> rings.get() > 0);
    assertTrue(link.step().isPositive());
    connect("{\"type\":\"subscribe\",\"warehouse\":\"NORTH\",\"epoch\":4,\"after\":7}");
    server.say("{\"type\":\"subscribed\",\"warehouse\":\"NORTH\",\"epoch\":5,\"last\":3}", 1);
    server.say(snapshot(3, 55).replace("\"epoch\":4", "\"epoch\":5"), 1);
    Await.until("new epoch", () -> replica.position().equals(Optional.of(new Position(5, 3))));
    assertEquals(55, replica.level(new Sku("A")).onHand());
  }

  @Test
  void otherWarehousesComeOnTheSameConnectionAndGoToTheirOwnCopies() throws Exception {
    begin();
    StockReplica south =
        new StockReplica(store, SOUTH, new MemoryOutbox(DESK, clock), clock, new Unfinished());
    link.follow(List.of(south));
    assertEquals(StreamLink.PING, link.step());
    assertEquals("{\"type\":\"subscribe\",\"warehouse\":\"SOUTH\"}", heard());
    assertEquals("ping", heard());
    server.say("{\"type\":\"heartbeat\",\"at\":\"2026-11-20T10:00:00Z\"}", 1);
    server.say(events(8, 12), 1);
    at(8);
    assertEquals(Optional.empty(), south.freshness().asOf(), "nothing was said of it yet");
    String there = "{\"type\":\"subscribed\",\"warehouse\":\"SOUTH\",\"epoch\":4,\"last\":7}";
    server.say(there, 1);
    server.say(snapshot(7, 70).replace("NORTH", "SOUTH"), 1);
    Await.until("the other one", () -> south.freshness().live());
    server.say(events(8, 71).replace("NORTH", "SOUTH"), 1);
    Await.until("its change", () -> south.level(new Sku("A")).onHand() == 71);
    assertEquals(12, replica.level(new Sku("A")).onHand());
    server.cut();
    assertEquals("gone", heard());
    Await.until("the end is heard", () -> rings.get() > 1);
    assertTrue(link.step().isPositive());
    assertFalse(south.freshness().live(), "both grow old");
    connect("{\"type\":\"subscribe\",\"warehouse\":\"NORTH\",\"epoch\":4,\"after\":8}");
    assertEquals(
        "{\"type\":\"subscribe\",\"warehouse\":\"SOUTH\",\"epoch\":4,\"after\":8}", heard());
    server.say(there.replace("7}", "8}"), 1);
    Await.until("it is live again", () -> south.freshness().live());
    link.follow(List.of());
    assertEquals(StreamLink.PING, link.step());
    assertFalse(south.freshness().live(), "what nobody looks at is not followed");
  }

  @Test
  @DisplayName("H43 Nine seconds without a word are the end of a connection, not a pause of five")
  void silenceOfNineSecondsIsTheEnd() throws Exception {
    begin();
    clock.advance(Duration.ofSeconds(4));
    assertEquals(StreamLink.PING, link.step());
    clock.advance(Duration.ofSeconds(4));
    assertEquals(Duration.ofSeconds(1), link.step(), "it comes again when the time is over");
    assertEquals(new SyncState.Live(), health.status().state());
    clock.advance(Duration.ofSeconds(1));
    assertTrue(link.step().compareTo(BackOff.FIRST) <= 0);
    assertInstanceOf(SyncState.Offline.class, health.status().state());
  }

  @Test
  void anAnswerToAPingIsASignOfLife() throws Exception {
    begin();
    clock.advance(Duration.ofSeconds(8));
    assertEquals(Duration.ofSeconds(1), link.step());
    assertEquals("ping", heard());
    server.pong();
    Await.until("the answer", () -> link.quiet().isZero());
    clock.advance(Duration.ofSeconds(8));
    assertEquals(Duration.ofSeconds(1), link.step());
    assertEquals(new SyncState.Live(), health.status().state());
  }

  /// It was not noticed before the clock had come to the old time again.
  @Test
  void silenceEndsThoughTheClockWasSetBack() throws Exception {
    begin();
    clock.advance(Duration.ofDays(-2));
    assertTrue(link.step().compareTo(BackOff.FIRST) <= 0);
    assertInstanceOf(SyncState.Offline.class, health.status().state());
  }

  @Test
  void aRefusedTokenAsksForSignIn() throws Exception {
    server.refuse = 401;
    assertEquals(OutboxSender.IDLE, link.step());
    assertInstanceOf(SyncState.SignInNeeded.class, health.status().state());
  }

  @Test
  void aTokenThatEndsInTheMiddleAsksForSignIn() throws Exception {
    begin();
    server.close(1008);
    Await.until("the end is heard", () -> rings.get() > 0);
    assertEquals(OutboxSender.IDLE, link.step());
    assertInstanceOf(SyncState.SignInNeeded.class, health.status().state());
  }

  @Test
  void aServerThatIsAwayIsTriedAgain() throws Exception {
    server.close();
    for (int i = 0; i < 5; i++) {
      Duration wait = link.step();
      assertTrue(wait.isPositive() && wait.compareTo(BackOff.LONGEST) <= 0);
    }
    assertEquals(0, connected.get());
  }

  @Test
  void noiseEndsTheConnectionNotTheApp() throws Exception {
    begin();
    server.say("]C1 noise", 1);
    Await.until("the end is heard", () -> rings.get() > 0);
    assertTrue(link.step().isPositive());
    assertEquals("gone", heard());
    connect("{\"type\":\"subscribe\",\"warehouse\":\"NORTH\",\"epoch\":4,\"after\":7}");
  }
}
