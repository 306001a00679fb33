package dev.stockwright.desktop.devices;

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
    SCAN("Scan"),
    BOUNCE("Repeated at once, not passed on"),
    REFUSED("Refused"),
    TRIED("Tried out, not passed on"),
    TAG("Tag, changes no stock"),
    LABEL("Label");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
