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
  /// Tags that were heard, forgotten and heard again are looked up here.
  private static final int IDENTITIES = 10_000;

  private static final int MOST_ANTENNAS = 10_000;

  private final ReadPoints points;
  private final TagIdentities identities;
  private final Presence presence;
  private final Doors doors;

  /// Tags by their digits; all of them are forgotten when there are too many, which costs a little
  /// time and nothing else.
  private final Map<String, PresentTag> tags = new HashMap<>();

  private final int most;

  /// What an antenna is, looked up once.
  private final Map<ReadPoints.Port, Optional<ReadPoints.Antenna>> antennas = new HashMap<>();

  /// @param points which antenna stands for what
  public TagTracker(ReadPoints points, TagRules rules) {
    this.points = points;
    most = 2 * rules.presence().maxTags();
    identities = new TagIdentities(IDENTITIES);
    presence = new Presence(rules.presence(), rules.window());
    doors = new Doors(points, rules.doors());
  }

  /// What a report told.
  public List<TagEvent> sighted(List<TagSighting> sightings) {
    for (TagSighting sighting : sightings) {
      Optional<ReadPoints.Antenna> antenna = antenna(sighting);
      if (antenna.isPresent() && sighting.rssi() >= antenna.get().floorDbm()) {
        PresentTag tag = tag(sighting);
        presence.heard(tag, sighting, antenna.get().point());
        doors.heard(tag.tag, sighting, antenna.get().point());
      }
    }
    return List.of();
  }

  /// The tag that was heard. What its digits mean is looked up once.
  private PresentTag tag(TagSighting sighting) {
    PresentTag known = tags.get(sighting.epc());
    if (known != null && !known.forgotten) {
      return known;
    }
    if (tags.size() >= most) {
      tags.clear();
    }
    PresentTag tag = presence.tag(identities.of(sighting.epc()), sighting.last());
    tags.put(sighting.epc(), tag);
    return tag;
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
