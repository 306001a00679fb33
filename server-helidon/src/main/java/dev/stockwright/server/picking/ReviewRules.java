package dev.stockwright.server.picking;

import dev.stockwright.server.stock.PileKey;
import dev.stockwright.vocabulary.Sku;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which picks cannot be done as they stand, because the goods have gone or may not be used any
/// more. Pure.
final class ReviewRules {
  private ReviewRules() {}

  private record Goods(Sku sku, PileKey key) {}

  /// How many units of which open picks are not there. What is urgent, and then what was given
  /// first, keeps what there is.
  static Map<PickLine, Long> lost(
      List<PickLine> open, Map<Sku, List<Spot>> spots, LocalDate today) {
    Map<Goods, Long> there = new HashMap<>();
    spots.forEach(
        (sku, all) ->
            all.stream()
                .filter(spot -> spot.obstacle(today).isEmpty() && !spot.place().doubted())
                .forEach(spot -> there.put(new Goods(sku, spot.key()), spot.onHand())));
    Map<PickLine, Long> lost = new LinkedHashMap<>();
    open.stream()
        .filter(PickLine::open)
        .sorted(Comparator.comparingInt(PickLine::priority).thenComparingLong(PickLine::id))
        .forEach(
            pick -> {
              Goods goods = new Goods(pick.sku(), pick.goods().orElseThrow());
              long left = there.getOrDefault(goods, 0L);
              long kept = Math.min(left, pick.left());
              there.put(goods, left - kept);
              if (kept < pick.left()) {
                lost.put(pick, pick.left() - kept);
              }
            });
    return lost;
  }
}
