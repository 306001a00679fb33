package dev.stockwright.devices.wedge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.RecordingListener;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.vocabulary.Scan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WedgeScannerTest {
  private final RecordingListener listener = new RecordingListener();
  private final WedgeScanner scanner =
      new WedgeScanner(
          WedgeScanner.KEYBOARD, InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z")));

  @AfterEach
  void close() {
    scanner.close();
  }

  @Test
  void itIsReadyFromItsFirstScanOnAndCountsLikeTheOthers() throws InterruptedException {
    scanner.start(listener);
    assertEquals(DeviceState.CONFIGURED, scanner.health().state());
    scanner.scanned(typed("4006381333931"));
    scanner.scanned(typed("4006381333931"));
    scanner.scanned(typed("SKU-1"));
    listener.await(Duration.ofSeconds(20), () -> listener.scans.size() == 2);
    assertEquals(List.of("4006381333931", "SKU-1"), listener.texts());
    assertEquals(1, listener.bounces.size());
    DeviceHealth health = scanner.health();
    assertEquals(DeviceState.READY, health.state());
    assertEquals(List.of(3L, 1L, 0L), List.of(health.reads(), health.bounces(), health.rejects()));
  }

  @Test
  void threeRefusedBurstsDegradeItAndOneScanHealsIt() {
    scanner.start(listener);
    for (int i = 0; i < 3; i++) {
      scanner.refused(new Heard.Refused("unfinished", Told.asIs("Scan again."), "40063"));
    }
    assertEquals(DeviceState.DEGRADED, scanner.health().state());
    assertEquals(3, scanner.health().rejects());
    assertEquals("40063", listener.refused.getFirst().scan().text());
    scanner.scanned(typed("SKU-1"));
    assertEquals(DeviceState.READY, scanner.health().state());
  }

  @Test
  void theTypedCharactersStayWithTheScan() throws InterruptedException {
    scanner.start(listener);
    scanner.scanned(new Heard.Scanned("10A\u001d21B", "~10A|21B", Heard.Ending.ENTER));
    listener.await(Duration.ofSeconds(20), () -> !listener.scans.isEmpty());
    Scan scan = listener.scans.getFirst();
    assertEquals("~10A|21B", scan.raw().text());
    assertEquals("10A\u001d21B", scan.text());
  }

  @Test
  void charactersBeyondAsciiBecomeUtf8Once() {
    assertEquals("\u00d6l", utf8(WedgeScanner.raw("\u00d6l")));
    assertEquals("\u00d6l", utf8(WedgeScanner.raw("\u00c3\u0096l")), "typed byte by byte");
    assertEquals("\u20ac5", utf8(WedgeScanner.raw("\u20ac5")));
  }

  private static String utf8(Scan.Raw raw) {
    return new String(raw.bytes(), StandardCharsets.UTF_8);
  }

  private static Heard.Scanned typed(String text) {
    return new Heard.Scanned(text, text, Heard.Ending.ENTER);
  }
}
