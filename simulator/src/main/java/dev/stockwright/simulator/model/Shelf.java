package dev.stockwright.simulator.model;

import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;

/// A product in a warehouse.
public record Shelf(WarehouseCode warehouse, Sku sku) {}
