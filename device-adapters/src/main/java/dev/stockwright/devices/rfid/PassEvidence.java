package dev.stockwright.devices.rfid;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a decision about a pass rests on.
///
/// @param inside what the antennas inside heard
/// @param outside what the antennas outside heard
/// @param first when the tag was first heard in this pass
/// @param last when it was last heard in this pass
/// @param shift how much of the signal went from the outside to the inside antennas between the
///     start and the end of the pass: from -1 (all of it, outwards) over 0 to 1 (inwards)
/// @param certainty how much better a pass explains this than chance does, as a natural logarithm
/// @param why a code that stands for the reason, such as `order`, `with_others`, `turned_back`
public record PassEvidence(
    Side inside,
    Side outside,
    Instant first,
    Instant last,
    double shift,
    double certainty,
    String why) {
  /// What the antennas of one side heard.
  ///
  /// @param count how often
  /// @param peakRssi the loudest, in dBm; negative infinity when nothing was heard
  /// @param centre the middle of the times, louder ones counting more
  public record Side(int count, double peakRssi, Optional<Instant> centre) {}

  PassEvidence because(String reason) {
    return new PassEvidence(inside, outside, first, last, shift, certainty, reason);
  }

  /// How long it was heard.
  public Duration dwell() {
    return Duration.between(first, last);
  }
}
