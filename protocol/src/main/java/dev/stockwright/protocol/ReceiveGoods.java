package dev.stockwright.protocol;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Optional;

/// Take goods in: SUPPLIER -> `location`.
///
/// @param location the staging area or bin; the warehouse's own receiving location when absent
/// @param purchaseOrder the purchase order they came for; absent for a blind receipt
/// @param serial one single piece; the quantity is then 1
@Json(naming = Json.Naming.LowerUnderscore)
public record ReceiveGoods(
    WarehouseCode warehouse,
    Sku sku,
    Quantity quantity,
    Optional<LocationCode> location,
    Optional<LotCode> lot,
    Optional<LocalDate> expiry,
    Optional<SerialNumber> serial,
    Optional<HandlingUnit> handlingUnit,
    Optional<Condition> condition,
    Optional<Reference> purchaseOrder,
    Optional<ReasonCode> reason)
    implements StockCommand {
  public ReceiveGoods {
    location = Required.orEmpty(location);
    lot = Required.orEmpty(lot);
    expiry = Required.orEmpty(expiry);
    serial = Required.orEmpty(serial);
    handlingUnit = Required.orEmpty(handlingUnit);
    condition = Required.orEmpty(condition);
    purchaseOrder = Required.orEmpty(purchaseOrder);
    reason = Required.orEmpty(reason);
    Required.field("warehouse", warehouse);
    Required.field("sku", sku);
    Required.field("quantity", quantity);
  }
}
