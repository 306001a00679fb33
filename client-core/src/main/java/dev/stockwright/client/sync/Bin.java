package dev.stockwright.client.sync;

import dev.stockwright.vocabulary.LocationCode;

/// Goods of one product in one location.
///
/// @param lot and `handlingUnit`: empty when the goods have none
/// @param condition such as `available` or `quarantine`
/// @param quantity on hand there
public record Bin(
    LocationCode location, String lot, String handlingUnit, String condition, long quantity) {}
