package dev.stockwright.server.shipping;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.orders.Order;
import dev.stockwright.server.orders.OrderState;
import dev.stockwright.server.shipping.PackageBook.Packed;
import dev.stockwright.server.stock.Promise;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What may leave, and what that makes of orders and promises. Pure.
final class ShippingRules {
  private ShippingRules() {}

  /// Why the package is not in the state that is needed; empty when it is.
  static Optional<Refusal> notYet(Packed unit, String expected) {
    return unit.state().equals(expected)
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.WrongState(
                DocumentKind.HANDLING_UNIT,
                new Reference(unit.code().code()),
                unit.state(),
                expected));
  }

  /// How much of what leaves for an order its promise covers, by product.
  static Map<Sku, Long> covered(Optional<Promise> promise, Map<Sku, Long> leaving) {
    Map<Sku, Long> covered = new TreeMap<>(java.util.Comparator.comparing(Sku::code));
    if (promise.filter(held -> held.state().holding()).isEmpty()) {
      return covered;
    }
    for (Promise.Line line : promise.get().lines()) {
      long part = Math.min(line.quantity(), leaving.getOrDefault(line.sku(), 0L));
      if (part > 0) {
        covered.merge(line.sku(), part, Long::sum);
      }
    }
    return covered;
  }

  /// Is nothing promised any more once so much has left?
  static boolean fulfilled(Optional<Promise> promise, Map<Sku, Long> covered) {
    return promise.filter(held -> held.state().holding()).isPresent()
        && promise.get().lines().stream()
            .allMatch(line -> line.quantity() <= covered.getOrDefault(line.sku(), 0L));
  }

  /// How far an order is when its lines are like this: shipped when all of it has left; committed
  /// when the rest waits for goods; else as before.
  static OrderState after(OrderState now, List<Order.Line> lines) {
    if (lines.stream().allMatch(line -> line.shipped() >= line.ordered())) {
      return OrderState.SHIPPED;
    }
    boolean atWork = lines.stream().anyMatch(line -> line.picked() > line.shipped());
    return atWork || now == OrderState.PICKING ? now : OrderState.COMMITTED;
  }
}
