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

  /// By hand, here and in other keys of the desk's maps: the compiler does not see through what a
  /// record with several fields brings, which took a seventh of the writers' time.
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof PileKey that
            && location.equals(that.location)
            && lot.equals(that.lot)
            && handlingUnit.equals(that.handlingUnit)
            && condition == that.condition
            && owner.equals(that.owner));
  }

  @Override
  public int hashCode() {
    int hash = 31 * location.hashCode() + lot.hashCode();
    return 31 * hash + handlingUnit.hashCode(); // the rest hardly ever differs
  }

  /// The same goods somewhere else.
  public PileKey at(LocationCode other) {
    return new PileKey(other, lot, handlingUnit, condition, owner);
  }
}
