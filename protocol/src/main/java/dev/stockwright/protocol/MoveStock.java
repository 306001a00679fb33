package dev.stockwright.protocol;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.util.Optional;

/// Move goods from one bin to another in one warehouse. A lot, handling unit or condition that is
/// absent means "without lot", "loose" and "available".
@Json(naming = Json.Naming.LowerUnderscore)
public record MoveStock(
    WarehouseCode warehouse,
    Sku sku,
    Quantity quantity,
    LocationCode from,
    LocationCode to,
    Optional<LotCode> lot,
    Optional<HandlingUnit> handlingUnit,
    Optional<Condition> condition,
    Optional<ReasonCode> reason)
    implements StockCommand {
  public MoveStock {
    lot = Required.orEmpty(lot);
    handlingUnit = Required.orEmpty(handlingUnit);
    condition = Required.orEmpty(condition);
    reason = Required.orEmpty(reason);
    Required.field("warehouse", warehouse);
    Required.field("sku", sku);
    Required.field("quantity", quantity);
    Required.field("from", from);
    Required.field("to", to);
  }
}
