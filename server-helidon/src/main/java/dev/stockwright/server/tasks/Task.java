package dev.stockwright.server.tasks;

import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.Optional;

/// A task as the rules see it.
///
/// @param place where it begins; empty when nowhere
/// @param sequence how far along the way through the warehouse that is
/// @param document the code of the kind of document it is for
/// @param holder who has leased it; absent when nobody has or the lease is over
public record Task(
    long id,
    WarehouseCode warehouse,
    Reference number,
    String kind,
    State state,
    int priority,
    String zone,
    String place,
    int sequence,
    String document,
    String reference,
    int line,
    String notFor,
    String onlyFor,
    Optional<Operator> holder,
    Optional<Instant> leaseUntil,
    boolean skipped) {
  /// How far it is.
  public enum State {
    OPEN,
    LEASED,
    DONE,
    CANCELLED;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// Does it still wait to be done?
    public boolean waiting() {
      return this == OPEN || this == LEASED;
    }
  }

  /// May this person be given it?
  public boolean suits(Operator who) {
    return !notFor.equals(who.code()) && (onlyFor.isEmpty() || onlyFor.equals(who.code()));
  }
}
