package dev.stockwright.client.workflow.receiving;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/// Where a person is in receiving: a value without words, so that it can be written down and shown
/// in any language.
///
/// @param staging where the goods are put down; the warehouse's own receiving location when absent
/// @param against what they come for
/// @param onto the handling unit that goods are put onto
/// @param fault what is wrong with the next goods
/// @param times how often the next goods count, as keyed in; 1 when nothing was
/// @param last what was received last
@Json(naming = Json.Naming.LowerUnderscore)
public record ReceivingState(
    WarehouseCode warehouse,
    Optional<LocationCode> staging,
    Against against,
    Optional<HandlingUnit> onto,
    Optional<Fault> fault,
    long times,
    Optional<Last> last,
    Phase phase) {
  public ReceivingState {
    if (times < 1) {
      throw new IllegalArgumentException("times " + times);
    }
  }

  /// The document that goods come for.
  @Json(typeProperty = "document", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = Nothing.class, name = "nothing")
  @Json.SubType(type = Order.class, name = "order")
  @Json.SubType(type = Delivery.class, name = "delivery")
  public sealed interface Against {}

  /// Nobody has said what they come for.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Nothing() implements Against {}

  /// A purchase order.
  ///
  /// @param begun something was received for it since it was opened here
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Order(Reference number, boolean begun) implements Against {}

  /// A delivery with an advance shipping notice.
  ///
  /// @param number of the notice
  /// @param receipt the number that this device has given to the receipt for it
  /// @param begun the receipt is started
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Delivery(Reference number, Reference receipt, boolean begun) implements Against {}

  /// Goods that cannot be sold as they are.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Fault(Condition condition, Optional<ReasonCode> reason) {}

  /// What was received last.
  @Json(typeProperty = "last", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = LastGoods.class, name = "goods")
  @Json.SubType(type = LastUnit.class, name = "unit")
  public sealed interface Last {}

  @Json(naming = Json.Naming.LowerUnderscore)
  public record LastGoods(Load load) implements Last {}

  /// A whole handling unit.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record LastUnit(HandlingUnit unit) implements Last {}

  /// What is expected next.
  @Json(typeProperty = "phase", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = Ready.class, name = "ready")
  @Json.SubType(type = LotWanted.class, name = "lot_wanted")
  @Json.SubType(type = ExpiryWanted.class, name = "expiry_wanted")
  @Json.SubType(type = SerialWanted.class, name = "serial_wanted")
  @Json.SubType(type = FaultWanted.class, name = "fault_wanted")
  @Json.SubType(type = Linking.class, name = "linking")
  @Json.SubType(type = Closing.class, name = "closing")
  @Json.SubType(type = Deciding.class, name = "deciding")
  public sealed interface Phase {}

  /// Goods, a place or a document.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Ready() implements Phase {}

  /// The lot of the goods just scanned.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record LotWanted(Load load) implements Phase {}

  /// The last day of the goods just scanned.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record ExpiryWanted(Load load) implements Phase {}

  /// The serial number of the piece just scanned.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record SerialWanted(Load load) implements Phase {}

  /// What is wrong with the goods that come next.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record FaultWanted() implements Phase {}

  /// The product that an unknown code shall stand for.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Linking(String text) implements Phase {}

  /// What becomes of the goods that have not come.
  ///
  /// @param cancelled these do not come any more; all others are expected later
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Closing(List<Sku> cancelled) implements Phase {
    public Closing {
      cancelled = List.copyOf(cancelled);
    }
  }

  /// An answer to a question.
  ///
  /// @param allowed what the worker has answered to earlier questions about the same goods
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Deciding(Doubt doubt, Answered allowed) implements Phase {}

  /// What is asked.
  @Json(typeProperty = "doubt", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = Strange.class, name = "strange")
  @Json.SubType(type = AboutGoods.class, name = "goods")
  @Json.SubType(type = OldUnit.class, name = "old_unit")
  public sealed interface Doubt {}

  /// Nothing here is known by this code.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Strange(String text) implements Doubt {}

  /// Whether and how these goods come in.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record AboutGoods(Load load, Why why) implements Doubt {}

  /// Goods on this announced handling unit are past their last day.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record OldUnit(HandlingUnit unit) implements Doubt {}

  /// Why goods are doubtful.
  @Json(typeProperty = "why", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = Expired.class, name = "expired")
  @Json.SubType(type = Large.class, name = "large")
  @Json.SubType(type = OnOther.class, name = "on_other")
  @Json.SubType(type = CountSaid.class, name = "count_said")
  @Json.SubType(type = TooMuch.class, name = "too_much")
  @Json.SubType(type = NotAnnounced.class, name = "not_announced")
  public sealed interface Why {}

  /// Their last day is over.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Expired() implements Why {}

  /// More than anybody brings; perhaps a barcode was read into the quantity.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Large() implements Why {}

  /// Another order of the supplier wants them, the open one does not.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record OnOther(Reference other, String supplier) implements Why {}

  /// The label gives a count, but not of what; the count stands in the load.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record CountSaid() implements Why {}

  /// More than the order may get.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record TooMuch(long received, long ordered, long over, long limit) implements Why {}

  /// The notice does not name them.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record NotAnnounced() implements Why {}

  /// What a person has already decided about the goods at hand, so that it is not asked twice.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Answered(boolean large, boolean insisted, boolean quarantine) {
    static final Answered NOTHING = new Answered(false, false, false);
  }

  /// At the start of a shift: blind, at the warehouse's receiving location.
  public static ReceivingState start(WarehouseCode warehouse) {
    return new ReceivingState(
        warehouse,
        Optional.empty(),
        new Nothing(),
        Optional.empty(),
        Optional.empty(),
        1,
        Optional.empty(),
        new Ready());
  }

  /// The purchase order that goods come for.
  public Optional<Reference> order() {
    return against instanceof Order order ? Optional.of(order.number()) : Optional.empty();
  }

  ReceivingState in(Phase next) {
    return new ReceivingState(warehouse, staging, against, onto, fault, times, last, next);
  }

  /// An open question or a half line is left.
  public ReceivingState ready() {
    return in(new Ready());
  }

  ReceivingState at(LocationCode place) {
    return new ReceivingState(
        warehouse, Optional.of(place), against, onto, fault, times, last, phase);
  }

  ReceivingState on(Against document) {
    return new ReceivingState(warehouse, staging, document, onto, fault, times, last, new Ready());
  }

  /// Without a document, and with nothing in hand.
  ReceivingState without() {
    return new ReceivingState(
        warehouse,
        staging,
        new Nothing(),
        Optional.empty(),
        Optional.empty(),
        1,
        last,
        new Ready());
  }

  ReceivingState onto(Optional<HandlingUnit> unit) {
    return new ReceivingState(warehouse, staging, against, unit, fault, times, last, new Ready());
  }

  ReceivingState fault(Optional<Fault> wrong) {
    return new ReceivingState(warehouse, staging, against, onto, wrong, times, last, new Ready());
  }

  /// The next goods count this often.
  public ReceivingState times(long keyed) {
    return new ReceivingState(warehouse, staging, against, onto, fault, keyed, last, phase);
  }

  /// After something was received: what was keyed in or said of the goods is used up.
  ReceivingState after(Last received) {
    Against begun =
        switch (against) {
          case Nothing nothing -> nothing;
          case Order order -> new Order(order.number(), true);
          case Delivery delivery -> new Delivery(delivery.number(), delivery.receipt(), true);
        };
    return new ReceivingState(
        warehouse, staging, begun, onto, Optional.empty(), 1, Optional.of(received), new Ready());
  }
}
