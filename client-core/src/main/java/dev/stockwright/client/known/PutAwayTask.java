package dev.stockwright.client.known;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;

/// Goods that wait to be put away.
///
/// @param to the bin that was named for them, and `why`; absent: none was found
/// @param sku absent: everything on the handling unit
/// @param done how many units have been put away
/// @param others bins that would take them as well, the best first, when the server was asked
public record PutAwayTask(
    Reference number,
    int priority,
    LocationCode place,
    Optional<LocationCode> to,
    List<String> why,
    Optional<Sku> sku,
    long quantity,
    long done,
    Optional<LotCode> lot,
    Optional<HandlingUnit> unit,
    Condition condition,
    Optional<String> forOrder,
    Optional<Operator> heldBy,
    List<OtherBin> others) {
  public PutAwayTask {
    why = List.copyOf(why);
    others = List.copyOf(others);
  }

  /// A bin that takes the goods or some of them.
  public record OtherBin(LocationCode location, String zone, long fits, List<String> why) {
    public OtherBin {
      why = List.copyOf(why);
    }
  }

  public long left() {
    return Math.max(0, quantity - done);
  }

  public PutAwayTask plus(long units) {
    return new PutAwayTask(
        number,
        priority,
        place,
        to,
        why,
        sku,
        quantity,
        done + units,
        lot,
        unit,
        condition,
        forOrder,
        heldBy,
        others);
  }
}
