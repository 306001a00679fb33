package dev.stockwright.protocol;

import dev.stockwright.protocol.WireSamples.Sample;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Samples of what comes in: purchases, receipts, put-aways.
final class InboundSamples {
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final Reference ORDER = new Reference("PO-1001");
  private static final Reference ASN = new Reference("ASN-7");
  private static final Reference SUPPLIER = new Reference("ACME");
  private static final Reference RECEIPT = new Reference("R-12");
  private static final Reference TASK = new Reference("T-17");
  private static final Sku SKU = new Sku("HM-0500");
  private static final Quantity TWELVE = new Quantity(12);
  private static final LocationCode DOCK = new LocationCode("DOCK-1");
  private static final LocationCode BIN = new LocationCode("A-01-02");
  private static final HandlingUnit UNIT = new HandlingUnit("003401234500000018");
  private static final LotCode LOT = new LotCode("L42");
  private static final SerialNumber SERIAL = new SerialNumber("S-99");
  private static final LocalDate DAY = LocalDate.of(2027, 1, 31);
  private static final ReasonCode WHY = new ReasonCode("damaged");

  private InboundSamples() {}

  static List<Sample<?>> all() {
    List<Sample<?>> all = new ArrayList<>();
    all.addAll(purchases());
    all.addAll(announcements());
    all.addAll(receipts());
    all.addAll(quality());
    all.addAll(putAways());
    all.addAll(refusals());
    return all;
  }

  private static <T> Optional<T> no() {
    return Optional.empty();
  }

  private static List<Sample<?>> purchases() {
    var line = new PurchaseCommand.Line(SKU, TWELVE);
    return List.of(
        Sample.command(
            "open_purchase_order",
            new PurchaseCommand.OpenPurchaseOrder(
                NORTH, ORDER, SUPPLIER, no(), no(), false, List.of(line))),
        Sample.command(
            "open_purchase_order.full",
            new PurchaseCommand.OpenPurchaseOrder(
                NORTH, ORDER, SUPPLIER, Optional.of(DAY), Optional.of(7L), true, List.of(line))),
        Sample.command(
            "change_purchase_order",
            new PurchaseCommand.ChangePurchaseOrder(NORTH, ORDER, 0, no(), no(), List.of())),
        Sample.command(
            "change_purchase_order.full",
            new PurchaseCommand.ChangePurchaseOrder(
                NORTH,
                ORDER,
                3,
                Optional.of(DAY),
                Optional.of(7L),
                List.of(new PurchaseCommand.Change(SKU, 24)))),
        Sample.command(
            "close_purchase_order",
            new PurchaseCommand.ClosePurchaseOrder(NORTH, ORDER, WHY, List.of())),
        Sample.command(
            "close_purchase_order.full",
            new PurchaseCommand.ClosePurchaseOrder(NORTH, ORDER, WHY, List.of(SKU))),
        Sample.command(
            "cancel_purchase_order", new PurchaseCommand.CancelPurchaseOrder(NORTH, ORDER, WHY)),
        Sample.command(
            "allow_over_receipt",
            new PurchaseCommand.AllowOverReceipt(NORTH, ORDER, SKU, TWELVE, WHY)));
  }

  private static List<Sample<?>> announcements() {
    return List.of(
        Sample.command(
            "announce_delivery",
            new PurchaseCommand.AnnounceDelivery(
                NORTH,
                ASN,
                SUPPLIER,
                no(),
                no(),
                false,
                List.of(new PurchaseCommand.Content(no(), SKU, TWELVE, no(), no(), List.of())))),
        Sample.command(
            "announce_delivery.full",
            new PurchaseCommand.AnnounceDelivery(
                NORTH,
                ASN,
                SUPPLIER,
                Optional.of(ORDER),
                Optional.of(DAY),
                true,
                List.of(
                    new PurchaseCommand.Content(
                        Optional.of(UNIT),
                        SKU,
                        new Quantity(1),
                        Optional.of(LOT),
                        Optional.of(DAY),
                        List.of(SERIAL))))),
        Sample.command("close_asn", new PurchaseCommand.CloseAsn(NORTH, ASN, WHY)));
  }

  private static List<Sample<?>> receipts() {
    return List.of(
        Sample.command(
            "start_receipt",
            new ReceivingCommand.StartReceipt(NORTH, no(), no(), no(), no(), no(), false)),
        Sample.command(
            "start_receipt.full",
            new ReceivingCommand.StartReceipt(
                NORTH,
                Optional.of(RECEIPT),
                Optional.of(ORDER),
                Optional.of(ASN),
                Optional.of(SUPPLIER),
                Optional.of(DOCK),
                true)),
        Sample.command(
            "receive_line",
            new ReceivingCommand.ReceiveLine(
                NORTH, RECEIPT, SKU, TWELVE, no(), no(), no(), List.of(), no(), false, no(), no())),
        Sample.command(
            "receive_line.full",
            new ReceivingCommand.ReceiveLine(
                NORTH,
                RECEIPT,
                SKU,
                new Quantity(1),
                Optional.of(DOCK),
                Optional.of(LOT),
                Optional.of(DAY),
                List.of(SERIAL),
                Optional.of(UNIT),
                false,
                Optional.of(Condition.DAMAGED),
                Optional.of(WHY))),
        Sample.command(
            "receive_unit", new ReceivingCommand.ReceiveUnit(NORTH, UNIT, no(), no(), no(), no())),
        Sample.command(
            "receive_unit.full",
            new ReceivingCommand.ReceiveUnit(
                NORTH,
                UNIT,
                Optional.of(RECEIPT),
                Optional.of(DOCK),
                Optional.of(Condition.DAMAGED),
                Optional.of(WHY))),
        Sample.command("take_back_line", new ReceivingCommand.TakeBackLine(NORTH, RECEIPT, 3)),
        Sample.command("close_receipt", new ReceivingCommand.CloseReceipt(NORTH, RECEIPT)),
        Sample.command(
            "gather_receipt", new ReceivingCommand.GatherReceipt(NORTH, no(), no())),
        Sample.command(
            "gather_receipt.full",
            new ReceivingCommand.GatherReceipt(
                NORTH, Optional.of(RECEIPT), Optional.of(new Operator("ana")))),
        Sample.command(
            "match_receipt",
            new ReceivingCommand.MatchReceipt(NORTH, RECEIPT, ORDER, List.of())),
        Sample.command(
            "match_receipt.full",
            new ReceivingCommand.MatchReceipt(
                NORTH, RECEIPT, ORDER, List.of(new ReceivingCommand.MatchedLine(3, TWELVE)))));
  }

