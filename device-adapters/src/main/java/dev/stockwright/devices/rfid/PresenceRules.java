package dev.stockwright.devices.rfid;

import java.time.Duration;

/// When a tag counts as there, elsewhere, gone.
///
/// @param betterDb how much louder another place must be at once
/// @param slopeDbPerMs by how much that falls for each millisecond since the old place was heard;
///     negative
/// @param holdoff how long after the old place was heard it does not fall
/// @param minReads reads at the new place before it can win
/// @param steady how long the new place must stay louder before the tag has moved
/// @param departedAfter silence after which a tag counts as gone
/// @param forgottenAfter silence after which it is forgotten altogether
/// @param maxTags tags that are remembered at most; the one longest unheard goes first
public record PresenceRules(
    double betterDb,
    double slopeDbPerMs,
    Duration holdoff,
    int minReads,
    Duration steady,
    Duration departedAfter,
    Duration forgottenAfter,
    int maxTags) {
  /// For goods on shelves.
  public static PresenceRules standard() {
    return new PresenceRules(
        6,
        -0.008,
        Duration.ofMillis(500),
        2,
        Duration.ofMillis(1500),
        Duration.ofMinutes(10),
        Duration.ofDays(14),
        250_000);
  }
}
