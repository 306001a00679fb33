package dev.stockwright.client.known;

import dev.stockwright.vocabulary.Sku;

/// What we keep.
///
/// @param unit the base unit in which quantities count, such as `each` or `gram`
public record Product(
    Sku sku, String name, String unit, boolean lotTracked, boolean serialTracked) {}
