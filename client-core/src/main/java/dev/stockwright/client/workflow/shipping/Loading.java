package dev.stockwright.client.workflow.shipping;

import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.OwnNumber;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Unwanted;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.shipping.ShippingState.Begin;
import dev.stockwright.client.workflow.shipping.ShippingState.Doubt;
import dev.stockwright.client.workflow.shipping.ShippingState.Leave;
import dev.stockwright.client.workflow.shipping.ShippingState.Load;
import dev.stockwright.client.workflow.shipping.ShippingState.Vehicle;
import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;

/// Opening a shipment, loading it and letting it leave.
final class Loading {
  /// What a shipment is called that was opened here.
  private static final String OWN = "S";

  private Loading() {}

  static Step<ShippingState> open(ShippingState state, Begin begin, Scene scene) {
    Reference number = new Reference(OwnNumber.of(scene, OWN));
    return new Step.Recorded<>(
        state.opened(new Vehicle(begin.dock(), number, List.of())),
        List.of(
            new ShippingCommand.OpenShipment(
                scene.warehouse(), Optional.of(number), begin.dock(), Optional.empty())),
        Said.of(
            Text.of(ShippingPhrase.OPENED, number, begin.dock()),
            Text.of(ShippingPhrase.SCAN_PACKAGE)),
        false,
        false);
  }

  static Step<ShippingState> seen(
      ShippingState state, Vehicle vehicle, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.Unit unit -> unit(state, vehicle, unit.unit(), scene);
      case Sighting.Unknown unknown ->
          label(unknown)
              .map(label -> unit(state, vehicle, label, scene))
              .orElseGet(() -> unwanted(state, unknown));
      case Sighting.AtPlace at -> ShippingWorkflow.dock(state, at.place());
      case Sighting.Goods goods -> unwanted(state, goods);
      case Sighting.Document document -> unwanted(state, document);
      case Sighting.Paper paper -> unwanted(state, paper);
      case Sighting.Badge badge -> unwanted(state, badge);
      case Sighting.Tags tags -> unwanted(state, tags);
      case Sighting.Ambiguous many -> unwanted(state, many);
      case Sighting.Unreadable unreadable -> unwanted(state, unreadable);
    };
  }

  private static Optional<HandlingUnit> label(Sighting.Unknown unknown) {
    try {
      return unknown.plain() ? Optional.of(new HandlingUnit(unknown.text())) : Optional.empty();
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  private static Step<ShippingState> unit(
      ShippingState state, Vehicle vehicle, HandlingUnit unit, Scene scene) {
    Optional<Vehicle> in = state.with(unit);
    if (in.isPresent()) {
      return in.get().shipment().equals(vehicle.shipment())
          ? mistaken(
              state, Text.of(ShippingPhrase.LOADED_ALREADY, unit), ShippingPhrase.UNDO_TAKES_OUT)
          : mistaken(
              state,
              Text.of(ShippingPhrase.IN_OTHER, unit, in.get().shipment()),
              ShippingPhrase.SCAN_PACKAGE);
    }
    boolean waits = waiting(scene).stream().anyMatch(task -> task.reference().equals(unit.code()));
    return waits
        ? loaded(state, vehicle.shipment(), unit, scene, false)
        : new Step.Undecided<>(
            state.in(new Doubt(vehicle.shipment(), unit)),
            Said.of(Text.of(ShippingPhrase.DOUBT, unit), Text.of(ShippingPhrase.DOUBT_WHY)));
  }

  /// Closed packages that wait to be loaded.
  static List<WaitingTask> waiting(Scene scene) {
    return scene.books().tasks().stream().filter(task -> task.kind().equals("load")).toList();
  }

  static Step<ShippingState> insisted(ShippingState state, Doubt doubt, Scene scene) {
    return loaded(state, doubt.shipment(), doubt.unit(), scene, true);
  }

  private static Step<ShippingState> loaded(
      ShippingState state, Reference shipment, HandlingUnit unit, Scene scene, boolean insisted) {
    ShippingState after =
        state.changed(shipment, vehicle -> vehicle.plus(unit)).in(new Load(shipment));
    return new Step.Recorded<>(
        after,
        List.of(new ShippingCommand.LoadPackage(scene.warehouse(), shipment, unit)),
        Said.of(Text.of(ShippingPhrase.LOADED, unit), Text.of(ShippingPhrase.SCAN_PACKAGE))
            .value(Text.of(CommonPhrase.AS_IS, count(after, shipment))),
        false,
        insisted);
  }

  static long count(ShippingState state, Reference shipment) {
    return state.vehicle(shipment).map(vehicle -> vehicle.loaded().size()).orElse(0);
  }

  static Step<ShippingState> ask(ShippingState state, Vehicle vehicle) {
    return new Step.Undecided<>(
        state.in(new Leave(vehicle.shipment())),
        Said.of(
            Text.of(ShippingPhrase.LEAVE_ASK, vehicle.shipment(), vehicle.loaded().size()),
            Text.of(ShippingPhrase.LEAVE_WHY)));
  }

  static Step<ShippingState> leave(ShippingState state, Leave leave, Scene scene) {
    return new Step.Recorded<>(
        state.without(leave.shipment(), state.vehicle(leave.shipment())),
        List.of(new ShippingCommand.ShipGoods(scene.warehouse(), leave.shipment())),
        Said.of(Text.of(ShippingPhrase.LEFT, leave.shipment()), Text.of(ShippingPhrase.NEXT_DOCK))
            .value(Text.of(CommonPhrase.AS_IS, count(state, leave.shipment()))),
        true,
        false);
  }

  static Step<ShippingState> nothing(ShippingState state) {
    return new Step.Mistaken<>(
        state, Said.of(Text.of(WorkingPhrase.NOTHING_TO_CONFIRM), ShippingCard.instruction(state)));
  }

  static Step<ShippingState> unwanted(ShippingState state, Sighting seen) {
    return new Step.Mistaken<>(state, Unwanted.said(seen, ShippingCard.instruction(state)));
  }

  static Step<ShippingState> mistaken(ShippingState state, Text headline, ShippingPhrase detail) {
    return new Step.Mistaken<>(state, Said.of(headline, Text.of(detail)));
  }
}
