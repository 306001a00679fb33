package dev.stockwright.server.reordering;

import dev.stockwright.server.reordering.ReorderRules.Figures;
import dev.stockwright.server.reordering.ReorderRules.Open;
import dev.stockwright.server.reordering.ReorderRules.Terms;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.util.Optional;

/// Everything that a decision about one product looks at.
///
/// @param proposal the open one's number
/// @param rejected when somebody last said no, and at which position
public record Calculation(
    int productId,
    Sku sku,
    Supplier supplier,
    Terms terms,
    Figures figures,
    Optional<Reference> proposal,
    Optional<Open> open,
    Optional<Rejected> rejected) {

  /// Who delivers, and after how many days.
  public record Supplier(int id, String code, String name, int leadDays) {}

  /// A proposal that was rejected.
  public record Rejected(Instant at, long position) {}

  /// How much should be bought.
  public long quantity() {
    return ReorderRules.quantity(terms, figures);
  }

  /// That in words.
  public String sentence() {
    return ReorderRules.sentence(terms, figures);
  }

  /// What is to do about it.
  ///
  /// @param since what was rejected before then does not count any more
  public ReorderRules.Outcome outcome(Instant since) {
    return ReorderRules.outcome(
        quantity(),
        figures.position(),
        open,
        rejected.filter(no -> no.at().isAfter(since)).map(Rejected::position));
  }
}
