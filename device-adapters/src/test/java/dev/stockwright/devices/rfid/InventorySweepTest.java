package dev.stockwright.devices.rfid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.devices.rfid.InventorySweep.Complete;
import dev.stockwright.devices.rfid.SweepResult.Counted;
import dev.stockwright.devices.rfid.TagIdentity.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InventorySweepTest {
  private static final SweepRules RULES = SweepRules.standard();

  private static String epc(int serial) {
    return String.format(Locale.ROOT, "3074257bf7194e40%08x", serial);
  }

  private static String key(int serial) {
    return new TagIdentities(2).of(epc(serial)).key();
  }

  private static void hear(InventorySweep sweep, long millis, String epc, double rssi) {
    sweep.sighted(List.of(Sightings.sighting(millis, 1, epc, rssi)));
  }

  private static List<String> keys(List<Counted> counted) {
    return counted.stream().map(each -> each.tag().key()).toList();
  }

  @Test
  void fiveHundredTagsReadTwentyTimesEachAreFiveHundred() {
    InventorySweep sweep = InventorySweep.blind(RULES, Sightings.at(0));
    for (int round = 0; round < 20; round++) {
      for (int i = 0; i < 500; i++) {
        hear(sweep, 10L * round, epc(i), -60);
      }
    }
    sweep.scanned(new TagIdentities(2).of(epc(7)), Sightings.at(300));
    assertEquals(500, sweep.at(Sightings.at(300)).tags());
    assertEquals(10_000, sweep.at(Sightings.at(300)).reads());
    Counted seventh = sweep.result().found().get(7);
    assertEquals(20, seventh.count());
    assertEquals(true, seventh.scanned());
  }

  @Test
  void aTagThatIsHeardOnceAndThenKeepsSilentCounts() {
    InventorySweep sweep =
        InventorySweep.expecting(RULES, Set.of(key(1), key(2)), Set.of(), Sightings.at(0));
    hear(sweep, 10, epc(1), -60);
    hear(sweep, 20, epc(2), -61);
    assertEquals(Optional.empty(), sweep.at(Sightings.at(5_000)).complete());
    assertEquals(Optional.of(Complete.NO_NEW_TAG), sweep.at(Sightings.at(5_020)).complete());
    assertEquals(List.of(key(1), key(2)), keys(sweep.result().found()));
    assertEquals(Set.of(), sweep.result().missing());
  }

  @Test
  void aTrickleOfNewTagsStopsItWhenItIsLessThanOnePercent() {
    InventorySweep sweep = InventorySweep.blind(RULES, Sightings.at(0));
    for (int i = 0; i < 1_000; i++) {
      hear(sweep, i, epc(i), -60);
    }
    for (int i = 0; i < 20; i++) {
      hear(sweep, 1_000 + 2_000L * i, epc(1_000 + i), -60);
      if (i == 4) {
        assertEquals(Optional.empty(), sweep.at(Sightings.at(9_500)).complete());
      }
    }
    assertEquals(Optional.of(Complete.HARDLY_NEW_TAGS), sweep.at(Sightings.at(39_100)).complete());
  }

  @Test
  void anEmptyBayIsCompleteToo() {
    InventorySweep sweep = InventorySweep.blind(RULES, Sightings.at(0));
    assertEquals(Optional.empty(), sweep.at(Sightings.at(4_999)).complete());
    assertEquals(Optional.of(Complete.NO_NEW_TAG), sweep.at(Sightings.at(5_000)).complete());
  }

  @Test
  void whatIsHeardStandsInOneListOnly() {
    Set<String> expected = Set.of(key(1), key(2), key(9));
    InventorySweep sweep =
        InventorySweep.expecting(RULES, expected, Set.of(key(4)), Sightings.at(0));
    hear(sweep, 1, epc(1), -58);
    hear(sweep, 2, epc(2), -79);
    hear(sweep, 3, epc(3), -60);
    hear(sweep, 4, epc(4), -61);
    hear(sweep, 5, epc(5), -75);
    hear(sweep, 6, Sightings.UNKNOWN, -59);
    hear(sweep, 7, "3", -60);
    SweepResult result = sweep.result();
    assertEquals(List.of(key(1), key(2)), keys(result.found()));
    assertEquals(Set.of(key(9)), result.missing());
    assertEquals(List.of(key(3)), keys(result.unexpected()));
    assertEquals(List.of(Sightings.UNKNOWN, "3"), keys(result.unknown()));
    assertEquals(List.of(key(4), key(5)), keys(result.probablyNextBay()));
    assertEquals(Kind.MALFORMED, result.unknown().get(1).tag().kind());
  }

  @Test
  @DisplayName("D8 A scan brings what is missing")
  void aScanBringsWhatIsMissing() {
    InventorySweep sweep =
        InventorySweep.expecting(RULES, Set.of(key(1)), Set.of(), Sightings.at(0));
    sweep.scanned(new TagIdentities(2).of(epc(1)), Sightings.at(1));
    assertEquals(Set.of(), sweep.result().missing());
    assertEquals(0, sweep.result().found().getFirst().count());
  }
}
