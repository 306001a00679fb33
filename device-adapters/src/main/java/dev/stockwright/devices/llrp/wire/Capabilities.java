package dev.stockwright.devices.llrp.wire;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What a reader says it is and can do.
///
/// @param antennas how many it has
/// @param maker IANA enterprise number of the maker
/// @param model number of the model, given by the maker
/// @param inputs how many inputs it has
/// @param power transmit power in hundredths of a dBm, by the index to be asked for
/// @param hopping whether it changes channels by a table, as the country demands
/// @param hopTable number of that table, or of its first one
public record Capabilities(
    int antennas,
    boolean utcClock,
    long maker,
    long model,
    String firmware,
    int inputs,
    NavigableMap<Integer, Integer> power,
    boolean hopping,
    int hopTable) {
  private static final int STATUS_ONLY = 0;

  /// Reads a GET_READER_CAPABILITIES_RESPONSE. What cannot be read is left out; without the general
  /// part there is no answer.
  public static Optional<Capabilities> of(Frame.Message message) {
    Parameter.Parsed all = Parameter.of(message, STATUS_ONLY);
    Optional<Parameter> general = all.first(ParameterType.GENERAL_DEVICE_CAPABILITIES);
    if (general.isEmpty()) {
      return Optional.empty();
    }
    Parameter p = general.get();
    int inputs =
        p.inside(14 + p.u16(12))
            .first(ParameterType.GPIO_CAPABILITIES)
            .map(gpio -> gpio.u16(0))
            .orElse(0);
    NavigableMap<Integer, Integer> power = new TreeMap<>();
    boolean hopping = false;
    int hopTable = 0;
    Optional<Parameter> band =
        all.first(ParameterType.REGULATORY_CAPABILITIES)
            .flatMap(r -> r.inside(4).first(ParameterType.UHF_BAND_CAPABILITIES));
    if (band.isPresent()) {
      Parameter.Parsed inside = band.get().inside(0);
      for (Parameter level : inside.list()) {
        if (level.type() == ParameterType.TRANSMIT_POWER_LEVEL) {
          power.put(level.u16(0), level.s16(2));
        }
      }
      Optional<Parameter> frequencies = inside.first(ParameterType.FREQUENCY_INFORMATION);
      hopping = frequencies.map(f -> (f.u8(0) & 0x80) != 0).orElse(false);
      hopTable =
          frequencies
              .flatMap(f -> f.inside(1).first(ParameterType.FREQUENCY_HOP_TABLE))
              .map(table -> table.u8(0))
              .orElse(0);
    }
    return Optional.of(
        new Capabilities(
            p.u16(0),
            (p.u16(2) & 0x4000) != 0,
            p.u32(4),
            p.u32(8),
            p.text(12),
            inputs,
            Collections.unmodifiableNavigableMap(power),
            hopping,
            hopTable));
  }
}
