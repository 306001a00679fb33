package dev.stockwright.client.workflow.shipping;

import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Reference;
import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Where a person is in loading. Devices are not told of open shipments, so those that this person
/// has opened or gone on with are kept here until they leave.
///
/// @param open shipments that have not left, newest first
/// @param left the one that has just left: back again when the server refuses it
@Json(naming = Json.Naming.LowerUnderscore)
public record ShippingState(Phase phase, List<Vehicle> open, Optional<Vehicle> left) {
  private static final int OPEN_MAX = 50;

  public ShippingState {
    open = List.copyOf(open);
  }

  /// What is expected next.
  @Json(typeProperty = "phase", naming = Json.Naming.LowerUnderscore)
  @Json.SubType(type = AtDock.class, name = "at_dock")
  @Json.SubType(type = Begin.class, name = "begin")
  @Json.SubType(type = Load.class, name = "load")
  @Json.SubType(type = Doubt.class, name = "doubt")
  @Json.SubType(type = Leave.class, name = "leave")
  public sealed interface Phase {}

  /// Which dock?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record AtDock() implements Phase {}

  /// Is a new shipment opened there, or has somebody else opened one?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Begin(LocationCode dock) implements Phase {}

  /// What goes into the vehicle.
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Load(Reference shipment) implements Phase {}

  /// Is this a package that can be loaded?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Doubt(Reference shipment, HandlingUnit unit) implements Phase {}

  /// Shall it leave?
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Leave(Reference shipment) implements Phase {}

  /// A vehicle at a dock.
  ///
  /// @param loaded what this person has loaded; others may have loaded more
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Vehicle(LocationCode dock, Reference shipment, List<HandlingUnit> loaded) {
    public Vehicle {
      loaded = List.copyOf(loaded);
    }

    Vehicle plus(HandlingUnit unit) {
      List<HandlingUnit> all = new ArrayList<>(loaded);
      all.addFirst(unit);
      return new Vehicle(dock, shipment, all);
    }

    Vehicle without(HandlingUnit unit) {
      return new Vehicle(
          dock, shipment, loaded.stream().filter(each -> !each.equals(unit)).toList());
    }
  }

  /// Nothing known yet.
  public static ShippingState start() {
    return new ShippingState(new AtDock(), List.of(), Optional.empty());
  }

  ShippingState in(Phase next) {
    return new ShippingState(next, open, left);
  }

  Optional<Vehicle> at(LocationCode dock) {
    return open.stream().filter(each -> each.dock().equals(dock)).findFirst();
  }

  Optional<Vehicle> vehicle(Reference shipment) {
    return open.stream().filter(each -> each.shipment().equals(shipment)).findFirst();
  }

  /// The vehicle that a unit is in.
  Optional<Vehicle> with(HandlingUnit unit) {
    return open.stream().filter(each -> each.loaded().contains(unit)).findFirst();
  }

  /// One more vehicle, which is loaded now.
  ShippingState opened(Vehicle vehicle) {
    List<Vehicle> all = new ArrayList<>(others(vehicle.shipment()));
    all.addFirst(vehicle);
    return new ShippingState(
        new Load(vehicle.shipment()), all.subList(0, Math.min(all.size(), OPEN_MAX)), left);
  }

  ShippingState changed(Reference shipment, UnaryOperator<Vehicle> change) {
    return new ShippingState(
        phase,
        open.stream()
            .map(each -> each.shipment().equals(shipment) ? change.apply(each) : each)
            .toList(),
        left);
  }

  /// It has left, or was never opened.
  ShippingState without(Reference shipment, Optional<Vehicle> gone) {
    return new ShippingState(new AtDock(), others(shipment), gone);
  }

  private List<Vehicle> others(Reference shipment) {
    return open.stream().filter(each -> !each.shipment().equals(shipment)).toList();
  }
}
