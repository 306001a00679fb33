package dev.stockwright.server.counting;

import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Locale;
import java.util.Optional;

/// A count as the rules see it.
///
/// @param productsOnly only its products are compared
/// @param round 1, then one more with each recount
record Count(
    long id,
    WarehouseCode warehouse,
    Reference number,
    State state,
    boolean productsOnly,
    int round,
    Optional<Operator> onlyFor) {
  /// How far it is.
  enum State {
    REQUESTED,
    COUNTING,
    COUNTED,
    RECOUNT,
    REVIEW,
    COMPLETED,
    CANCELLED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// Are bins counted now, or about to be?
    boolean open() {
      return this == REQUESTED || this == COUNTING || this == RECOUNT;
    }

    /// Is it counted, but not all of it is decided?
    boolean undecided() {
      return this == COUNTED || this == REVIEW;
    }
  }

  /// A bin of its round.
  ///
  /// @param counter who counts there
  record Bin(int locationId, String zone, String state, Optional<Operator> counter) {
    boolean counted() {
      return state.equals("counted");
    }
  }
}
