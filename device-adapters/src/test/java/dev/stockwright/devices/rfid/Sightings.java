package dev.stockwright.devices.rfid;

import dev.stockwright.devices.rfid.ReadPoint.Role;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Short ways to feed a [TagTracker], and what it answered.
final class Sightings {
  static final DeviceId READER = new DeviceId("reader-1");

  /// An SGTIN-96, the same one with another filter, and one that is none.
  static final String EPC = "3074257bf7194e4000001a85";

  static final String SAME_EPC = "3014257bf7194e4000001a85";
  static final String UNKNOWN = "ad0123456789abcdef012345";

  private final TagTracker tracker;
  final List<TagEvent> events = new ArrayList<>();
  private long ticked;

  Sightings(ReadPoints points, TagRules rules) {
    tracker = new TagTracker(points, rules);
    tracker.at(at(0));
  }

  static Instant at(long millis) {
    return Instant.ofEpochMilli(1_000_000 + millis);
  }

  static Place place(String zone) {
    return new Place(new WarehouseCode("HUB"), new LocationCode(zone));
  }

  /// One antenna for each zone, 1 and up; the same zone twice is one place with two antennas.
  static ReadPoints shelves(String... zones) {
    ReadPoints.Builder points = ReadPoints.builder();
    for (int i = 0; i < zones.length; i++) {
      points.antenna(READER, i + 1, new ReadPoint(place(zones[i]), Role.SHELF));
    }
    return points.build();
  }

  /// Doors `DOCK-1` and so on, each with an odd antenna outside and an even one inside.
  static ReadPoints.Builder doors(int count) {
    ReadPoints.Builder points = ReadPoints.builder();
    for (int door = 1; door <= count; door++) {
      Place place = place("DOCK-" + door);
      points.antenna(READER, 2 * door - 1, new ReadPoint(place, Role.PORTAL_OUTSIDE));
      points.antenna(READER, 2 * door, new ReadPoint(place, Role.PORTAL_INSIDE));
    }
    return points;
  }

  static TagSighting sighting(long millis, int antenna, String epc, double rssi) {
    return new TagSighting(READER, antenna, epc, rssi, 1, at(millis), at(millis));
  }

  /// Time passes until then, tick by tick.
  Sightings until(long millis) {
    while (ticked + 100 <= millis) {
      ticked += 100;
      events.addAll(tracker.at(at(ticked)));
    }
    return this;
  }

  Sightings heard(long millis, int antenna, String epc, double rssi) {
    until(millis);
    events.addAll(tracker.sighted(List.of(sighting(millis, antenna, epc, rssi))));
    return this;
  }

  Sightings input(long millis, int port, boolean on) {
    until(millis);
    events.addAll(tracker.inputChanged(READER, port, on, at(millis)));
    return this;
  }

  Sightings finish() {
    events.addAll(tracker.finish(at(ticked)));
    return this;
  }

  <T extends TagEvent> List<T> all(Class<T> sort) {
    return events.stream().filter(sort::isInstance).map(sort::cast).toList();
  }
}
