package dev.stockwright.desktop.devices;

import java.time.Instant;

/// One thing that a device sent, for people to look at.
///
/// @param hex its bytes
/// @param text its characters, control characters made visible
/// @param meaning what it decodes to, or why it was not taken
public record FrameLine(Instant at, Kind kind, String hex, String text, String meaning) {
  /// What became of it.
  public enum Kind {
    SCAN("Scan"),
    BOUNCE("Repeated at once, not passed on"),
    REFUSED("Refused"),
    TRIED("Tried out, not passed on");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
