package dev.stockwright.server.stock;

/// Goods of one kind in one real place.
///
/// @param onHand base units, above 0
public record Pile(PileKey key, long onHand) {}
