package dev.stockwright.server.reordering;

import dev.stockwright.vocabulary.Quantity;
import java.util.Optional;

/// What should be bought. Decides on the inventory position, so that what is on its way already is
/// not bought again. Pure.
public final class ReorderRules {
  private ReorderRules() {}

  /// The stock of a product in a warehouse, in base units.
  ///
  /// @param usable on hand and not blocked
  /// @param onOrder bought and not delivered yet
  /// @param inTransit on its way from another warehouse
  /// @param committed promised to orders, and wanted by orders that wait for goods
  public record Figures(long usable, long onOrder, long inTransit, long committed) {
    public long position() {
      return usable + onOrder + inTransit - committed;
    }
  }

  /// How a warehouse buys a product; `fixed` or `upTo` is there.
  public record Terms(
      long point, Optional<Long> fixed, Optional<Long> upTo, long minimum, long multiple) {
    /// Why so many cannot be bought; empty when they can.
    public Optional<String> expectedInsteadOf(long quantity) {
      return quantity >= minimum && quantity % multiple == 0
          ? Optional.empty()
          : Optional.of("at least " + minimum + ", in multiples of " + multiple);
    }
  }

  /// How much to buy; 0: nothing.
  public static long quantity(Terms terms, Figures figures) {
    long position = figures.position();
    if (position > terms.point()) {
      return 0;
    }
    long wanted = Math.max(wanted(terms, position), terms.minimum());
    long whole = Math.ceilDiv(wanted, terms.multiple()) * terms.multiple();
    return Math.min(whole, Quantity.MAX / terms.multiple() * terms.multiple());
  }

  /// A fixed quantity is bought as often as it takes to come above the point.
  private static long wanted(Terms terms, long position) {
    return terms
        .fixed()
        .map(fixed -> Math.ceilDiv(terms.point() + 1 - position, fixed) * fixed)
        .orElseGet(() -> terms.upTo().orElseThrow() - position);
  }

  /// The calculation in words.
  public static String sentence(Terms terms, Figures figures) {
    long position = figures.position();
    String sum =
        "Usable %d + on order %d + in transit %d - committed %d = %d"
            .formatted(
                figures.usable(),
                figures.onOrder(),
                figures.inTransit(),
                figures.committed(),
                position);
    if (position > terms.point()) {
      return sum + ", above the point " + terms.point() + ": nothing to buy.";
    }
    String way =
        terms
            .fixed()
            .map(fixed -> "fixed quantity " + fixed)
            .orElseGet(() -> "up to " + terms.upTo().orElseThrow());
    return sum
        + ", at or below the point "
        + terms.point()
        + ". By "
        + way
        + ": "
        + wanted(terms, position)
        + "; at least "
        + terms.minimum()
        + ", in multiples of "
        + terms.multiple()
        + ": "
        + quantity(terms, figures)
        + ".";
  }

  /// What a review does about a product.
  public enum Outcome {
    /// A proposal is made.
    PROPOSED,
    /// The open proposal gets another quantity.
    CHANGED,
    /// The open proposal stays as it is.
    KEPT,
    /// The open proposal is not needed any more.
    WITHDRAWN,
    /// Somebody has rejected it lately, and nothing has become worse.
    REJECTED_BEFORE,
    /// Nothing is to do.
    ENOUGH
  }

  /// The proposal that is open.
  ///
  /// @param byHand a person has said how much
  public record Open(long quantity, boolean byHand) {}

  /// Decides.
  ///
  /// @param quantity what should be bought
  /// @param rejectedAt the position at which somebody lately said no
  public static Outcome outcome(
      long quantity, long position, Optional<Open> open, Optional<Long> rejectedAt) {
    if (open.isPresent()) {
      return quantity == 0
          ? Outcome.WITHDRAWN
          : open.get().byHand() || open.get().quantity() == quantity
              ? Outcome.KEPT
              : Outcome.CHANGED;
    }
    if (quantity == 0) {
      return Outcome.ENOUGH;
    }
    return rejectedAt.filter(then -> position >= then).isPresent()
        ? Outcome.REJECTED_BEFORE
        : Outcome.PROPOSED;
  }
}
