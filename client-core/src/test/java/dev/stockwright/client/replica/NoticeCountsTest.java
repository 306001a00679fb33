package dev.stockwright.client.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.ManualClock;
import dev.stockwright.client.Samples;
import dev.stockwright.client.known.EarlierReceipt;
import dev.stockwright.client.known.Notice;
import dev.stockwright.client.outbox.MemoryOutbox;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.CatalogCommand.LearnBarcode;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReceivingCommand.ReceiveLine;
import dev.stockwright.protocol.ReceivingCommand.ReceiveUnit;
import dev.stockwright.protocol.ReceivingCommand.StartReceipt;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticeCountsTest {
  private static final HandlingUnit U1 = new HandlingUnit("U-1");
  private static final Sku MILK = new Sku("MK-1");
  private static final Reference RECEIPT = new Reference("R-1");

  private final ManualClock clock = new ManualClock();
  private final MemoryOutbox outbox = new MemoryOutbox(Samples.DESK, clock);
  private final OwnWork own = new OwnWork(outbox, clock);

  private static Notice notice(Optional<Long> announced) {
    return new Notice(
        new Reference("ASN-1"),
        "Acme",
        Optional.empty(),
        "announced",
        Optional.empty(),
        announced.isEmpty(),
        List.of(
            line(1, Optional.of(U1), Optional.empty(), announced),
            line(2, Optional.empty(), Optional.of(new LotCode("L1")), announced),
            line(3, Optional.empty(), Optional.empty(), announced)));
  }

  private static Notice.Line line(
      int number, Optional<HandlingUnit> unit, Optional<LotCode> lot, Optional<Long> announced) {
    return new Notice.Line(
        number, unit, MILK, "Milk", lot, Optional.empty(), announced, announced.map(any -> 0L));
  }

  private Answer.Accepted accepted(Command command) {
    return new Answer.Accepted(Samples.saved(outbox.add(command, Samples.ANA)).id(), List.of());
  }

  private static StartReceipt start() {
    return new StartReceipt(
        Samples.NORTH,
        Optional.of(RECEIPT),
        Optional.empty(),
        Optional.of(new Reference("ASN-1")),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static ReceiveUnit unit() {
    return new ReceiveUnit(
        Samples.NORTH,
        U1,
        Optional.of(RECEIPT),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static ReceiveLine loose(Reference receipt, Optional<String> lot, long units) {
    return new ReceiveLine(
        Samples.NORTH,
        receipt,
        MILK,
        new Quantity(units),
        Optional.empty(),
        lot.map(LotCode::new),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  private List<Optional<Long>> received(Notice notice, Instant readAt) {
    return own.brought(notice, readAt).lines().stream().map(Notice.Line::received).toList();
  }

  @Test
  void aUnitCountsWholeAndLooseGoodsOnTheirLotFirst() {
    Instant read = clock.instant();
    Notice notice = notice(Optional.of(10L));
    accepted(start());
    accepted(unit());
    accepted(loose(RECEIPT, Optional.of("L1"), 12));
    accepted(loose(new Reference("R-OTHER"), Optional.empty(), 5));
    assertEquals(
        List.of(Optional.of(10L), Optional.of(10L), Optional.of(2L)), received(notice, read));
  }

  @Test
  void whatTheNoticeIncludesIsNotCountedTwice() {
    assertEquals(2, outbox.settle(List.of(accepted(start()), accepted(unit()))));
    clock.advance(Duration.ofSeconds(5));
    assertEquals(
        List.of(Optional.of(0L), Optional.of(0L), Optional.of(0L)),
        received(notice(Optional.of(10L)), clock.instant()));
  }

  @Test
  void aBlindNoticeGetsNoFigures() {
    Instant read = clock.instant();
    accepted(start());
    accepted(unit());
    accepted(loose(RECEIPT, Optional.empty(), 4));
    assertEquals(
        List.of(Optional.empty(), Optional.empty(), Optional.empty()),
        received(notice(Optional.empty()), read));
  }

  @Test
  void aBarcodeIsLearntUntilTheServerRefusesIt() {
    LearnBarcode learn =
        new LearnBarcode(
            new Reference("123"), MILK, Optional.empty(), Optional.empty(), Optional.empty());
    var id = accepted(learn).id();
    assertEquals(Optional.of(learn), own.learnt("123"));
    assertEquals(
        1, outbox.settle(List.of(new Answer.Refused(id, new Refusal.UnknownProduct(MILK), "No."))));
    assertEquals(Optional.empty(), own.learnt("123"));
  }

  @Test
  void aUnitThatWasReceivedHereIsKnownWithItsTime() {
    OwnReceipts receipts = new OwnReceipts(outbox, clock);
    Instant at = clock.instant();
    accepted(unit());
    assertEquals(Optional.of(at), receipts.received(U1).map(EarlierReceipt::moment));
    assertEquals(Optional.empty(), receipts.received(new HandlingUnit("U-2")));
    accepted(
        new ReceiveGoods(
            Samples.NORTH,
            MILK,
            new Quantity(1),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new HandlingUnit("U-2")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    assertEquals(
        Optional.of(at), receipts.received(new HandlingUnit("U-2")).map(EarlierReceipt::moment));
  }
}
