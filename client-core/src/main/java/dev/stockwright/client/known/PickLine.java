package dev.stockwright.client.known;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.Optional;

/// Goods that are to be picked.
///
/// @param task whose way it is on; absent: nobody's yet
/// @param location absent: it waits for goods
/// @param tote what the goods of its order go into
/// @param state `open` or `waiting`
/// @param stop its place on the way
/// @param trouble why it cannot be done as it stands
public record PickLine(
    Reference number,
    Optional<Reference> task,
    String wave,
    String order,
    Sku sku,
    String name,
    Optional<LocationCode> location,
    Optional<LotCode> lot,
    Optional<HandlingUnit> unit,
    Optional<HandlingUnit> tote,
    long quantity,
    long picked,
    String state,
    int stop,
    boolean skipped,
    Optional<String> trouble) {
  public long left() {
    return Math.max(0, quantity - picked);
  }

  public PickLine plus(long units) {
    return new PickLine(
        number,
        task,
        wave,
        order,
        sku,
        name,
        location,
        lot,
        unit,
        tote,
        quantity,
        picked + units,
        state,
        stop,
        skipped,
        trouble);
  }
}
