package dev.stockwright.protocol;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/// Taking goods out of bins for orders. Every scan is posted at once, from the bin to the picker's
/// cart; nothing waits for a confirmation at the end.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = PickingCommand.ReleaseToPick.class, name = "release_to_pick")
@Json.SubType(type = PickingCommand.CancelWave.class, name = "cancel_wave")
@Json.SubType(type = PickingCommand.PickStock.class, name = "pick_stock")
@Json.SubType(type = PickingCommand.ShortPick.class, name = "short_pick")
@Json.SubType(type = PickingCommand.SkipPick.class, name = "skip_pick")
@Json.SubType(type = PickingCommand.SwapPick.class, name = "swap_pick")
@Json.SubType(type = PickingCommand.ProposeSubstitute.class, name = "propose_substitute")
@Json.SubType(type = PickingCommand.DecideSubstitute.class, name = "decide_substitute")
@Json.SubType(type = PickingCommand.DropGoods.class, name = "drop_goods")
@Json.SubType(type = PickingCommand.PutBackGoods.class, name = "put_back_goods")
@Json.SubType(type = PickingCommand.ReviewPicks.class, name = "review_picks")
public sealed interface PickingCommand extends WorkCommand {
  int ORDERS_MAX = 1_000;

  /// Where the goods are.
  WarehouseCode warehouse();

  @Override
  default List<WarehouseCode> warehouses() {
    return List.of(warehouse());
  }

  /// These orders are picked now: it is decided what is taken from where, and tasks are made.
  ///
  /// @param number of the wave; one is made up when absent
  /// @param orders 1 to 1000 that are committed, each once
  /// @param method `single`, `batch`, `cluster` or `zone`; what is set for the warehouse when
  /// absent
  /// @param allocation `fefo`, `fifo`, `closest` or `fewest_stops`; the same
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReleaseToPick(
      WarehouseCode warehouse,
      Optional<Reference> number,
      @Filled List<Reference> orders,
      Optional<String> method,
      Optional<String> allocation)
      implements PickingCommand {
    public ReleaseToPick {
      Required.field("warehouse", warehouse);
      number = Required.orEmpty(number);
      orders = Required.orEmpty(orders);
      method = Required.orEmpty(method);
      allocation = Required.orEmpty(allocation);
      if (orders.isEmpty() || orders.size() > ORDERS_MAX) {
        throw new InvalidValue(
            "invalid_orders", "a wave has 1 to 1000 orders, this one has " + orders.size());
      }
      if (orders.stream().distinct().count() < orders.size()) {
        throw new InvalidValue("invalid_orders", "an order stands twice in the wave; name it once");
      }
    }
  }

  /// What of the wave was not picked is not picked any more; its orders are as before.
  @Json(naming = Json.Naming.LowerUnderscore)
  record CancelWave(WarehouseCode warehouse, Reference wave, ReasonCode reason)
      implements PickingCommand {
    public CancelWave {
      Required.field("warehouse", warehouse);
      Required.field("wave", wave);
      Required.field("reason", reason);
    }
  }

  /// Goods went from the bin to the cart. Where several orders of a batch want the same goods from
  /// the same bin, the quantity goes to them in turn.
  ///
  /// @param from the bin that was scanned, when it was
  /// @param lot the lot or serial number that was scanned, when it was
  /// @param sku the product that was scanned, when it was
  /// @param tote what the goods of the order are put into; its first pick fixes it
  @Json(naming = Json.Naming.LowerUnderscore)
  record PickStock(
      WarehouseCode warehouse,
      Reference pick,
      Quantity quantity,
      LocationCode cart,
      Optional<LocationCode> from,
      Optional<LotCode> lot,
      Optional<Sku> sku,
      Optional<HandlingUnit> tote)
      implements PickingCommand {
    public PickStock {
      Required.field("warehouse", warehouse);
      Required.field("pick", pick);
      Required.field("quantity", quantity);
      Required.field("cart", cart);
      from = Required.orEmpty(from);
      lot = Required.orEmpty(lot);
      sku = Required.orEmpty(sku);
      tote = Required.orEmpty(tote);
    }
  }

  /// What is still wanted is not there. The bin is looked at again, and the goods are taken from
  /// another bin, or promised later.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ShortPick(WarehouseCode warehouse, Reference pick, ReasonCode reason)
      implements PickingCommand {
    public ShortPick {
      Required.field("warehouse", warehouse);
      Required.field("pick", pick);
      Required.field("reason", reason);
    }
  }

  /// Not now: it comes last on this way.
  @Json(naming = Json.Naming.LowerUnderscore)
  record SkipPick(WarehouseCode warehouse, Reference pick, ReasonCode reason)
      implements PickingCommand {
    public SkipPick {
      Required.field("warehouse", warehouse);
      Required.field("pick", pick);
      Required.field("reason", reason);
    }
  }

  /// The same product from another bin, or of another lot, than was meant.
  @Json(naming = Json.Naming.LowerUnderscore)
  record SwapPick(
      WarehouseCode warehouse, Reference pick, Optional<LocationCode> from, Optional<LotCode> lot)
      implements PickingCommand {
    public SwapPick {
      Required.field("warehouse", warehouse);
      Required.field("pick", pick);
      from = Required.orEmpty(from);
      lot = Required.orEmpty(lot);
      if (from.isEmpty() && lot.isEmpty()) {
        throw new InvalidValue("missing_lot", "neither a lot nor a bin is named; add one");
      }
    }
  }

  /// Another product instead of what is still wanted; somebody else decides, unless the warehouse
  /// leaves it to the picker.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ProposeSubstitute(WarehouseCode warehouse, Reference pick, Sku substitute)
      implements PickingCommand {
    public ProposeSubstitute {
      Required.field("warehouse", warehouse);
      Required.field("pick", pick);
      Required.field("substitute", substitute);
    }
  }

  /// Whether the proposed product goes to the customer.
  @Json(naming = Json.Naming.LowerUnderscore)
  record DecideSubstitute(WarehouseCode warehouse, Reference pick, boolean approved)
      implements PickingCommand {
    public DecideSubstitute {
      Required.field("warehouse", warehouse);
      Required.field("pick", pick);
    }
  }

  /// What is on the cart, or in one tote on it, is brought to a packing or staging place.
  @Json(naming = Json.Naming.LowerUnderscore)
  record DropGoods(
      WarehouseCode warehouse, LocationCode cart, Optional<HandlingUnit> tote, LocationCode to)
      implements PickingCommand {
    public DropGoods {
      Required.field("warehouse", warehouse);
      Required.field("cart", cart);
      tote = Required.orEmpty(tote);
      Required.field("to", to);
    }
  }

  /// Goods of a cancelled order were brought back into a bin.
  @Json(naming = Json.Naming.LowerUnderscore)
  record PutBackGoods(WarehouseCode warehouse, Reference task, LocationCode to)
      implements PickingCommand {
    public PutBackGoods {
      Required.field("warehouse", warehouse);
      Required.field("task", task);
      Required.field("to", to);
    }
  }

  /// Picks whose goods are not in their bin any more, or may not be used any more, get others, and
  /// those that wait get what has come.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReviewPicks(WarehouseCode warehouse) implements PickingCommand {
    public ReviewPicks {
      Required.field("warehouse", warehouse);
    }
  }
}
