package dev.stockwright.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingCodeTest {
  private static final String TOKEN = "k3Jx_-9ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghij";
  private static final String TEXT = "SW-PAIR1:https://stock.example:8443 " + TOKEN + " 1763749800";

  @Test
  void aCodeIsReadAsItIsWritten() {
    PairingCode code =
        new PairingCode(
            "https://stock.example:8443",
            TOKEN,
            Instant.parse("2025-11-21T18:30:00.9Z"),
            Optional.empty());
    assertEquals(TEXT, code.text());
    assertEquals(code, PairingCode.read(TEXT));
    String pinned = TEXT + " " + "0f".repeat(32);
    assertEquals(Optional.of("0f".repeat(32)), PairingCode.read(pinned).certificate());
    assertEquals(pinned, PairingCode.read(pinned).text());
    assertTrue(PairingCode.meant("SW-PAIR2:later"));
    assertFalse(PairingCode.meant("SW-CMD-OK"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SW-PAIR1:",
        "SW-PAIR2:https://a k 1",
        "SW-PAIR1:https://a k 1",
        "SW-PAIR1:ftp://a T 1763749800",
        "SW-PAIR1:https://a/path T 1763749800",
        "SW-PAIR1:https://ana@a T 1763749800",
        "SW-PAIR1:https://a?q=1 T 1763749800",
        "SW-PAIR1:https:// T 1763749800",
        "SW-PAIR1:https://a:x T 1763749800",
        "SW-PAIR1:https://a/ T 1763749800",
        "SW-PAIR1:https://a T soon",
        "SW-PAIR1:https://a T 99999999999999999",
        "SW-PAIR1:https://a T 1763749800 0F0F",
        "SW-PAIR1:https://a T 1763749800 a b",
      })
  void whatIsNoneIsRefused(String text) {
    InvalidValue refused =
        assertThrows(
            InvalidValue.class, () -> PairingCode.read(text.replace(" T ", " " + TOKEN + " ")));
    assertEquals("invalid_pairing_code", refused.code());
  }
}
