package dev.stockwright.protocol;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.util.Optional;

/// Put the books right: a movement between `location` and LOST_AND_FOUND.
///
/// @param reason always present
/// @param quantityChange what is added (above 0) or taken away (below 0); never 0
/// @param location the bin; when absent, the receiving location gains, and losses are taken from
///     the bins that     hold the product, fullest first
@Json(naming = Json.Naming.LowerUnderscore)
public record AdjustStock(
    WarehouseCode warehouse,
    Sku sku,
    long quantityChange,
    Optional<ReasonCode> reason,
    Optional<LocationCode> location,
    Optional<LotCode> lot,
    Optional<HandlingUnit> handlingUnit,
    Optional<Condition> condition)
    implements StockCommand {
  public AdjustStock {
    reason = Required.orEmpty(reason);
    location = Required.orEmpty(location);
    lot = Required.orEmpty(lot);
    handlingUnit = Required.orEmpty(handlingUnit);
    condition = Required.orEmpty(condition);
    Required.field("warehouse", warehouse);
    Required.field("sku", sku);
    Required.field("reason", reason);
    if (reason.isEmpty()) {
      throw new InvalidValue("invalid_reason", "an adjustment needs a reason; give one");
    }
    if (quantityChange == 0 || Math.abs(quantityChange) > Quantity.MAX) {
      throw new InvalidValue(
          "invalid_quantity",
          "quantity change "
              + quantityChange
              + " is not a whole number other than 0 and at most 1000000000; give one that is");
    }
  }
}
