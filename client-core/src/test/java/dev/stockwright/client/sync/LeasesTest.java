package dev.stockwright.client.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.ManualClock;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.TaskCommand.KeepTask;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Tasks in hand are kept by signs of life, which nobody repeats and which take no number.
class LeasesTest {
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final DeviceId GUN = new DeviceId("gun-1");
  private static final Reference T1 = new Reference("T-1");
  private static final Reference T2 = new Reference("T-2");
  private static final Duration SECOND = Duration.ofSeconds(1);

  /// What the server takes a task back after.
  private static final Duration SERVER_WAITS = Duration.ofSeconds(150);

  private final ManualClock clock = new ManualClock();
  private final JudgingServer server =
      new JudgingServer(new Random(1), JudgingServer.Faults.NONE, true);
  private final Leases leases = new Leases(server, GUN, NORTH, clock, new Random(2));

  private List<Reference> kept() {
    return server.applied.stream()
        .map(Envelope::command)
        .map(KeepTask.class::cast)
        .map(KeepTask::task)
        .toList();
  }

  @Test
  void whoHoldsNothingSaysNothing() {
    assertEquals(OutboxSender.IDLE, leases.step());
    assertFalse(leases.hold(Set.of()));
    assertEquals(OutboxSender.IDLE, leases.step());
    assertEquals(List.of(), server.batches);
  }

  @Test
  void aTaskInHandIsKeptAtOnceAndThenEvery45Seconds() {
    assertTrue(leases.hold(Set.of(T1)));
    assertEquals(Leases.EVERY, leases.step());
    clock.advance(Leases.EVERY.minus(SECOND));
    assertEquals(SECOND, leases.step(), "not before it is due");
    assertEquals(List.of(T1), kept());
    clock.advance(SECOND);
    assertEquals(Leases.EVERY, leases.step());
    assertEquals(List.of(T1, T1), kept());
    Envelope sign = server.applied.getFirst();
    assertEquals(0, sign.sequence(), "it stands in nobody's queue");
    assertFalse(sign.insisted());
    assertEquals(GUN, sign.device());
    assertEquals(
        2, new HashSet<>(server.applied.stream().map(Envelope::id).toList()).size(), "two signs");
  }

  @Test
  void twoSignsMayBeLostBeforeTheTaskIs() {
    assertTrue(leases.hold(Set.of(T1)));
    assertTrue(Leases.EVERY.multipliedBy(3).compareTo(SERVER_WAITS) < 0);
    server.faults = new JudgingServer.Faults(100, 0, 0, 0, 0);
    assertEquals(Leases.EVERY, leases.step(), "a dead line is not asked more often");
    server.faults = JudgingServer.Faults.NONE;
    clock.advance(Leases.EVERY);
    assertEquals(Leases.EVERY, leases.step());
    assertEquals(List.of(T1), kept(), "what was lost is not sent later");
  }

  @Test
  void onlyWhatIsNewAsksForASignOfItsOwn() {
    assertTrue(leases.hold(Set.of(T1, T2)));
    assertFalse(leases.hold(Set.of(T1)), "one was put down");
    assertEquals(Leases.EVERY, leases.step());
    assertEquals(List.of(T1), kept());
    assertTrue(leases.hold(Set.of(T1, T2)));
  }

  @Test
  void whoPutsAllDownIsSilentAndBeginsAtOnceAgain() {
    assertTrue(leases.hold(Set.of(T1)));
    assertEquals(Leases.EVERY, leases.step());
    assertFalse(leases.hold(Set.of()));
    clock.advance(Leases.EVERY);
    assertEquals(OutboxSender.IDLE, leases.step());
    assertTrue(leases.hold(Set.of(T2)));
    assertEquals(Leases.EVERY, leases.step());
    assertEquals(List.of(T1, T2), kept());
  }

  /// A clock that was put back by a day does not hold the signs up for that day.
  @Test
  void aClockThatIsPutBackHoldsNothingUp() {
    assertTrue(leases.hold(Set.of(T1)));
    assertEquals(Leases.EVERY, leases.step());
    clock.advance(Duration.ofDays(-1));
    assertEquals(Leases.EVERY, leases.step());
    assertEquals(List.of(T1, T1), kept());
  }

  @Test
  void moreThanABatchAreNotSentAtOnce() {
    Set<Reference> many = new HashSet<>();
    for (int i = 0; i < ServerLink.BATCH_MAX + 20; i++) {
      many.add(new Reference("T-" + i));
    }
    assertTrue(leases.hold(many));
    assertEquals(Leases.EVERY, leases.step());
    assertEquals(ServerLink.BATCH_MAX, kept().size());
  }
}
