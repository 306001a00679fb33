package dev.stockwright.protocol;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.util.Optional;

/// Transfer at once between two warehouses: bin -> IN_TRANSIT -> bin in one transaction, all or
// nothing.
@Json(naming = Json.Naming.LowerUnderscore)
public record TransferStock(
    WarehouseCode fromWarehouse,
    WarehouseCode toWarehouse,
    Sku sku,
    Quantity quantity,
    Optional<LocationCode> fromLocation,
    Optional<LocationCode> toLocation,
    Optional<LotCode> lot,
    Optional<Reference> reference,
    Optional<ReasonCode> reason)
    implements StockCommand {
  public TransferStock {
    fromLocation = Required.orEmpty(fromLocation);
    toLocation = Required.orEmpty(toLocation);
    lot = Required.orEmpty(lot);
    reference = Required.orEmpty(reference);
    reason = Required.orEmpty(reason);
    Required.field("from_warehouse", fromWarehouse);
    Required.field("to_warehouse", toWarehouse);
    Required.field("sku", sku);
    Required.field("quantity", quantity);
  }
}
