package dev.stockwright.client.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.ManualClock;
import dev.stockwright.client.Samples;
import dev.stockwright.client.known.EarlierReceipt;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.outbox.MemoryOutbox;
import dev.stockwright.client.outbox.Origin;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReceivingCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
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

  @Test
  @DisplayName("H26 A piece and a unit that came on this device are known with who, when and where")
  void whatCameIsKnownWithWhoWhenAndWhere() {
    HandlingUnit pallet = new HandlingUnit("LP-26");
    Optional<LocationCode> dock = Optional.of(new LocationCode("DOCK"));
    Instant first = clock.instant();
    add(piece("SN-1", dock), "ana");
    clock.advance(Duration.ofMinutes(3));
    add(
        new ReceivingCommand.ReceiveLine(
            Samples.NORTH,
            new Reference("R-1"),
            RULE,
            new Quantity(1),
            dock,
            Optional.empty(),
            Optional.empty(),
            List.of(new SerialNumber("SN-2")),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty()),
        "ben");
    Envelope whole = add(unit(pallet), "ben");
    OwnReceipts afterRestart = new OwnReceipts(outbox, clock);
    for (OwnReceipts known : List.of(receipts, afterRestart)) {
      assertEquals(Optional.of(came(first, "ana", dock)), known.received(RULE, serial("SN-1")));
      assertEquals(
          Optional.of(came(clock.instant(), "ben", dock)), known.received(RULE, serial("SN-2")));
      assertEquals(
          Optional.of(came(clock.instant(), "ben", Optional.empty())), known.received(pallet));
      assertEquals(Optional.empty(), known.received(RULE, serial("SN-3")));
      assertEquals(Optional.empty(), known.received(new Sku("FR-9"), serial("SN-1")));
    }
    Envelope undo = add(new UndoCommand(whole.id()), "ben");
    assertEquals(Optional.empty(), receipts.received(pallet), "undone, it may come again");
    outbox.settle(
        List.of(new Answer.Refused(undo.id(), new Refusal.NothingToUndo(whole.id()), "Nothing.")));
    assertTrue(receipts.received(pallet).isPresent(), "it was not undone");
    outbox.settle(
        List.of(new Answer.Refused(whole.id(), new Refusal.UnknownProduct(RULE), "Unknown.")));
    assertEquals(Optional.empty(), receipts.received(pallet), "it did not come");
  }

  private static EarlierReceipt came(Instant at, String who, Optional<LocationCode> place) {
    return new EarlierReceipt(at, Optional.of(new Operator(who)), place);
  }

  private static SerialNumber serial(String code) {
    return new SerialNumber(code);
  }

  private static ReceivingCommand unit(HandlingUnit unit) {
    return new ReceivingCommand.ReceiveUnit(
        Samples.NORTH,
        unit,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static ReceiveGoods piece(String serial, Optional<LocationCode> place) {
    return new ReceiveGoods(
        Samples.NORTH,
        RULE,
        new Quantity(1),
        place,
        Optional.empty(),
        Optional.empty(),
        Optional.of(serial(serial)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Envelope add(Command command, String who) {
    return Samples.saved(outbox.add(command, Origin.of(new Operator(who))));
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
