package dev.stockwright.server.counting;

import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.GuardRules;
import dev.stockwright.server.stock.Pile;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.units.StandingUnits;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The movements of one command that brings variances into the books. What earlier lines of the
/// same command took is taken into account, because the stock changes only after all are decided.
final class Booking {
  private final Work work;
  private final WarehouseCode warehouse;
  private final Map<Sku, Long> taken = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();

  Booking(Work work, WarehouseCode warehouse) {
    this.work = work;
    this.warehouse = warehouse;
  }

  /// Plans the difference of a line; what can be posted is among [#steps] after that.
  ///
  /// @param bring a piece that the books have elsewhere may be moved here
  PostingRules.Plan book(
      LineBook.Kept line, Sku sku, long variance, ReasonCode reason, boolean bring) {
    PostingRules.Wanted wanted =
        new PostingRules.Wanted(
            warehouse, sku, line.bin(), line.goods(), variance, line.piece(), reason, line.count());
    var piles = work.stock().piles(warehouse, sku);
    long available = work.stock().available(warehouse, sku) - taken.getOrDefault(sku, 0L);
    PostingRules.Plan plan = PostingRules.plan(wanted, piles, available, free(sku, piles));
    if (variance > 0 && plan instanceof PostingRules.Plan.Post && away(line)) {
      plan = new PostingRules.Plan.Stuck(Cause.MOVED_ON);
    }
    if (bring && plan.equals(new PostingRules.Plan.Stuck(Cause.ELSEWHERE))) {
      plan = PostingRules.bring(wanted, piles, free(sku, piles));
    }
    if (plan instanceof PostingRules.Plan.Post post) {
      taken.merge(sku, post.fromAvailable(), Long::sum);
      for (Posting posting : post.postings()) {
        steps.add(new Step.Move(posting));
      }
    }
    return plan;
  }

  /// The unit on which the goods were counted does not stand there any more.
  private boolean away(LineBook.Kept line) {
    return line.goods()
        .unit()
        .filter(unit -> !unit.isEmpty())
        .flatMap(
            unit -> new StandingUnits(work).unfit(new HandlingUnit(unit), warehouse, line.bin()))
        .isPresent();
  }

  /// What of the piles belongs to no document.
  private List<Pile> free(Sku sku, List<Pile> piles) {
    return piles.stream()
        .map(
            pile ->
                new Pile(
                    pile.key(),
                    work.stock().documents().free(warehouse, sku, pile.key(), pile.onHand())))
        .filter(pile -> pile.onHand() > 0)
        .toList();
  }

  /// Why goods that a line takes are left to their document.
  Optional<Refusal> ofDocument(LineBook.Kept line, Sku sku, long variance) {
    List<Pile> piles =
        work.stock().piles(warehouse, sku).stream()
            .filter(pile -> variance > 0 ? piece(line, pile) : missing(line, pile))
            .toList();
    LocationCode from = piles.isEmpty() ? line.bin() : piles.getFirst().key().location();
    return GuardRules.taking(
        work.stock(), new GuardRules.Wanted(warehouse, sku, from, Math.abs(variance)), piles);
  }

  private static boolean piece(LineBook.Kept line, Pile pile) {
    return line.goods().lot().equals(Optional.of(pile.key().lot()));
  }

  private static boolean missing(LineBook.Kept line, Pile pile) {
    var key = pile.key();
    return key.location().equals(line.bin())
        && line.goods().fit(key.lot(), key.handlingUnit(), key.condition().code());
  }

  /// What was planned so far.
  List<Step> steps() {
    return steps;
  }

  /// What is available of a product after that.
  long available(Sku sku) {
    return work.stock().available(warehouse, sku) - taken.getOrDefault(sku, 0L);
  }
}
