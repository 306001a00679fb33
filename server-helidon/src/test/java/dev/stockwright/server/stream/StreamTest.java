package dev.stockwright.server.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.ClientFrame;
import dev.stockwright.server.feed.FakeDesk;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// Sessions as clients see them.
class StreamTest extends OnTheStream {
  private static final String[] UPGRADE = {
    "GET /api/v1/stream HTTP/1.1",
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Authorization: Bearer desk-1"
  };

  private String answer(int line, String other) {
    String[] lines = UPGRADE.clone();
    if (line < lines.length) {
      lines[line] = other;
    } else {
      lines = java.util.Arrays.copyOf(lines, lines.length + 1);
      lines[lines.length - 1] = other;
    }
    try (RawWebSocket raw = new RawWebSocket(bed.port(), 0)) {
      return raw.handshake(lines);
    }
  }

  private static void turnedAway(String status, String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
  }

  @Test
  void onlyWhoIsLetInGetsAnUpgrade() {
    turnedAway("101", answer(6, "X-Nothing: x"));
    turnedAway("101", answer(6, "Origin: https://desk.example"));
    turnedAway("403", answer(6, "Origin: https://evil.example"));
    turnedAway("403", answer(6, "Origin: null"));
    String stranger = answer(5, "Authorization: Bearer stranger-1");
    turnedAway("401", stranger);
    assertTrue(stranger.contains("application/problem+json"), stranger);
    assertTrue(stranger.contains("WWW-Authenticate: Bearer"), stranger);
    turnedAway("401", answer(5, "X-Nothing: x"));
    turnedAway("400", answer(3, "Sec-WebSocket-Version: 12"));
    turnedAway("400", answer(4, "Sec-WebSocket-Key: c2hvcnQ="));
    turnedAway("426", answer(4, "X-Nothing: x"));
    turnedAway("426", answer(1, "X-Nothing: x"));
    turnedAway("404", answer(0, "GET /api/v1/streams HTTP/1.1"));
    turnedAway("40", answer(0, "POST /api/v1/stream HTTP/1.1"));
    StreamBed.await("gone", () -> bed.sessions() == 0);
  }

  @Test
  void moreSessionsThanTheLimitAreTurnedAwayAndTheOthersStay() {
    bed.restart(StreamBed.QUICK.with(2, Set.of()));
    try (RawWebSocket one = RawWebSocket.open(bed.port(), "one");
        RawWebSocket two = RawWebSocket.open(bed.port(), "two")) {
      StreamBed.await("both are in", () -> bed.sessions() == 2);
      String third = answer(6, "X-Nothing: x");
      turnedAway("503", third);
      assertTrue(third.contains("Retry-After"), third);
      one.expectAlive();
      two.expectAlive();
    }
  }

  @Test
  void aClientResumesWhereItWasAndAnotherStartsWithASnapshot() {
    FakeDesk desk = bed.desk(50);
    bed.receive(desk, 120);
    DeskClient fresh = client("fresh");
    fresh.follow(desk.warehouse(), -1);
    StreamBed.await("snapshot", () -> fresh.position(desk.warehouse()) == 120);
    List<DeskClient> others = new ArrayList<>();
    for (long n = 0; n <= 120; n += 7) {
      DeskClient other = client("other-" + n);
      other.follow(desk.warehouse(), n);
      others.add(other);
    }
    bed.receive(desk, 30);
    StreamBed.await("fresh", () -> fresh.position(desk.warehouse()) == 150);
    for (DeskClient other : others) {
      StreamBed.await("resumed", () -> other.position(desk.warehouse()) == 150);
      assertEquals(List.of(), other.gaps);
      assertEquals(0, other.snapshots.get());
    }
    assertEquals(List.of(), fresh.gaps);
    assertEquals(1, fresh.snapshots.get());
  }

