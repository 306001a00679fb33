package dev.stockwright.devices.rfid;

import java.time.Duration;
import java.util.Set;

/// When a tag at a door has passed it, and what is ignored.
///
/// @param quiet silence of a tag that ends its pass
/// @param doubtfulQuiet the longer silence when the evidence is thin: a tag that lies near the door
///     is heard again meanwhile
/// @param longest a tag that is heard longer than this is judged and then lies there
/// @param minReads reads that a pass needs
/// @param minDwell time from the first read to the last that a pass needs
/// @param minPeakDbm loudness that a pass needs
/// @param settle time after a gate opened or closed that still counts to its window
/// @param maxOpen longest time a gate's window is open
/// @param excluded keys of tags that stay near doors and are never booked
public record DoorRules(
    Duration quiet,
    Duration doubtfulQuiet,
    Duration longest,
    int minReads,
    Duration minDwell,
    double minPeakDbm,
    Duration settle,
    Duration maxOpen,
    Set<String> excluded) {
  public DoorRules {
    excluded = Set.copyOf(excluded);
  }

  /// For a dock door that pallets pass in 2 to 7 seconds.
  public static DoorRules standard() {
    return new DoorRules(
        Duration.ofSeconds(2),
        Duration.ofSeconds(4),
        Duration.ofSeconds(45),
        3,
        Duration.ofMillis(300),
        -80,
        Duration.ofMillis(100),
        Duration.ofSeconds(30),
        Set.of());
  }
}
