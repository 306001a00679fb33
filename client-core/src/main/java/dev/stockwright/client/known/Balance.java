package dev.stockwright.client.known;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Sku;
import java.time.LocalDate;
import java.util.Optional;

/// Goods in one place.
///
/// @param owner whose they are; empty: ours
/// @param units in base units, above 0
/// @param expiry of the lot, where this device has heard of it
public record Balance(
    Sku sku,
    LocationCode location,
    Optional<LotCode> lot,
    Optional<HandlingUnit> unit,
    Condition condition,
    String owner,
    long units,
    Optional<LocalDate> expiry) {}
