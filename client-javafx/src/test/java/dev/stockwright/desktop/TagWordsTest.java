package dev.stockwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.client.words.Language;
import dev.stockwright.desktop.devices.FrameLine;
import dev.stockwright.desktop.harness.Spoken;
import dev.stockwright.devices.llrp.LlrpReader;
import dev.stockwright.devices.rfid.Place;
import dev.stockwright.devices.rfid.ReadPoint;
import dev.stockwright.devices.rfid.TagEvent;
import dev.stockwright.devices.rfid.TagIdentity;
import dev.stockwright.devices.rfid.TagSighting;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TagWordsTest {
  private static final Instant NOW = Instant.parse("2026-11-18T10:42:00Z");
  private static final TagIdentity OTHER =
      new TagIdentity("e28011", "e28011", TagIdentity.Kind.OTHER);

  @Test
  void whatHappenedIsSaidWithPlaceAndStrength() {
    assertEquals(
        new FrameLine(
            NOW,
            FrameLine.Kind.TAG,
            "e28011",
            "No EPC of GS1",
            "Moved from dock-1 to dock-2, -52 dBm"),
        line(new TagEvent.Moved(NOW, OTHER, heard(-51.6), at("dock-1"), at("dock-2"))));
    assertEquals(
        "Departed from dock-1, -60 dBm",
        line(new TagEvent.Departed(NOW, OTHER, heard(-60), at("dock-1"))).meaning());
  }

  @Test
  void aStrengthThatTheReaderDoesNotTellIsLeftOut() {
    assertEquals(
        "Arrived at dock-1",
        line(new TagEvent.Arrived(NOW, OTHER, heard(LlrpReader.RSSI_UNTOLD), at("dock-1")))
            .meaning());
  }

  private static FrameLine line(TagEvent event) {
    return new TagWords(Spoken.wording(Language.ENGLISH)).of(event).orElseThrow();
  }

  private static TagSighting heard(double rssi) {
    return new TagSighting(new DeviceId("dock"), 1, "e28011", rssi, 3, NOW, NOW);
  }

  private static ReadPoint at(String zone) {
    return new ReadPoint(
        new Place(new WarehouseCode("EAST"), new LocationCode(zone)), ReadPoint.Role.SHELF);
  }
}
