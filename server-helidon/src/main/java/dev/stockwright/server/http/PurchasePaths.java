package dev.stockwright.server.http;

import dev.stockwright.protocol.PurchaseCommand;
import java.util.List;

/// Where the commands of [PurchaseCommand] are taken.
final class PurchasePaths {
  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/purchasing/orders/open",
              "open_purchase_order",
              PurchaseCommand.OpenPurchaseOrder.class,
              "We have bought this"),
          new WorkPath(
              "/api/v1/purchasing/orders/{order}/change",
              "change_purchase_order",
              PurchaseCommand.ChangePurchaseOrder.class,
              "Other lines, another day, another tolerance"),
          new WorkPath(
              "/api/v1/purchasing/orders/{order}/close",
              "close_purchase_order",
              PurchaseCommand.ClosePurchaseOrder.class,
              "Nothing more will come for it, or for some of its products"),
          new WorkPath(
              "/api/v1/purchasing/orders/{order}/cancel",
              "cancel_purchase_order",
              PurchaseCommand.CancelPurchaseOrder.class,
              "It was not meant"),
          new WorkPath(
              "/api/v1/purchasing/orders/{order}/allow-over-receipt",
              "allow_over_receipt",
              PurchaseCommand.AllowOverReceipt.class,
              "More than the tolerance may come"),
          new WorkPath(
              "/api/v1/asns/announce",
              "announce_delivery",
              PurchaseCommand.AnnounceDelivery.class,
              "The supplier says what is on its way"),
          new WorkPath(
              "/api/v1/asns/{asn}/close",
              "close_asn",
              PurchaseCommand.CloseAsn.class,
              "The rest of it does not come any more"));

  private PurchasePaths() {}
}
