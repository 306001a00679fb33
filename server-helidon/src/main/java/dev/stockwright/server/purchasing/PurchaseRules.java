package dev.stockwright.server.purchasing;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.InboundRefusal;
import dev.stockwright.protocol.PurchaseCommand;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.purchasing.PurchaseOrder.Line;
import dev.stockwright.server.purchasing.PurchaseOrder.State;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;

/// What may be done with a purchase order. Pure.
public final class PurchaseRules {
  private PurchaseRules() {}

  /// Why the order cannot be changed like this; empty when it can.
  public static Optional<Refusal> change(
      PurchaseOrder order, PurchaseCommand.ChangePurchaseOrder command) {
    Optional<Refusal> not = open(order);
    if (not.isPresent()) {
      return not;
    }
    if (command.version() != 0 && command.version() != order.version()) {
      return Optional.of(
          new DocumentRefusal.Mismatch("version", "" + order.version(), "" + command.version()));
    }
    for (PurchaseCommand.Change change : command.changes()) {
      long received = order.line(change.sku()).map(Line::received).orElse(0L);
      if (change.ordered() < received) {
        return Optional.of(
            new DocumentRefusal.OutOfRange(
                "quantity of " + change.sku(),
                received + " or more, as much has been received",
                "" + change.ordered()));
      }
    }
    return Optional.empty();
  }

  /// Why these products cannot be closed short; empty when they can.
  ///
  /// @param skus the whole order when empty
  public static Optional<Refusal> close(PurchaseOrder order, List<Sku> skus) {
    return open(order)
        .or(
            () ->
                skus.stream()
                    .filter(sku -> order.line(sku).isEmpty())
                    .findFirst()
                    .map(sku -> new Refusal.NotOnOrder(order.number(), sku)));
  }

  /// Why it cannot be cancelled; empty when it can.
  public static Optional<Refusal> cancel(PurchaseOrder order) {
    return open(order)
        .or(
            () ->
                order.lines().stream().anyMatch(line -> line.received() > 0)
                    ? Optional.of(
                        new DocumentRefusal.WrongState(
                            DocumentKind.PURCHASE_ORDER,
                            order.number(),
                            "received in part",
                            "not begun; close it short instead"))
                    : Optional.empty());
  }

  /// Why so many of a product cannot be received; empty when they can.
  public static Optional<Refusal> receive(PurchaseOrder order, Sku sku, long units, boolean blind) {
    Optional<Refusal> not = open(order);
    if (not.isPresent()) {
      return not;
    }
    Optional<Line> line = order.line(sku);
    if (line.isEmpty()) {
      return Optional.of(new Refusal.NotOnOrder(order.number(), sku));
    }
    if (line.get().received() + units <= line.get().most()) {
      return Optional.empty();
    }
    return Optional.of(
        blind
            ? new InboundRefusal.OverExpected(order.number(), sku)
            : new Refusal.OverReceipt(
                order.number(), sku, line.get().ordered(), line.get().received(), units));
  }

  /// Why nothing can be done with it; empty when it is open.
  public static Optional<Refusal> open(PurchaseOrder order) {
    return order.state() == State.OPEN
        ? Optional.empty()
        : Optional.of(
            new DocumentRefusal.WrongState(
                DocumentKind.PURCHASE_ORDER, order.number(), order.state().code(), "open"));
  }
}
