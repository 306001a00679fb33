package dev.stockwright.client.known;

import dev.stockwright.vocabulary.Sku;

/// What we keep.
///
/// @param unit the base unit in which quantities count, such as `each` or `gram`
/// @param active false: it is not dealt in any more
public record Product(
    Sku sku,
    String name,
    String unit,
    String category,
    boolean lotTracked,
    boolean serialTracked,
    boolean expiryTracked,
    boolean active) {

  /// A product of which only this is known.
  public Product(Sku sku, String name, String unit, boolean lotTracked, boolean serialTracked) {
    this(sku, name, unit, "", lotTracked, serialTracked, false, true);
  }
}
