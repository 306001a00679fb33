package dev.stockwright.client.workflow.shipping;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Icon;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.shipping.ShippingState.AtDock;
import dev.stockwright.client.workflow.shipping.ShippingState.Begin;
import dev.stockwright.client.workflow.shipping.ShippingState.Doubt;
import dev.stockwright.client.workflow.shipping.ShippingState.Leave;
import dev.stockwright.client.workflow.shipping.ShippingState.Load;
import dev.stockwright.client.workflow.shipping.ShippingState.Phase;
import dev.stockwright.client.workflow.shipping.ShippingState.Vehicle;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the screen shows at a dock.
final class ShippingCard {
  private ShippingCard() {}

  static Card of(ShippingState state, Scene scene) {
    Optional<Card.Question> question = question(state);
    Card card =
        Card.of(title(state), prompt(state, question.isPresent()))
            .question(question)
            .plate(dock(state).map(ShippingCard::plate));
    return switch (state.phase()) {
      case AtDock dock -> card.rows(vehicles(state));
      case Load load -> loading(card, state, load.shipment(), scene);
      case Begin begin -> card;
      case Doubt doubt -> card;
      case Leave leave -> card;
    };
  }

  private static Text title(ShippingState state) {
    return shipment(state.phase())
        .map(number -> Text.of(CommonPhrase.AS_IS, number))
        .orElseGet(() -> Text.of(ShippingPhrase.TITLE));
  }

  private static Optional<Reference> shipment(Phase phase) {
    return switch (phase) {
      case AtDock dock -> Optional.empty();
      case Begin begin -> Optional.empty();
      case Load load -> Optional.of(load.shipment());
      case Doubt doubt -> Optional.of(doubt.shipment());
      case Leave leave -> Optional.of(leave.shipment());
    };
  }

  private static Optional<LocationCode> dock(ShippingState state) {
    return state.phase() instanceof Begin begin
        ? Optional.of(begin.dock())
        : shipment(state.phase()).flatMap(state::vehicle).map(Vehicle::dock);
  }

  private static Card.Plate plate(LocationCode dock) {
    return new Card.Plate(
        Text.of(ShippingPhrase.DOCK), dock.code(), Optional.empty(), Optional.empty(), true);
  }

  /// What is to be done next.
  static Text instruction(ShippingState state) {
    return switch (state.phase()) {
      case AtDock dock -> Text.of(ShippingPhrase.SCAN_DOCK);
      case Begin begin -> Text.of(ShippingPhrase.OPEN_NEW);
      case Load load -> Text.of(ShippingPhrase.SCAN_PACKAGE);
      case Doubt doubt -> Text.of(ShippingPhrase.LOAD_IT);
      case Leave leave -> Text.of(ShippingPhrase.SHIP, Loading.count(state, leave.shipment()));
    };
  }

  private static Card.Prompt prompt(ShippingState state, boolean asked) {
    return new Card.Prompt(
        asked ? Card.Means.DECIDE : Card.Means.SCAN,
        instruction(state),
        state.phase() instanceof AtDock
            ? Optional.of(Text.of(ShippingPhrase.SCAN_DOCK_DETAIL))
            : Optional.empty());
  }

  private static List<Card.Row> vehicles(ShippingState state) {
    return state.open().stream()
        .map(
            vehicle ->
                new Card.Row(
                    Icon.SHIP,
                    Text.of(CommonPhrase.AS_IS, vehicle.shipment()),
                    Optional.of(Text.of(ShippingPhrase.AT_DOCK, vehicle.dock())),
                    Optional.of(Text.of(CommonPhrase.AS_IS, vehicle.loaded().size())),
                    Optional.of(new Input.Point(vehicle.shipment().code()))))
        .toList();
  }

  /// What waits first, then what is in the vehicle.
  private static Card loading(Card card, ShippingState state, Reference shipment, Scene scene) {
    Stream<Card.Row> waiting =
        Loading.waiting(scene).stream()
            .filter(
                task ->
                    state.open().stream()
                        .flatMap(vehicle -> vehicle.loaded().stream())
                        .noneMatch(unit -> unit.code().equals(task.reference())))
            .map(ShippingCard::row);
    Stream<Card.Row> loaded =
        state.vehicle(shipment).stream()
            .flatMap(vehicle -> vehicle.loaded().stream())
            .map(
                unit ->
                    new Card.Row(
                        Icon.DONE,
                        Text.of(CommonPhrase.AS_IS, unit),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    return card.rows(Stream.concat(waiting, loaded).toList())
        .hint(Optional.of(Text.of(ShippingPhrase.LEAVE_WHY)))
        .primary(
            Card.Action.press(
                Icon.SHIP, Text.of(ShippingPhrase.SHIP, Loading.count(state, shipment)), Key.DONE));
  }

  private static Card.Row row(WaitingTask task) {
    return new Card.Row(
        Icon.UNIT,
        Text.of(ShippingPhrase.TO_LOAD, task.reference()),
        task.place().map(place -> Text.of(ShippingPhrase.STANDS_AT, place)),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<Card.Question> question(ShippingState state) {
    return switch (state.phase()) {
      case Begin begin ->
          asked(
              Text.of(ShippingPhrase.NONE_KNOWN, begin.dock()),
              ShippingPhrase.NONE_WHY,
              Card.Action.press(Icon.SHIP, Text.of(ShippingPhrase.OPEN_NEW), Key.CONFIRM),
              ShippingPhrase.NOT_NOW,
              ShippingPhrase.BEGIN_AFTER);
      case Doubt doubt ->
          asked(
              Text.of(ShippingPhrase.DOUBT, doubt.unit()),
              ShippingPhrase.DOUBT_WHY,
              Card.Action.press(Icon.DONE, Text.of(ShippingPhrase.LOAD_IT), Key.INSIST),
              ShippingPhrase.LEAVE_IT,
              ShippingPhrase.AFTER);
      case Leave leave -> {
        long count = Loading.count(state, leave.shipment());
        yield asked(
            Text.of(ShippingPhrase.LEAVE_ASK, leave.shipment(), count),
            ShippingPhrase.LEAVE_WHY,
            Card.Action.press(Icon.SHIP, Text.of(ShippingPhrase.SHIP, count), Key.CONFIRM),
            ShippingPhrase.GO_ON,
            ShippingPhrase.AFTER);
      }
      case AtDock dock -> Optional.empty();
      case Load load -> Optional.empty();
    };
  }

  private static Optional<Card.Question> asked(
      Text subject,
      ShippingPhrase reason,
      Card.Action yes,
      ShippingPhrase no,
      ShippingPhrase after) {
    return Optional.of(
        new Card.Question(
            subject,
            Text.of(reason),
            List.of(yes, Card.Action.press(Icon.LEAVE, Text.of(no), Key.DISCARD)),
            Text.of(after)));
  }
}
