package dev.stockwright.devices.llrp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.llrp.simulated.ReaderModel;
import dev.stockwright.devices.llrp.simulated.RoSpecRequest;
import dev.stockwright.devices.llrp.simulated.SimulatedReader;
import dev.stockwright.devices.llrp.wire.MessageType;
import dev.stockwright.devices.rfid.TagSighting;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LlrpReaderTest {
  private static final DeviceId NAME = new DeviceId("reader-1");
  private static final Duration KEEPALIVE = Duration.ofMillis(200);
  private static final String EPC = "00a1feadbeef001122334455";

  private final SimulatedReader simulated = new SimulatedReader(ReaderModel.impinj(), 0);
  private final HeardTags heard = new HeardTags();
  private final ReaderSettings settings =
      ReaderSettings.of(NAME, "127.0.0.1", simulated.port())
          .signs(KEEPALIVE, ReaderSettings.Reports.each());

  @AfterEach
  void switchOff() {
    simulated.close();
  }

  private LlrpReader started(ReaderSettings with) {
    LlrpReader reader = new LlrpReader(with, InstantSource.system());
    reader.start(heard);
    return reader;
  }

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
  void aSecondClientIsToldThatTheReaderIsBusy() throws Exception {
    HeardTags second = new HeardTags();
    try (LlrpReader one = started(settings);
        LlrpReader other = new LlrpReader(settings, InstantSource.system())) {
      heard.awaitState(DeviceState.READY);
      other.start(second);
      assertTrue(
          second.awaitState(DeviceState.LOST).reason().contains("another client is connected"));
      simulated.hear(1, EPC, -50);
      heard.awaitSightings(1);
      assertEquals(DeviceState.READY, one.health().state());
    }
  }

  @Test
  void aRefusalIsShownWithItsTextAndTriedAgain() throws Exception {
    simulated.faults().refuse(MessageType.ADD_ROSPEC, 401, "RF module \u0007 failed");
    try (LlrpReader reader = started(settings)) {
      assertEquals(
          "The reader refused to read: 401 R_DeviceError: \"RF module   failed\". Restart the"
              + " reader; if it stays, the reader is broken.",
          heard.awaitState(DeviceState.DEGRADED).reason());
      simulated.faults().refuse(MessageType.ADD_ROSPEC, 0, "");
      heard.awaitState(DeviceState.READY);
      assertEquals(0, reader.health().reconnects());
    }
  }

  @Test
  void refusedSettingsDoNotStopTheReading() throws Exception {
    ReaderSettings wished = settings.radio(List.of(7), Map.of(), OptionalInt.empty());
    try (LlrpReader reader = started(wished)) {
      String reason = heard.awaitState(DeviceState.DEGRADED).reason();
      assertTrue(reason.contains("300 A_Invalid: \"There is no antenna 7\""), reason);
      simulated.hear(1, EPC, -50);
      heard.awaitSightings(1);
      assertEquals(1, reader.health().reads());
    }
  }

  @Test
  void readsWithoutCapabilitiesEventsAndSignsOfLife() throws Exception {
    simulated.faults().refuse(MessageType.GET_READER_CAPABILITIES, 109, "no");
    simulated.faults().refuse(MessageType.SET_READER_CONFIG, 109, "no");
    try (LlrpReader reader = started(settings)) {
      String reason = heard.awaitState(DeviceState.READY).reason();
      assertTrue(reason.contains("It refused to tell what it is: 109"), reason);
      simulated.hear(1, EPC, -50);
      heard.awaitSightings(1);
      // Ten intervals without a sign of life of its own: it is asked and answers, so it is there.
      heard.await(h -> asked() > 6, Duration.ofSeconds(10));
      assertEquals(DeviceState.READY, reader.health().state());
      assertEquals(0, reader.health().reconnects());
    }
  }

  private long asked() {
    return simulated.messages().stream()
        .filter(type -> type == MessageType.SET_READER_CONFIG)
        .count();
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
      heard.await(h -> h.inputs().size() == 2, Duration.ofSeconds(5));
      assertEquals(List.of("2 on", "2 off"), heard.inputs());
      simulated.exception("too hot");
      assertTrue(heard.awaitState(DeviceState.DEGRADED).reason().contains("\"too hot\""));
      assertEquals(0, reader.health().rejects());
    }
  }

  @Test
  void aKilledReaderIsLostAtOnceAndBackByItself() throws Exception {
    try (LlrpReader reader = started(settings)) {
      heard.awaitState(DeviceState.READY);
      long off = System.nanoTime();
      simulated.switchOff();
      heard.awaitState(DeviceState.LOST);
      assertTrue(System.nanoTime() - off < 1e9);
      simulated.switchOn();
      long on = System.nanoTime();
      heard.awaitState(DeviceState.READY);
      assertTrue(System.nanoTime() - on < 5e9);
      simulated.hear(1, EPC, -50);
      heard.awaitSightings(1);
      assertEquals(1, reader.health().reconnects());
    }
  }

  @Test
  void aHalfOpenLinkIsNoticedWithinThreeIntervals() throws Exception {
    try (LlrpReader reader = started(settings)) {
      heard.awaitState(DeviceState.READY);
      long froze = System.nanoTime();
      simulated.faults().frozen(true);
      DeviceHealth lost = heard.awaitState(DeviceState.LOST);
      long took = System.nanoTime() - froze;
      assertTrue(took < 3 * KEEPALIVE.toNanos() + 50_000_000, took / 1e6 + " ms");
      assertTrue(lost.reason().startsWith("Nothing was heard from "), lost.reason());
      assertEquals(DeviceState.LOST, reader.health().state());
    }
  }

  @Test
  void readingThatEndsByItselfIsStartedAgain() throws Exception {
    try (LlrpReader reader = started(settings)) {
      heard.awaitState(DeviceState.READY);
      simulated.endReading();
      assertTrue(simulated.awaitReading(Duration.ofSeconds(5)));
      simulated.hear(1, EPC, -50);
      heard.awaitSightings(1);
      assertEquals(0, reader.health().reconnects());
    }
  }

  @Test
  void whatIsNoLlrpEndsTheConnectionWithAReasonAndNotTheReader() throws Exception {
    List<String> broken =
        List.of(
            "043d7fffffff00000001", // Longer than any frame.
            "043d0000000900000001", // Shorter than its header.
            "ffffffffffffffffffff",
            "043d0000001300000001" + "00f0ffff8d00000000", // A tag that is cut off.
            "043d0000001200000001" + "00f00004" + "00f00000"); // A parameter of no length.
    try (LlrpReader reader = started(settings)) {
      for (String hex : broken) {
        heard.awaitState(DeviceState.READY);
        assertTrue(simulated.awaitReading(Duration.ofSeconds(5)));
        simulated.raw(HexFormat.of().parseHex(hex));
        String reason = heard.awaitState(DeviceState.LOST).reason();
        assertTrue(reason.contains("disconnected"), reason);
      }
      heard.awaitState(DeviceState.READY);
      simulated.hear(1, EPC, -50);
      heard.awaitSightings(1);
      assertEquals(broken.size(), reader.health().reconnects());
    }
  }

  @Test
  void unknownMessagesAndCustomOnesDoNoHarm() throws Exception {
    try (LlrpReader reader = started(settings)) {
      heard.awaitState(DeviceState.READY);
      simulated.raw(HexFormat.of().parseHex("07ff0000000f000000010000651a2a")); // Custom message.
      simulated.raw(HexFormat.of().parseHex("04640000000a00000001")); // ERROR_MESSAGE, no status.
      simulated.raw(HexFormat.of().parseHex("05200000000c00000001beef"));
      simulated.hear(1, EPC, -50);
      heard.awaitSightings(1);
      assertEquals(DeviceState.READY, reader.health().state());
    }
  }

  @Test
  void nobodyThereIsToldAndEndsAtOnceWhenClosed() throws Exception {
    simulated.close();
    LlrpReader reader = started(settings);
    assertTrue(heard.awaitState(DeviceState.LOST).reason().startsWith("No reader answers at "));
    long began = System.nanoTime();
    reader.close();
    assertTrue(System.nanoTime() - began < 2e9);
  }

  @Test
  void aListenerThatFailsDoesNotStopTheReader() throws Exception {
    LlrpReader reader = new LlrpReader(settings, InstantSource.system());
    HeardTags inner = heard;
    reader.start(
        new dev.stockwright.devices.rfid.TagListener() {
          @Override
          public void sighted(List<TagSighting> sightings) {
            inner.sighted(sightings);
            throw new IllegalStateException("a mistake of the listener");
          }

          @Override
          public void inputChanged(int port, boolean on) {}

          @Override
          public void healthChanged(DeviceHealth health) {
            inner.healthChanged(health);
          }
        });
    try (reader) {
      heard.awaitState(DeviceState.READY);
      simulated.hear(1, EPC, -50);
      simulated.hear(1, EPC, -50);
      heard.awaitSightings(2);
      assertEquals(DeviceState.READY, reader.health().state());
    }
  }
}
