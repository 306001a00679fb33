package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.known.Reason;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.receiving.ReceivingState.Delivery;
import dev.stockwright.client.workflow.receiving.ReceivingState.Fault;
import dev.stockwright.client.workflow.receiving.ReceivingState.TooMuch;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PurchaseCommand.AllowOverReceipt;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReceivingCommand.ReceiveLine;
import dev.stockwright.protocol.ReceivingCommand.ReceiveUnit;
import dev.stockwright.protocol.ReceivingCommand.StartReceipt;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is told to the server of what was received.
final class Commands {
  private Commands() {}

  /// Without a document, or for a purchase order.
  static Command receive(Receipt receipt) {
    Load load = receipt.load();
    ReceivingState state = receipt.state();
    return new ReceiveGoods(
        state.warehouse(),
        load.sku(),
        new Quantity(load.units()),
        state.staging(),
        load.lot(),
        load.expiry(),
        load.serial(),
        load.unit().or(state::onto),
        receipt.condition(),
        state.order(),
        state.fault().flatMap(Fault::reason));
  }

  /// More than was ordered may come: a supervisor's decision.
  static Command allowed(Receipt receipt, Reference order, TooMuch more) {
    return new AllowOverReceipt(
        receipt.state().warehouse(),
        order,
        receipt.load().sku(),
        new Quantity(more.over()),
        reason(receipt.scene(), "over_receipt"));
  }

  /// Goods of a delivery that was announced; the first ones start its receipt.
  static List<Command> line(Receipt receipt, Delivery delivery) {
    Load load = receipt.load();
    ReceivingState state = receipt.state();
    List<Command> commands = started(state, delivery);
    commands.add(
        new ReceiveLine(
            state.warehouse(),
            delivery.receipt(),
            load.sku(),
            new Quantity(load.units()),
            state.staging(),
            load.lot(),
            load.expiry(),
            load.serial().stream().toList(),
            load.unit().or(state::onto),
            false,
            receipt.condition(),
            state.fault().flatMap(Fault::reason)));
    return commands;
  }

  /// A whole handling unit of it.
  static List<Command> unit(
      ReceivingState state, Delivery delivery, HandlingUnit unit, boolean quarantine) {
    List<Command> commands = started(state, delivery);
    commands.add(
        new ReceiveUnit(
            state.warehouse(),
            unit,
            Optional.of(delivery.receipt()),
            state.staging(),
            quarantine ? Optional.of(Condition.QUARANTINE) : state.fault().map(Fault::condition),
            state.fault().flatMap(Fault::reason)));
    return commands;
  }

  private static List<Command> started(ReceivingState state, Delivery delivery) {
    List<Command> commands = new ArrayList<>();
    if (!delivery.begun()) {
      commands.add(
          new StartReceipt(
              state.warehouse(),
              Optional.of(delivery.receipt()),
              Optional.empty(),
              Optional.of(delivery.number()),
              Optional.empty(),
              state.staging(),
              false));
    }
    return commands;
  }

  /// A number for a receipt that nobody else gives out: the server is not asked, so that a delivery
  /// can be opened in a dead spot.
  static Reference receiptNumber(Scene scene) {
    String who = scene.person().map(Operator::code).orElse("");
    String moment = Long.toString(scene.now().toEpochMilli(), Character.MAX_RADIX);
    String number = ("R-" + moment + "-" + who).toUpperCase(Locale.ROOT);
    return new Reference(number.substring(0, Math.min(40, number.length())));
  }

  /// The first reason for a use that the site knows.
  static ReasonCode reason(Scene scene, String use) {
    return scene.books().reasons(use).stream()
        .findFirst()
        .map(Reason::code)
        .orElseGet(() -> new ReasonCode("other"));
  }
}
