package dev.stockwright.server.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.Reference;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LaneTest {
  @Test
  void aBatchEndsBeforeAnUndoOfSomethingInIt() {
    Lane lane = new Lane(10);
    Envelope first = TestSite.envelope(new ReleaseReservation(new Reference("O-1")));
    lane.offer(seat(first));
    lane.offer(seat(TestSite.envelope(new UndoCommand(first.id()))));
    assertEquals(1, lane.drain(10).size());
    assertEquals(1, lane.drain(10).size());
    assertEquals(0, lane.size());
  }

  @Test
  void whatWorksThroughMuchHasABatchToItself() {
    Lane lane = new Lane(10);
    lane.offer(seat(TestSite.envelope(TestSite.receive(TestSite.S1, 1))));
    lane.offer(seat(night()));
    lane.offer(seat(TestSite.envelope(TestSite.receive(TestSite.S2, 1))));
    lane.offer(seat(TestSite.envelope(TestSite.receive(TestSite.S2, 1))));
    assertEquals(1, lane.drain(10).size(), "nobody waits for the night who came before it");
    assertTrue(lane.alone());
    assertEquals(1, lane.drain(10).size(), "nor is anybody taken along with it");
    assertFalse(lane.alone());
    assertEquals(2, lane.drain(10).size());
  }

  private static Envelope night() {
    return TestSite.envelope(
        new CountPlanCommand.ReconcileDay(TestSite.W1, LocalDate.parse("2026-01-01")));
  }

  private static Seat seat(Envelope envelope) {
    return new Seat(Submission.of(envelope, TestSite.ANA), new CompletableFuture<>(), 0);
  }
}
