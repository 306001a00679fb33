package dev.stockwright.server.ledger;

import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;

/// A product in a warehouse: what is locked.
public record ShelfKey(WarehouseCode warehouse, Sku sku) {}
