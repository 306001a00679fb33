package dev.stockwright.server.reordering;

import static dev.stockwright.db.tables.Tables.REORDER_RULE;

import dev.stockwright.server.stock.Step;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Looks at what should be bought, for one command at work, and keeps how it was calculated.
final class ReorderReview {
  /// So many products at most are decided about by one command.
  static final int MOST = 5_000;

  private static final long REJECTED_DAYS = 7;

  private final Work work;
  private final ProposalBook book;
  private int proposed;
  private int changed;
  private int withdrawn;

  ReorderReview(Work work, ProposalBook book) {
    this.work = work;
    this.book = book;
  }

  /// Looks at some products, or at all that have a rule when none is named.
  List<Step> run(WarehouseCode warehouse, List<Sku> skus) {
    int id = work.warehouseId(warehouse);
    Calculations calculations = new Calculations(work.sql());
    List<Calculation> found =
        skus.isEmpty() ? calculations.due(id, MOST) : calculations.of(id, skus);
    int looked =
        skus.isEmpty()
            ? work.sql().fetchCount(REORDER_RULE, REORDER_RULE.WAREHOUSE_ID.eq(id))
            : found.size();
    long days = work.setting(warehouse, "reorder.rejected_days", REJECTED_DAYS);
    Instant since = work.now().minus(Duration.ofDays(days));
    long run = book.startRun();
    List<Step> steps = new ArrayList<>();
    for (Calculation each : found) {
      decide(run, each, each.outcome(since), steps);
    }
    book.endRun(run, looked, proposed, changed, withdrawn);
    return steps;
  }

  private void decide(long run, Calculation each, ReorderRules.Outcome outcome, List<Step> steps) {
    switch (outcome) {
      case PROPOSED -> {
        proposed++;
        steps.add(book.propose(run, each));
      }
      case CHANGED -> {
        changed++;
        steps.add(book.recalculate(run, each));
      }
      case WITHDRAWN -> {
        withdrawn++;
        steps.add(
            book.end(
                each.proposal().orElseThrow(), each.sku(), "withdrawn", "position above point"));
      }
      case KEPT, REJECTED_BEFORE -> {
        // only its calculation is kept
      }
      case ENOUGH -> {
        return;
      }
    }
    book.keep(run, each, outcome);
  }
}
