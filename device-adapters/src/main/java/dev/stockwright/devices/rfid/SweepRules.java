package dev.stockwright.devices.rfid;

import java.time.Duration;

/// When a count by radio is complete, and what is too weak to be of this bay.
///
/// @param noNewFor no new tag for so long
/// @param window or, within this time,
/// @param newPart fewer new ones than this part of all
/// @param weakDb a tag whose peak is so many dB below the middle of all peaks is weak
public record SweepRules(Duration noNewFor, Duration window, double newPart, double weakDb) {
  /// Complete after 5 s without a new tag, or with less than 1 % new in 10 s.
  public static SweepRules standard() {
    return new SweepRules(Duration.ofSeconds(5), Duration.ofSeconds(10), 0.01, 10);
  }
}
