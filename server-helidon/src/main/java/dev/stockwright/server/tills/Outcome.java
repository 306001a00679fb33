package dev.stockwright.server.tills;

import dev.stockwright.server.tills.TillEntry.State;
import dev.stockwright.vocabulary.Sku;
import java.util.Optional;

/// An entry and what became of it.
///
/// @param sku what was sold, where that is known
/// @param units base units that were sold; what the till said where nothing was posted
/// @param missing how many of them the books did not have
/// @param why a code, where it waits for a person
record Outcome(
    TillEntry entry,
    State state,
    Optional<Sku> sku,
    long units,
    long missing,
    String why,
    String detail) {
  static Outcome kept(TillEntry entry, Optional<Sku> sku, TillRules.Unfit unfit) {
    return new Outcome(entry, State.KEPT, sku, entry.quantity(), 0, unfit.why(), unfit.detail());
  }

  static Outcome repeated(TillEntry entry) {
    return new Outcome(entry, State.REPEATED, Optional.empty(), entry.quantity(), 0, "", "");
  }

  static Outcome posted(TillEntry entry, State fully, Sku sku, long units, long missing) {
    return missing == 0
        ? new Outcome(entry, fully, Optional.of(sku), units, 0, "", "")
        : new Outcome(
            entry,
            State.SHORT,
            Optional.of(sku),
            units,
            missing,
            "not_in_stock",
            missing + " of " + units + " " + sku + " were not in the books");
  }

  /// What has moved between the shelves and the customer.
  long booked() {
    return switch (state) {
      case APPLIED, SHORT, SETTLED -> units - missing;
      case KEPT, REPEATED, DISMISSED -> 0;
    };
  }

  /// Whether somebody must look at it.
  boolean waits() {
    return state == State.SHORT || state == State.KEPT;
  }
}
