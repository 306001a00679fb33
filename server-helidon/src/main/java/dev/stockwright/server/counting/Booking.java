package dev.stockwright.server.counting;

import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    PostingRules.Plan plan = PostingRules.plan(wanted, piles, available);
    if (bring && plan.equals(new PostingRules.Plan.Stuck(Cause.ELSEWHERE))) {
      plan = PostingRules.bring(wanted, piles);
    }
    if (plan instanceof PostingRules.Plan.Post post) {
      taken.merge(sku, post.fromAvailable(), Long::sum);
      for (Posting posting : post.postings()) {
        steps.add(new Step.Move(posting));
      }
    }
    return plan;
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
