package dev.stockwright.server.picking;

import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.PickingRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Sku;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Judges whether other goods of the same product may be taken than were meant. Goods that another
/// pick was to take may be exchanged for ours, when both want the same quantity. Pure.
sealed interface Swap {
  /// These goods are taken; the other pick, when there is one, takes ours.
  record Takes(PileKey goods, Optional<PickLine> other) implements Swap {}

  record Refused(Refusal why) implements Swap {}

  /// The same goods of another lot.
  static PileKey lot(PileKey goods, String lot) {
    return new PileKey(
        goods.location(), lot, goods.handlingUnit(), goods.condition(), goods.owner());
  }

  /// Takes, or why not.
  ///
  /// @param spots of the product
  /// @param picks the open ones of a product at some goods
  static Swap decide(
      PickingCommand.SwapPick command,
      PickLine pick,
      List<Spot> spots,
      BiFunction<Sku, PileKey, List<PickLine>> picks,
      LocalDate today) {
    PileKey meant = pick.goods().orElseThrow();
    LocationCode bin = command.from().orElse(meant.location());
    List<Spot> there =
        spots.stream()
            .filter(spot -> spot.location().equals(bin) && !spot.key().equals(meant))
            .filter(
                spot -> command.lot().map(LotCode::code).map(spot.key().lot()::equals).orElse(true))
            .toList();
    if (there.isEmpty()) {
      String wanted = command.lot().map(lot -> "lot " + lot).orElse("other goods");
      return new Refused(
          new DocumentRefusal.Mismatch(
              "goods", "goods of " + pick.sku() + " in " + bin, wanted + ", none of it is there"));
    }
    Optional<Spot> good =
        there.stream()
            .filter(spot -> spot.obstacle(today).isEmpty())
            .max(java.util.Comparator.comparingLong(Spot::free));
    if (good.isEmpty()) {
      return new Refused(
          new PickingRefusal.NotPickable(
              pick.sku(), bin, there.getFirst().obstacle(today).orElse("")));
    }
    if (good.get().free() >= pick.left()) {
      return new Takes(good.get().key(), Optional.empty());
    }
    return picks.apply(pick.sku(), good.get().key()).stream()
        .filter(other -> other.left() == pick.left() && other.picked() == 0)
        .findFirst()
        .<Swap>map(other -> new Takes(good.get().key(), Optional.of(other)))
        .orElseGet(
            () ->
                new Refused(
                    new Refusal.InsufficientStock(
                        command.warehouse(),
                        pick.sku(),
                        Optional.of(bin),
                        pick.left(),
                        good.get().free())));
  }
}
