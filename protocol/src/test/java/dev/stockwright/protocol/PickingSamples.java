package dev.stockwright.protocol;

import dev.stockwright.protocol.WireSamples.Sample;
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

/// Samples of picking, replenishing, packing and shipping.
final class PickingSamples {
  private static final WarehouseCode NORTH = new WarehouseCode("NORTH");
  private static final Reference PICK = new Reference("P-31");
  private static final Reference TASK = new Reference("T-17");
  private static final Reference ORDER = new Reference("SO-7001");
  private static final Reference SHIPMENT = new Reference("SH-4");
  private static final ReasonCode REASON = new ReasonCode("empty");
  private static final Quantity SIX = new Quantity(6);
  private static final Sku SKU = new Sku("HM-0500");
  private static final LocationCode CART = new LocationCode("CART-1");
  private static final LocationCode BIN = new LocationCode("A-01-02");
  private static final LocationCode BENCH = new LocationCode("PACK-1");
  private static final LocationCode DOCK = new LocationCode("DOCK-1");
  private static final LotCode LOT = new LotCode("L42");
  private static final HandlingUnit TOTE = new HandlingUnit("TOTE-8");
  private static final HandlingUnit UNIT = new HandlingUnit("00340123450000000018");

  private PickingSamples() {}

  static List<Sample<?>> all() {
    return Stream.of(picking(), replenishing(), shipping(), refusals())
        .<Sample<?>>flatMap(List::stream)
        .toList();
  }

  private static List<Sample<?>> picking() {
    return List.of(
        Sample.command(
            "release_to_pick",
            new PickingCommand.ReleaseToPick(
                NORTH, Optional.empty(), List.of(ORDER), Optional.empty(), Optional.empty())),
        Sample.command(
            "release_to_pick.full",
            new PickingCommand.ReleaseToPick(
                NORTH,
                Optional.of(new Reference("WV-5")),
                List.of(ORDER, new Reference("SO-7002")),
                Optional.of("cluster"),
                Optional.of("fefo"))),
        Sample.command(
            "cancel_wave",
            new PickingCommand.CancelWave(NORTH, new Reference("WV-5"), new ReasonCode("other"))),
        Sample.command(
            "pick_stock",
            new PickingCommand.PickStock(
                NORTH,
                PICK,
                SIX,
                CART,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        Sample.command(
            "pick_stock.full",
            new PickingCommand.PickStock(
                NORTH,
                PICK,
                SIX,
                CART,
                Optional.of(BIN),
                Optional.of(LOT),
                Optional.of(SKU),
                Optional.of(TOTE))),
        Sample.command("short_pick", new PickingCommand.ShortPick(NORTH, PICK, REASON)),
        Sample.command("skip_pick", new PickingCommand.SkipPick(NORTH, PICK, REASON)),
        Sample.command(
            "swap_pick",
            new PickingCommand.SwapPick(NORTH, PICK, Optional.empty(), Optional.of(LOT))),
        Sample.command(
            "swap_pick.full",
            new PickingCommand.SwapPick(NORTH, PICK, Optional.of(BIN), Optional.of(LOT))),
        Sample.command(
            "swap_pick.bin",
            new PickingCommand.SwapPick(NORTH, PICK, Optional.of(BIN), Optional.empty())),
        Sample.command(
            "propose_substitute", new PickingCommand.ProposeSubstitute(NORTH, PICK, SKU)),
        Sample.command("decide_substitute", new PickingCommand.DecideSubstitute(NORTH, PICK, true)),
        Sample.command(
            "drop_goods", new PickingCommand.DropGoods(NORTH, CART, Optional.empty(), BENCH)),
        Sample.command(
            "drop_goods.full", new PickingCommand.DropGoods(NORTH, CART, Optional.of(TOTE), BENCH)),
        Sample.command("put_back_goods", new PickingCommand.PutBackGoods(NORTH, TASK, BIN)),
        Sample.command("review_picks", new PickingCommand.ReviewPicks(NORTH)));
  }

  private static List<Sample<?>> replenishing() {
    return List.of(
        Sample.command("set_pick_face", new ReplenishCommand.SetPickFace(NORTH, BIN, SKU, 5, 40)),
        Sample.command("review_replenishment", new ReplenishCommand.ReviewReplenishment(NORTH)),
        Sample.command("replenish", new ReplenishCommand.Replenish(NORTH, TASK, SIX)));
  }

  private static List<Sample<?>> shipping() {
    return List.of(
        Sample.command(
            "pack_goods",
            new ShippingCommand.PackGoods(
                NORTH, ORDER, SKU, SIX, BENCH, Optional.empty(), Optional.empty())),
        Sample.command(
            "pack_goods.full",
            new ShippingCommand.PackGoods(
                NORTH, ORDER, SKU, SIX, BENCH, Optional.of(LOT), Optional.of(UNIT))),
        Sample.command(
            "pack_order", new ShippingCommand.PackOrder(NORTH, ORDER, BENCH, Optional.empty())),
        Sample.command(
            "pack_order.full",
            new ShippingCommand.PackOrder(NORTH, ORDER, BENCH, Optional.of(UNIT))),
        Sample.command("close_package", new ShippingCommand.ClosePackage(NORTH, UNIT, 1250)),
        Sample.command(
            "open_shipment",
            new ShippingCommand.OpenShipment(NORTH, Optional.empty(), DOCK, Optional.empty())),
        Sample.command(
            "open_shipment.full",
            new ShippingCommand.OpenShipment(
                NORTH, Optional.of(SHIPMENT), DOCK, Optional.of("Fast Freight"))),
        Sample.command("load_package", new ShippingCommand.LoadPackage(NORTH, SHIPMENT, UNIT)),
        Sample.command("unload_package", new ShippingCommand.UnloadPackage(NORTH, UNIT, BENCH)),
        Sample.command("unpack_package", new ShippingCommand.UnpackPackage(NORTH, UNIT)),
        Sample.command("ship_goods", new ShippingCommand.ShipGoods(NORTH, SHIPMENT)),
        Sample.command("cancel_shipment", new ShippingCommand.CancelShipment(NORTH, SHIPMENT)));
  }

  private static List<Sample<?>> refusals() {
    return List.of(
        Sample.refusal(
            "not_pickable",
            new PickingRefusal.NotPickable(SKU, BIN, "lot L42 expired on 2026-11-19")),
        Sample.refusal("tote_taken", new PickingRefusal.ToteTaken(TOTE, ORDER)),
        Sample.refusal("nothing_there", new PickingRefusal.NothingThere(CART, "picked goods")),
        Sample.refusal("no_substitutes", new PickingRefusal.NoSubstitutes(SKU)));
  }
}
