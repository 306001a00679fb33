package dev.stockwright.devices.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostStatusTest {
  private static final String READY =
      String.join(
          "\r\n",
          "\u0002030,0,0,1245,000,0,0,0,000,0,0,0\u0003",
          "\u0002000,0,0,0,1,2,4,0,00000000,1,000\u0003",
          "\u00021234,0\u0003",
          "");

  @Test
  void anIdlePrinterIsReady() {
    HostStatus status = HostStatus.read(READY).orElseThrow();
    assertTrue(status.idle());
    assertEquals(Optional.empty(), status.trouble());
    assertEquals(1245, status.labelLength());
    assertEquals(Optional.of(status), HostStatus.read(status.written()));
  }

  @ParameterizedTest
  @CsvSource({
    "'030,0,0', '030,1,0', Out of labels",
    "'030,0,0', '030,0,1', paused",
    "'000,0,0,0,1', '000,0,1,0,1', head is open",
    "'000,0,0,0,1', '000,0,0,1,1', Out of ribbon",
    "'1245,000,0', '1245,000,1', memory is full",
    "'000,0,0,0\u0003', '000,0,0,1\u0003', too hot"
  })
  void everyTroubleIsASentence(String part, String instead, String word) {
    HostStatus status = HostStatus.read(READY.replace(part, instead)).orElseThrow();
    assertTrue(status.trouble().orElseThrow().sentence().contains(word), status.toString());
  }

  @Test
  void labelsThatWaitAreNotPrinted() {
    assertFalse(HostStatus.read(READY.replace("1245,000", "1245,002")).orElseThrow().idle());
    assertFalse(HostStatus.read(READY.replace("00000000", "00000003")).orElseThrow().idle());
  }

  @Test
  void anAnswerThatIsNotAllThereIsNone() {
    String whole = READY.strip();
    for (int length = 0; length < whole.length(); length++) {
      assertEquals(Optional.empty(), HostStatus.read(whole.substring(0, length)), "at " + length);
    }
    assertTrue(HostStatus.read(whole).isPresent());
    assertTrue(HostStatus.read("hello " + whole).isPresent(), "what stands before is no matter");
  }

  @Test
  void noiseIsNoAnswer() {
    fuzz(5, 20_000);
  }

  @Test
  @Tag("thorough")
  void aMillionLinesOfNoiseAreNoAnswer() {
    fuzz(6, 1_000_000);
  }

  /// Broken answers are none; where one is read all the same, it is well formed in its three
  /// strings.
  private static void fuzz(long seed, int times) {
    Random random = new Random(seed);
    for (int i = 0; i < times; i++) {
      StringBuilder text = new StringBuilder(READY);
      for (int n = 1 + random.nextInt(4); n > 0 && !text.isEmpty(); n--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, (char) random.nextInt(256));
          default -> text.setCharAt(at, (char) random.nextInt(256));
        }
      }
      HostStatus.read(text.toString())
          .ifPresent(
              status -> assertEquals(Optional.of(status), HostStatus.read(status.written())));
    }
  }
}
