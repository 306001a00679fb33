package dev.stockwright.devices.rfid;

import dev.stockwright.vocabulary.DeviceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// From what antennas hear to what happened. Feed it with sightings, inputs and the passing of
/// time, in the order they came; it answers with events. One owner, no thread of its own.
///
/// Time is what the caller says: call [#at] every 100 ms or so, with the clock that the sightings
/// carry. Times that go backwards do no harm.
public final class TagTracker {
  private static final int MOST_ANTENNAS = 10_000;

  private final ReadPoints points;
  private final TagIdentities identities;
  private final Presence presence;
  private final Doors doors;

  /// What an antenna is, looked up once.
  private final Map<ReadPoints.Port, Optional<ReadPoints.Antenna>> antennas = new HashMap<>();

  /// @param points which antenna stands for what
  public TagTracker(ReadPoints points, TagRules rules) {
    this.points = points;
    identities = new TagIdentities(2 * rules.presence().maxTags());
    presence = new Presence(rules.presence(), rules.window());
    doors = new Doors(points, rules.doors());
  }

  /// What a report told.
  public List<TagEvent> sighted(List<TagSighting> sightings) {
    for (TagSighting sighting : sightings) {
      Optional<ReadPoints.Antenna> antenna = antenna(sighting);
      if (antenna.isPresent() && sighting.rssi() >= antenna.get().floorDbm()) {
        TagIdentity tag = identities.of(sighting.epc());
        presence.heard(tag, sighting, antenna.get().point());
        doors.heard(tag, sighting, antenna.get().point());
      }
    }
    return List.of();
  }

  private Optional<ReadPoints.Antenna> antenna(TagSighting sighting) {
    ReadPoints.Port port = new ReadPoints.Port(sighting.reader(), sighting.antenna());
    Optional<ReadPoints.Antenna> known = antennas.get(port);
    if (known == null) {
      known = points.at(port.reader(), port.antenna());
      if (antennas.size() < MOST_ANTENNAS) {
        antennas.put(port, known);
      }
    }
    return known;
  }

  /// An input of a reader changed, such as the light barrier of a gate.
  public List<TagEvent> inputChanged(DeviceId reader, int input, boolean on, Instant at) {
    doors.inputChanged(reader, input, on, at);
    return List.of();
  }

  /// Time passed: ends passes and windows, finds out who is gone.
  public List<TagEvent> at(Instant now) {
    return at(now, false);
  }

  /// The reading ends: what is open is decided as it stands.
  public List<TagEvent> finish(Instant now) {
    return at(now, true);
  }

  private List<TagEvent> at(Instant now, boolean end) {
    List<TagEvent> events = new ArrayList<>(presence.at(now, end));
    events.addAll(doors.at(now, end));
    return events;
  }
}
