package dev.stockwright.desktop.stock;

import java.time.Instant;

/// One movement as people read it.
///
/// @param n its number in the warehouse
/// @param what such as `Supplier to STAGE-2`, or with the product's name in the list of all
/// @param who person, device, reference
/// @param change with sign, of the warehouse's stock; for a move inside it the quantity
public record MovementLine(long n, Instant at, String what, String who, String change) {}
