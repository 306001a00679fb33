package dev.stockwright.client.sync;

import static dev.stockwright.client.Samples.ANA;
import static dev.stockwright.client.Samples.DESK;
import static dev.stockwright.client.Samples.receive;
import static dev.stockwright.client.Samples.saved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.ManualClock;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.outbox.MemoryOutbox;
import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.protocol.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutboxSenderTest {
  private final ManualClock clock = new ManualClock();
  private final Outbox outbox = new MemoryOutbox(DESK, clock);
  private final LinkHealth health = new LinkHealth(outbox, clock);
  private final JudgingServer server = server(1, JudgingServer.Faults.NONE, true);
  private OutboxSender sender = sender(server);

  private static JudgingServer server(long seed, JudgingServer.Faults faults, boolean remembers) {
    return new JudgingServer(new Random(seed), faults, remembers);
  }

  private OutboxSender sender(ServerLink link) {
    return new OutboxSender(outbox, link, health, clock, new Random(3));
  }

  private void add(int count) {
    for (int i = 0; i < count; i++) {
      assertTrue(saved(outbox.add(receive("A", 1), ANA)).sequence() > 0);
    }
  }

  /// Goes on until nothing waits; returns how long that took by the clock.
  private Duration drain(OutboxSender by, int stepsMax) {
    Instant start = clock.instant();
    for (int i = 0; i < stepsMax; i++) {
      Duration wait = by.step();
      if (outbox.pendingCount() == 0) {
        return Duration.between(start, clock.instant());
      }
      clock.advance(wait);
    }
    throw new AssertionError(outbox.pendingCount() + " left after " + stepsMax + " steps");
  }

  private static List<Long> numbers(List<Envelope> envelopes) {
    return envelopes.stream().map(Envelope::sequence).toList();
  }

  @Test
  void aLongQueueGoesInBatchesOfAHundredInOrder() {
    add(250);
    drain(sender, 10);
    assertEquals(List.of(100, 100, 50), server.batches.stream().map(List::size).toList());
    assertEquals(LongStream.rangeClosed(1, 250).boxed().toList(), numbers(server.applied));
    assertEquals(new SyncState.Live(), health.status().state());
  }

  @Test
  @DisplayName("X1 Whatever the line does, each command is applied once and in order")
  void whateverTheLineDoesEachCommandIsAppliedOnceAndInOrder() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      MemoryOutbox box = new MemoryOutbox(DESK, clock);
      JudgingServer.Faults faults = new JudgingServer.Faults(20, 25, 10, 5, 10);
      JudgingServer remote = server(seed, faults, true);
      OutboxSender by =
          new OutboxSender(box, remote, new LinkHealth(box, clock), clock, new Random(seed));
      int refused = 0;
      int total = 40;
      int steps = 0;
      for (int i = 0; i < total; i++) {
        boolean bad = random.nextInt(10) == 0;
        refused += bad ? 1 : 0;
        assertEquals(i + 1, saved(box.add(receive(bad ? "X" : "A", 1), ANA)).sequence());
        if (random.nextInt(4) == 0) {
          clock.advance(by.step());
        }
      }
      while (box.pendingCount() > 0 && steps < 2_000) {
        clock.advance(by.step());
        steps++;
      }
      String told = "seed " + seed;
      assertEquals(0, box.pendingCount(), told);
      assertEquals(refused, box.attentionCount(), told);
      assertEquals(total - refused, remote.applied.size(), told);
      assertEquals(
          numbers(remote.applied).stream().sorted().distinct().toList(),
          numbers(remote.applied),
          told);
    }
  }

  @Test
  void aServerThatForgetsIsCaughtByTheSameCheck() {
    JudgingServer.Faults faults = new JudgingServer.Faults(0, 40, 0, 0, 0);
    JudgingServer forgetful = server(1, faults, false);
    OutboxSender by = sender(forgetful);
    for (int i = 0; i < 40; i++) {
      add(1);
      clock.advance(by.step());
    }
    drain(by, 1_000);
    assertNotEquals(
        numbers(forgetful.applied).stream().sorted().distinct().toList(),
        numbers(forgetful.applied));
  }

  @Test
  void aRefusedOneInTheMiddleGoesToAttentionAndTheRestIsDone() {
    add(1);
    assertEquals(2, saved(outbox.add(receive("X", 1), ANA)).sequence());
    add(1);
    drain(sender, 3);
    assertEquals(List.of(1L, 3L), numbers(server.applied));
    assertEquals(
        List.of(2L), outbox.attention().stream().map(e -> e.envelope().sequence()).toList());
    assertEquals(new SyncState.NeedsYou(1), health.status().state());
  }

  @Test
  void aServerOutOfReachIsTriedForEverAtMostHalfAMinuteApart() {
    add(1);
    server.faults = new JudgingServer.Faults(100, 0, 0, 0, 0);
    List<Duration> waits =
        IntStream.range(0, 200)
            .mapToObj(
                i -> {
                  Duration wait = sender.step();
                  clock.advance(wait);
                  return wait;
                })
            .toList();
    assertEquals(200, server.batches.size());
    assertTrue(waits.getFirst().toMillis() <= 500);
    assertTrue(waits.stream().allMatch(w -> w.isPositive() && w.toMillis() <= 30_000));
    assertTrue(waits.stream().anyMatch(w -> w.toMillis() > 20_000));
    assertInstanceOf(SyncState.Offline.class, health.status().state());
    server.faults = JudgingServer.Faults.NONE;
    drain(sender, 3);
  }

  @Test
  void aWaitThatTheServerAskedForIsNotShortenedByANewScan() {
    add(1);
    server.faults = new JudgingServer.Faults(0, 0, 100, 0, 0);
    assertEquals(Duration.ofSeconds(2), sender.step());
    clock.advance(Duration.ofMillis(500));
    add(1);
    assertEquals(Duration.ofMillis(1_500), sender.step());
    assertEquals(1, server.batches.size());
    sender.hurry();
    assertEquals(Duration.ofSeconds(2), sender.step());
    assertEquals(2, server.batches.size());
  }

  @Test
  void anEndedSessionStopsSendingNotWorking() {
    add(1);
    server.faults = new JudgingServer.Faults(0, 0, 0, 100, 0);
    assertEquals(OutboxSender.IDLE, sender.step());
    assertEquals(new SyncState.SignInNeeded(1), health.status().state());
    add(1);
    assertEquals(2, health.status().unsent());
    server.faults = JudgingServer.Faults.NONE;
    drain(sender, 3);
    assertEquals(new SyncState.Live(), health.status().state());
  }

  @Test
  void aServerSetBackByABackupGetsTheLostCommandsAgain() {
    add(30);
    drain(sender, 5);
    server.restore(12);
    assertEquals(12, server.applied.size());
    add(3);
    drain(sender, 10);
    assertEquals(LongStream.rangeClosed(1, 33).boxed().toList(), numbers(server.applied));
    assertEquals(new SyncState.Live(), health.status().state());
  }

  @Test
  void aServerSetBackFurtherThanTheHistoryIsSaidSo() {
    add(Outbox.HISTORY + 20);
    drain(sender, 10);
    server.restore(5);
    add(1);
    Duration wait = sender.step();
    clock.advance(wait);
    SyncState state = health.status().state();
    assertTrue(assertInstanceOf(SyncState.Stuck.class, state).sentence().contains("command 6"));
    assertEquals(1, outbox.pendingCount());
    assertEquals(Entry.Fate.WAITING, outbox.newest(1).getFirst().fate());
  }
}
