package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.workflow.Option;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Turn;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;

/// Where a person is in receiving.
///
/// @param staging where the goods are put down; the warehouse's own receiving location when absent
/// @param order the purchase order they come for; absent when receiving blind
public record ReceivingState(
    WarehouseCode warehouse,
    Optional<LocationCode> staging,
    Optional<Reference> order,
    Phase phase) {

  /// What is expected next.
  public sealed interface Phase {}

  /// Goods, a place or a document.
  public record Ready() implements Phase {}

  /// The lot of the goods just scanned.
  ///
  /// @param times how many of them
  public record LotWanted(Sighting.Goods goods, long times) implements Phase {}

  /// The serial number of the piece just scanned.
  public record SerialWanted(Sighting.Goods goods) implements Phase {}

  /// An answer to a question about `about`.
  ///
  /// @param allowed what the worker has answered to earlier questions about the same goods
  public record Deciding(
      Sighting about, long times, Turn.Saying question, List<Option> options, Answered allowed)
      implements Phase {
    public Deciding {
      options = List.copyOf(options);
    }
  }

  /// What a person has already decided about the goods at hand, so that it is not asked twice.
  public record Answered(boolean large, boolean insisted, boolean quarantine) {
    static final Answered NOTHING = new Answered(false, false, false);
  }

  /// At the start of a shift: blind, at the warehouse's receiving location.
  public static ReceivingState start(WarehouseCode warehouse) {
    return new ReceivingState(warehouse, Optional.empty(), Optional.empty(), new Ready());
  }

  ReceivingState in(Phase next) {
    return new ReceivingState(warehouse, staging, order, next);
  }

  ReceivingState ready() {
    return in(new Ready());
  }

  ReceivingState at(LocationCode place) {
    return new ReceivingState(warehouse, Optional.of(place), order, phase);
  }

  ReceivingState on(Reference document) {
    return new ReceivingState(warehouse, staging, Optional.of(document), new Ready());
  }

  /// Without a purchase order.
  ReceivingState blind() {
    return new ReceivingState(warehouse, staging, Optional.empty(), new Ready());
  }
}
