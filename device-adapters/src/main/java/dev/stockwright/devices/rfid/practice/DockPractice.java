package dev.stockwright.devices.rfid.practice;

import dev.stockwright.devices.rfid.Place;
import dev.stockwright.devices.rfid.ReadPoint;
import dev.stockwright.devices.rfid.ReadPoint.Role;
import dev.stockwright.devices.rfid.ReadPoints;
import dev.stockwright.devices.rfid.TagEvent;
import dev.stockwright.devices.rfid.TagEvent.Pass;
import dev.stockwright.devices.rfid.TagRules;
import dev.stockwright.devices.rfid.TagSighting;
import dev.stockwright.devices.rfid.TagTracker;
import dev.stockwright.devices.rfid.scenes.DockScene;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The docks of the made-up scenes, and what a [TagTracker] tells of a scene there.
public final class DockPractice {
  private static final DeviceId READER = new DeviceId("reader-1");
  private static final Instant START = Instant.ofEpochSecond(1_000);
  private static final Duration TICK = Duration.ofMillis(100);

  /// After the last read of a scene the reading goes on for so long.
  private static final Duration AFTER = Duration.ofSeconds(3);

  private DockPractice() {}

  /// A door, 1 and up: `DOCK-1`, `DOCK-2`.
  public static Place door(int number) {
    return new Place(new WarehouseCode("HUB"), new LocationCode("DOCK-" + number));
  }

  /// Two doors at one reader, each with an odd antenna outside and an even one inside.
  public static ReadPoints points() {
    return antennas().build();
  }

  /// The same doors with a light barrier each, door 1 at input 1.
  public static ReadPoints gatedPoints() {
    return antennas().gate(READER, 1, door(1)).gate(READER, 2, door(2)).build();
  }

  private static ReadPoints.Builder antennas() {
    ReadPoints.Builder points = ReadPoints.builder();
    for (int door = 1; door <= 2; door++) {
      points.antenna(READER, 2 * door - 1, new ReadPoint(door(door), Role.PORTAL_OUTSIDE));
      points.antenna(READER, 2 * door, new ReadPoint(door(door), Role.PORTAL_INSIDE));
    }
    return points;
  }

  /// The passes that the standard rules tell of a scene, without light barriers.
  public static List<Pass> passes(DockScene scene) {
    return events(scene, points()).stream()
        .filter(Pass.class::isInstance)
        .map(Pass.class::cast)
        .toList();
  }

  /// All that the standard rules tell of a scene.
  public static List<TagEvent> events(DockScene scene, ReadPoints points) {
    TagTracker tracker = new TagTracker(points, TagRules.standard());
    List<TagEvent> events = new ArrayList<>(tracker.at(START));
    Instant ticked = START;
    for (DockScene.Step step : scene.steps()) {
      Instant at = START.plus(step.offset().truncatedTo(ChronoUnit.MILLIS));
      ticked = tick(tracker, ticked, at, events);
      switch (step) {
        case DockScene.Read read ->
            events.addAll(
                tracker.sighted(
                    List.of(
                        new TagSighting(
                            READER, read.antenna(), read.epc(), read.rssi(), 1, at, at))));
        case DockScene.Input input ->
            events.addAll(tracker.inputChanged(READER, input.port(), input.on(), at));
      }
    }
    ticked = tick(tracker, ticked, START.plus(scene.length()).plus(AFTER), events);
    events.addAll(tracker.finish(ticked));
    return events;
  }

  private static Instant tick(
      TagTracker tracker, Instant from, Instant until, List<TagEvent> events) {
    Instant ticked = from;
    while (!ticked.plus(TICK).isAfter(until)) {
      ticked = ticked.plus(TICK);
      events.addAll(tracker.at(ticked));
    }
    return ticked;
  }
}
