package dev.stockwright.server.ledger;

/// Something in the ledger that is not as it must be.
///
/// @param what stable, such as `gap`, `hash`, `level`, `balance`, `reserved`, `counter`
/// @param n the first event at which it shows; 0 when it belongs to no event
public record Finding(String what, String warehouse, long n, String detail) {
  @Override
  public String toString() {
    return warehouse + " " + what + (n > 0 ? " at event " + n : "") + ": " + detail;
  }
}
