package dev.stockwright.devices.llrp.simulated;

import dev.stockwright.devices.llrp.wire.Frame;
import dev.stockwright.devices.llrp.wire.Parameter;
import dev.stockwright.devices.llrp.wire.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a client asked the reader to do.
///
/// @param antennas as asked; 0 alone means all
/// @param immediate whether it starts by itself once it is enabled
/// @param stopMillis length of a round; 0 has no end
/// @param reportTags tags after which a report is sent
/// @param content which fields a report has, as the bits of the standard
/// @param session by antenna
/// @param population by antenna
/// @param power index into the table, by antenna
public record RoSpecRequest(
    long id,
    List<Integer> antennas,
    boolean immediate,
    long stopMillis,
    int reportTags,
    int content,
    Map<Integer, Integer> session,
    Map<Integer, Integer> population,
    Map<Integer, Integer> power) {
  static final int ANTENNA = 1 << 12;
  static final int RSSI = 1 << 10;
  static final int FIRST_SEEN = 1 << 9;
  static final int LAST_SEEN = 1 << 8;
  static final int SEEN_COUNT = 1 << 7;
  static final int ROSPEC_ID = 1 << 15;

  private static final int BOUNDARY_SPEC = 178;
  private static final int START_TRIGGER = 179;
  private static final int AISPEC_STOP_TRIGGER = 184;
  private static final int INVENTORY_PARAMETER_SPEC = 186;
  private static final int ANTENNA_CONFIGURATION = 222;
  private static final int RF_TRANSMITTER = 224;
  private static final int CONTENT_SELECTOR = 238;
  private static final int C1G2_INVENTORY_COMMAND = 330;
  private static final int C1G2_SINGULATION_CONTROL = 336;

  /// Reads an ADD_ROSPEC; nothing when a part that must be there is missing.
  static Optional<RoSpecRequest> of(Frame.Message message) {
    Optional<Parameter> spec = Parameter.of(message, 0).first(ParameterType.ROSPEC);
    if (spec.isEmpty()) {
      return Optional.empty();
    }
    Parameter.Parsed parts = spec.get().inside(6);
    Optional<Parameter> start =
        parts.first(BOUNDARY_SPEC).flatMap(p -> p.inside(0).first(START_TRIGGER));
    Optional<Parameter> ai = parts.first(ParameterType.AISPEC);
    if (start.isEmpty() || ai.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> antennas = new ArrayList<>();
    int count = ai.get().u16(0);
    for (int i = 0; i < count; i++) {
      antennas.add(ai.get().u16(2 + 2 * i));
    }
    Map<Integer, Integer> session = new TreeMap<>();
    Map<Integer, Integer> population = new TreeMap<>();
    Map<Integer, Integer> power = new TreeMap<>();
    Parameter.Parsed inventory = ai.get().inside(2 + 2 * count);
    inventory
        .first(INVENTORY_PARAMETER_SPEC)
        .ifPresent(p -> antennaSettings(p, session, population, power));
    Optional<Parameter> report = parts.first(ParameterType.ROREPORT_SPEC);
    return Optional.of(
        new RoSpecRequest(
            spec.get().u32(0),
            antennas,
            start.get().u8(0) == 1,
            inventory.first(AISPEC_STOP_TRIGGER).map(p -> p.u32(1)).orElse(0L),
            report.map(p -> p.u16(1)).orElse(0),
            report
                .flatMap(p -> p.inside(3).first(CONTENT_SELECTOR))
                .map(p -> p.u16(0))
                .orElse(0xffff),
            session,
            population,
            power));
  }

  private static void antennaSettings(
      Parameter inventory,
      Map<Integer, Integer> session,
      Map<Integer, Integer> population,
      Map<Integer, Integer> power) {
    for (Parameter p : inventory.inside(3).list()) {
      if (p.type() != ANTENNA_CONFIGURATION) {
        continue;
      }
      int antenna = p.u16(0);
      Parameter.Parsed inside = p.inside(2);
      inside.first(RF_TRANSMITTER).ifPresent(t -> power.put(antenna, t.u16(4)));
      inside
          .first(C1G2_INVENTORY_COMMAND)
          .flatMap(c -> c.inside(1).first(C1G2_SINGULATION_CONTROL))
          .ifPresent(
              c -> {
                session.put(antenna, c.u8(0) >> 6);
                population.put(antenna, c.u16(1));
              });
    }
  }

  boolean uses(int antenna) {
    return antennas.contains(0) || antennas.contains(antenna);
  }
}
