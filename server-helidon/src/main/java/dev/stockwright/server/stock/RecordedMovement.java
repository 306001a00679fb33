package dev.stockwright.server.stock;

import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Optional;

/// A movement of the past, as undoing needs it.
public record RecordedMovement(
    WarehouseCode warehouse,
    long n,
    Sku sku,
    PileKey goods,
    LocationCode to,
    long quantity,
    ReasonCode reason,
    Optional<Reference> reference,
    boolean reversed) {
  /// The same, after it was reversed.
  public RecordedMovement undone() {
    return new RecordedMovement(warehouse, n, sku, goods, to, quantity, reason, reference, true);
  }

  /// Where the goods lie since, and how.
  public PileKey target() {
    return goods.at(to);
  }
}
