package dev.stockwright.devices.llrp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.llrp.simulated.RoSpecRequest;
import dev.stockwright.devices.llrp.wire.MessageType;
import dev.stockwright.devices.rfid.TagSighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LlrpReaderTest extends WithSimulatedReader {
  @Test
  void saysWhoItIsAndThatItIsSimulated() throws Exception {
    try (LlrpReader reader = started(settings)) {
      DeviceHealth ready = heard.awaitState(DeviceState.READY);
      assertEquals(
          "Reading with Impinj Speedway R420, firmware 5.14.0.240 (simulated), 4 antennas at "
              + settings.address()
              + ".",
          ready.reason());
      assertTrue(ready.simulated());
      assertEquals("Speedway R420", reader.identity().orElseThrow().model());
    }
  }

  @Test
  void asksInTheOrderOfTheStandardAndSaysGoodbye() throws Exception {
    try (LlrpReader reader = started(settings)) {
      heard.awaitState(DeviceState.READY);
      assertEquals(DeviceState.READY, reader.health().state());
    }
    assertEquals(
        List.of(
            MessageType.GET_READER_CAPABILITIES,
            MessageType.SET_READER_CONFIG,
            MessageType.DELETE_ROSPEC,
            MessageType.ADD_ROSPEC,
            MessageType.ENABLE_ROSPEC,
            MessageType.START_ROSPEC,
            MessageType.ENABLE_EVENTS_AND_REPORTS,
            MessageType.STOP_ROSPEC,
            MessageType.DELETE_ROSPEC,
            MessageType.CLOSE_CONNECTION),
        simulated.messages());
    assertEquals(DeviceState.CONFIGURED, heard.healths().getLast().state());
  }

  @Test
  void hearsTags() throws Exception {
    try (LlrpReader reader = started(settings)) {
      heard.awaitState(DeviceState.READY);
      Instant before = Instant.now();
      assertTrue(simulated.hear(2, EPC, -51));
      assertTrue(simulated.hear(3, "30f4ab12cd0045e100000001aabbccdd", -60));
      List<TagSighting> sightings = heard.awaitSightings(2);
      TagSighting first = sightings.get(0);
      assertEquals(new TagSighting(NAME, 2, EPC, -51, 1, first.first(), first.last()), first);
      assertEquals("30f4ab12cd0045e100000001aabbccdd", sightings.get(1).epc());
      assertFalse(first.last().isBefore(before));
      assertEquals(2, reader.health().reads());
    }
  }

  @Test
  void asksForAntennasPowerAndSession() throws Exception {
    ReaderSettings wished =
        settings.radio(List.of(1, 3), Map.of(0, 20.0, 3, 27.6), OptionalInt.of(2));
    try (LlrpReader reader = started(wished)) {
      heard.awaitState(DeviceState.READY);
      RoSpecRequest asked = simulated.asked().orElseThrow();
      assertEquals(List.of(1, 3), asked.antennas());
      assertEquals(Map.of(1, 2, 3, 2), asked.session());
      assertEquals(Map.of(1, 32, 3, 32), asked.population());
      // 10 dBm is index 1, each is 0.25 dB more; 27.6 is rounded down to 27.5.
      assertEquals(Map.of(1, 41, 3, 71), asked.power());
      assertFalse(asked.immediate());
      assertFalse(simulated.hear(2, EPC, -40), "antenna 2 is not used");
      assertEquals(DeviceState.READY, reader.health().state());
    }
  }

  @Test
  void reportsInBatchesWhenAsked() throws Exception {
    ReaderSettings wished =
        settings.signs(KEEPALIVE, new ReaderSettings.Reports(25, Duration.ofMillis(250)));
    try (LlrpReader reader = started(wished)) {
      heard.awaitState(DeviceState.READY);
      RoSpecRequest asked = simulated.asked().orElseThrow();
      assertTrue(asked.immediate());
      assertEquals(250, asked.stopMillis());
      assertEquals(25, asked.reportTags());
      assertFalse(simulated.messages().contains(MessageType.START_ROSPEC));
      assertEquals(DeviceState.READY, reader.health().state());
    }
  }

  @Test
  void theFloorDropsWhatIsWeaker() throws Exception {
    try (LlrpReader reader = started(settings.floor(Map.of(0, -60.0, 2, -70.0)))) {
      heard.awaitState(DeviceState.READY);
      simulated.hear(1, EPC, -61);
      simulated.hear(2, EPC, -69);
      simulated.hear(1, EPC, -60);
      assertEquals(
          List.of(2, 1), heard.awaitSightings(2).stream().map(TagSighting::antenna).toList());
      assertEquals(2, reader.health().reads());
    }
  }

  @Test
  void whatIsOmittedIsAsBefore() throws Exception {
    simulated.faults().omitUnchanged(true);
    try (LlrpReader reader = started(settings)) {
      heard.awaitState(DeviceState.READY);
      for (int i = 0; i < 5; i++) {
        simulated.hear(i < 3 ? 4 : 2, EPC, -50);
      }
      assertEquals(
          List.of(4, 4, 4, 2, 2),
          heard.awaitSightings(5).stream().map(TagSighting::antenna).toList());
      assertTrue(heard.sightings().stream().allMatch(s -> s.rssi() == -50));
      assertEquals(0, reader.health().rejects());
    }
  }

  @Test
  void threeBytesAtATimeAndForeignIdsAndAWrongClock() throws Exception {
    simulated.faults().fragments(true).otherIds(true).clockWrong(Duration.ofDays(-4000));
    try (LlrpReader reader = started(settings)) {
      heard.awaitState(DeviceState.READY);
      Instant before = Instant.now();
      simulated.hear(1, EPC, -50);
      TagSighting heardOne = heard.awaitSightings(1).getFirst();
      assertFalse(heardOne.last().isBefore(before));
      assertFalse(heardOne.last().isAfter(Instant.now()));
      assertEquals(0, reader.health().rejects());
    }
  }

  @Test
  void aReaderThatKnowsOnlyHowLongItRuns() throws Exception {
    simulated.faults().uptimeOnly(true);
    try (LlrpReader reader = started(settings)) {
      heard.awaitState(DeviceState.READY);
      Instant before = Instant.now();
      simulated.hear(1, EPC, -50);
      assertFalse(heard.awaitSightings(1).getFirst().last().isBefore(before));
      assertEquals(DeviceState.READY, reader.health().state());
    }
  }

  @Test
  void antennasInputsAndTroubleAreTold() throws Exception {
    try (LlrpReader reader = started(settings)) {
      heard.awaitState(DeviceState.READY);
      simulated.antenna(3, false);
      assertEquals(
          "Antenna 3 is disconnected. Check its cable.",
          heard.awaitState(DeviceState.DEGRADED).reason());
      simulated.antenna(3, true);
      heard.awaitState(DeviceState.READY);
      simulated.input(2, true);
      simulated.input(2, false);
      heard.await(h -> h.inputs().size() == 2, Duration.ofSeconds(20));
      assertEquals(List.of("2 on", "2 off"), heard.inputs());
      simulated.exception("too hot");
      assertTrue(heard.awaitState(DeviceState.DEGRADED).reason().contains("\"too hot\""));
      assertEquals(0, reader.health().rejects());
    }
  }
}
