package dev.stockwright.simulator.model;

/// A promise of the ledger that does not hold.
///
/// @param invariant its name, such as `I-1`
/// @param where warehouse, product, device or command
/// @param n the first event number at which it shows; 0 when it has none
public record Violation(String invariant, String where, long n, String detail) {
  @Override
  public String toString() {
    return invariant + " " + where + (n == 0 ? "" : " at " + n) + ": " + detail;
  }
}
