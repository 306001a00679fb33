package dev.stockwright.server.ledger;

import dev.stockwright.server.stock.Posting;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import org.jspecify.annotations.Nullable;

/// What the goods of a movement cost. Owned by the transaction's thread.
final class Costing {
  private static final LocationCode SUPPLIER = VirtualLocation.SUPPLIER.code();
  private static final LocationCode IN_TRANSIT = VirtualLocation.IN_TRANSIT.code();

  private @Nullable OnTheWay onTheWay; // null: nothing was sent yet

  /// What has just left for another warehouse.
  private record OnTheWay(CommandId by, Sku sku, long cost) {}

  /// What one unit cost, or [Worth#UNKNOWN]; the value of the shelf is brought in line.
  ///
  /// @param before what was on hand before the goods moved
  long of(Posting posting, Shelf shelf, long before, CommandId by) {
    long cost = shelf.appraise(before, arrived(posting, shelf, by));
    if (posting.to().equals(IN_TRANSIT)) {
      onTheWay = new OnTheWay(by, posting.sku(), cost);
    }
    return cost;
  }

  /// What comes in costs what the posting says; what a transfer brings at once, what it cost where
  /// it left; what is bought, what it costs as a rule; anything else, what lies here already.
  private long arrived(Posting posting, Shelf shelf, CommandId by) {
    if (posting.unitCost().isPresent()) {
      return posting.unitCost().getAsLong();
    }
    if (posting.from().equals(SUPPLIER)) {
      return shelf.unitCost;
    }
    OnTheWay goods = onTheWay;
    return posting.from().equals(IN_TRANSIT)
            && goods != null
            && goods.by.equals(by)
            && goods.sku.equals(posting.sku())
        ? goods.cost
        : Worth.UNKNOWN;
  }
}
