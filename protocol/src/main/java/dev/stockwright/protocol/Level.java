package dev.stockwright.protocol;

import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.time.Instant;

/// The stock of one product in one warehouse.
///
/// @param quantity on hand, in any condition
/// @param reserved promised to orders
/// @param blocked on hand that may not be used (quarantine, damaged, hold)
/// @param available `quantity - reserved - blocked`
/// @param n the event of the warehouse that this is the state after
@Json(naming = Json.Naming.LowerUnderscore)
public record Level(
    Sku sku,
    WarehouseCode warehouse,
    long quantity,
    long reserved,
    long blocked,
    long available,
    Instant lastUpdated,
    long n) {}
