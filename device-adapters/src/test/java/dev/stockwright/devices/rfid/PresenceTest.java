package dev.stockwright.devices.rfid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.rfid.ReadPoint.Role;
import dev.stockwright.devices.rfid.TagEvent.Arrived;
import dev.stockwright.devices.rfid.TagEvent.Departed;
import dev.stockwright.devices.rfid.TagEvent.Moved;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresenceTest {
  private static final TagRules RULES = TagRules.standard();

  /// The same without anything that holds a tag where it is.
  private static final TagRules NO_HYSTERESIS =
      new TagRules(
          RULES.window(),
          new PresenceRules(
              0,
              0,
              Duration.ZERO,
              1,
              Duration.ZERO,
              Duration.ofMinutes(10),
              Duration.ofHours(1),
              1_000),
          RULES.doors());

  private static TagRules departing(Duration after, Duration forgotten, int most) {
    PresenceRules usual = RULES.presence();
    return new TagRules(
        RULES.window(),
        new PresenceRules(
            usual.betterDb(),
            usual.slopeDbPerMs(),
            usual.holdoff(),
            usual.minReads(),
            usual.steady(),
            after,
            forgotten,
            most),
        RULES.doors());
  }

  @Test
  void theReadsOfAWindowAreOneArrival() {
    Sightings shelf = new Sightings(Sightings.shelves("A-01"), RULES);
    shelf.heard(100, 1, Sightings.EPC, -62);
    shelf.heard(250, 1, Sightings.SAME_EPC, -55);
    shelf.heard(400, 1, Sightings.EPC, -60).until(700);
    List<Arrived> arrived = shelf.all(Arrived.class);
    assertEquals(1, arrived.size());
    assertEquals(
        Optional.of("urn:epc:id:sgtin:0614141.812345.6789"),
        arrived.getFirst().tag().idUri().map(uri -> uri));
    TagSighting heard = arrived.getFirst().heard();
    assertEquals(3, heard.count());
    assertEquals(-55, heard.rssi());
    assertEquals(Sightings.at(100), heard.first());
    assertEquals(Sightings.at(400), heard.last());
    shelf.heard(800, 1, Sightings.EPC, -60).until(5_000);
    assertEquals(1, shelf.events.size());
  }

  @Test
  void aTagThatIsCarriedAwayHasMovedWithinSeconds() {
    Sightings shelves = new Sightings(Sightings.shelves("A-01", "A-02"), RULES);
    for (int i = 0; i < 20; i++) {
      shelves.heard(100 + 200L * i, 1, Sightings.EPC, -55);
    }
    for (int i = 0; i < 40; i++) {
      shelves.heard(4_200 + 200L * i, 2, Sightings.EPC, -60);
    }
    List<Moved> moved = shelves.all(Moved.class);
    assertEquals(1, moved.size());
    assertEquals(Sightings.place("A-01"), moved.getFirst().from().place());
    assertEquals(Sightings.place("A-02"), moved.getFirst().to().place());
    Duration took = Duration.between(Sightings.at(4_200), moved.getFirst().time());
    assertTrue(took.toMillis() <= 4_500, () -> "moved after " + took);
  }

  @Test
  void aLouderPlaceMustStayLouder() {
    Sightings shelves = new Sightings(Sightings.shelves("A-01", "A-02"), RULES);
    for (int i = 0; i < 60; i++) {
      shelves.heard(100L * i, 1, Sightings.EPC, -60);
      if (i % 20 < 8) {
        shelves.heard(100L * i + 50, 2, Sightings.EPC, i % 20 < 3 ? -48 : -75);
      }
    }
    assertEquals(List.of(), shelves.all(Moved.class));
  }

  @Test
  void twoAntennasOfOnePlaceMoveNothing() {
    Sightings shelves = new Sightings(Sightings.shelves("A-01", "A-01"), RULES);
    for (int i = 0; i < 50; i++) {
      shelves.heard(200L * i, 1 + i / 25, Sightings.EPC, -70 + i / 25 * 20);
    }
    assertEquals(1, shelves.until(20_000).events.size());
  }

  @ParameterizedTest
  @EnumSource(EqualAntennas.class)
  void aTagBetweenTwoEqualAntennasMovesAtMostOnceAMinute(EqualAntennas noise) {
    double worst = 0;
    for (long seed = 1; seed <= 4; seed++) {
      worst = Math.max(worst, noise.movesAMinute(RULES, seed, 20));
    }
    double most = worst;
    assertTrue(worst <= 1, () -> noise + ": " + most + " moves a minute");
  }

  @ParameterizedTest
  @EnumSource(EqualAntennas.class)
  void withoutHysteresisItMovesMoreOften(EqualAntennas noise) {
    double moves = noise.movesAMinute(NO_HYSTERESIS, 1, 20);
    assertTrue(moves > 1, () -> noise + ": only " + moves + " moves a minute");
  }

  @Test
  void silenceDepartsAndALaterReadArrivesAgain() {
    Duration minute = Duration.ofMinutes(1);
    Sightings shelf =
        new Sightings(Sightings.shelves("A-01"), departing(minute, Duration.ofMinutes(5), 10));
    shelf.heard(0, 1, Sightings.UNKNOWN, -60).heard(10_000, 1, Sightings.UNKNOWN, -61);
    shelf.until(69_000);
    assertEquals(List.of(), shelf.all(Departed.class));
    shelf.until(71_000);
    assertEquals(1, shelf.all(Departed.class).size());
    assertEquals(Sightings.at(10_000), shelf.all(Departed.class).getFirst().heard().last());
    shelf.until(90_000).heard(90_000, 1, Sightings.UNKNOWN, -60).until(91_000);
    assertEquals(2, shelf.all(Arrived.class).size());
  }

  @Test
  void tagsLongestUnheardMakeRoomAndOldOnesAreForgotten() {
    TagRules rules = departing(Duration.ofMinutes(1), Duration.ofMinutes(2), 100);
    Presence presence = new Presence(rules.presence(), rules.window());
    ReadPoint shelf = new ReadPoint(Sightings.place("A-01"), Role.SHELF);
    TagIdentities identities = new TagIdentities(10_000);
    TagSighting begin = Sightings.sighting(0, 1, Sightings.EPC, -60);
    PresentTag first = presence.tag(identities.of(Sightings.EPC), begin.last());
    presence.heard(first, begin, shelf);
    for (int i = 0; i < 5_000; i++) {
      String epc = String.format(Locale.ROOT, "3074257bf7194e40%08x", i);
      TagSighting sighting = Sightings.sighting(20L * i, 1, epc, -60);
      PresentTag tag = presence.tag(identities.of(epc), sighting.last());
      presence.heard(tag, sighting, shelf);
      presence.heard(first, Sightings.sighting(20L * i, 1, Sightings.EPC, -60), shelf);
      presence.at(Sightings.at(20L * i), false);
      assertTrue(presence.remembered() <= 100, "too many are remembered");
    }
    assertEquals(false, first.forgotten, "one that is heard all the time was forgotten");
    presence.at(Sightings.at(100_000 + 121_000), false);
    presence.at(Sightings.at(100_000 + 242_000), false);
    assertEquals(0, presence.remembered());
  }

  @Test
  void identitiesAreBounded() {
    TagIdentities identities = new TagIdentities(100);
    for (int i = 0; i < 10_000; i++) {
      identities.of(String.format(Locale.ROOT, "3074257bf7194e40%08x", i));
      assertTrue(identities.remembered() <= 100);
    }
  }

  @Test
  void antennasThatAreNotSetAreOffOrPlacesOfTheirOwn() {
    Sightings off = new Sightings(Sightings.shelves("A-01"), RULES);
    off.heard(0, 7, Sightings.EPC, -60).until(2_000);
    assertEquals(List.of(), off.events);
    Sightings own = new Sightings(ReadPoints.everyAntennaItsOwn(new WarehouseCode("HUB")), RULES);
    own.heard(0, 7, Sightings.EPC, -60).until(2_000);
    assertEquals(Sightings.place("reader-1-7"), own.all(Arrived.class).getFirst().at().place());
  }

  @Test
  void whatIsWeakerThanTheFloorOfItsAntennaIsNotHeard() {
    ReadPoints points =
        ReadPoints.builder()
            .antenna(Sightings.READER, 1, new ReadPoint(Sightings.place("A-01"), Role.SHELF), -65)
            .build();
    Sightings shelf = new Sightings(points, RULES);
    shelf.heard(0, 1, Sightings.EPC, -66).until(2_000);
    assertEquals(List.of(), shelf.events);
    shelf.heard(2_000, 1, Sightings.EPC, -65).until(4_000);
    assertEquals(1, shelf.events.size());
  }
}
