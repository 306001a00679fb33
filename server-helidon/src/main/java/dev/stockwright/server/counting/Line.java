package dev.stockwright.server.counting;

import java.time.Instant;
import java.util.Set;

/// What came out for some goods of a bin.
///
/// @param productId 0: not a product that we know
/// @param seen the number at which `expected` was true
record Line(
    int productId,
    String code,
    Goods goods,
    long counted,
    long expected,
    long seen,
    Instant at,
    Set<String> counters,
    Cause cause) {
  long variance() {
    return counted - expected;
  }
}
