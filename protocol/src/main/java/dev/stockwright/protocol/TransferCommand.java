package dev.stockwright.protocol;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Goods from one warehouse to another: requested, approved, packed, shipped, received. What is
/// neither received nor explained stays in transit and is owned by the warehouse that sent it.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = TransferCommand.RequestTransfer.class, name = "request_transfer")
@Json.SubType(type = TransferCommand.ApproveTransfer.class, name = "approve_transfer")
@Json.SubType(type = TransferCommand.RejectTransfer.class, name = "reject_transfer")
@Json.SubType(type = TransferCommand.PackTransfer.class, name = "pack_transfer")
@Json.SubType(type = TransferCommand.PackTransferUnit.class, name = "pack_transfer_unit")
@Json.SubType(type = TransferCommand.ShipTransfer.class, name = "ship_transfer")
@Json.SubType(type = TransferCommand.ReceiveTransfer.class, name = "receive_transfer")
@Json.SubType(type = TransferCommand.CloseTransfer.class, name = "close_transfer")
@Json.SubType(type = TransferCommand.CancelTransfer.class, name = "cancel_transfer")
@Json.SubType(type = TransferCommand.TransferAtOnce.class, name = "transfer_at_once")
@Json.SubType(type = TransferCommand.AcceptOver.class, name = "accept_over")
@Json.SubType(type = TransferCommand.SetLeadTime.class, name = "set_lead_time")
public sealed interface TransferCommand extends WorkCommand {
  /// Lines of one transfer, products and handling units of one receipt.
  int LINES_MAX = 500;

  /// The longest number of a transfer; its stock is promised under a number somewhat longer.
  int NUMBER_MAX = 48;

  /// We want these goods from there.
  ///
  /// @param toWarehouse who asks
  /// @param number the transfer's number; the server makes one up when it is absent
  /// @param lines 1 to [#LINES_MAX], each product once
  @Json(naming = Json.Naming.LowerUnderscore)
  record RequestTransfer(
      WarehouseCode fromWarehouse,
      WarehouseCode toWarehouse,
      Optional<Reference> number,
      @Filled List<Wanted> lines,
      Optional<Instant> neededBy,
      Optional<String> remark)
      implements TransferCommand {
    public RequestTransfer {
      Required.field("from_warehouse", fromWarehouse);
      Required.field("to_warehouse", toWarehouse);
      number = shortEnough(Required.orEmpty(number));
      lines = Required.orEmpty(lines);
      few("lines", lines, 1);
      neededBy = Required.orEmpty(neededBy);
      remark = Required.orEmpty(remark);
    }

    @Override
    public List<WarehouseCode> warehouses() {
      return List.of(toWarehouse);
    }
  }

  /// A product of a transfer.
  @Json(naming = Json.Naming.LowerUnderscore)
  record Wanted(Sku sku, Quantity quantity) {
    public Wanted {
      Required.field("sku", sku);
      Required.field("quantity", quantity);
    }
  }

  /// You get them: from now on the stock is promised.
  ///
  /// @param warehouse the one that gives
  /// @param granted less than was asked for of these products, 0 for nothing; of all others all
  @Json(naming = Json.Naming.LowerUnderscore)
  record ApproveTransfer(WarehouseCode warehouse, Reference transfer, List<Granted> granted)
      implements OfOne {
    public ApproveTransfer {
      Required.field("warehouse", warehouse);
      Required.field("transfer", transfer);
      granted = Required.orEmpty(granted);
      few("granted", granted, 0);
    }
  }

  /// How much of a product the other warehouse gets.
  @Json(naming = Json.Naming.LowerUnderscore)
  record Granted(Sku sku, long units) {
    public Granted {
      Required.field("sku", sku);
      notNegative("units", units);
    }
  }

  /// You do not get them.
  @Json(naming = Json.Naming.LowerUnderscore)
  record RejectTransfer(WarehouseCode warehouse, Reference transfer, ReasonCode reason)
      implements OfOne {
    public RejectTransfer {
      Required.field("warehouse", warehouse);
      Required.field("transfer", transfer);
      Required.field("reason", reason);
    }
  }

