package dev.stockwright.server.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.ServerFrame;
import dev.stockwright.protocol.Wire;
import dev.stockwright.server.feed.FakeDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// Clients that do not read.
class SlowClientTest extends OnTheStream {
  @Test
  void aClientThatStopsReadingHoldsUpNobodyAndGoesOnWithoutAHole() {
    FakeDesk desk = bed.desk(500);
    List<DeskClient> others = others(desk, 10);
    load(desk, others, 1_000); // the JVM warms up
    List<Long> alone = load(desk, others, 3_000);
    try (RawWebSocket stalled = new RawWebSocket(bed.port(), 4_096)) {
      stalled.upgrade("stalled");
      long position = desk.last();
      stalled.text(subscribe(desk.warehouse(), position));
      assertEquals(RawWebSocket.TEXT, stalled.await(RawWebSocket.TEXT).opcode());
      for (int i = 0; i < 30; i++) { // more than the sockets hold: from here on its writer is stuck
        bed.receive(desk, 100);
      }
      load(desk, others, 20); // the others have all of it
      List<Long> beside = load(desk, others, 3_000);
      report("others' delay alone / beside one that does not read", alone, beside);
      long allowed = Math.max(100_000, 3 * percentile(alone, 99));
      assertTrue(percentile(beside, 99) <= allowed, percentile(beside, 99) + " us p99 beside");
      while (position < desk.last()) {
        position = next(stalled, position);
      }
    }
  }

  @Test
  void aClientThatDoesNotReadForTooLongIsClosed4008AndResumes() {
    restart(Times.stuckAfter(Duration.ofSeconds(1)));
    FakeDesk desk = bed.desk(500);
    long position = 0;
    try (RawWebSocket stalled = new RawWebSocket(bed.port(), 4_096)) {
      stalled.upgrade("stalled");
      stalled.text(subscribe(desk.warehouse(), 0));
      StreamBed.await("in", () -> bed.sessions() == 1);
      for (int i = 0; i < 400; i++) {
        bed.receive(desk, 100);
      }
      StreamBed.await("cut", () -> bed.sessions() == 0);
      position = readWhatCame(stalled);
    }
    assertTrue(position > 0 && position < desk.last(), "at " + position + " of " + desk.last());
    DeskClient again = client("stalled");
    again.follow(desk.warehouse(), position);
    StreamBed.await("resumed", () -> again.position(desk.warehouse()) == desk.last());
    assertEquals(List.of(), again.gaps);
    assertEquals(0, again.snapshots.get());
  }

  @Test
  void aSlowClientThatReadsAgainInTimeIsToldThatItWasTooSlow() {
    restart(Times.stuckAfter(Duration.ofMillis(300)), Duration.ofSeconds(20));
    FakeDesk desk = bed.desk(500);
    try (RawWebSocket stalled = new RawWebSocket(bed.port(), 4_096)) {
      stalled.upgrade("stalled");
      stalled.text(subscribe(desk.warehouse(), 0));
      for (int i = 0; i < 400; i++) {
        bed.receive(desk, 100);
      }
      LockSupport.parkNanos(1_500_000_000L); // the client sleeps; nothing to wait for
      assertEquals(4008, stalled.awaitClose());
    }
  }

  private List<DeskClient> others(FakeDesk desk, int count) {
    List<DeskClient> others = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      DeskClient one = client("other-" + i);
      one.follow(desk.warehouse(), desk.last());
      others.add(one);
    }
    for (DeskClient one : others) {
      StreamBed.await("subscribed", () -> !one.subscribed.isEmpty());
    }
    return others;
  }

  /// Receives in commits of 20, about 1 000 a second, and gives back the delays that the others
  /// saw.
  private List<Long> load(FakeDesk desk, List<DeskClient> others, int count) {
    long begin = System.nanoTime();
    for (int i = 0; i < count / 20; i++) {
      bed.receive(desk, 20);
      LockSupport.parkNanos(begin + i * 20_000_000L - System.nanoTime());
    }
    List<Long> delays = new ArrayList<>();
    for (DeskClient one : others) {
      StreamBed.await("all of it", () -> one.position(desk.warehouse()) == desk.last());
      assertEquals(List.of(), one.gaps);
      delays.addAll(one.delaysMicros);
      one.delaysMicros.clear();
    }
    Collections.sort(delays);
    return delays;
  }

  private static long percentile(List<Long> sorted, int percent) {
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  private static void report(String what, List<Long> before, List<Long> beside) {
    System.out.printf(
        "%s: p50 %d / %d us, p99 %d / %d us%n",
        what,
        percentile(before, 50),
        percentile(beside, 50),
        percentile(before, 99),
        percentile(beside, 99));
  }

  private static long next(RawWebSocket client, long position) {
    RawWebSocket.Frame frame = client.await(RawWebSocket.TEXT);
    long at = position;
    if (Wire.SERVER_FRAME.read(frame.text()) instanceof ServerFrame.Events events) {
      for (var event : events.events()) {
        assertEquals(at + 1, event.n());
        at = event.n();
      }
    }
    return at;
  }

  /// What a cut connection still delivers: whole frames count, a torn one does not.
  private static long readWhatCame(RawWebSocket client) {
    long position = 0;
    for (var frame = client.read(); frame.isPresent(); frame = client.read()) {
      if (frame.get().opcode() == RawWebSocket.TEXT
          && frame.get().text().endsWith("}")
          && Wire.SERVER_FRAME.read(frame.get().text()) instanceof ServerFrame.Events events) {
        assertEquals(position + 1, events.events().getFirst().n());
        position = events.events().getLast().n();
      }
    }
    assertFalse(client.socket.isClosed());
    return position;
  }
}
