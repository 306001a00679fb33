package dev.stockwright.server.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReleaseReservation;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.Reference;
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

  private static Seat seat(Envelope envelope) {
    return new Seat(Submission.of(envelope, TestSite.ANA), new CompletableFuture<>(), 0);
  }
}
