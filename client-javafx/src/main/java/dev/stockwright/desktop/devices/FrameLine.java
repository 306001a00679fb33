package dev.stockwright.desktop.devices;

import dev.stockwright.client.words.EquipmentPhrase;
import java.time.Instant;

/// One thing that a device sent or got, for people to look at.
///
/// @param hex its bytes, such as the EPC of a tag, or who asked for a label; empty when there is
/// nothing to show
/// @param text its characters, control characters made visible; what a tag or label names
/// @param meaning what it decodes to, why it was not taken, or what became of it
public record FrameLine(Instant at, Kind kind, String hex, String text, String meaning) {
  /// What became of it.
  public enum Kind {
    SCAN(EquipmentPhrase.FRAME_SCAN),
    BOUNCE(EquipmentPhrase.FRAME_REPEATED),
    REFUSED(EquipmentPhrase.FRAME_REFUSED),
    TRIED(EquipmentPhrase.FRAME_TRIED),
    TAG(EquipmentPhrase.FRAME_TAG),
    LABEL(EquipmentPhrase.FRAME_LABEL);

    private final EquipmentPhrase words;

    Kind(EquipmentPhrase words) {
      this.words = words;
    }

    EquipmentPhrase words() {
      return words;
    }
  }
}
