package dev.stockwright.server.ledger;

import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.watching.Limits;
import java.util.List;

/// What a desk knows of one product's stock in one warehouse since its last transaction there.
/// Immutable.
///
/// @param numbers those of [Shelf#numbers]
/// @param limits what raises an alert
/// @param place where the level's row stands
/// @param piles those in real places that are known
/// @param complete whether these are all that there are
/// @param unitCost what the product costs as a rule
record KnownShelf(
    long[] numbers,
    Limits limits,
    long place,
    List<KnownPile> piles,
    boolean complete,
    long unitCost) {
  /// A row of goods in a real place.
  ///
  /// @param place where the row stands, or [RowPlace#UNKNOWN]
  record KnownPile(PileKey key, long onHand, long place) {}
}
