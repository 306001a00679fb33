package dev.stockwright.server.picking;

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

/// Movements of an order's goods. Goods that change their handling unit leave the old one for
/// IN_TRANSIT and come from there into the new one, because a movement is of one handling unit.
public final class Repack {
  private Repack() {}

  /// What moves, for whom.
  ///
  /// @param goods as they lie now
  public record Load(
      WarehouseCode warehouse, Sku sku, PileKey goods, long quantity, Reference order) {}

  /// To another place, in the same handling unit or loose as it is.
  public static Step move(Load load, LocationCode to, ReasonCode reason) {
    return step(load, load.goods(), to, reason);
  }

  /// To a place, there in this handling unit; empty: loose. Nothing when it is there already.
  public static List<Step> move(Load load, LocationCode to, String unit, ReasonCode reason) {
    PileKey goods = load.goods();
    if (goods.handlingUnit().equals(unit)) {
      return goods.location().equals(to) ? List.of() : List.of(move(load, to, reason));
    }
    LocationCode way = VirtualLocation.IN_TRANSIT.code();
    PileKey packed = new PileKey(way, goods.lot(), unit, goods.condition(), goods.owner());
    return List.of(step(load, goods, way, reason), step(load, packed, to, reason));
  }

  private static Step step(Load load, PileKey goods, LocationCode to, ReasonCode reason) {
    return new Step.Move(
        new Posting(
            load.warehouse(),
            load.sku(),
            goods,
            to,
            load.quantity(),
            reason,
            Optional.of(load.order()),
            Optional.empty(),
            Decision.REVERSES_NOTHING));
  }
}
