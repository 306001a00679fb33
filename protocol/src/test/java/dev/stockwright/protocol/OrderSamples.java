package dev.stockwright.protocol;

import dev.stockwright.protocol.WireSamples.Sample;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Samples of orders and tills.
final class OrderSamples {
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final Reference ORDER = new Reference("SO-7001");
  private static final Reference ENTRY = new Reference("815");
  private static final Sku SKU = new Sku("HM-0500");
  private static final Instant DAY = Instant.parse("2026-11-24T16:00:00Z");
  private static final Instant SOLD = Instant.parse("2026-11-20T09:59:58Z");
  private static final OrderCommand.Line LINE = new OrderCommand.Line(SKU, new Quantity(3));
  private static final ReasonCode REASON = new ReasonCode("unwanted");

  private OrderSamples() {}

  static List<Sample<?>> all() {
    return List.of(orders(), tills(), refusals()).stream().flatMap(List::stream).toList();
  }

  private static List<Sample<?>> orders() {
    return List.of(
        Sample.command(
            "place_order",
            new OrderCommand.PlaceOrder(
                NORTH,
                ORDER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(LINE),
                Optional.empty(),
                Optional.empty(),
                0,
                false,
                false,
                List.of())),
        Sample.command(
            "place_order.full",
            new OrderCommand.PlaceOrder(
                NORTH,
                ORDER,
                Optional.of(OrderType.CART),
                Optional.of(new Reference("C-12")),
                Optional.of("Halvorsen"),
                List.of(LINE, new OrderCommand.Line(new Sku("RP-10"), new Quantity(20))),
                Optional.of(10),
                Optional.of(DAY),
                600,
                true,
                true,
                List.of(new OrderCommand.Attribute("channel", "web")))),
        Sample.command("renew_order", new OrderCommand.RenewOrder(NORTH, ORDER, 900)),
        Sample.command("confirm_order", new OrderCommand.ConfirmOrder(NORTH, ORDER)),
        Sample.command("release_order", new OrderCommand.ReleaseOrder(NORTH, ORDER)),
        Sample.command(
            "change_order",
            new OrderCommand.ChangeOrder(
                NORTH,
                ORDER,
                Optional.empty(),
                Optional.empty(),
                List.of(LINE),
                false,
                Optional.empty())),
        Sample.command(
            "change_order.full",
            new OrderCommand.ChangeOrder(
                NORTH,
                ORDER,
                Optional.of(20),
                Optional.of(DAY),
                List.of(LINE),
                true,
                Optional.of(4L))),
        Sample.command("fill_order", new OrderCommand.FillOrder(NORTH, ORDER)),
        Sample.command("cancel_order", new OrderCommand.CancelOrder(NORTH, ORDER, REASON)),
        Sample.command("tidy_orders", new OrderCommand.TidyOrders(NORTH)));
  }

  private static List<Sample<?>> tills() {
    return List.of(
        Sample.command(
            "post_till_batch",
            new TillCommand.PostTillBatch(
                NORTH,
                new Reference("B-31"),
                List.of(
                    new TillCommand.Entry(
                        new Reference("T1"),
                        new Reference("4711-2"),
                        "sale",
                        "05901234123457",
                        2,
                        SOLD,
                        Optional.empty(),
                        Optional.empty())))),
        Sample.command(
            "post_till_batch.full",
            new TillCommand.PostTillBatch(
                NORTH,
                new Reference("B-31"),
                List.of(
                    new TillCommand.Entry(
                        new Reference("T1"),
                        new Reference("4711-3"),
                        "return",
                        "HM-0500",
                        1,
                        SOLD,
                        Optional.of(ORDER),
                        Optional.of("damaged"))))),
        Sample.command("retry_till_entries", new TillCommand.RetryTillEntries(NORTH)),
        Sample.command(
            "correct_till_entry", new TillCommand.CorrectTillEntry(NORTH, ENTRY, SKU, 12)),
        Sample.command("cover_till_entry", new TillCommand.CoverTillEntry(NORTH, ENTRY)),
        Sample.command(
            "dismiss_till_entry", new TillCommand.DismissTillEntry(NORTH, ENTRY, REASON)));
  }

  private static List<Sample<?>> refusals() {
    return List.of(
        Sample.refusal(
            "order_short",
            new OrderRefusal.OrderShort(
                ORDER,
                List.of(
                    new OrderRefusal.Missing(SKU, 5, 3),
                    new OrderRefusal.Missing(new Sku("RP-10"), 20, 0)))),
        Sample.refusal("order_changed", new OrderRefusal.OrderChanged(ORDER, 2, 4)));
  }
}
