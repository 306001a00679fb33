package dev.stockwright.protocol;

import dev.stockwright.protocol.WireSamples.Sample;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Samples of what is refused because it belongs to a document.
final class GuardSamples {
  private static final Reference ORDER = new Reference("SO-7001");
  private static final Sku SKU = new Sku("HM-0500");

  private GuardSamples() {}

  static List<Sample<?>> all() {
    return List.of(
        Sample.refusal(
            "undo_by_document",
            new GuardRefusal.UndoByDocument(
                WorkSamples.ID,
                DocumentKind.RECEIPT,
                new Reference("RC-12"),
                "open",
                "take_back_line")),
        builtOn(),
        splits(),
        Sample.refusal(
            "promise_of_document",
            new GuardRefusal.PromiseOfDocument(
                DocumentKind.ORDER, ORDER, "picking", "cancel_order")),
        Sample.refusal(
            "task_of_document",
            new GuardRefusal.TaskOfDocument(
                WorkSamples.TASK,
                DocumentKind.WAVE,
                new Reference("WV-3"),
                "picking",
                "cancel_wave")),
        Sample.refusal(
            "goods_of_document",
            new GuardRefusal.GoodsOfDocument(
                SKU,
                Optional.of(new LocationCode("CART-1")),
                5,
                2,
                DocumentKind.ORDER,
                ORDER,
                "picking",
                "drop_goods or cancel_order")),
        Sample.refusal(
            "goods_of_document.announced",
            new GuardRefusal.GoodsOfDocument(
                SKU,
                Optional.empty(),
                5,
                0,
                DocumentKind.ASN,
                new Reference("ASN-4"),
                "announced",
                "start_receipt and receive_line")),
        Sample.refusal(
            "unit_of_document",
            new GuardRefusal.UnitOfDocument(
                new HandlingUnit("340123450000000017"),
                DocumentKind.TRANSFER,
                new Reference("TR-9"),
                "in_transit",
                "receive_transfer")),
        Sample.refusal(
            "too_few_untold",
            new GuardRefusal.TooFewUntold(WorkSamples.NORTH, SKU, Optional.empty(), 5)),
        Sample.refusal(
            "too_few_untold.full",
            new GuardRefusal.TooFewUntold(
                WorkSamples.NORTH, SKU, Optional.of(new LocationCode("A-01-02")), 5)),
        Sample.refusal(
            "approval_needed",
            new GuardRefusal.ApprovalNeeded(
                WorkSamples.NORTH, SKU, "25 units of at most 20", "20 units")));
  }

  private static Sample<?> splits() {
    return Sample.refusal(
        "undo_splits_unit",
        new GuardRefusal.UndoSplitsUnit(
            WorkSamples.ID,
            new HandlingUnit("PAL-7"),
            new LocationCode("A-01-02"),
            new LocationCode("DOCK")));
  }

  private static Sample<?> builtOn() {
    return Sample.refusal(
        "undo_built_on",
        new GuardRefusal.UndoBuiltOn(
            WorkSamples.ID,
            SKU,
            new LocationCode("A-01-02"),
            new Operator("ana"),
            Instant.parse("2026-11-21T10:41:07Z")));
  }
}
