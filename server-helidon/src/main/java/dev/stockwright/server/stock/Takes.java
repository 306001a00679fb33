package dev.stockwright.server.stock;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Chooses the piles that goods are taken from when nobody names them.
public final class Takes {
  private Takes() {}

  /// Which piles may be taken from; what is absent may be anything.
  public record Goods(
      Condition condition,
      Optional<LocationCode> location,
      Optional<String> lot,
      Optional<String> handlingUnit) {
    boolean fits(PileKey key) {
      return key.condition() == condition
          && location.map(key.location()::equals).orElse(true)
          && lot.map(key.lot()::equals).orElse(true)
          && handlingUnit.map(key.handlingUnit()::equals).orElse(true);
    }
  }

  /// Parts of piles that together make `wanted`, fullest pile first; fewer when there is not
  /// enough that belongs to no document.
  public static List<Pile> from(
      Stock stock, WarehouseCode warehouse, Sku sku, long wanted, Goods goods) {
    List<Pile> taken = new ArrayList<>();
    long left = wanted;
    for (Pile pile : stock.piles(warehouse, sku)) {
      if (left > 0 && goods.fits(pile.key())) {
        long free = stock.documents().free(warehouse, sku, pile.key(), pile.onHand());
        long part = Math.min(left, free);
        if (part > 0) {
          taken.add(new Pile(pile.key(), part));
          left -= part;
        }
      }
    }
    return taken;
  }

  /// How much the parts are together.
  public static long sum(List<Pile> parts) {
    return parts.stream().mapToLong(Pile::onHand).sum();
  }
}
