package dev.stockwright.devices.rfid;

import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which antenna stands for what, and which input guards which door. Does not change; a changed
/// setting is a new one.
public final class ReadPoints {
  /// One antenna socket of one reader.
  ///
  /// @param antenna 1 and up
  public record Port(DeviceId reader, int antenna) {}

  /// An antenna that is in use.
  ///
  /// @param floorDbm what is weaker is not heard
  public record Antenna(ReadPoint point, double floorDbm) {}

  /// A light barrier at an input of a reader.
  ///
  /// @param input 1 and up
  public record GateInput(DeviceId reader, int input) {}

  private final Map<Port, Antenna> antennas;
  private final Map<GateInput, Place> gates;
  private final Optional<WarehouseCode> ownPlaces;

  private ReadPoints(Builder builder) {
    antennas = Map.copyOf(builder.antennas);
    gates = Map.copyOf(builder.gates);
    ownPlaces = builder.ownPlaces;
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Every antenna of every reader is a shelf of its own, named `reader-antenna`.
  public static ReadPoints everyAntennaItsOwn(WarehouseCode warehouse) {
    return builder().unconfiguredAreOwnPlaces(warehouse).build();
  }

  /// What an antenna is; nothing when it is off.
  public Optional<Antenna> at(DeviceId reader, int antenna) {
    Antenna known = antennas.get(new Port(reader, antenna));
    if (known != null) {
      return Optional.of(known);
    }
    return ownPlaces.map(
        warehouse ->
            new Antenna(
                new ReadPoint(
                    new Place(warehouse, new LocationCode(reader.code() + "-" + antenna)),
                    ReadPoint.Role.SHELF),
                Double.NEGATIVE_INFINITY));
  }

  /// The places where tags pass, each with the roles of its antennas.
  Map<Place, Set<ReadPoint.Role>> doors() {
    Map<Place, Set<ReadPoint.Role>> doors = new HashMap<>();
    for (Antenna antenna : antennas.values()) {
      if (antenna.point().role() != ReadPoint.Role.SHELF) {
        doors
            .computeIfAbsent(antenna.point().place(), place -> EnumSet.noneOf(ReadPoint.Role.class))
            .add(antenna.point().role());
      }
    }
    return doors;
  }

  boolean gated(Place door) {
    return gates.containsValue(door);
  }

  /// The door that a light barrier guards.
  public Optional<Place> gate(DeviceId reader, int input) {
    return Optional.ofNullable(gates.get(new GateInput(reader, input)));
  }

  /// Puts one together.
  public static final class Builder {
    private final Map<Port, Antenna> antennas = new HashMap<>();
    private final Map<GateInput, Place> gates = new HashMap<>();
    private Optional<WarehouseCode> ownPlaces = Optional.empty();

    private Builder() {}

    public Builder antenna(DeviceId reader, int antenna, ReadPoint point) {
      return antenna(reader, antenna, point, Double.NEGATIVE_INFINITY);
    }

    /// @param floorDbm what is weaker is not heard
    public Builder antenna(DeviceId reader, int antenna, ReadPoint point, double floorDbm) {
      antennas.put(new Port(reader, antenna), new Antenna(point, floorDbm));
      return this;
    }

    public Builder gate(DeviceId reader, int input, Place door) {
      gates.put(new GateInput(reader, input), door);
      return this;
    }

    /// Antennas that are not named count as places of their own; without this they are off.
    public Builder unconfiguredAreOwnPlaces(WarehouseCode warehouse) {
      ownPlaces = Optional.of(warehouse);
      return this;
    }

    public ReadPoints build() {
      return new ReadPoints(this);
    }
  }
}
