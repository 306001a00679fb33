package dev.stockwright.protocol;

import dev.stockwright.protocol.WireSamples.Sample;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Samples of transfers, adjustments and moves.
final class TransferSamples {
  private static final WarehouseCode NORTH = WorkSamples.NORTH;
  private static final WarehouseCode SOUTH = new WarehouseCode("SOUTH");
  private static final Reference TRANSFER = new Reference("TR-7");
  private static final Reference ADJUSTMENT = new Reference("AJ-3");
  private static final Sku SKU = new Sku("HM-0500");
  private static final Quantity SIX = new Quantity(6);
  private static final LocationCode BIN = new LocationCode("A-01-02");
  private static final LocationCode DOCK = new LocationCode("DOCK");
  private static final LotCode LOT = new LotCode("L-1");
  private static final HandlingUnit UNIT = new HandlingUnit("020000000000000014");
  private static final HandlingUnit PALLET = new HandlingUnit("LPN-9");
  private static final ReasonCode OTHER = new ReasonCode("other");
  private static final ReasonCode LOST = new ReasonCode("lost");

  private TransferSamples() {}

  static List<Sample<?>> all() {
    return Stream.of(transfers(), arrivals(), adjustments(), moves())
        .<Sample<?>>flatMap(List::stream)
        .toList();
  }

  private static <T> Optional<T> no() {
    return Optional.empty();
  }

  private static List<Sample<?>> transfers() {
    List<TransferCommand.Wanted> lines = List.of(new TransferCommand.Wanted(SKU, SIX));
    return List.of(
        Sample.command(
            "request_transfer",
            new TransferCommand.RequestTransfer(NORTH, SOUTH, no(), lines, no(), no())),
        Sample.command(
            "request_transfer.full",
            new TransferCommand.RequestTransfer(
                NORTH,
                SOUTH,
                Optional.of(TRANSFER),
                lines,
                Optional.of(WorkSamples.AT),
                Optional.of("for the spring sale"))),
        Sample.command(
            "approve_transfer", new TransferCommand.ApproveTransfer(NORTH, TRANSFER, List.of())),
        Sample.command(
            "approve_transfer.full",
            new TransferCommand.ApproveTransfer(
                NORTH, TRANSFER, List.of(new TransferCommand.Granted(SKU, 4)))),
        Sample.command(
            "reject_transfer", new TransferCommand.RejectTransfer(NORTH, TRANSFER, OTHER)),
        Sample.command(
            "pack_transfer",
            new TransferCommand.PackTransfer(
                NORTH, TRANSFER, SKU, SIX, BIN, no(), no(), no(), no())),
        Sample.command(
            "pack_transfer.full",
            new TransferCommand.PackTransfer(
                NORTH,
                TRANSFER,
                SKU,
                SIX,
                BIN,
                Optional.of(LOT),
                Optional.of(PALLET),
                Optional.of(UNIT),
                Optional.of(DOCK))),
        Sample.command(
            "pack_transfer_unit",
            new TransferCommand.PackTransferUnit(NORTH, TRANSFER, UNIT, no())),
        Sample.command(
            "pack_transfer_unit.full",
            new TransferCommand.PackTransferUnit(NORTH, TRANSFER, UNIT, Optional.of(DOCK))),
        Sample.command("ship_transfer", new TransferCommand.ShipTransfer(NORTH, TRANSFER, false)),
        Sample.command(
            "ship_transfer.full", new TransferCommand.ShipTransfer(NORTH, TRANSFER, true)),
        Sample.command(
            "cancel_transfer", new TransferCommand.CancelTransfer(NORTH, TRANSFER, OTHER)),
        Sample.command(
            "transfer_at_once",
            new TransferCommand.TransferAtOnce(NORTH, SOUTH, no(), lines, no(), no())),
        Sample.command(
            "transfer_at_once.full",
            new TransferCommand.TransferAtOnce(
                NORTH,
                SOUTH,
                Optional.of(TRANSFER),
                lines,
                Optional.of(DOCK),
                Optional.of("next door"))),
        Sample.command("set_lead_time", new TransferCommand.SetLeadTime(NORTH, SOUTH, 36)));
  }

