package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Optional;

/// Where a person is in receiving: a value without words, so that it can be written down and shown
/// in any language.
///
/// @param staging where the goods are put down; the warehouse's own receiving location when absent
/// @param order the purchase order they come for; absent when receiving blind
/// @param times how often the next goods count, as keyed in; 1 when nothing was
public record ReceivingState(
    WarehouseCode warehouse,
    Optional<LocationCode> staging,
    Optional<Reference> order,
    long times,
    Phase phase) {
  public ReceivingState {
    if (times < 1) {
      throw new IllegalArgumentException("times " + times);
    }
  }

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

  /// An answer to a question.
  ///
  /// @param allowed what the worker has answered to earlier questions about the same goods
  public record Deciding(Doubt doubt, Answered allowed) implements Phase {}

  /// What is asked.
  public sealed interface Doubt {}

  /// Nothing here is known by this code.
  public record Strange(String text) implements Doubt {}

  /// A handling unit that this device has not heard of.
  public record StrangeUnit(String code) implements Doubt {}

  /// Whether and how these goods come in.
  ///
  /// @param times how many of them
  /// @param units base units of the whole
  public record AboutGoods(Sighting.Goods goods, long times, long units, Why why)
      implements Doubt {}

  /// Why goods are doubtful.
  public sealed interface Why {}

  /// Their last day is over.
  public record Expired() implements Why {}

  /// More than anybody brings; perhaps a barcode was read into the quantity.
  public record Large() implements Why {}

  /// Another order of the supplier wants them, the open one does not.
  public record OnOther(Reference other, String supplier) implements Why {}

  /// More than the order may get.
  public record TooMuch(long received, long ordered, long over, long limit) implements Why {}

  /// What a person has already decided about the goods at hand, so that it is not asked twice.
  public record Answered(boolean large, boolean insisted, boolean quarantine) {
    static final Answered NOTHING = new Answered(false, false, false);
  }

  /// At the start of a shift: blind, at the warehouse's receiving location.
  public static ReceivingState start(WarehouseCode warehouse) {
    return resumed(warehouse, Optional.empty(), Optional.empty());
  }

  /// Ready at the place and the order where somebody was.
  public static ReceivingState resumed(
      WarehouseCode warehouse, Optional<LocationCode> staging, Optional<Reference> order) {
    return new ReceivingState(warehouse, staging, order, 1, new Ready());
  }

  ReceivingState in(Phase next) {
    return new ReceivingState(warehouse, staging, order, times, next);
  }

  /// An open question or a half line is left.
  public ReceivingState ready() {
    return in(new Ready());
  }

  ReceivingState at(LocationCode place) {
    return new ReceivingState(warehouse, Optional.of(place), order, times, phase);
  }

  ReceivingState on(Reference document) {
    return new ReceivingState(warehouse, staging, Optional.of(document), times, new Ready());
  }

  /// Without a purchase order.
  ReceivingState blind() {
    return new ReceivingState(warehouse, staging, Optional.empty(), times, new Ready());
  }

  /// The next goods count this often.
  public ReceivingState times(long keyed) {
    return new ReceivingState(warehouse, staging, order, keyed, phase);
  }
}
