package dev.stockwright.server.stock;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;

/// The rest of a balance's key under one warehouse and product. An empty text means "none".
///
/// @param lot the lot, or the serial number of goods kept by piece
public record PileKey(
    LocationCode location, String lot, String handlingUnit, Condition condition, String owner) {
  /// Just goods: no lot, no handling unit, nobody else's, and free to be used.
  public boolean plain() {
    return condition == Condition.AVAILABLE
        && lot.isEmpty()
        && handlingUnit.isEmpty()
        && owner.isEmpty();
  }

  /// The same goods somewhere else.
  public PileKey at(LocationCode other) {
    return new PileKey(other, lot, handlingUnit, condition, owner);
  }
}
