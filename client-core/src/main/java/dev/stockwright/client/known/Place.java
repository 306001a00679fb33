package dev.stockwright.client.known;

import dev.stockwright.vocabulary.LocationCode;

/// A place in the warehouse.
///
/// @param kind `bin`, `dock` or `staging`
public record Place(LocationCode code, String zone, String kind) {}
