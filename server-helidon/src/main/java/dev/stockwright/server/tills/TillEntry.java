package dev.stockwright.server.tills;

import dev.stockwright.vocabulary.Reference;
import java.time.Instant;
import java.util.Optional;

/// One line of a till's slip as it came, and what became of it.
///
/// @param id 0 before it is written
/// @param quantity as the till said, in packs of its code
/// @param units base units, once the product is known
/// @param missing how many of them the books did not have
/// @param first whether no other had its till and number before
record TillEntry(
    long id,
    Reference till,
    Reference number,
    String type,
    Instant at,
    String code,
    long quantity,
    String condition,
    Optional<Reference> order,
    boolean first,
    State state,
    long units,
    long missing) {
  /// What became of an entry.
  enum State {
    /// Posted.
    APPLIED("applied"),
    /// Posted, but the books did not have all of it; waits for a person.
    SHORT("short"),
    /// Not posted; waits for a person.
    KEPT("kept"),
    /// Came before.
    REPEATED("repeated"),
    /// Was short or kept, and is posted now.
    SETTLED("settled"),
    /// A person has said that nothing is to be done.
    DISMISSED("dismissed");

    private final String code;

    State(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }

    static State of(String code) {
      for (State state : values()) {
        if (state.code.equals(code)) {
          return state;
        }
      }
      throw new IllegalArgumentException("state of a till entry: " + code);
    }
  }

  /// What its movements refer to: the till's own number.
  Reference reference() {
    return new Reference(till + "/" + number);
  }

  /// The same, where another had its number before.
  TillEntry again() {
    return with(quantity, false);
  }

  /// The same with another quantity.
  TillEntry of(long other) {
    return with(other, first);
  }

  private TillEntry with(long said, boolean isFirst) {
    return new TillEntry(
        id, till, number, type, at, code, said, condition, order, isFirst, state, units, missing);
  }

  /// Whether another with its number says the same.
  boolean says(TillEntry other) {
    return type.equals(other.type)
        && code.equals(other.code)
        && quantity == other.quantity
        && condition.equals(other.condition)
        && order.equals(other.order);
  }
}
