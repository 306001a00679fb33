package dev.stockwright.client.sync;

import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.List;

/// Somebody whom the server knows.
///
/// @param role `worker`, `receiver`, `counter`, `supervisor`, `admin` or `integration`
/// @param warehouses where they may work
public record SignedIn(
    Operator operator,
    String name,
    String role,
    List<WarehouseCode> warehouses,
    Instant expiresAt) {
  public SignedIn {
    warehouses = List.copyOf(warehouses);
  }

  /// May insist where a worker may not.
  public boolean supervisor() {
    return role.equals("supervisor") || role.equals("admin");
  }

  /// Counts, and must not be shown what the books say there is.
  public boolean countsBlind() {
    return role.equals("counter");
  }
}
