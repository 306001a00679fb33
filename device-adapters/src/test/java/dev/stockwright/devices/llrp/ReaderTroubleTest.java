package dev.stockwright.devices.llrp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.llrp.wire.MessageType;
import dev.stockwright.devices.rfid.TagSighting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Readers that refuse, fall silent, go away, send nonsense.
@Timeout(30)
class ReaderTroubleTest extends WithSimulatedReader {
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
      assertTrue(simulated.awaitReading(Duration.ofSeconds(20)));
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
            "043d0000001300000001" + "00f0ffff8d00000000", // A tag that is cut off.
            "043d0000001200000001" + "00f00004" + "00f00000"); // A parameter of no length.
    try (LlrpReader reader = started(settings)) {
      for (String hex : broken) {
        heard.awaitState(DeviceState.READY);
        assertTrue(simulated.awaitReading(Duration.ofSeconds(20)));
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
    // Bound and not listening: nobody else can come to listen there meanwhile.
    try (java.net.Socket held = new java.net.Socket()) {
      held.bind(new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0));
      LlrpReader reader =
          started(
              ReaderSettings.of(NAME, "127.0.0.1", held.getLocalPort())
                  .signs(KEEPALIVE, ReaderSettings.Reports.each()));
      assertTrue(heard.awaitState(DeviceState.LOST).reason().startsWith("No reader answers at "));
      long began = System.nanoTime();
      reader.close();
      assertTrue(System.nanoTime() - began < 2e9);
    }
  }

  @Test
  void whatIsSilentOrNoReaderAtAllIsNamed() throws Exception {
    try (java.net.ServerSocket silent =
            new java.net.ServerSocket(0, 5, java.net.InetAddress.getLoopbackAddress());
        LlrpReader reader =
            started(
                ReaderSettings.of(NAME, "127.0.0.1", silent.getLocalPort())
                    .signs(KEEPALIVE, ReaderSettings.Reports.each()))) {
      String reason = heard.awaitState(DeviceState.LOST).reason();
      assertTrue(reason.startsWith("Something listens at "), reason);
      assertEquals(0, reader.health().reads());
    }
  }

  @Test
  void whoLetsUsInAndSaysNothingMoreIsLost() throws Exception {
    simulated.faults().frozen(true);
    try (LlrpReader reader = started(settings)) {
      String reason = heard.awaitState(DeviceState.LOST).reason();
      assertTrue(reason.startsWith("The reader at "), reason);
      assertTrue(reason.contains("does not answer"), reason);
      assertEquals(0, reader.health().reads());
    }
  }

  @Test
  void readsFromOneThatDoesNotTellWhatItIs() throws Exception {
    simulated.faults().ignore(MessageType.GET_READER_CAPABILITIES);
    try (LlrpReader reader = started(settings)) {
      String reason = heard.awaitState(DeviceState.READY).reason();
      assertTrue(reason.contains("that does not tell what it is"), reason);
      assertFalse(reader.health().simulated());
    }
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
