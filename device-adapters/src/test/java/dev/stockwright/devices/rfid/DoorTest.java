package dev.stockwright.devices.rfid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.rfid.GateWindow.ClosedBy;
import dev.stockwright.devices.rfid.ReadPoint.Role;
import dev.stockwright.devices.rfid.TagEvent.EmptyPass;
import dev.stockwright.devices.rfid.TagEvent.GateClosed;
import dev.stockwright.devices.rfid.TagEvent.Ignored;
import dev.stockwright.devices.rfid.TagEvent.Pass;
import dev.stockwright.devices.rfid.TagEvent.Reason;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DoorTest {
  private static final TagRules RULES = TagRules.standard();

  private static Sightings doors(int count) {
    return new Sightings(Sightings.doors(count).build(), RULES).until(5_000);
  }

  private static Sightings gate() {
    ReadPoints points =
        Sightings.doors(1).gate(Sightings.READER, 1, Sightings.place("DOCK-1")).build();
    return new Sightings(points, RULES).until(5_000);
  }

  /// A tag walks along the metres from one place to another, 1.5 m a second, heard by a door's
  /// antennas at -1 m and +1 m. Returns when it is there.
  private static long walk(
      Sightings door, long millis, int doorNumber, double from, double to, double louderDb) {
    long time = millis;
    double way = Math.abs(to - from);
    for (double gone = 0; gone <= way; gone += 0.15) {
      double x = from + Math.signum(to - from) * gone;
      hear(door, time, 2 * doorNumber - 1, x + 1, louderDb);
      hear(door, time + 50, 2 * doorNumber, x - 1, louderDb);
      time += 100;
    }
    return time;
  }

  private static void hear(
      Sightings door, long millis, int antenna, double metres, double louderDb) {
    double rssi = -45 - 40 * Math.log10(Math.sqrt(metres * metres + 1)) + louderDb;
    if (rssi > -70) {
      door.heard(millis, antenna, Sightings.EPC, Math.rint(rssi));
    }
  }

  private static List<Direction> directions(Sightings door) {
    return door.all(Pass.class).stream().map(Pass::direction).toList();
  }

  private static List<Reason> reasons(Sightings door) {
    return door.all(Ignored.class).stream().map(Ignored::reason).toList();
  }

  @Test
  void fromOutsideToInsideIsInAndBackIsOut() {
    Sightings door = doors(1);
    long there = walk(door, 6_000, 1, -5, 5, 0);
    door.until(there + 3_000);
    assertEquals(List.of(Direction.IN), directions(door));
    long back = walk(door, there + 5_000, 1, 5, -5, 0);
    door.until(back + 3_000);
    assertEquals(List.of(Direction.IN, Direction.OUT), directions(door));
    assertEquals(List.of(), reasons(door));
  }

  @Test
  void aPassSaysWhatItRestsOn() {
    Sightings door = doors(1);
    long there = walk(door, 6_000, 1, -5, 5, 0);
    door.until(there + 3_000);
    Pass pass = door.all(Pass.class).getFirst();
    PassEvidence evidence = pass.evidence();
    assertEquals(Sightings.place("DOCK-1"), pass.door());
    assertEquals(-45, evidence.inside().peakRssi());
    assertEquals(-45, evidence.outside().peakRssi());
    assertEquals(pass.heard().count(), evidence.inside().count() + evidence.outside().count());
    assertTrue(
        evidence.outside().centre().orElseThrow().isBefore(evidence.inside().centre().get()));
    assertEquals("order", evidence.why());
    assertTrue(evidence.shift() > 5, evidence::toString);
    assertTrue(evidence.certainty() > 2, evidence::toString);
    Duration waited = Duration.between(evidence.last(), pass.time());
    assertTrue(waited.compareTo(Duration.ofMillis(2_200)) <= 0, () -> "told after " + waited);
  }

  @Test
  void aReaderThatTellsOnceASecondIsUnderstoodToo() {
    Sightings door = doors(1);
    TagTracker tracker = new TagTracker(Sightings.doors(1).build(), RULES);
    tracker.at(Sightings.at(0));
    // Heard outside from 5.0 to 6.9 s and inside from 6.4 to 8.4 s.
    tracker.sighted(List.of(report(5_000, 5_900, 1, -60, 12), report(5_600, 5_950, 2, -66, 3)));
    tracker.sighted(List.of(report(6_000, 6_900, 1, -50, 14), report(6_400, 6_950, 2, -55, 9)));
    tracker.sighted(List.of(report(7_000, 7_400, 1, -62, 4), report(7_000, 7_950, 2, -50, 15)));
    tracker.sighted(List.of(report(8_000, 8_400, 2, -61, 6)));
    List<TagEvent> events =
        tracker.at(Sightings.at(13_000)).stream().filter(Pass.class::isInstance).toList();
    assertEquals(1, events.size());
    assertEquals(Direction.IN, ((Pass) events.getFirst()).direction());
    assertEquals(List.of(), door.events);
  }

  private static TagSighting report(long first, long last, int antenna, double rssi, int count) {
    return new TagSighting(
        Sightings.READER,
        antenna,
        Sightings.EPC,
        rssi,
        count,
        Sightings.at(first),
        Sightings.at(last));
  }

  @Test
  void whoComesAndGoesBackHasNotPassed() {
    Sightings door = doors(1);
    long there = walk(door, 6_000, 1, -5, 0.3, 0);
    long back = walk(door, there, 1, 0.3, -5, 0);
    door.until(back + 5_000);
    assertEquals(List.of(), directions(door));
    assertEquals(List.of(Reason.TURNED_BACK), reasons(door));
  }

  @Test
  void whatLiesNearTheDoorIsToldOnceAndNeverPasses() {
    Sightings door = doors(1);
    for (int i = 0; i < 3_000; i++) {
      hear(door, 6_000 + 50L * i, 1 + i % 2, i % 2 == 0 ? 4 : 2, i * 7 % 5 - 2);
    }
    door.until(170_000).finish();
    assertEquals(List.of(), directions(door));
    assertEquals(List.of(Reason.STATIONARY), reasons(door));
  }

  @Test
  void whoLayThereAndLeavesHasPassed() {
    Sightings door = doors(1);
    for (int i = 0; i < 1_600; i++) {
      hear(door, 6_000 + 50L * i, 1 + i % 2, i % 2 == 0 ? 5 : 3, i * 7 % 5 - 2);
    }
    long gone = walk(door, 86_000, 1, 4, -6, 0);
    door.until(gone + 5_000);
    assertEquals(List.of(Direction.OUT), directions(door));
  }

  @Test
  @DisplayName("D9 Strays are ignored, with the reason")
  void straysAreIgnoredWithTheirReason() {
    Sightings door = doors(1);
    door.heard(6_000, 1, Sightings.EPC, -69).heard(6_400, 2, Sightings.EPC, -70).until(12_000);
    assertEquals(List.of(Reason.FEW_READS), reasons(door));
    Sightings brief = doors(1);
    for (int i = 0; i < 5; i++) {
      brief.heard(6_000 + 50L * i, 1 + i / 3, Sightings.EPC, -60);
    }
    assertEquals(List.of(Reason.SHORT), reasons(brief.until(12_000)));
    Sightings weak = doors(1);
    for (int i = 0; i < 12; i++) {
      weak.heard(6_000 + 200L * i, 1 + i / 6, Sightings.EPC, -83);
    }
    assertEquals(List.of(Reason.WEAK), reasons(weak.until(13_000)));
    Sightings inside = doors(1);
    for (int i = 0; i < 12; i++) {
      inside.heard(6_000 + 200L * i, 2, Sightings.EPC, -60 - Math.abs(i - 6));
    }
    assertEquals(List.of(Reason.ONE_SIDE), reasons(inside.until(13_000)));
  }

  @Test
  void excludedTagsAreNeverBooked() {
    DoorRules usual = DoorRules.standard();
    DoorRules excluding =
        new DoorRules(
            usual.quiet(),
            usual.doubtfulQuiet(),
            usual.longest(),
            usual.minReads(),
            usual.minDwell(),
            usual.minPeakDbm(),
            usual.settle(),
            usual.maxOpen(),
            Set.of("urn:epc:id:sgtin:0614141.812345.6789"));
    Sightings door =
        new Sightings(
            Sightings.doors(1).build(), new TagRules(RULES.window(), RULES.presence(), excluding));
    long there = walk(door.until(5_000), 6_000, 1, -5, 5, 0);
    door.until(there + 5_000);
    assertEquals(List.of(), directions(door));
    assertEquals(List.of(Reason.EXCLUDED), reasons(door));
  }

  @Test
  void theDoorThatHeardItBetterWins() {
    Sightings doors = doors(2);
    for (double x = -5; x <= 5; x += 0.15) {
      long time = 6_000 + Math.round((x + 5) / 1.5 * 1_000);
      hear(doors, time, 1, x + 1, -9);
      hear(doors, time + 25, 2, x - 1, -9);
      hear(doors, time + 50, 3, x + 1, 0);
      hear(doors, time + 75, 4, x - 1, 0);
    }
    doors.until(20_000);
    assertEquals(1, doors.all(Pass.class).size());
    assertEquals(Sightings.place("DOCK-2"), doors.all(Pass.class).getFirst().door());
    assertEquals(List.of(Reason.OTHER_DOOR), reasons(doors));
  }

  @Test
  void anExitKnowsOneDirection() {
    ReadPoints points =
        ReadPoints.builder()
            .antenna(Sightings.READER, 1, new ReadPoint(Sightings.place("EXIT"), Role.EXIT))
            .build();
    Sightings exit = new Sightings(points, RULES).until(5_000);
    for (double x = -4; x <= 4; x += 0.2) {
      hear(exit, 6_000 + Math.round((x + 4) * 700), 1, x, 0);
    }
    exit.until(20_000);
    assertEquals(List.of(Direction.OUT), directions(exit));
  }

  @Test
  void aGateTellsItsTagsAndAnEmptyPass() {
    Sightings gate = gate();
    gate.input(8_000, 1, true);
    long there = walk(gate, 8_000, 1, -5, 5, 0);
    gate.input(there, 1, false).until(there + 8_000);
    assertEquals(List.of(Direction.IN), directions(gate));
    GateClosed closed = gate.all(GateClosed.class).getFirst();
    assertEquals(1, closed.tags());
    assertEquals(ClosedBy.INPUT, closed.window().by());
    assertEquals(List.of(), gate.all(EmptyPass.class));
    gate.input(30_000, 1, true).input(32_000, 1, false).until(40_000);
    EmptyPass empty = gate.all(EmptyPass.class).getFirst();
    assertEquals(Sightings.at(30_000), empty.window().opened());
    assertEquals(Sightings.at(32_000), empty.window().closed());
    assertEquals(1, gate.all(GateClosed.class).size());
  }

  @Test
  void aPassThatNoBarrierSawGoesToAPerson() {
    Sightings gate = gate();
    long there = walk(gate, 6_000, 1, -5, 5, 0);
    gate.until(there + 5_000);
    assertEquals(List.of(Direction.UNDECIDED), directions(gate));
    assertEquals("no_window", gate.all(Pass.class).getFirst().evidence().why());
  }

  @Test
  void aBarrierThatFlickersIsOneWindowAndOneThatStaysBrokenCloses() {
    Sightings gate = gate();
    gate.input(6_000, 1, true).input(6_500, 1, false).input(6_550, 1, true);
    gate.input(7_000, 1, false).until(14_000);
    assertEquals(1, gate.all(EmptyPass.class).size());
    gate.input(20_000, 1, true).until(60_000);
    assertEquals(ClosedBy.TIME, gate.all(EmptyPass.class).get(1).window().by());
    gate.input(61_000, 1, false).until(70_000);
    assertEquals(2, gate.all(EmptyPass.class).size());
  }

  @Test
  void otherInputsAndOtherReadersOpenNoGate() {
    TagTracker tracker =
        new TagTracker(
            Sightings.doors(1).gate(Sightings.READER, 1, Sightings.place("DOCK-1")).build(), RULES);
    tracker.inputChanged(Sightings.READER, 2, true, Sightings.at(0));
    tracker.inputChanged(new DeviceId("other"), 1, true, Sightings.at(0));
    assertEquals(List.of(), tracker.finish(Sightings.at(1_000)));
  }

  @Test
  void timeThatGoesBackDoesNoHarm() {
    Sightings door = doors(1);
    door.heard(9_000, 1, Sightings.EPC, -60);
    for (int i = 0; i < 40; i++) {
      door.heard(9_000 - 200L * i, 1 + i % 2, Sightings.EPC, -60 - i % 7);
    }
    door.until(20_000).finish();
    assertTrue(door.all(Pass.class).size() <= 1);
  }
}
