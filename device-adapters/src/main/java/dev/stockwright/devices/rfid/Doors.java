package dev.stockwright.devices.rfid;

import dev.stockwright.devices.rfid.ReadPoint.Role;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All doors: each decides for itself, but asks whether another one heard a tag better.
final class Doors {
  private final ReadPoints points;
  /// Who went in does not go in again without going out.
  private static final long AGAIN_MILLIS = 60_000;

  private static final int MOST_PASSED = 20_000;

  private record Passage(Direction direction, long at) {}

  private final Map<Place, Door> doors = new LinkedHashMap<>();
  private final Map<String, Passage> passages = new LinkedHashMap<>();

  /// When somebody began to listen, in milliseconds since 1970.
  private long began = Long.MAX_VALUE;

  Doors(ReadPoints points, DoorRules rules) {
    this.points = points;
    points
        .doors()
        .forEach(
            (place, roles) -> doors.put(place, new Door(place, roles, rules, points.gated(place))));
  }

  void heard(TagIdentity tag, TagSighting sighting, ReadPoint point) {
    Door door = doors.get(point.place());
    if (door != null) {
      door.heard(tag, sighting, point.role() == Role.PORTAL_INSIDE);
    }
  }

  void inputChanged(DeviceId reader, int input, boolean on, Instant at) {
    points
        .gate(reader, input)
        .map(doors::get)
        .flatMap(Door::gate)
        .ifPresent(gate -> gate.changed(on, at));
  }

  List<TagEvent> at(Instant now, boolean end) {
    if (doors.isEmpty()) {
      return List.of();
    }
    began = Math.min(began, now.toEpochMilli());
    List<TagEvent> events = new ArrayList<>();
    for (Door door : doors.values()) {
      events.addAll(door.at(now, this, end));
    }
    return events;
  }

  long began() {
    return began;
  }

  /// Keeps in mind that a tag passed.
  void passed(String key, Direction direction, long at) {
    if (direction != Direction.UNDECIDED) {
      passages.remove(key);
      passages.put(key, new Passage(direction, at));
      if (passages.size() > MOST_PASSED) {
        passages.remove(passages.keySet().iterator().next());
      }
    }
  }

  /// True when the tag went the same way a moment ago, so that it cannot be true again.
  boolean passedLately(String key, Direction direction, long at) {
    Passage passage = passages.get(key);
    return passage != null
        && passage.direction == direction
        && Math.abs(at - passage.at) < AGAIN_MILLIS;
  }

  /// True when another door heard the tag better from one time to another.
  boolean louderElsewhere(Place here, String key, long from, long to, double power) {
    for (Door door : doors.values()) {
      if (!door.place.equals(here) && door.power(key, from, to) > power) {
        return true;
      }
    }
    return false;
  }
}