  /// Goods are taken from a bin and stand ready, loose or in a handling unit.
  ///
  /// @param from the bin
  /// @param lot the lot, or the serial number of a single piece; absent: without lot
  /// @param outOf the handling unit they are taken out of; absent: they lie loose
  /// @param onto the handling unit they are put in; absent: they stay loose
  /// @param to where they stand ready; absent: the warehouse's place for that
  @Json(naming = Json.Naming.LowerUnderscore)
  record PackTransfer(
      WarehouseCode warehouse,
      Reference transfer,
      Sku sku,
      Quantity quantity,
      LocationCode from,
      Optional<LotCode> lot,
      Optional<HandlingUnit> outOf,
      Optional<HandlingUnit> onto,
      Optional<LocationCode> to)
      implements OfOne {
    public PackTransfer {
      Required.field("warehouse", warehouse);
      Required.field("transfer", transfer);
      Required.field("sku", sku);
      Required.field("quantity", quantity);
      Required.field("from", from);
      lot = Required.orEmpty(lot);
      outOf = Required.orEmpty(outOf);
      onto = Required.orEmpty(onto);
      to = Required.orEmpty(to);
    }
  }

  /// A handling unit goes as it is, with all that is in it.
  ///
  /// @param to where it stands ready; absent: where it is
  @Json(naming = Json.Naming.LowerUnderscore)
  record PackTransferUnit(
      WarehouseCode warehouse, Reference transfer, HandlingUnit unit, Optional<LocationCode> to)
      implements OfOne {
    public PackTransferUnit {
      Required.field("warehouse", warehouse);
      Required.field("transfer", transfer);
      Required.field("unit", unit);
      to = Required.orEmpty(to);
    }
  }

  /// What is packed leaves.
  ///
  /// @param incomplete less than was approved is packed and no more will be
  @Json(naming = Json.Naming.LowerUnderscore)
  record ShipTransfer(WarehouseCode warehouse, Reference transfer, boolean incomplete)
      implements OfOne {
    public ShipTransfer {
      Required.field("warehouse", warehouse);
      Required.field("transfer", transfer);
    }
  }

  /// Some or all of it has arrived; may be said several times.
  ///
  /// @param warehouse the one that receives
  /// @param arrived what was counted
  /// @param units handling units that arrived as they were sent, with everything in them
  /// @param to where the goods are; absent: the warehouse's receiving location
  /// @param last nothing more comes: what is missing is short
  /// @param unverified the papers are believed, nobody has counted it; the books say so
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReceiveTransfer(
      WarehouseCode warehouse,
      Reference transfer,
      List<Arrived> arrived,
      List<HandlingUnit> units,
      Optional<LocationCode> to,
      boolean last,
      Optional<Boolean> unverified)
      implements OfOne {
    public ReceiveTransfer {
      Required.field("warehouse", warehouse);
      Required.field("transfer", transfer);
      arrived = Required.orEmpty(arrived);
      units = Required.orEmpty(units);
      to = Required.orEmpty(to);
      unverified = Required.orEmpty(unverified);
      few("arrived", arrived, 0);
      few("units", units, 0);
      if (arrived.isEmpty() && units.isEmpty() && !last) {
        throw new InvalidValue(
            "missing_arrived", "arrived and units are both empty; say what has arrived");
      }
    }
  }

  /// Goods of one product that arrived.
  ///
  /// @param lot absent: whichever lot was sent
  /// @param unit absent: loose, or taken out of whichever unit they were sent in
  /// @param good units as they should be
  /// @param damaged units that came damaged
  /// @param over units that came although nobody sent them; only when nothing is missing
  @Json(naming = Json.Naming.LowerUnderscore)
  record Arrived(
      Sku sku,
      Optional<LotCode> lot,
      Optional<HandlingUnit> unit,
      long good,
      long damaged,
      long over) {
    public Arrived {
      Required.field("sku", sku);
      lot = Required.orEmpty(lot);
      unit = Required.orEmpty(unit);
      notNegative("good", good);
      notNegative("damaged", damaged);
      notNegative("over", over);
      if (good + damaged + over == 0) {
        throw new InvalidValue("invalid_quantity", "nothing of " + sku + " arrived; say how much");
      }
    }
  }

  /// What is still in transit is explained: lost, broken on the way, or never sent.
  ///
  /// @param warehouse the one that sent it and owns what is in transit
  /// @param missing of these products so much; empty: everything that is in transit
  /// @param foundIn it was never sent: it is in this location of the sending warehouse
  @Json(naming = Json.Naming.LowerUnderscore)
  record CloseTransfer(
      WarehouseCode warehouse,
      Reference transfer,
      ReasonCode reason,
      List<Wanted> missing,
      Optional<LocationCode> foundIn)
      implements OfOne {
    public CloseTransfer {
      Required.field("warehouse", warehouse);
      Required.field("transfer", transfer);
      Required.field("reason", reason);
      missing = Required.orEmpty(missing);
      foundIn = Required.orEmpty(foundIn);
      few("missing", missing, 0);
    }
  }

