package dev.stockwright.server.catalogue;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.WarehouseCode;

/// The full name of a location.
public record Place(WarehouseCode warehouse, LocationCode location) {}
