package dev.stockwright.devices.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DoubleReadGuardTest {
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private final DoubleReadGuard guard = new DoubleReadGuard(Duration.ofMillis(700));

  private static Scan scan(String text, long millis) {
    return Scan.ofText(text, new DeviceId("scanner-1"), START.plusMillis(millis));
  }

  @Test
  void theSameCodeForTheSameLineWithinTheWindowIsADoubleRead() {
    assertFalse(guard.doubleRead(scan("A", 0), "PO-1/1", false));
    assertTrue(guard.doubleRead(scan("A", 699), "PO-1/1", false));
    assertFalse(guard.doubleRead(scan("A", 700), "PO-1/1", false));
  }

  /// Counts from the last that was taken: whoever keeps pulling is not locked out.
  @Test
  void aDoubleReadDoesNotProlongTheWindow() {
    assertFalse(guard.doubleRead(scan("A", 0), "PO-1/1", false));
    assertTrue(guard.doubleRead(scan("A", 400), "PO-1/1", false));
    assertFalse(guard.doubleRead(scan("A", 800), "PO-1/1", false));
  }

  @Test
  void anotherCodeLineOrScannerIsNone() {
    assertFalse(guard.doubleRead(scan("A", 0), "PO-1/1", false));
    assertFalse(guard.doubleRead(scan("A", 100), "PO-1/2", false));
    assertFalse(guard.doubleRead(scan("B", 200), "PO-1/2", false));
    Scan other = Scan.ofText("B", new DeviceId("scanner-2"), START.plusMillis(300));
    assertFalse(guard.doubleRead(other, "PO-1/2", false));
  }

  @Test
  void whereEachScanIsAPieceTheSecondBeepIsASecondPiece() {
    for (int i = 0; i < 5; i++) {
      assertFalse(guard.doubleRead(scan("A", i * 300L), "PO-1/1", true));
    }
    assertTrue(guard.doubleRead(scan("A", 1_300), "PO-1/1", false));
  }

  @Test
  void noWindowNoDoubleRead() {
    DoubleReadGuard off = new DoubleReadGuard(Duration.ZERO);
    assertFalse(off.doubleRead(scan("A", 0), "PO-1/1", false));
    assertFalse(off.doubleRead(scan("A", 0), "PO-1/1", false));
  }

  @Test
  void theUsualWindowLiesBetweenHalfASecondAndASecond() {
    assertEquals(Duration.ofMillis(700), DoubleReadGuard.WINDOW);
  }
}
