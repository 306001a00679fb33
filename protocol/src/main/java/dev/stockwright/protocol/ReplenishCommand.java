package dev.stockwright.protocol;

import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.util.List;

/// Filling up the bins that are picked from, out of the reserve.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = ReplenishCommand.SetPickFace.class, name = "set_pick_face")
@Json.SubType(type = ReplenishCommand.ReviewReplenishment.class, name = "review_replenishment")
@Json.SubType(type = ReplenishCommand.Replenish.class, name = "replenish")
public sealed interface ReplenishCommand extends WorkCommand {
  long UNITS_MAX = 1_000_000_000L;

  /// Where the bins are.
  WarehouseCode warehouse();

  @Override
  default List<WarehouseCode> warehouses() {
    return List.of(warehouse());
  }

  /// The product is picked from this bin, which is filled up to the maximum once it holds less than
  /// the minimum. A maximum of 0 ends that.
  @Json(naming = Json.Naming.LowerUnderscore)
  record SetPickFace(
      WarehouseCode warehouse, LocationCode location, Sku sku, long minimum, long maximum)
      implements ReplenishCommand {
    public SetPickFace {
      Required.field("warehouse", warehouse);
      Required.field("location", location);
      Required.field("sku", sku);
      if (minimum < 0 || maximum < minimum || maximum > UNITS_MAX) {
        throw new InvalidValue(
            "invalid_maximum",
            "minimum " + minimum + " and maximum " + maximum + " are not 0 to 1000000000 in order");
      }
    }
  }

  /// Tasks are made for all bins that hold less than their minimum.
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReviewReplenishment(WarehouseCode warehouse) implements ReplenishCommand {
    public ReviewReplenishment {
      Required.field("warehouse", warehouse);
    }
  }

  /// Goods were brought from the reserve to the bin, as the task says.
  ///
  /// @param quantity at most what the task says; with less it is done all the same
  @Json(naming = Json.Naming.LowerUnderscore)
  record Replenish(WarehouseCode warehouse, Reference task, Quantity quantity)
      implements ReplenishCommand {
    public Replenish {
      Required.field("warehouse", warehouse);
      Required.field("task", task);
      Required.field("quantity", quantity);
    }
  }
}
