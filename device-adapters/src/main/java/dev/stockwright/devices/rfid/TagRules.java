package dev.stockwright.devices.rfid;

import java.time.Duration;

/// The settings of a [TagTracker].
///
/// @param window sightings of a tag at one place within this time are told as one; 200 to 1000 ms
public record TagRules(Duration window, PresenceRules presence, DoorRules doors) {
  public static TagRules standard() {
    return new TagRules(Duration.ofMillis(500), PresenceRules.standard(), DoorRules.standard());
  }
}
