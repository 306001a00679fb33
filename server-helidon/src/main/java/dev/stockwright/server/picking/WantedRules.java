package dev.stockwright.server.picking;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.orders.OrderState;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;

/// Which orders can be picked. Pure.
final class WantedRules {
  private static final String COMMITTED = "committed";

  private WantedRules() {}

  /// What an order still wants.
  ///
  /// @param promise the state of its promise, where one holds
  /// @param demands of what is promised, neither picked nor given to a pick
  record Wanted(
      long id,
      Reference number,
      OrderState state,
      Optional<String> promise,
      List<Demand> demands) {}

  /// Why it cannot be picked; empty when it can.
  static Optional<Refusal> refusal(Reference number, Optional<Wanted> found) {
    if (found.isEmpty()) {
      return Optional.of(new DocumentRefusal.UnknownDocument(DocumentKind.ORDER, number));
    }
    Wanted order = found.get();
    if (order.state().then(OrderState.Act.BEGIN).isEmpty()) {
      return wrong(number, order.state().code(), COMMITTED);
    }
    if (!order.promise().equals(Optional.of(COMMITTED))) {
      return Optional.of(new Refusal.ReservationEnded(number, order.promise().orElse("released")));
    }
    return order.demands().isEmpty()
        ? wrong(number, "picked as far as its goods are promised", "not")
        : Optional.empty();
  }

  private static Optional<Refusal> wrong(Reference number, String given, String expected) {
    return Optional.of(new DocumentRefusal.WrongState(DocumentKind.ORDER, number, given, expected));
  }
}
