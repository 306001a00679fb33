package dev.stockwright.devices.rfid;

import dev.stockwright.vocabulary.DeviceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From what antennas hear to what happened. Feed it with sightings, inputs and the passing of
/// time, in the order they came; it answers with events. One owner, no thread of its own.
///
/// Time is what the caller says: call [#at] every 100 ms or so, with the clock that the sightings
/// carry. Times that go backwards do no harm.
public final class TagTracker {
  private final ReadPoints points;
  private final TagIdentities identities;
  private final Doors doors;

  /// @param points which antenna stands for what
  public TagTracker(ReadPoints points, TagRules rules) {
    this.points = points;
    identities = new TagIdentities(2 * rules.presence().maxTags());
    doors = new Doors(points, rules.doors());
  }

  /// What a report told.
  public List<TagEvent> sighted(List<TagSighting> sightings) {
    for (TagSighting sighting : sightings) {
      Optional<ReadPoints.Antenna> antenna = points.at(sighting.reader(), sighting.antenna());
      if (antenna.isPresent() && sighting.rssi() >= antenna.get().floorDbm()) {
        TagIdentity tag = identities.of(sighting.epc());
        doors.heard(tag, sighting, antenna.get().point());
      }
    }
    return List.of();
  }

  /// An input of a reader changed, such as the light barrier of a gate.
  public List<TagEvent> inputChanged(DeviceId reader, int input, boolean on, Instant at) {
    doors.inputChanged(reader, input, on, at);
    return List.of();
  }

  /// Time passed: ends passes and windows, finds out who is gone.
  public List<TagEvent> at(Instant now) {
    return new ArrayList<>(doors.at(now, false));
  }

  /// The reading ends: what is open is decided as it stands.
  public List<TagEvent> finish(Instant now) {
    return new ArrayList<>(doors.at(now, true));
  }
}
