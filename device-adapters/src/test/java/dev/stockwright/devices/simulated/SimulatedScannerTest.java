package dev.stockwright.devices.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.RecordingListener;
import dev.stockwright.vocabulary.DeviceId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedScannerTest {
  private final RecordingListener heard = new RecordingListener();

  @Test
  void itScansAndAlwaysSaysThatItIsSimulated() throws InterruptedException {
    SimulatedScanner scanner =
        new SimulatedScanner(new DeviceId("scanner-s"), InstantSource.system());
    assertThrows(IllegalStateException.class, () -> scanner.scan("A"));
    scanner.start(heard);
    scanner.scan("]C10109501101530003\u001d10L1");
    scanner.scan("]C10109501101530003\u001d10L1");
    scanner.unplug();
    assertThrows(IllegalStateException.class, () -> scanner.scan("B"));
    scanner.plug();
    scanner.scan("B");
    heard.await(Duration.ofSeconds(20), () -> heard.scans.size() == 2);
    assertEquals(List.of("]C10109501101530003\u001d10L1", "B"), heard.texts());
    assertEquals(1, heard.bounces.size());
    assertEquals(1, scanner.health().reconnects());
    scanner.close();
    assertEquals(
        List.of(DeviceState.READY, DeviceState.LOST, DeviceState.READY, DeviceState.CONFIGURED),
        heard.states());
    assertTrue(
        heard.health.stream()
            .allMatch(h -> h.simulated() && h.reason().startsWith("Simulated scanner")));
    assertThrows(IllegalStateException.class, () -> scanner.scan("C"));
  }
}
