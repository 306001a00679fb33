package dev.stockwright.server.catalogue;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.WarehouseCode;

/// A warehouse with its number in the database.
public record Site(int id, WarehouseCode code, LocationCode receivingLocation) {}
