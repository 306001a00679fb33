package dev.stockwright.client.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.ManualClock;
import dev.stockwright.client.Samples;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.outbox.MemoryOutbox;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Found at a desk: the stream told of a receipt before its answer came, the order was read again
/// in between, and the receipt counted twice.
class OwnReceiptsTest {
  private static final Reference ORDER = new Reference("PO-1");
  private static final Sku RULE = new Sku("FR-2");

  private final ManualClock clock = new ManualClock();
  private final MemoryOutbox outbox = new MemoryOutbox(Samples.DESK, clock);
  private final OwnReceipts receipts = new OwnReceipts(outbox, clock);

  @Test
  void anOrderReadWhileAReceiptIsUnderWayIsNotCertain() {
    Envelope receipt = receive(24);
    clock.advance(Duration.ofMillis(5));
    assertFalse(receipts.certain(read(24)), "not answered");
    Instant asked = clock.instant();
    clock.advance(Duration.ofMillis(5));
    answer(receipt);
    assertFalse(receipts.certain(readAt(asked, 24)), "answered after the order was asked for");
    clock.advance(Duration.ofMillis(5));
    assertTrue(receipts.certain(read(24)));
    assertEquals(24, received(read(24)), "counted once");
  }

  @Test
  void aReceiptOfAnotherOrderDoesNotDisturb() {
    receive(24);
    OpenOrder other =
        new OpenOrder(new Reference("PO-2"), "", Optional.empty(), List.of(), clock.instant());
    assertTrue(receipts.certain(other));
  }

  @Test
  void aReceiptAnsweredInTheMillisecondOfTheReadingCountsOnce() {
    clock.advance(Duration.ofNanos(400_000));
    Envelope receipt = receive(24);
    answer(receipt);
    OpenOrder read = readAt(clock.instant(), 24);
    assertTrue(receipts.certain(read));
    Instant kept = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    assertEquals(24, received(readAt(kept, 24)));
  }

  @Test
  void aReceiptAfterTheReadingCounts() {
    OpenOrder read = read(24);
    clock.advance(Duration.ofMillis(5));
    Envelope receipt = receive(24);
    assertEquals(48, received(read));
    answer(receipt);
    assertEquals(48, received(read));
  }

  private long received(OpenOrder order) {
    return receipts.brought(order).line(RULE).orElseThrow().received();
  }

  private OpenOrder read(long received) {
    return readAt(clock.instant(), received);
  }

  private static OpenOrder readAt(Instant asked, long received) {
    OrderLine line = new OrderLine(RULE, "Folding rule 2 m", 96, received, 96);
    return new OpenOrder(ORDER, "Brandt", Optional.empty(), List.of(line), asked);
  }

  private Envelope receive(long units) {
    return Samples.saved(
        outbox.add(
            new ReceiveGoods(
                Samples.NORTH,
                RULE,
                new Quantity(units),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ORDER),
                Optional.empty()),
            Samples.ANA));
  }

  private void answer(Envelope envelope) {
    assertEquals(1, outbox.settle(List.of(new Answer.Accepted(envelope.id(), List.of()))));
  }
}
