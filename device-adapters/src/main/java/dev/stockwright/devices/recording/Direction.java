package dev.stockwright.devices.recording;

/// Which way bytes went, seen from the application.
public enum Direction {
  /// From the device.
  IN("in"),
  /// To the device.
  OUT("out");

  private final String word;

  Direction(String word) {
    this.word = word;
  }

  /// How it is written in a recording.
  public String word() {
    return word;
  }
}
