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
  private final Map<Place, Door> doors = new LinkedHashMap<>();

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
    List<TagEvent> events = new ArrayList<>();
    for (Door door : doors.values()) {
      events.addAll(door.at(now, this, end));
    }
    return events;
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
