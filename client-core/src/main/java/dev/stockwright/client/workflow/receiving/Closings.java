package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.known.Notice;
import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.receiving.ReceivingState.Closing;
import dev.stockwright.client.workflow.receiving.ReceivingState.Delivery;
import dev.stockwright.client.workflow.receiving.ReceivingState.Nothing;
import dev.stockwright.client.workflow.receiving.ReceivingState.Order;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.PurchaseCommand.CloseAsn;
import dev.stockwright.protocol.PurchaseCommand.ClosePurchaseOrder;
import dev.stockwright.protocol.ReceivingCommand.CloseReceipt;
import dev.stockwright.protocol.ReceivingCommand.StartReceipt;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ending a receipt. A clean one is closed without a question; of a short one it is said of each
/// product whether the rest is expected later or does not come any more.
final class Closings {
  private Closings() {}

  /// What of a product has not come.
  record Missing(Sku sku, String name, long units) {}

  /// What has not come, where that may be known.
  static List<Missing> missing(ReceivingState state, Scene scene) {
    return switch (state.against()) {
      case Nothing nothing -> List.of();
      case Order order ->
          scene.books().order(order.number()).map(OpenOrder::lines).orElse(List.of()).stream()
              .filter(line -> line.open() > 0)
              .map(line -> new Missing(line.sku(), line.name(), line.open()))
              .toList();
      case Delivery delivery ->
          Deliveries.notice(scene, delivery.number())
              .filter(notice -> !notice.blind())
              .map(Closings::missing)
              .orElse(List.of());
    };
  }

  private static List<Missing> missing(Notice notice) {
    Map<Sku, Missing> open = new LinkedHashMap<>();
    for (Notice.Line line : notice.lines()) {
      long left = line.announced().orElse(0L) - line.received().orElse(0L);
      if (left > 0) {
        open.merge(
            line.sku(),
            new Missing(line.sku(), line.name(), left),
            (a, b) -> new Missing(a.sku(), a.name(), a.units() + b.units()));
      }
    }
    return List.copyOf(open.values());
  }

  /// DONE: what is in hand is finished, then the document.
  static Step<ReceivingState> done(ReceivingState state, Scene scene) {
    if (state.onto().isPresent()) {
      return new Step.Asked<>(
          state.onto(Optional.empty()),
          Said.of(
              Text.of(ReceivingPhrase.UNIT_CLOSED, state.onto().get()),
              Text.of(ReceivingPhrase.NEXT_GOODS)));
    }
    boolean begun =
        switch (state.against()) {
          case Nothing nothing -> false;
          case Order order -> order.begun();
          case Delivery delivery -> delivery.begun();
        };
    if (state.against() instanceof Nothing) {
      return ReceivingWorkflow.mistaken(
          state,
          ReceivingWorkflow.said(
              ReceivingPhrase.NO_ORDER_OPEN, ReceivingPhrase.SCAN_GOODS_OR_ORDER));
    }
    if (!begun) {
      return left(state);
    }
    return missing(state, scene).isEmpty()
        ? close(state, new Closing(List.of()), scene)
        : new Step.Asked<>(
            state.in(new Closing(List.of())),
            Said.of(
                Text.of(ReceivingPhrase.SHORT, missing(state, scene).size()),
                Text.of(ReceivingPhrase.CLOSE_HOW)));
  }

  /// The document is left as it is.
  static Step<ReceivingState> left(ReceivingState state) {
    return new Step.Asked<>(
        state.without(),
        ReceivingWorkflow.said(ReceivingPhrase.BLIND_NOW, ReceivingPhrase.SCAN_GOODS));
  }

  /// Expect it later, or not any more. Of a delivery, whose rest comes whole or not at all, it is
  /// said of everything at once.
  static Step<ReceivingState> turned(
      ReceivingState state, Closing closing, String what, Scene scene) {
    List<Sku> all = missing(state, scene).stream().map(Missing::sku).toList();
    Optional<Sku> meant = all.stream().filter(sku -> sku.code().equals(what)).findFirst();
    if (meant.isEmpty()) {
      return ReceivingWorkflow.mistaken(
          state, ReceivingWorkflow.said(ReceivingPhrase.NO_QUESTION, ReceivingPhrase.CLOSE_HOW));
    }
    boolean whole = state.against() instanceof Delivery;
    boolean back = closing.cancelled().contains(meant.get());
    List<Sku> cancelled = new ArrayList<>(closing.cancelled());
    if (back) {
      cancelled.removeAll(whole ? all : List.of(meant.get()));
    } else {
      cancelled.addAll(whole ? all : List.of(meant.get()));
    }
    return new Step.Asked<>(
        state.in(new Closing(cancelled)),
        Said.of(
            Text.of(back ? ReceivingPhrase.COMES_LATER : ReceivingPhrase.COMES_NOT, what),
            Text.of(ReceivingPhrase.CLOSE_HOW)));
  }

  static Step<ReceivingState> close(ReceivingState state, Closing closing, Scene scene) {
    List<Command> commands =
        switch (state.against()) {
          case Nothing nothing -> List.of();
          case Order order -> order(state, order.number(), closing, scene);
          case Delivery delivery -> delivery(state, delivery, closing, scene);
        };
    if (commands.isEmpty()) {
      return left(state);
    }
    boolean clean = missing(state, scene).isEmpty();
    Text said =
        Text.of(
            scene.online() ? ReceivingPhrase.CLOSED : ReceivingPhrase.CLOSE_REQUESTED,
            number(state));
    Text detail =
        Text.of(clean ? ReceivingPhrase.SCAN_GOODS_OR_ORDER : ReceivingPhrase.REST_AS_SAID);
    return new Step.Recorded<>(state.without(), commands, Said.of(said, detail), true, false);
  }

  /// An order that is complete ends with its last receipt; of a short one only what does not come
  /// any more is told.
  private static List<Command> order(
      ReceivingState state, Reference order, Closing closing, Scene scene) {
    if (!closing.cancelled().isEmpty()) {
      return List.of(
          new ClosePurchaseOrder(
              state.warehouse(),
              order,
              Commands.reason(scene, "short_close"),
              closing.cancelled()));
    }
    if (!missing(state, scene).isEmpty() || scene.books().order(order).isEmpty()) {
      return List.of();
    }
    Reference receipt = Commands.receiptNumber(scene);
    return List.of(
        new StartReceipt(
            state.warehouse(),
            Optional.of(receipt),
            Optional.of(order),
            Optional.empty(),
            Optional.empty(),
            state.staging(),
            false),
        new CloseReceipt(state.warehouse(), receipt));
  }

  private static List<Command> delivery(
      ReceivingState state, Delivery delivery, Closing closing, Scene scene) {
    List<Command> commands = new ArrayList<>();
    commands.add(new CloseReceipt(state.warehouse(), delivery.receipt()));
    if (!closing.cancelled().isEmpty()) {
      commands.add(
          new CloseAsn(
              state.warehouse(), delivery.number(), Commands.reason(scene, "short_close")));
    }
    return commands;
  }

  static String number(ReceivingState state) {
    return switch (state.against()) {
      case Nothing nothing -> "";
      case Order order -> order.number().code();
      case Delivery delivery -> delivery.number().code();
    };
  }
}
