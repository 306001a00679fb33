package dev.stockwright.protocol;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Taking deliveries and returns in, with a document for each, and deciding about the quality of
/// what came.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = ReceivingCommand.StartReceipt.class, name = "start_receipt")
@Json.SubType(type = ReceivingCommand.ReceiveLine.class, name = "receive_line")
@Json.SubType(type = ReceivingCommand.ReceiveUnit.class, name = "receive_unit")
@Json.SubType(type = ReceivingCommand.TakeBackLine.class, name = "take_back_line")
@Json.SubType(type = ReceivingCommand.CloseReceipt.class, name = "close_receipt")
@Json.SubType(type = ReceivingCommand.GatherReceipt.class, name = "gather_receipt")
@Json.SubType(type = ReceivingCommand.MatchReceipt.class, name = "match_receipt")
@Json.SubType(type = ReceivingCommand.ReceiveReturn.class, name = "receive_return")
@Json.SubType(type = ReceivingCommand.HoldGoods.class, name = "hold_goods")
@Json.SubType(type = ReceivingCommand.ReleaseGoods.class, name = "release_goods")
@Json.SubType(type = ReceivingCommand.RejectGoods.class, name = "reject_goods")
public sealed interface ReceivingCommand extends WorkCommand {
  /// The most pieces with serial numbers in one command.
  int SERIALS_MAX = 10_000;

  /// Where it happens.
  WarehouseCode warehouse();

  @Override
  default List<WarehouseCode> warehouses() {
    return List.of(warehouse());
  }

  /// A delivery has come: against a purchase order, an ASN, or unannounced when neither is given.
  ///
  /// @param number the receipt's own number; one is given out when absent
  /// @param supplier who sent an unannounced one
  /// @param location where the goods are set down; the warehouse's receiving location when absent
  /// @param blind those who receive are not told how much is expected; an order may want that too
  @Json(naming = Json.Naming.LowerUnderscore)
  record StartReceipt(
      WarehouseCode warehouse,
      Optional<Reference> number,
      Optional<Reference> purchaseOrder,
      Optional<Reference> asn,
      Optional<Reference> supplier,
      Optional<LocationCode> location,
      boolean blind)
      implements ReceivingCommand {
    public StartReceipt {
      Required.field("warehouse", warehouse);
      number = Required.orEmpty(number);
      purchaseOrder = Required.orEmpty(purchaseOrder);
      asn = Required.orEmpty(asn);
      supplier = Required.orEmpty(supplier);
      location = Required.orEmpty(location);
    }
  }

  /// These goods are in.
  ///
  /// @param location where they are set down; where the receipt says when absent
  /// @param serials as many as pieces, for goods kept by piece
  /// @param handlingUnit what they are put onto
  /// @param newUnit put them onto a new handling unit, whose SSCC the server makes
  /// @param condition available when absent, unless the goods must be inspected or are damaged
  /// @param damage what is wrong with them
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReceiveLine(
      WarehouseCode warehouse,
      Reference receipt,
      Sku sku,
      Quantity quantity,
      Optional<LocationCode> location,
      Optional<LotCode> lot,
      Optional<LocalDate> expiry,
      List<SerialNumber> serials,
      Optional<HandlingUnit> handlingUnit,
      boolean newUnit,
      Optional<Condition> condition,
      Optional<ReasonCode> damage)
      implements ReceivingCommand {
    public ReceiveLine {
      Required.field("warehouse", warehouse);
      Required.field("receipt", receipt);
      Required.field("sku", sku);
      Required.field("quantity", quantity);
      location = Required.orEmpty(location);
      lot = Required.orEmpty(lot);
      expiry = Required.orEmpty(expiry);
      serials = pieces(serials);
      handlingUnit = Required.orEmpty(handlingUnit);
      condition = Required.orEmpty(condition);
      damage = Required.orEmpty(damage);
      if (newUnit && handlingUnit.isPresent()) {
        throw new InvalidValue(
            "invalid_new_unit", "give handling_unit or new_unit, not both of them");
      }
    }
  }

  /// A whole announced handling unit is in, with everything that the ASN says is in it.
  ///
  /// @param into the receipt; the one that is open for the ASN when absent, or a new one
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReceiveUnit(
      WarehouseCode warehouse,
      HandlingUnit unit,
      Optional<Reference> into,
      Optional<LocationCode> location,
      Optional<Condition> condition,
      Optional<ReasonCode> damage)
      implements ReceivingCommand {
    public ReceiveUnit {
      Required.field("warehouse", warehouse);
      Required.field("unit", unit);
      into = Required.orEmpty(into);
      location = Required.orEmpty(location);
      condition = Required.orEmpty(condition);
      damage = Required.orEmpty(damage);
    }
  }

  /// A line of an open receipt was wrong: its goods go back to where they came from.
  ///
  /// @param line its number in the receipt
  @Json(naming = Json.Naming.LowerUnderscore)
  record TakeBackLine(WarehouseCode warehouse, Reference receipt, int line)
      implements ReceivingCommand {
    public TakeBackLine {
      Required.field("warehouse", warehouse);
      Required.field("receipt", receipt);
    }
  }

  /// Everything of this delivery or return is in.
  @Json(naming = Json.Naming.LowerUnderscore)
  record CloseReceipt(WarehouseCode warehouse, Reference receipt) implements ReceivingCommand {
    public CloseReceipt {
      Required.field("warehouse", warehouse);
      Required.field("receipt", receipt);
    }
  }

