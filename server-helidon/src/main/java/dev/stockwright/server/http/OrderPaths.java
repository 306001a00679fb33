package dev.stockwright.server.http;

import dev.stockwright.protocol.OrderCommand;
import java.util.List;

/// Where the commands of [OrderCommand] are taken.
final class OrderPaths {
  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/orders",
              "place_order",
              OrderCommand.PlaceOrder.class,
              "Promise the stock of a new order, all lines or none"),
          new WorkPath(
              "/api/v1/orders/{order}/renew",
              "renew_order",
              OrderCommand.RenewOrder.class,
              "Hold its stock for longer"),
          new WorkPath(
              "/api/v1/orders/{order}/confirm",
              "confirm_order",
              OrderCommand.ConfirmOrder.class,
              "It is bought; promised again when its time was over"),
          new WorkPath(
              "/api/v1/orders/{order}/release",
              "release_order",
              OrderCommand.ReleaseOrder.class,
              "Give its stock back"),
          new WorkPath(
              "/api/v1/orders/{order}/change",
              "change_order",
              OrderCommand.ChangeOrder.class,
              "Another priority, another day, other lines"),
          new WorkPath(
              "/api/v1/orders/{order}/fill",
              "fill_order",
              OrderCommand.FillOrder.class,
              "Promise what is back-ordered, as far as goods have come"),
          new WorkPath(
              "/api/v1/orders/{order}/cancel",
              "cancel_order",
              OrderCommand.CancelOrder.class,
              "It is not wanted any more"),
          new WorkPath(
              "/api/v1/orders/tidy",
              "tidy_orders",
              OrderCommand.TidyOrders.class,
              "Write down which orders' time has passed"));

  private OrderPaths() {}
}
