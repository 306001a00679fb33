package dev.stockwright.client.workflow.shipping;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Place;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.shipping.ShippingState.AtDock;
import dev.stockwright.client.workflow.shipping.ShippingState.Begin;
import dev.stockwright.client.workflow.shipping.ShippingState.Doubt;
import dev.stockwright.client.workflow.shipping.ShippingState.Leave;
import dev.stockwright.client.workflow.shipping.ShippingState.Load;
import dev.stockwright.client.workflow.shipping.ShippingState.Vehicle;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.Reference;
import java.util.List;
import java.util.Optional;

/// Loading n packages at a dock in n + 1 scans, and letting the vehicle leave. Every step is drawn
/// in `docs/workflows/shipping-steps.md`.
///
/// A device is told which packages wait to be loaded, but not which shipments are open; it says so
/// where it matters, and goes on with a shipment of somebody else by its number.
public final class ShippingWorkflow implements Workflow<ShippingState> {
  static final String DOCK = "dock";

  @Override
  public Step<ShippingState> seen(ShippingState state, Sighting sighting, Scene scene) {
    return switch (state.phase()) {
      case AtDock dock -> atDock(state, sighting);
      case Begin begin -> begin(state, begin, sighting);
      case Load load ->
          state
              .vehicle(load.shipment())
              .map(vehicle -> Loading.seen(state, vehicle, sighting, scene))
              .orElseGet(() -> gone(state, load.shipment()));
      case Doubt doubt -> on(state, new Load(doubt.shipment()), sighting, scene);
      case Leave leave -> on(state, new Load(leave.shipment()), sighting, scene);
    };
  }

  /// A scan that can be used leaves the question that is open.
  private Step<ShippingState> on(
      ShippingState asked, Load instead, Sighting sighting, Scene scene) {
    Step<ShippingState> step = seen(asked.in(instead), sighting, scene);
    return step instanceof Step.Mistaken<ShippingState> mistaken
        ? new Step.Mistaken<>(asked, mistaken.said())
        : step;
  }

  private static Step<ShippingState> gone(ShippingState state, Reference shipment) {
    return new Step.Asked<>(
        state.without(shipment, state.left()),
        Said.of(Text.of(ShippingPhrase.GONE, shipment), Text.of(ShippingPhrase.NEXT_DOCK)));
  }

  private static Step<ShippingState> atDock(ShippingState state, Sighting sighting) {
    return switch (sighting) {
      case Sighting.AtPlace at -> dock(state, at.place());
      case Sighting.Unit unit ->
          Loading.mistaken(
              state, Text.of(ShippingPhrase.DOCK_FIRST, unit.unit()), ShippingPhrase.SCAN_DOCK);
      case Sighting.Unknown unknown ->
          number(unknown)
              .flatMap(state::vehicle)
              .map(vehicle -> goOn(state, vehicle))
              .orElseGet(() -> Loading.unwanted(state, unknown));
      case Sighting.Document document -> away(state, document, document.order().number());
      case Sighting.Paper paper -> away(state, paper, paper.number());
      case Sighting.Goods goods -> Loading.unwanted(state, goods);
      case Sighting.Badge badge -> Loading.unwanted(state, badge);
      case Sighting.Tags tags -> Loading.unwanted(state, tags);
      case Sighting.Ambiguous many -> Loading.unwanted(state, many);
      case Sighting.Unreadable unreadable -> Loading.unwanted(state, unreadable);
    };
  }

  /// A shipment of this person goes on; else it is asked whether there is one already.
  static Step<ShippingState> dock(ShippingState state, Place place) {
    if (!place.kind().equals(DOCK)) {
      return Loading.mistaken(
          state, Text.of(ShippingPhrase.NO_DOCK, place.code()), ShippingPhrase.SCAN_DOCK);
    }
    return state
        .at(place.code())
        .map(vehicle -> goOn(state, vehicle))
        .orElseGet(
            () ->
                new Step.Undecided<>(
                    state.in(new Begin(place.code())),
                    Said.of(
                        Text.of(ShippingPhrase.NONE_KNOWN, place.code()),
                        Text.of(ShippingPhrase.NONE_WHY))));
  }

  private static Step<ShippingState> goOn(ShippingState state, Vehicle vehicle) {
    return new Step.Asked<>(
        state.in(new Load(vehicle.shipment())),
        Said.of(
            Text.of(ShippingPhrase.GOES_ON, vehicle.shipment(), vehicle.dock()),
            Text.of(ShippingPhrase.SCAN_PACKAGE)));
  }

