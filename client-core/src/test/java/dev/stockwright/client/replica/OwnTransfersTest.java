package dev.stockwright.client.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.known.TransferSheet;
import dev.stockwright.client.known.TransferSheet.Line;
import dev.stockwright.client.known.TransferSheet.Packed;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.protocol.TransferCommand.Arrived;
import dev.stockwright.protocol.TransferCommand.CloseTransfer;
import dev.stockwright.protocol.TransferCommand.PackTransfer;
import dev.stockwright.protocol.TransferCommand.PackTransferUnit;
import dev.stockwright.protocol.TransferCommand.ReceiveTransfer;
import dev.stockwright.protocol.TransferCommand.ShipTransfer;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a device has done for a transfer shows at once, also off line.
class OwnTransfersTest {
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final Reference TR1 = new Reference("TR-1");
  private static final Sku HAMMER = new Sku("HM-1");
  private static final HandlingUnit LP1 = new HandlingUnit("LP-1");

  private static TransferSheet sheet(String state, Line line, Packed... packages) {
    return new TransferSheet(
        TR1, NORTH, new WarehouseCode("SOUTH"), state, List.of(line), List.of(packages));
  }

  private static Line line(long packed, long shipped, long received, long way) {
    return new Line(1, HAMMER, "Hammer", 30, packed, shipped, received, way);
  }

  private static Packed packed(Optional<HandlingUnit> unit, long packed, long sent, long settled) {
    return new Packed(1, Optional.empty(), unit, packed, sent, settled);
  }

  private static PackTransfer pack(String transfer, long units) {
    return new PackTransfer(
        NORTH,
        new Reference(transfer),
        HAMMER,
        new Quantity(units),
        new LocationCode("A-01"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static ReceiveTransfer receive(
      List<HandlingUnit> units, boolean last, Arrived... arrived) {
    return new ReceiveTransfer(
        NORTH, TR1, List.of(arrived), units, Optional.empty(), last, Optional.empty());
  }

  private static Arrived arrived(long good, long damaged) {
    return new Arrived(HAMMER, Optional.empty(), Optional.empty(), good, damaged, 0);
  }

  private static Optional<TransferSheet> brought(TransferSheet sheet, Command... commands) {
    return OwnTransfers.brought(sheet, List.of(commands));
  }

  @Test
  void packedGoodsCountAndThoseOfOtherTransfersDoNot() {
    assertEquals(
        Optional.of(
            sheet(
                "approved",
                line(6, 0, 0, 0),
                packed(Optional.empty(), 6, 0, 0),
                new Packed(0, Optional.empty(), Optional.of(LP1), 0, 0, 0))),
        brought(
            sheet("approved", line(0, 0, 0, 0)),
            pack("TR-1", 6),
            pack("TR-9", 5),
            new PackTransferUnit(NORTH, TR1, LP1, Optional.empty())));
  }

  @Test
  void whatWasShippedIsInTransit() {
    assertEquals(
        Optional.of(sheet("shipped", line(6, 6, 0, 6), packed(Optional.empty(), 6, 6, 0))),
        brought(
            sheet("approved", line(0, 0, 0, 0)),
            pack("TR-1", 6),
            new ShipTransfer(NORTH, TR1, true)));
  }

  @Test
  void unitsAndLooseGoodsArriveAndTheLastOfThemEndsIt() {
    TransferSheet sent =
        sheet(
            "shipped",
            line(30, 30, 0, 30),
            packed(Optional.of(LP1), 24, 24, 0),
            packed(Optional.empty(), 6, 6, 0));
    ReceiveTransfer unit = receive(List.of(LP1), false);
    assertEquals(
        Optional.of(
            sheet(
                "shipped",
                line(30, 30, 28, 2),
                packed(Optional.of(LP1), 24, 24, 24),
                packed(Optional.empty(), 6, 6, 4))),
        brought(sent, unit, receive(List.of(), false, arrived(3, 1))));
    assertEquals(Optional.empty(), brought(sent, unit, receive(List.of(), false, arrived(6, 0))));
  }

  @Test
  void aShortTransferStaysOpenUntilItIsExplained() {
    TransferSheet sent =
        sheet("shipped", line(30, 30, 28, 2), packed(Optional.empty(), 30, 30, 28));
    ReceiveTransfer last = receive(List.of(), true);
    assertEquals(Optional.of("short"), brought(sent, last).map(TransferSheet::state));
    assertEquals(
        Optional.of(1L), brought(sent, last, close(1)).map(t -> t.lines().getFirst().inTransit()));
    assertEquals(Optional.empty(), brought(sent, last, close(2)));
    assertEquals(Optional.empty(), brought(sent, last, close(0)));
  }

  private static CloseTransfer close(long units) {
    List<TransferCommand.Wanted> missing =
        units == 0 ? List.of() : List.of(new TransferCommand.Wanted(HAMMER, new Quantity(units)));
    return new CloseTransfer(NORTH, TR1, new ReasonCode("lost"), missing, Optional.empty());
  }
}