  /// What somebody received without a document becomes a receipt, so that it can be matched with
  /// the order it came for.
  ///
  /// @param number the receipt's own number; one is given out when absent
  /// @param receiver whose goods; those of who says this when absent
  @Json(naming = Json.Naming.LowerUnderscore)
  record GatherReceipt(
      WarehouseCode warehouse, Optional<Reference> number, Optional<Operator> receiver)
      implements ReceivingCommand {
    public GatherReceipt {
      Required.field("warehouse", warehouse);
      number = Required.orEmpty(number);
      receiver = Required.orEmpty(receiver);
    }
  }

  /// The goods of a receipt without an order came for this one.
  ///
  /// @param lines which of them; when empty, all that the order still takes. The rest stays
  ///     unmatched.
  @Json(naming = Json.Naming.LowerUnderscore)
  record MatchReceipt(
      WarehouseCode warehouse, Reference receipt, Reference order, List<MatchedLine> lines)
      implements ReceivingCommand {
    public MatchReceipt {
      Required.field("warehouse", warehouse);
      Required.field("receipt", receipt);
      Required.field("order", order);
      lines = Required.orEmpty(lines);
      if (lines.size() > SERIALS_MAX
          || lines.stream().map(MatchedLine::line).distinct().count() < lines.size()) {
        throw new InvalidValue("invalid_lines", "lines are up to 10000, each once");
      }
    }
  }

  /// Some goods of a receipt.
  ///
  /// @param line its number in the receipt
  @Json(naming = Json.Naming.LowerUnderscore)
  record MatchedLine(int line, Quantity quantity) {
    public MatchedLine {
      Required.field("quantity", quantity);
    }
  }

  /// A customer has brought something back.
  ///
  /// @param into the return that it belongs to; one is opened when absent or not known
  /// @param customer who, by code
  /// @param grade available: can be sold again; damaged; quarantine: must be inspected
  /// @param why why it came back
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReceiveReturn(
      WarehouseCode warehouse,
      Optional<Reference> into,
      Optional<Reference> customer,
      Sku sku,
      Quantity quantity,
      Condition grade,
      ReasonCode why,
      Optional<LocationCode> location,
      Optional<LotCode> lot,
      Optional<LocalDate> expiry,
      List<SerialNumber> serials,
      Optional<HandlingUnit> handlingUnit)
      implements ReceivingCommand {
    public ReceiveReturn {
      Required.field("warehouse", warehouse);
      into = Required.orEmpty(into);
      customer = Required.orEmpty(customer);
      Required.field("sku", sku);
      Required.field("quantity", quantity);
      Required.field("grade", grade);
      Required.field("why", why);
      location = Required.orEmpty(location);
      lot = Required.orEmpty(lot);
      expiry = Required.orEmpty(expiry);
      serials = pieces(serials);
      handlingUnit = Required.orEmpty(handlingUnit);
    }
  }

  /// These goods may not be used until somebody has looked at them.
  ///
  /// @param at where they lie
  /// @param lot or the serial number of goods kept by piece
  @Json(naming = Json.Naming.LowerUnderscore)
  record HoldGoods(
      WarehouseCode warehouse,
      Sku sku,
      LocationCode at,
      Quantity quantity,
      Optional<LotCode> lot,
      Optional<HandlingUnit> handlingUnit,
      ReasonCode why)
      implements ReceivingCommand {
    public HoldGoods {
      Required.field("warehouse", warehouse);
      Required.field("sku", sku);
      Required.field("at", at);
      Required.field("quantity", quantity);
      Required.field("why", why);
      lot = Required.orEmpty(lot);
      handlingUnit = Required.orEmpty(handlingUnit);
    }
  }

  /// They are fine and can be used.
  ///
  /// @param condition what they are now: quarantine when absent
  @Json(naming = Json.Naming.LowerUnderscore)
  record ReleaseGoods(
      WarehouseCode warehouse,
      Sku sku,
      LocationCode at,
      Quantity quantity,
      Optional<LotCode> lot,
      Optional<HandlingUnit> handlingUnit,
      Optional<Condition> condition,
      ReasonCode why)
      implements ReceivingCommand {
    public ReleaseGoods {
      Required.field("warehouse", warehouse);
      Required.field("sku", sku);
      Required.field("at", at);
      Required.field("quantity", quantity);
      Required.field("why", why);
      lot = Required.orEmpty(lot);
      handlingUnit = Required.orEmpty(handlingUnit);
      condition = Required.orEmpty(condition);
    }
  }

  /// They cannot be used: their condition is damaged from now on.
  ///
  /// @param condition what they are now: quarantine when absent
  @Json(naming = Json.Naming.LowerUnderscore)
  record RejectGoods(
      WarehouseCode warehouse,
      Sku sku,
      LocationCode at,
      Quantity quantity,
      Optional<LotCode> lot,
      Optional<HandlingUnit> handlingUnit,
      Optional<Condition> condition,
      ReasonCode why)
      implements ReceivingCommand {
    public RejectGoods {
      Required.field("warehouse", warehouse);
      Required.field("sku", sku);
      Required.field("at", at);
      Required.field("quantity", quantity);
      Required.field("why", why);
      lot = Required.orEmpty(lot);
      handlingUnit = Required.orEmpty(handlingUnit);
      condition = Required.orEmpty(condition);
    }
  }

  private static List<SerialNumber> pieces(List<SerialNumber> given) {
    List<SerialNumber> serials = Required.orEmpty(given);
    if (serials.size() > SERIALS_MAX || serials.stream().distinct().count() < serials.size()) {
      throw new InvalidValue(
          "invalid_serials", "serials are up to 10000, each once; leave out what is there twice");
    }
    return serials;
  }
}