  private static List<Sample<?>> quality() {
    return List.of(
        Sample.command(
            "receive_return",
            new ReceivingCommand.ReceiveReturn(
                NORTH,
                no(),
                no(),
                SKU,
                TWELVE,
                Condition.AVAILABLE,
                WHY,
                no(),
                no(),
                no(),
                List.of(),
                no())),
        Sample.command(
            "receive_return.full",
            new ReceivingCommand.ReceiveReturn(
                NORTH,
                Optional.of(new Reference("RT-4")),
                Optional.of(new Reference("C-9")),
                SKU,
                new Quantity(1),
                Condition.QUARANTINE,
                WHY,
                Optional.of(DOCK),
                Optional.of(LOT),
                Optional.of(DAY),
                List.of(SERIAL),
                Optional.of(UNIT))),
        Sample.command(
            "hold_goods", new ReceivingCommand.HoldGoods(NORTH, SKU, BIN, TWELVE, no(), no(), WHY)),
        Sample.command(
            "hold_goods.full",
            new ReceivingCommand.HoldGoods(
                NORTH, SKU, BIN, TWELVE, Optional.of(LOT), Optional.of(UNIT), WHY)),
        Sample.command(
            "release_goods",
            new ReceivingCommand.ReleaseGoods(NORTH, SKU, BIN, TWELVE, no(), no(), no(), WHY)),
        Sample.command(
            "release_goods.full",
            new ReceivingCommand.ReleaseGoods(
                NORTH,
                SKU,
                BIN,
                TWELVE,
                Optional.of(LOT),
                Optional.of(UNIT),
                Optional.of(Condition.HOLD),
                WHY)),
        Sample.command(
            "reject_goods",
            new ReceivingCommand.RejectGoods(NORTH, SKU, BIN, TWELVE, no(), no(), no(), WHY)),
        Sample.command(
            "reject_goods.full",
            new ReceivingCommand.RejectGoods(
                NORTH,
                SKU,
                BIN,
                TWELVE,
                Optional.of(LOT),
                Optional.of(UNIT),
                Optional.of(Condition.HOLD),
                WHY)));
  }

  private static List<Sample<?>> putAways() {
    return List.of(
        Sample.command(
            "open_put_away",
            new PutAwayCommand.OpenPutAway(NORTH, SKU, DOCK, TWELVE, no(), no(), no())),
        Sample.command(
            "open_put_away.full",
            new PutAwayCommand.OpenPutAway(
                NORTH,
                SKU,
                DOCK,
                TWELVE,
                Optional.of(LOT),
                Optional.of(UNIT),
                Optional.of(Condition.QUARANTINE))),
        Sample.command("put_away", new PutAwayCommand.PutAway(NORTH, TASK, BIN, no())),
        Sample.command(
            "put_away.full", new PutAwayCommand.PutAway(NORTH, TASK, BIN, Optional.of(TWELVE))),
        Sample.command("put_unit_away", new PutAwayCommand.PutUnitAway(NORTH, UNIT, BIN, no())),
        Sample.command(
            "put_unit_away.full",
            new PutAwayCommand.PutUnitAway(NORTH, UNIT, BIN, Optional.of(WHY))),
        Sample.command(
            "redirect_put_away", new PutAwayCommand.RedirectPutAway(NORTH, TASK, BIN, no(), WHY)),
        Sample.command(
            "redirect_put_away.full",
            new PutAwayCommand.RedirectPutAway(NORTH, TASK, BIN, Optional.of(TWELVE), WHY)),
        Sample.command("direct_put_away", new PutAwayCommand.DirectPutAway(NORTH, TASK)),
        Sample.command("review_put_aways", new PutAwayCommand.ReviewPutAways(NORTH)));
  }

  private static List<Sample<?>> refusals() {
    return List.of(
        Sample.refusal("over_expected", new InboundRefusal.OverExpected(ORDER, SKU)),
        Sample.refusal("tracking_missing", new InboundRefusal.TrackingMissing(SKU, "lot")),
        Sample.refusal(
            "lot_too_old", new InboundRefusal.LotTooOld(SKU, "2026-11-20", "2026-11-21")),
        Sample.refusal("unit_not_announced", new InboundRefusal.UnitNotAnnounced(UNIT, no())),
        Sample.refusal(
            "unit_not_announced.full",
            new InboundRefusal.UnitNotAnnounced(
                UNIT, Optional.of(new Came(new Operator("ana"), Instant.EPOCH, BIN)))),
        Sample.refusal(
            "bin_refuses", new InboundRefusal.BinRefuses(BIN, SKU, "it is locked", 0, no())),
        Sample.refusal(
            "bin_refuses.full",
            new InboundRefusal.BinRefuses(
                BIN,
                SKU,
                "only 6 units more fit, 12 are needed",
                6,
                Optional.of(new LocationCode("A-01-03")))));
  }
}
