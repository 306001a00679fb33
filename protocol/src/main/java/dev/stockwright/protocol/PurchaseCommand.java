package dev.stockwright.protocol;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LotCode;
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

/// What is bought and what suppliers announce: the goods that are expected.
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = PurchaseCommand.OpenPurchaseOrder.class, name = "open_purchase_order")
@Json.SubType(type = PurchaseCommand.ChangePurchaseOrder.class, name = "change_purchase_order")
@Json.SubType(type = PurchaseCommand.ClosePurchaseOrder.class, name = "close_purchase_order")
@Json.SubType(type = PurchaseCommand.CancelPurchaseOrder.class, name = "cancel_purchase_order")
@Json.SubType(type = PurchaseCommand.AllowOverReceipt.class, name = "allow_over_receipt")
@Json.SubType(type = PurchaseCommand.AnnounceDelivery.class, name = "announce_delivery")
@Json.SubType(type = PurchaseCommand.CloseAsn.class, name = "close_asn")
public sealed interface PurchaseCommand extends WorkCommand {
  /// The most lines of one order, and pieces of one announced line.
  int LINES_MAX = 1_000;

  int CONTENTS_MAX = 10_000;

  /// The most that an order may allow beyond what is ordered, in percent.
  int OVER_PERCENT_MAX = 100;

  /// Where the goods shall arrive.
  WarehouseCode warehouse();

  @Override
  default List<WarehouseCode> warehouses() {
    return List.of(warehouse());
  }

  /// We have bought this.
  ///
  /// @param supplier the supplier's code
  /// @param overPercent how much more than ordered may come; what is set for the supplier or the
  ///     warehouse when absent
  /// @param blind those who receive are not told how much is expected
  /// @param lines 1 to 1000, each product once
  @Json(naming = Json.Naming.LowerUnderscore)
  record OpenPurchaseOrder(
      WarehouseCode warehouse,
      Reference order,
      Reference supplier,
      Optional<LocalDate> expectedOn,
      Optional<Long> overPercent,
      boolean blind,
      @Filled List<Line> lines)
      implements PurchaseCommand {
    public OpenPurchaseOrder {
      Required.field("warehouse", warehouse);
      Required.field("order", order);
      Required.field("supplier", supplier);
      Required.field("lines", lines);
      expectedOn = Required.orEmpty(expectedOn);
      overPercent = percent(overPercent);
      lines = Required.orEmpty(lines);
      checkSize("lines", lines.size(), 1, LINES_MAX);
      checkOnce(lines.stream().map(Line::sku).toList());
    }
  }

  /// One product that is bought.
  @Json(naming = Json.Naming.LowerUnderscore)
  record Line(Sku sku, Quantity quantity) {
    public Line {
      Required.field("sku", sku);
      Required.field("quantity", quantity);
    }
  }

  /// The order is different now.
  ///
  /// @param version the one that was looked at, so that nobody's change is lost; 0: whatever it is
  /// @param changes products with what is ordered of them now; those not named stay
  @Json(naming = Json.Naming.LowerUnderscore)
  record ChangePurchaseOrder(
      WarehouseCode warehouse,
      Reference order,
      long version,
      Optional<LocalDate> expectedOn,
      Optional<Long> overPercent,
      List<Change> changes)
      implements PurchaseCommand {
    public ChangePurchaseOrder {
      Required.field("warehouse", warehouse);
      Required.field("order", order);
      expectedOn = Required.orEmpty(expectedOn);
      overPercent = percent(overPercent);
      changes = Required.orEmpty(changes);
      checkSize("changes", changes.size(), 0, LINES_MAX);
      checkOnce(changes.stream().map(Change::sku).toList());
    }
  }

  /// How much of a product is ordered now; 0: none, the line goes.
  @Json(naming = Json.Naming.LowerUnderscore)
  record Change(Sku sku, long ordered) {
    public Change {
      Required.field("sku", sku);
      if (ordered < 0 || ordered > Quantity.MAX) {
        throw new InvalidValue(
            "invalid_quantity", "ordered " + ordered + " is not from 0 to " + Quantity.MAX);
      }
    }
  }

