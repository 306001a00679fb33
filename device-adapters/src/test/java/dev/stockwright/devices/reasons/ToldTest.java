package dev.stockwright.devices.reasons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What drivers tell people carries a reason, so that each app can say it in its language.
class ToldTest {
  private static final Path DRIVERS =
      Path.of("src", "main", "java", "dev", "stockwright", "devices");

  /// A serial printer, a scale and a line of a test: no app shows what they tell.
  private static final Set<String> SHOWN_NOWHERE =
      Set.of("SerialLine.java", "PipeLink.java", "ScaleHealth.java", "SicsTalk.java");

  @Test
  @DisplayName("X3 No driver that an app uses tells a sentence without its reason")
  void noDriverTellsASentenceWithoutItsReason() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(DRIVERS)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        if (source.contains("Told.asIs(") || source.contains(".AS_IS")) {
          found.add(file.getFileName().toString());
        }
      }
    }
    assertTrue(found.remove("Told.java"), "the sources are not seen");
    assertEquals(new TreeSet<>(SHOWN_NOWHERE), found);
  }

  @Test
  void theGapsAreFilledInTheirOrderAndOneSentenceFollowsAnother() {
    Told told =
        Told.of(ReadReason.KEYBOARDS_DIFFER, ReadReason.US, ReadReason.UK)
            .and(ReadReason.CAPS_LOCK_TOO);
    assertEquals(
        "The scanner types for a US English keyboard, but this computer has a UK English one. Set"
            + " the scanner's keyboard country to UK English or switch it to USB serial mode; both"
            + " codes are in its manual. Switch Caps Lock off.",
        told.sentence());
  }

  @Test
  void whatIsWrittenIsReadAndAnOldSentenceStandsAsItIs() {
    Told told =
        Told.of(PrinterReason.MAYBE)
            .and(PrinterReason.DOES_NOT_ANSWER, "192.0.2.7:9100")
            .and(PrinterReason.THEN_SAY);
    assertEquals(told, Told.read(told.written()));
    assertEquals(Told.asIs("Waits for the printer."), Told.read("Waits for the printer."));
  }

  @Test
  void everyReasonHasACodeOfItsOwn() {
    List<Reason> all =
        Stream.<Reason[]>of(
                LineReason.values(),
                PrinterReason.values(),
                ReadReason.values(),
                ReaderReason.values(),
                WizardReason.values())
            .flatMap(Stream::of)
            .toList();
    assertEquals(all.size(), all.stream().map(Reason::code).collect(Collectors.toSet()).size());
    assertEquals("printer.head_open", PrinterReason.HEAD_OPEN.code());
  }
}