  @Test
  void twoHundredSessionsAllGetAll() {
    FakeDesk desk = bed.desk(50);
    List<DeskClient> clients = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      DeskClient one = client("desk-" + i);
      one.follow(desk.warehouse(), 0);
      clients.add(one);
    }
    for (int i = 0; i < 40; i++) {
      bed.receive(desk, 20);
    }
    for (DeskClient one : clients) {
      StreamBed.await("all of it", () -> one.position(desk.warehouse()) == 800);
      assertEquals(List.of(), one.gaps);
      assertEquals(0, one.snapshots.get());
    }
  }

  @Test
  void oneSessionFollowsTwoWarehousesAndOnlyThoseItMay() {
    FakeDesk north = bed.desk(5);
    FakeDesk south = bed.desk(5);
    DeskClient one = client("desk");
    one.follow(north.warehouse(), 0);
    one.follow(south.warehouse(), 0);
    one.follow(new WarehouseCode("SECRET"), -1);
    for (int i = 0; i < 20; i++) {
      bed.receive(north, 3);
      bed.receive(south, 4);
    }
    StreamBed.await("north", () -> one.position(north.warehouse()) == 60);
    StreamBed.await("south", () -> one.position(south.warehouse()) == 80);
    StreamBed.await("problem", () -> !one.problems.isEmpty());
    assertEquals("not_allowed", one.problems.getFirst().code());
    assertEquals(Optional.of(new WarehouseCode("SECRET")), one.problems.getFirst().about());
    assertEquals(List.of(), one.gaps);
    one.follow(north.warehouse(), 10);
    StreamBed.await("north again", () -> one.position(north.warehouse()) == 60);
    assertEquals(List.of(), one.gaps);
  }

  @Test
  void aHalfOpenConnectionIsReapedAndOneThatBeatsIsKept() {
    restart(Times.silence(Duration.ofMillis(100), Duration.ofSeconds(4)));
    DeskClient lively = client("lively");
    try (RawWebSocket silent = RawWebSocket.open(bed.port(), "silent")) {
      StreamBed.await("both are in", () -> bed.sessions() == 2);
      StreamBed.await(
          "the silent one is gone",
          () -> {
            LockSupport.parkNanos(50_000_000); // 20 heartbeats a second are allowed
            lively.send(new ClientFrame.Heartbeat());
            return bed.sessions() == 1;
          });
      assertEquals(1001, silent.awaitClose());
    }
    assertTrue(lively.heartbeats.get() > 2, "heartbeats: " + lively.heartbeats);
    assertEquals(0, lively.closeCode);
  }

  @Test
  void theNewestConnectionOfADeviceWins() {
    DeskClient old = client("desk");
    StreamBed.await("the old one is in", () -> bed.sessions() == 1);
    try (RawWebSocket young = RawWebSocket.open(bed.port(), "desk")) {
      StreamBed.await("old one closed", () -> old.closeCode == 4009);
      young.expectAlive();
      StreamBed.await("one is left", () -> bed.sessions() == 1);
    }
  }

  @Test
  void whoIsSignedOutIsClosed() {
    restart(Times.recheck(Duration.ofMillis(100)));
    DeskClient one = client("thief");
    DeskClient other = client("honest");
    bed.signedOut.add("thief");
    StreamBed.await("closed", () -> one.closeCode == 1008);
    assertEquals(0, other.closeCode);
  }

  @Test
  void aShutdownSaysRestartToEverybody() {
    List<DeskClient> clients = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      clients.add(client("desk-" + i));
    }
    StreamBed.await("all in", () -> bed.sessions() == 20);
    bed.stopSessions();
    assertEquals(0, bed.sessions());
    for (DeskClient one : clients) {
      StreamBed.await("told", () -> one.closeCode == 1012);
    }
    turnedAway("503", answer(6, "X-Nothing: x"));
  }

  @Test
  void fiveHundredConnectsAndAbortsLeaveNothing() {
    FakeDesk desk = bed.desk(50);
    for (int i = 0; i < 500; i++) {
      RawWebSocket one = RawWebSocket.open(bed.port(), "desk-" + i);
      if (i % 2 == 0) {
        one.text(subscribe(desk.warehouse()));
      }
      if (i % 5 == 0) {
        bed.receive(desk, 10);
      }
      if (i % 3 == 0) {
        one.reset();
      } else {
        one.close();
      }
    }
    StreamBed.await("nothing is left", () -> bed.sessions() == 0);
    StreamBed.await("nobody follows", () -> bed.feed.followedWarehouses() == 0);
  }
}
