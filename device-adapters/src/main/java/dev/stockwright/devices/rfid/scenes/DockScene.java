package dev.stockwright.devices.rfid.scenes;

import java.time.Duration;
import java.util.List;

/// What one reader hears over some time, and what truly happened. Simulated.
///
/// @param name says what it shows
/// @param steps in the order of their offsets
/// @param truths one for each tag
public record DockScene(String name, List<Step> steps, List<Truth> truths) {
  public DockScene {
    steps = List.copyOf(steps);
    truths = List.copyOf(truths);
  }

  /// Something the reader tells.
  public sealed interface Step {
    /// How long after the start of the scene.
    Duration offset();
  }

  /// An antenna heard a tag.
  ///
  /// @param antenna 1 and up
  /// @param epc lower-case hexadecimal digits
  /// @param rssi in dBm
  public record Read(Duration offset, int antenna, String epc, double rssi) implements Step {}

  /// An input changed.
  ///
  /// @param port 1 and up
  public record Input(Duration offset, int port, boolean on) implements Step {}

  /// What a tag truly did.
  ///
  /// @param door the number of the door that it passed, or stood or turned at; 1 and up
  /// @param kind what sort of tag, for people, such as `pallet`, `weak`, `stationary`
  public record Truth(String epc, int door, Course course, String kind) {}

  /// Where a tag went.
  public enum Course {
    IN,
    OUT,
    /// Came to the door and went back.
    TURNED_BACK,
    /// Went by inside, along the doors.
    PASSED_BY,
    /// Never moved.
    STATIONARY
  }

  /// How long it lasts.
  public Duration length() {
    return steps.isEmpty() ? Duration.ZERO : steps.getLast().offset();
  }
}