  /// It is not needed any more. Only before it is shipped.
  ///
  /// @param warehouse either of the two
  @Json(naming = Json.Naming.LowerUnderscore)
  record CancelTransfer(WarehouseCode warehouse, Reference transfer, ReasonCode reason)
      implements OfOne {
    public CancelTransfer {
      Required.field("warehouse", warehouse);
      Required.field("transfer", transfer);
      Required.field("reason", reason);
    }
  }

  /// The goods are there already, or next door: everything in one go.
  ///
  /// @param lines 1 to [#LINES_MAX]
  /// @param to where they are now; absent: the receiving location
  @Json(naming = Json.Naming.LowerUnderscore)
  record TransferAtOnce(
      WarehouseCode fromWarehouse,
      WarehouseCode toWarehouse,
      Optional<Reference> number,
      @Filled List<Wanted> lines,
      Optional<LocationCode> to,
      Optional<String> remark)
      implements TransferCommand {
    public TransferAtOnce {
      Required.field("from_warehouse", fromWarehouse);
      Required.field("to_warehouse", toWarehouse);
      number = shortEnough(Required.orEmpty(number));
      lines = Required.orEmpty(lines);
      to = Required.orEmpty(to);
      remark = Required.orEmpty(remark);
      few("lines", lines, 1);
    }

    @Override
    public List<WarehouseCode> warehouses() {
      return List.of(fromWarehouse, toWarehouse);
    }
  }

  /// What came over was sent by mistake and stays here: the books of both warehouses follow, and
  /// the
  /// goods that were on hold are free.
  ///
  /// @param from the location of the sending warehouse whose books still have them
  /// @param heldIn the location of the receiving warehouse where they are on hold
  @Json(naming = Json.Naming.LowerUnderscore)
  record AcceptOver(
      WarehouseCode fromWarehouse,
      WarehouseCode toWarehouse,
      Reference transfer,
      Sku sku,
      Quantity quantity,
      LocationCode from,
      LocationCode heldIn,
      Optional<LotCode> lot)
      implements TransferCommand {
    public AcceptOver {
      Required.field("from_warehouse", fromWarehouse);
      Required.field("to_warehouse", toWarehouse);
      Required.field("transfer", transfer);
      Required.field("sku", sku);
      Required.field("quantity", quantity);
      Required.field("from", from);
      Required.field("held_in", heldIn);
      lot = Required.orEmpty(lot);
    }

    @Override
    public List<WarehouseCode> warehouses() {
      return List.of(fromWarehouse, toWarehouse);
    }
  }

  /// How long goods are on their way from one warehouse to the other.
  @Json(naming = Json.Naming.LowerUnderscore)
  record SetLeadTime(WarehouseCode fromWarehouse, WarehouseCode toWarehouse, long hours)
      implements TransferCommand {
    /// A hundred days.
    public static final long HOURS_MAX = 2_400;

    public SetLeadTime {
      Required.field("from_warehouse", fromWarehouse);
      Required.field("to_warehouse", toWarehouse);
      if (hours < 0 || hours > HOURS_MAX) {
        throw new InvalidValue("invalid_hours", "hours " + hours + " is not from 0 to 2400");
      }
    }

    @Override
    public List<WarehouseCode> warehouses() {
      return List.of(fromWarehouse, toWarehouse);
    }
  }

  /// A step of a transfer that exists, done in one of its two warehouses.
  sealed interface OfOne extends TransferCommand {
    /// Where it is done.
    WarehouseCode warehouse();

    Reference transfer();

    @Override
    default List<WarehouseCode> warehouses() {
      return List.of(warehouse());
    }
  }

  private static Optional<Reference> shortEnough(Optional<Reference> number) {
    if (number.isPresent() && number.get().code().length() > NUMBER_MAX) {
      throw new InvalidValue(
          "invalid_number", "number " + number.get() + " is longer than 48 characters; shorten it");
    }
    return number;
  }

  private static void few(String name, List<?> list, int least) {
    if (list.size() < least || list.size() > LINES_MAX) {
      throw new InvalidValue(
          "invalid_" + name, name + " has " + list.size() + " entries, not " + least + " to 500");
    }
  }

  private static void notNegative(String name, long value) {
    if (value < 0 || value > Quantity.MAX) {
      throw new InvalidValue(
          "invalid_quantity", name + " " + value + " is not a whole number from 0 to 1000000000");
    }
  }
}
