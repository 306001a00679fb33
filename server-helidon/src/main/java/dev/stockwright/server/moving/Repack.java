package dev.stockwright.server.moving;

import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Step;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;

/// Goods that change their place and perhaps their handling unit.
///
/// @param goods what is taken, and from where
/// @param onto the handling unit that they are in afterwards; empty: loose
public record Repack(
    WarehouseCode warehouse,
    Sku sku,
    PileKey goods,
    LocationCode to,
    String onto,
    long quantity,
    ReasonCode reason,
    Optional<Reference> reference) {
  /// The movements. A movement knows one handling unit only, so goods that change theirs pass
  /// through IN_TRANSIT, whose balance is the same afterwards.
  public List<Step> steps() {
    if (goods.handlingUnit().equals(onto)) {
      return goods.location().equals(to) ? List.of() : List.of(move(goods, to));
    }
    LocationCode between = VirtualLocation.IN_TRANSIT.code();
    PileKey packed = new PileKey(between, goods.lot(), onto, goods.condition(), goods.owner());
    return List.of(move(goods, between), move(packed, to));
  }

  private Step move(PileKey what, LocationCode where) {
    return new Step.Move(
        new Posting(
            warehouse,
            sku,
            what,
            where,
            quantity,
            reason,
            reference,
            Optional.empty(),
            Decision.REVERSES_NOTHING));
  }
}
