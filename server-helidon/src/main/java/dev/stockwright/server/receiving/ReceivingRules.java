package dev.stockwright.server.receiving;

import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.stock.Checks;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.OrderLine;
import dev.stockwright.server.stock.Pile;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Stock;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.SerialNumber;
import dev.stockwright.vocabulary.VirtualLocation;
import java.util.List;
import java.util.Optional;

/// The rules of receiving. A receipt is a fact: insisted on, it is recorded even beyond its order.
public final class ReceivingRules {
  private static final ReasonCode RECEIPT = new ReasonCode("receipt");

  private ReceivingRules() {}

  /// SUPPLIER -> location, or why not.
  public static Decision decide(ReceiveGoods command, boolean insisted, Stock stock) {
    Optional<Refusal> refusal =
        Checks.known(stock, command.warehouse(), command.sku())
            .or(() -> Checks.known(stock, command.warehouse(), command.location()))
            .or(() -> serialWrong(command, stock))
            .or(() -> insisted ? Optional.empty() : orderWrong(command, stock));
    return refusal.<Decision>map(Decision.Refuse::new).orElseGet(() -> post(command, stock));
  }

  private static Decision post(ReceiveGoods command, Stock stock) {
    LocationCode to =
        command.location().orElseGet(() -> stock.receivingLocation(command.warehouse()));
    String lot =
        command
            .serial()
            .map(SerialNumber::code)
            .or(() -> command.lot().map(LotCode::code))
            .orElse("");
    PileKey goods =
        new PileKey(
            VirtualLocation.SUPPLIER.code(),
            lot,
            command.handlingUnit().map(HandlingUnit::code).orElse(""),
            command.condition().orElse(Condition.AVAILABLE),
            "");
    return new Decision.Post(
        List.of(
            new Posting(
                command.warehouse(),
                command.sku(),
                goods,
                to,
                command.quantity().units(),
                command.reason().orElse(RECEIPT),
                command.purchaseOrder(),
                command.expiry(),
                Decision.REVERSES_NOTHING)));
  }

  private static Optional<Refusal> serialWrong(ReceiveGoods command, Stock stock) {
    if (command.serial().isEmpty()) {
      return Optional.empty();
    }
    SerialNumber serial = command.serial().get();
    if (command.quantity().units() != 1) {
      return Optional.of(new Refusal.SerialNotSingle(serial, command.quantity().units()));
    }
    return stock.piles(command.warehouse(), command.sku()).stream()
        .map(Pile::key)
        .filter(key -> key.lot().equals(serial.code()))
        .findFirst()
        .map(
            key ->
                new Refusal.SerialAlreadyHere(
                    serial, command.sku(), key.location(), Optional.empty()));
  }

  private static Optional<Refusal> orderWrong(ReceiveGoods command, Stock stock) {
    if (command.purchaseOrder().isEmpty()) {
      return Optional.empty();
    }
    Reference order = command.purchaseOrder().get();
    if (!stock.openOrder(order, command.warehouse())) {
      return Optional.of(new Refusal.UnknownOrder(order));
    }
    Optional<OrderLine> line = stock.orderLine(order, command.warehouse(), command.sku());
    if (line.isEmpty()) {
      return Optional.of(new Refusal.NotOnOrder(order, command.sku()));
    }
    long wanted = command.quantity().units();
    return line.filter(known -> !known.takes(wanted))
        .map(
            known ->
                new Refusal.OverReceipt(
                    order, command.sku(), known.ordered(), known.received(), wanted));
  }
}
