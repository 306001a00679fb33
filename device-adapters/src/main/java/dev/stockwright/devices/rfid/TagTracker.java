package dev.stockwright.devices.rfid;

import dev.stockwright.vocabulary.DeviceId;
import java.time.Instant;
import java.util.List;

/// From what antennas hear to what happened. Feed it with sightings, inputs and the passing of
/// time, in the order they came; it answers with events. One owner, no thread of its own.
///
/// Time is what the caller says: call [#at] every 100 ms or so, with the clock that the sightings
/// carry. Times that go backwards do no harm.
public final class TagTracker {
  /// @param points which antenna stands for what
  public TagTracker(ReadPoints points, TagRules rules) {}

  /// What a report told.
  public List<TagEvent> sighted(List<TagSighting> sightings) {
    return List.of();
  }

  /// An input of a reader changed, such as the light barrier of a gate.
  public List<TagEvent> inputChanged(DeviceId reader, int input, boolean on, Instant at) {
    return List.of();
  }

  /// Time passed: ends passes and windows, finds out who is gone.
  public List<TagEvent> at(Instant now) {
    return List.of();
  }

  /// The reading ends: what is open is decided as it stands.
  public List<TagEvent> finish(Instant now) {
    return List.of();
  }
}
