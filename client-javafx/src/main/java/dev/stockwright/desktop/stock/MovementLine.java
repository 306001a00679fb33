package dev.stockwright.desktop.stock;

import java.time.Instant;
import java.util.Comparator;

/// One movement as people read it.
///
/// @param warehouse where, in a list of several warehouses; else empty
/// @param n its number in the warehouse
/// @param what such as `Supplier to STAGE-2`, or with the product's name in the list of all
/// @param who person, device, reference
/// @param change with sign, of the warehouse's stock; for a move inside it the quantity
public record MovementLine(
    String warehouse, long n, Instant at, String what, String who, String change) {
  /// The newest first: in one warehouse its numbers say which, among several the time.
  static final Comparator<MovementLine> NEWEST_FIRST =
      Comparator.comparing(
              (MovementLine line) -> line.warehouse().isEmpty() ? Instant.EPOCH : line.at())
          .thenComparing(MovementLine::warehouse, Comparator.reverseOrder())
          .thenComparingLong(MovementLine::n)
          .reversed();

  /// In a list of one warehouse.
  public MovementLine(long n, Instant at, String what, String who, String change) {
    this("", n, at, what, who, change);
  }

  boolean newerThan(MovementLine other) {
    return NEWEST_FIRST.compare(this, other) < 0;
  }
}