  /// Nothing more will come for it, or for some of its products.
  ///
  /// @param skus only these; the whole order when empty
  @Json(naming = Json.Naming.LowerUnderscore)
  record ClosePurchaseOrder(
      WarehouseCode warehouse, Reference order, ReasonCode reason, List<Sku> skus)
      implements PurchaseCommand {
    public ClosePurchaseOrder {
      Required.field("warehouse", warehouse);
      Required.field("order", order);
      Required.field("reason", reason);
      skus = Required.orEmpty(skus);
    }
  }

  /// It was not meant; nothing has come for it yet.
  @Json(naming = Json.Naming.LowerUnderscore)
  record CancelPurchaseOrder(WarehouseCode warehouse, Reference order, ReasonCode reason)
      implements PurchaseCommand {
    public CancelPurchaseOrder {
      Required.field("warehouse", warehouse);
      Required.field("order", order);
      Required.field("reason", reason);
    }
  }

  /// More than the tolerance may come, for this once.
  ///
  /// @param quantity how many base units beyond what is ordered, altogether
  @Json(naming = Json.Naming.LowerUnderscore)
  record AllowOverReceipt(
      WarehouseCode warehouse, Reference order, Sku sku, Quantity quantity, ReasonCode reason)
      implements PurchaseCommand {
    public AllowOverReceipt {
      Required.field("warehouse", warehouse);
      Required.field("order", order);
      Required.field("sku", sku);
      Required.field("quantity", quantity);
      Required.field("reason", reason);
    }
  }

  /// The supplier says what is on its way (ASN).
  ///
  /// @param purchaseOrder what it was ordered with
  /// @param contents 1 to 10000
  @Json(naming = Json.Naming.LowerUnderscore)
  record AnnounceDelivery(
      WarehouseCode warehouse,
      Reference asn,
      Reference supplier,
      Optional<Reference> purchaseOrder,
      Optional<LocalDate> expectedOn,
      boolean blind,
      @Filled List<Content> contents)
      implements PurchaseCommand {
    public AnnounceDelivery {
      Required.field("warehouse", warehouse);
      Required.field("asn", asn);
      Required.field("supplier", supplier);
      Required.field("contents", contents);
      purchaseOrder = Required.orEmpty(purchaseOrder);
      expectedOn = Required.orEmpty(expectedOn);
      contents = Required.orEmpty(contents);
      checkSize("contents", contents.size(), 1, CONTENTS_MAX);
    }
  }

  /// Goods in an announced delivery.
  ///
  /// @param handlingUnit the SSCC they are in; absent: loose
  /// @param serials as many as pieces, for goods kept by piece
  @Json(naming = Json.Naming.LowerUnderscore)
  record Content(
      Optional<HandlingUnit> handlingUnit,
      Sku sku,
      Quantity quantity,
      Optional<LotCode> lot,
      Optional<LocalDate> expiry,
      List<SerialNumber> serials) {
    public Content {
      handlingUnit = Required.orEmpty(handlingUnit);
      lot = Required.orEmpty(lot);
      expiry = Required.orEmpty(expiry);
      serials = Required.orEmpty(serials);
      Required.field("sku", sku);
      Required.field("quantity", quantity);
    }
  }

  /// The rest of it does not come any more.
  @Json(naming = Json.Naming.LowerUnderscore)
  record CloseAsn(WarehouseCode warehouse, Reference asn, ReasonCode reason)
      implements PurchaseCommand {
    public CloseAsn {
      Required.field("warehouse", warehouse);
      Required.field("asn", asn);
      Required.field("reason", reason);
    }
  }

  private static Optional<Long> percent(Optional<Long> given) {
    Optional<Long> percent = Required.orEmpty(given);
    if (percent.filter(value -> value < 0 || value > OVER_PERCENT_MAX).isPresent()) {
      throw new InvalidValue(
          "invalid_over_percent", "over_percent " + percent.get() + " is not from 0 to 100");
    }
    return percent;
  }

  private static void checkSize(String name, int size, int least, int most) {
    if (size < least || size > most) {
      throw new InvalidValue(
          "invalid_" + name, name + " has " + size + " entries, not " + least + " to " + most);
    }
  }

  private static void checkOnce(List<Sku> skus) {
    if (skus.stream().distinct().count() < skus.size()) {
      throw new InvalidValue("invalid_lines", "a product has two lines; put them together");
    }
  }
}