  private static Optional<Reference> number(Sighting.Unknown unknown) {
    try {
      return unknown.plain() ? Optional.of(new Reference(unknown.text())) : Optional.empty();
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  /// The number of a shipment that somebody else has opened there, scanned or typed.
  private static Step<ShippingState> begin(ShippingState state, Begin begin, Sighting sighting) {
    if (sighting instanceof Sighting.AtPlace at && at.place().kind().equals(DOCK)) {
      return dock(state, at.place());
    }
    Optional<Reference> number =
        sighting instanceof Sighting.Unknown unknown ? number(unknown) : Optional.empty();
    return number
        .map(shipment -> goOn(state, new Vehicle(begin.dock(), shipment, List.of()), shipment))
        .orElseGet(() -> Loading.unwanted(state, sighting));
  }

  private static Step<ShippingState> goOn(ShippingState state, Vehicle joined, Reference shipment) {
    Vehicle vehicle = state.vehicle(shipment).orElse(joined);
    return goOn(state.opened(vehicle), vehicle);
  }

  @Override
  public Step<ShippingState> given(ShippingState state, Input input, Scene scene) {
    return switch (input) {
      case Input.Press press -> pressed(state, press.key(), scene);
      case Input.Typed typed -> seen(state, new Sighting.Unknown(typed.text(), true), scene);
      case Input.Point point ->
          state.phase() instanceof AtDock
              ? seen(state, new Sighting.Unknown(point.what(), true), scene)
              : Loading.nothing(state);
      case Input.Keyed keyed -> Loading.nothing(state);
      case Input.Because because -> Loading.nothing(state);
    };
  }

  private static Step<ShippingState> pressed(ShippingState state, Key key, Scene scene) {
    if (key == Key.BACK || key == Key.DISCARD) {
      return back(state);
    }
    return switch (state.phase()) {
      case AtDock dock -> Loading.nothing(state);
      case Begin begin ->
          key == Key.CONFIRM || key == Key.OK
              ? Loading.open(state, begin, scene)
              : Loading.nothing(state);
      case Load load ->
          key == Key.DONE || key == Key.OK
              ? state
                  .vehicle(load.shipment())
                  .map(vehicle -> Loading.ask(state, vehicle))
                  .orElseGet(() -> gone(state, load.shipment()))
              : Loading.nothing(state);
      case Doubt doubt ->
          key == Key.INSIST || key == Key.OK
              ? Loading.insisted(state, doubt, scene)
              : Loading.nothing(state);
      case Leave leave ->
          key == Key.CONFIRM || key == Key.OK
              ? Loading.leave(state, leave, scene)
              : Loading.nothing(state);
    };
  }

  /// One step back; at the beginning the docks are left, and what is open stays open.
  private static Step<ShippingState> back(ShippingState state) {
    Said said = Said.of(Text.of(WorkingPhrase.NOTHING_RECORDED));
    return switch (state.phase()) {
      case AtDock dock ->
          new Step.Left<>(
              state,
              state.open().isEmpty()
                  ? said
                  : Said.of(Text.of(ShippingPhrase.STAYS_OPEN, state.open().size())));
      case Begin begin -> new Step.Asked<>(state.in(new AtDock()), said);
      case Load load -> new Step.Asked<>(state.in(new AtDock()), said);
      case Doubt doubt -> new Step.Asked<>(state.in(new Load(doubt.shipment())), said);
      case Leave leave -> new Step.Asked<>(state.in(new Load(leave.shipment())), said);
    };
  }

  /// At no dock a document is another job, which begins at once.
  private static Step<ShippingState> away(ShippingState state, Sighting seen, Reference number) {
    return new Step.Left<>(
        state, Said.of(Text.of(WorkingPhrase.OPENING, number)), Activity.HOME, Optional.of(seen));
  }

  /// Shipments that are open stay known.
  @Override
  public Optional<ShippingState> kept(ShippingState left) {
    return Optional.of(left.in(new AtDock()));
  }

  /// What the server has not taken is not so.
  @Override
  public ShippingState refused(ShippingState state, Command command) {
    return switch (command) {
      case ShippingCommand.OpenShipment c ->
          c.number().map(number -> withoutShipment(state, number)).orElse(state);
      case ShippingCommand.LoadPackage c ->
          state.changed(c.shipment(), vehicle -> vehicle.without(c.unit()));
      case ShippingCommand.ShipGoods c ->
          state
              .left()
              .filter(vehicle -> vehicle.shipment().equals(c.shipment()))
              .map(vehicle -> state.opened(vehicle).in(state.phase()))
              .orElse(state);
      default -> state; // not of this activity
    };
  }

  private static ShippingState withoutShipment(ShippingState state, Reference number) {
    ShippingState without = state.without(number, state.left());
    Optional<Reference> at =
        switch (state.phase()) {
          case AtDock dock -> Optional.empty();
          case Begin begin -> Optional.empty();
          case Load load -> Optional.of(load.shipment());
          case Doubt doubt -> Optional.of(doubt.shipment());
          case Leave leave -> Optional.of(leave.shipment());
        };
    return at.filter(number::equals).isPresent() ? without : without.in(state.phase());
  }

  @Override
  public Card card(ShippingState state, Scene scene) {
    return ShippingCard.of(state, scene);
  }
}