  private static List<Sample<?>> arrivals() {
    return List.of(
        Sample.command(
            "receive_transfer",
            new TransferCommand.ReceiveTransfer(
                SOUTH,
                TRANSFER,
                List.of(new TransferCommand.Arrived(SKU, no(), no(), 6, 0, 0)),
                List.of(),
                no(),
                false,
                no())),
        Sample.command(
            "receive_transfer.full",
            new TransferCommand.ReceiveTransfer(
                SOUTH,
                TRANSFER,
                List.of(
                    new TransferCommand.Arrived(SKU, Optional.of(LOT), Optional.of(UNIT), 4, 2, 1)),
                List.of(PALLET),
                Optional.of(DOCK),
                true,
                Optional.of(true))),
        Sample.command(
            "close_transfer",
            new TransferCommand.CloseTransfer(NORTH, TRANSFER, LOST, List.of(), no())),
        Sample.command(
            "close_transfer.full",
            new TransferCommand.CloseTransfer(
                NORTH,
                TRANSFER,
                new ReasonCode("not_sent"),
                List.of(new TransferCommand.Wanted(SKU, SIX)),
                Optional.of(BIN))),
        Sample.command(
            "accept_over",
            new TransferCommand.AcceptOver(NORTH, SOUTH, TRANSFER, SKU, SIX, BIN, DOCK, no())),
        Sample.command(
            "accept_over.full",
            new TransferCommand.AcceptOver(
                NORTH, SOUTH, TRANSFER, SKU, SIX, BIN, DOCK, Optional.of(LOT))));
  }

  private static List<Sample<?>> adjustments() {
    return List.of(
        Sample.command(
            "propose_adjustment",
            new AdjustmentCommand.ProposeAdjustment(
                NORTH, SKU, -3, BIN, LOST, no(), no(), no(), no(), no())),
        Sample.command(
            "propose_adjustment.full",
            new AdjustmentCommand.ProposeAdjustment(
                NORTH,
                SKU,
                3,
                BIN,
                new ReasonCode("found"),
                Optional.of(LOT),
                Optional.of(UNIT),
                Optional.of(Condition.DAMAGED),
                Optional.of(ADJUSTMENT),
                Optional.of("behind the rack"))),
        Sample.command(
            "approve_adjustment", new AdjustmentCommand.ApproveAdjustment(NORTH, ADJUSTMENT)),
        Sample.command(
            "reject_adjustment", new AdjustmentCommand.RejectAdjustment(NORTH, ADJUSTMENT, OTHER)));
  }

  private static List<Sample<?>> moves() {
    return List.of(
        Sample.command(
            "move_goods",
            new MoveCommand.MoveGoods(NORTH, SKU, SIX, BIN, DOCK, no(), no(), no(), no(), no())),
        Sample.command(
            "move_goods.full",
            new MoveCommand.MoveGoods(
                NORTH,
                SKU,
                SIX,
                BIN,
                DOCK,
                Optional.of(LOT),
                Optional.of(PALLET),
                Optional.of(UNIT),
                Optional.of(Condition.HOLD),
                Optional.of(OTHER))),
        Sample.command(
            "move_handling_unit", new MoveCommand.MoveHandlingUnit(NORTH, UNIT, BIN, no())),
        Sample.command(
            "move_handling_unit.full",
            new MoveCommand.MoveHandlingUnit(NORTH, UNIT, BIN, Optional.of(OTHER))),
        Sample.command("nest_handling_unit", new MoveCommand.NestHandlingUnit(NORTH, UNIT, PALLET)),
        Sample.command("free_handling_unit", new MoveCommand.FreeHandlingUnit(NORTH, UNIT)),
        Sample.refusal("location_full", new MoveRefusal.LocationFull(NORTH, BIN, "units", 4, 6)),
        Sample.refusal(
            "mixing_forbidden",
            new MoveRefusal.MixingForbidden(NORTH, BIN, "one_product", "HM-0500", "RP-10")));
  }
}
