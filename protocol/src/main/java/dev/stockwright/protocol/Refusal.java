package dev.stockwright.protocol;

import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.util.Optional;

/// Why the server said no. The order here is the order in which the rules look; the wire name is
/// the `code`.
@Json(typeProperty = "code", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = Refusal.Malformed.class, name = "malformed")
@Json.SubType(type = Refusal.DifferentContent.class, name = "different_content")
@Json.SubType(type = Refusal.SequenceUsed.class, name = "sequence_used")
@Json.SubType(type = Refusal.NotAllowed.class, name = "not_allowed")
@Json.SubType(type = Refusal.UnknownWarehouse.class, name = "unknown_warehouse")
@Json.SubType(type = Refusal.UnknownProduct.class, name = "unknown_product")
@Json.SubType(type = Refusal.UnknownLocation.class, name = "unknown_location")
@Json.SubType(type = Refusal.UnknownOrder.class, name = "unknown_order")
@Json.SubType(type = Refusal.UnknownReservation.class, name = "unknown_reservation")
@Json.SubType(type = Refusal.SamePlace.class, name = "same_place")
@Json.SubType(type = Refusal.SerialNotSingle.class, name = "serial_not_single")
@Json.SubType(type = Refusal.SerialAlreadyHere.class, name = "serial_already_here")
@Json.SubType(type = Refusal.NotOnOrder.class, name = "not_on_order")
@Json.SubType(type = Refusal.OverReceipt.class, name = "over_receipt")
@Json.SubType(type = Refusal.InsufficientStock.class, name = "insufficient_stock")
@Json.SubType(type = Refusal.OrderAlreadyReserved.class, name = "order_already_reserved")
@Json.SubType(type = Refusal.ReservationEnded.class, name = "reservation_ended")
@Json.SubType(type = Refusal.NothingToUndo.class, name = "nothing_to_undo")
@Json.SubType(type = Refusal.AlreadyUndone.class, name = "already_undone")
@Json.SubType(type = DocumentRefusal.UnknownDocument.class, name = "unknown_document")
@Json.SubType(type = DocumentRefusal.DocumentExists.class, name = "document_exists")
@Json.SubType(type = DocumentRefusal.WrongState.class, name = "wrong_state")
@Json.SubType(type = DocumentRefusal.Mismatch.class, name = "mismatch")
@Json.SubType(type = DocumentRefusal.OutOfRange.class, name = "out_of_range")
@Json.SubType(type = DocumentRefusal.OtherPersonNeeded.class, name = "other_person_needed")
@Json.SubType(type = GuardRefusal.UndoByDocument.class, name = "undo_by_document")
@Json.SubType(type = GuardRefusal.UndoBuiltOn.class, name = "undo_built_on")
@Json.SubType(type = GuardRefusal.UndoSplitsUnit.class, name = "undo_splits_unit")
@Json.SubType(type = GuardRefusal.PromiseOfDocument.class, name = "promise_of_document")
@Json.SubType(type = GuardRefusal.TaskOfDocument.class, name = "task_of_document")
@Json.SubType(type = GuardRefusal.GoodsOfDocument.class, name = "goods_of_document")
@Json.SubType(type = GuardRefusal.UnitOfDocument.class, name = "unit_of_document")
@Json.SubType(type = GuardRefusal.ApprovalNeeded.class, name = "approval_needed")
@Json.SubType(type = GuardRefusal.TooFewUntold.class, name = "too_few_untold")
@Json.SubType(type = TaskRefusal.TaskTaken.class, name = "task_taken")
@Json.SubType(type = TaskRefusal.NoTask.class, name = "no_task")
@Json.SubType(type = MasterRefusal.StaleVersion.class, name = "stale_version")
@Json.SubType(type = MasterRefusal.Frozen.class, name = "frozen")
@Json.SubType(type = MasterRefusal.BarcodeTaken.class, name = "barcode_taken")
@Json.SubType(type = MasterRefusal.NotEmpty.class, name = "not_empty")
@Json.SubType(type = MasterRefusal.LocationLocked.class, name = "location_locked")
@Json.SubType(type = MasterRefusal.SwitchedOff.class, name = "switched_off")
@Json.SubType(type = OrderRefusal.OrderShort.class, name = "order_short")
@Json.SubType(type = OrderRefusal.OrderChanged.class, name = "order_changed")
@Json.SubType(type = InboundRefusal.OverExpected.class, name = "over_expected")
@Json.SubType(type = InboundRefusal.TrackingMissing.class, name = "tracking_missing")
@Json.SubType(type = InboundRefusal.LotTooOld.class, name = "lot_too_old")
@Json.SubType(type = InboundRefusal.UnitNotAnnounced.class, name = "unit_not_announced")
@Json.SubType(type = InboundRefusal.BinRefuses.class, name = "bin_refuses")
@Json.SubType(type = PickingRefusal.NotPickable.class, name = "not_pickable")
@Json.SubType(type = PickingRefusal.ToteTaken.class, name = "tote_taken")
@Json.SubType(type = PickingRefusal.NothingThere.class, name = "nothing_there")
@Json.SubType(type = PickingRefusal.NoSubstitutes.class, name = "no_substitutes")
@Json.SubType(type = MoveRefusal.LocationFull.class, name = "location_full")
@Json.SubType(type = MoveRefusal.MixingForbidden.class, name = "mixing_forbidden")
@Json.SubType(type = CountRefusal.BinTaken.class, name = "bin_taken")
@Json.SubType(type = CountRefusal.BinCounted.class, name = "bin_counted")
@Json.SubType(type = CountRefusal.BinNotAsked.class, name = "bin_not_asked")
@Json.SubType(type = CountRefusal.ZeroNotConfirmed.class, name = "zero_not_confirmed")
@Json.SubType(type = CountRefusal.BinNotEmpty.class, name = "bin_not_empty")
@Json.SubType(type = CountRefusal.BinsLeft.class, name = "bins_left")
@Json.SubType(type = CountRefusal.MovedOn.class, name = "moved_on")
public sealed interface Refusal
    permits Refusal.Malformed,
        Refusal.DifferentContent,
        Refusal.SequenceUsed,
        Refusal.NotAllowed,
        Refusal.UnknownWarehouse,
        Refusal.UnknownProduct,
        Refusal.UnknownLocation,
        Refusal.UnknownOrder,
        Refusal.UnknownReservation,
        Refusal.SamePlace,
        Refusal.SerialNotSingle,
        Refusal.SerialAlreadyHere,
        Refusal.NotOnOrder,
        Refusal.OverReceipt,
        Refusal.InsufficientStock,
        Refusal.OrderAlreadyReserved,
        Refusal.ReservationEnded,
        Refusal.NothingToUndo,
        Refusal.AlreadyUndone,
        WorkRefusal {

  /// A value does not have the form it must have.
  ///
  /// @param field the stable code of the value, such as `invalid_quantity`
  @Json(naming = Json.Naming.LowerUnderscore)
  record Malformed(String field, String detail) implements Refusal {}

  /// The id was used before for something else: a bug of the sender.
  @Json(naming = Json.Naming.LowerUnderscore)
  record DifferentContent(CommandId id) implements Refusal {}

  /// The device has used this number already for another command: its store was copied or set back.
  @Json(naming = Json.Naming.LowerUnderscore)
  record SequenceUsed(DeviceId device, long sequence, long last) implements Refusal {}

  /// The person's role or warehouses do not include this.
  @Json(naming = Json.Naming.LowerUnderscore)
  record NotAllowed(String what, Optional<WarehouseCode> at) implements Refusal {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record UnknownWarehouse(WarehouseCode warehouse) implements Refusal {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record UnknownProduct(Sku sku) implements Refusal {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record UnknownLocation(WarehouseCode warehouse, LocationCode location) implements Refusal {}

  /// No such purchase order is open in this warehouse.
  @Json(naming = Json.Naming.LowerUnderscore)
  record UnknownOrder(Reference order) implements Refusal {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record UnknownReservation(Reference order) implements Refusal {}

  /// From and to are the same.
  @Json(naming = Json.Naming.LowerUnderscore)
  record SamePlace(String place) implements Refusal {}

  /// A serial number is one piece; the quantity must be 1.
  @Json(naming = Json.Naming.LowerUnderscore)
  record SerialNotSingle(SerialNumber serial, long quantity) implements Refusal {}

  /// This piece is in the warehouse already.
  ///
  /// @param location where it is
  /// @param came how it came there, as far as the books know
  @Json(naming = Json.Naming.LowerUnderscore)
  record SerialAlreadyHere(SerialNumber serial, Sku sku, LocationCode location, Optional<Came> came)
      implements Refusal {
    public SerialAlreadyHere {
      came = Required.orEmpty(came);
    }
  }

  /// The purchase order does not have this product.
  @Json(naming = Json.Naming.LowerUnderscore)
  record NotOnOrder(Reference order, Sku sku) implements Refusal {}

  /// More than the purchase order and its tolerance allow.
  @Json(naming = Json.Naming.LowerUnderscore)
  record OverReceipt(Reference order, Sku sku, long ordered, long received, long wanted)
      implements Refusal {}

  /// Less is there (or free) than is wanted.
  ///
  /// @param bin the one that has too little; absent when the warehouse as a whole has
  @Json(naming = Json.Naming.LowerUnderscore)
  record InsufficientStock(
      WarehouseCode warehouse, Sku sku, Optional<LocationCode> bin, long wanted, long available)
      implements Refusal {}

  /// The order holds a reservation already.
  @Json(naming = Json.Naming.LowerUnderscore)
  record OrderAlreadyReserved(Reference order) implements Refusal {}

  /// The reservation is over, or too far to do this.
  ///
  /// @param state `released`, `expired`, ...
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReservationEnded(Reference order, String state) implements Refusal {}

  /// That command moved nothing, or nobody knows it.
  @Json(naming = Json.Naming.LowerUnderscore)
  record NothingToUndo(CommandId undone) implements Refusal {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record AlreadyUndone(CommandId undone) implements Refusal {}
}
