package dev.stockwright.client.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.ManualClock;
import dev.stockwright.client.known.Watched;
import dev.stockwright.client.replica.LastMoves;
import dev.stockwright.client.replica.ReplicaChange;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MoveRenewalTest {
  private static final Watched BOLTS = goods("BOLT");
  private static final Watched NUTS = goods("NUT");

  private final JudgingServer server =
      new JudgingServer(new Random(7), JudgingServer.Faults.NONE, true);
  private final LastMoves moves = new LastMoves();
  private final ManualClock clock = new ManualClock();
  private boolean may = true;
  private int shown;
  private final MoveRenewal renewal =
      new MoveRenewal(
          server,
          moves,
          new WarehouseCode("NORTH"),
          () -> may,
          () -> shown++,
          clock,
          new Random(7));

  private static Watched goods(String sku) {
    return new Watched.Goods(new Sku(sku), Optional.empty());
  }

  private void look(Watched what) {
    moves.watch(Optional.of(what));
  }

  private void changed() {
    moves.changed(new ReplicaChange(false, Set.of(new Sku("BOLT")), List.of()));
  }

  @Test
  void whatIsLookedAtIsAskedOnceAndShown() {
    assertEquals(OutboxSender.IDLE, renewal.step());
    look(BOLTS);
    assertEquals(OutboxSender.IDLE, renewal.step());
    assertEquals(OutboxSender.IDLE, renewal.step());
    assertEquals(List.of(BOLTS), server.looked);
    assertEquals(1, shown);
  }

  @Test
  void aHundredChangesASecondAreShownAsOftenAsAnybodyReads() {
    look(BOLTS);
    renewal.step();
    for (int i = 0; i < 100; i++) {
      clock.advance(Duration.ofMillis(10));
      changed();
      assertTrue(renewal.step().isPositive());
    }
    assertEquals(1 + 5, shown);
    changed();
    Duration wait = renewal.step();
    clock.advance(wait);
    assertEquals(OutboxSender.IDLE, renewal.step());
    assertEquals(1 + 6, shown, "the last change is shown too");
  }

  @Test
  void inADeadSpotNothingIsAskedAndAfterItAtOnce() {
    server.lastMoves = new Reply.Failed<>(new Reply.Unreachable("cut"));
    look(BOLTS);
    assertTrue(renewal.step().isPositive());
    may = false;
    for (int i = 0; i < 60; i++) {
      clock.advance(Duration.ofSeconds(1));
      look(i % 2 == 0 ? NUTS : BOLTS);
      assertEquals(MoveRenewal.IN_THE_DARK, renewal.step());
    }
    assertEquals(1, server.looked.size());
    may = true;
    server.lastMoves = new Reply.Ok<>(List.of());
    renewal.step();
    assertEquals(List.of(BOLTS, BOLTS), server.looked);
    assertEquals(1, shown);
  }

  @Test
  void whatFailedWaitsAndWhatIsLookedAtNewlyDoesNot() {
    server.lastMoves = new Reply.Failed<>(new Reply.Refused(403, "not_allowed", "Not now."));
    look(BOLTS);
    assertEquals(MoveRenewal.REFUSED, renewal.step());
    clock.advance(Duration.ofSeconds(20));
    assertEquals(Duration.ofSeconds(40), renewal.step());
    look(NUTS);
    assertEquals(MoveRenewal.REFUSED, renewal.step());
    assertEquals(List.of(BOLTS, NUTS), server.looked);
    renewal.hurry();
    renewal.step();
    assertEquals(3, server.looked.size());
    assertEquals(0, shown);
  }
}
