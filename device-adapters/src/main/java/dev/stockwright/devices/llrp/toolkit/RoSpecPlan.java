package dev.stockwright.devices.llrp.toolkit;

import java.util.List;
import java.util.Optional;

/// What a reader is asked to do: read tags at antennas until told to stop.
///
/// @param id its number at the reader, 1 and up
/// @param antennas which; empty means all
/// @param air how to talk to tags; empty leaves all of it to the reader
/// @param reportTags a report is sent after so many tags, 1 and up
/// @param reportMillis a report is sent after so many milliseconds also when there are fewer tags;
///     0 waits for the tags
public record RoSpecPlan(
    long id, List<Integer> antennas, Optional<Air> air, int reportTags, int reportMillis) {
  public RoSpecPlan {
    antennas = List.copyOf(antennas);
  }

  /// How to talk to tags.
  ///
  /// @param session 0 to 3
  /// @param population about how many tags are expected
  /// @param transmitters power of antennas; one that is not named keeps the reader's own
  public record Air(int session, int population, List<Transmitter> transmitters) {
    public Air {
      transmitters = List.copyOf(transmitters);
    }
  }

  /// Power of an antenna.
  ///
  /// @param powerIndex index into the reader's table
  /// @param hopTable number of the hop table; 0 where the reader does not hop
  /// @param channel channel where the reader does not hop; else 0
  public record Transmitter(int antenna, int powerIndex, int hopTable, int channel) {}

  /// Whether the reader begins again by itself, so that it needs no start.
  public boolean immediate() {
    return reportMillis > 0;
  }

  /// The same with as little asked for as there can be.
  public RoSpecPlan plain() {
    return new RoSpecPlan(id, List.of(), Optional.empty(), reportTags, 0);
  }
}
