package dev.stockwright.desktop.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.client.words.Language;
import dev.stockwright.client.words.Wording;
import dev.stockwright.desktop.harness.Spoken;
import dev.stockwright.devices.reasons.LineReason;
import dev.stockwright.devices.reasons.PrinterReason;
import dev.stockwright.devices.reasons.ReadReason;
import dev.stockwright.devices.reasons.ReaderReason;
import dev.stockwright.devices.reasons.Reason;
import dev.stockwright.devices.reasons.Told;
import dev.stockwright.devices.reasons.WizardReason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the drivers of scanners, readers and printers tell people, in each language.
class DriverWordsTest {
  private static final Object[] VALUES = {"one-1", "two-2", "three-3"};

  private static List<Reason> reasons() {
    return Stream.<Reason[]>of(
            LineReason.values(),
            PrinterReason.values(),
            ReadReason.values(),
            ReaderReason.values(),
            WizardReason.values())
        .flatMap(Stream::of)
        .filter(reason -> !reason.equals(PrinterReason.LABELS_WAIT))
        .toList();
  }

  @Test
  @DisplayName("X3 The catalogue says in English what a driver writes into its log")
  void theCatalogueSaysWhatTheDriverMeans() {
    List<String> said = new ArrayList<>();
    List<String> logged = new ArrayList<>();
    for (Reason reason : reasons()) {
      Told told = Told.of(reason, VALUES);
      said.add(reason.code() + " " + DriverWords.say(told, Spoken.wording(Language.ENGLISH)));
      logged.add(reason.code() + " " + told.sentence());
    }
    assertTrue(said.size() > 150, "most reasons are not seen");
    assertEquals(logged, said);
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"GERMAN", "POLISH", "SPANISH"})
  @DisplayName("X3 Every reason of a driver is said in the language of who works here")
  void everyReasonIsSaidInEveryLanguage(Language language) {
    Wording wording = Spoken.wording(language);
    List<String> english = new ArrayList<>();
    for (Reason reason : reasons()) {
      Told told = Told.of(reason, VALUES);
      String said = DriverWords.say(told, wording);
      assertFalse(said.contains("…") || said.contains(reason.code()), said);
      if (said.equals(told.sentence()) && !reason.equals(LineReason.AS_IS)) {
        english.add(said);
      }
    }
    assertEquals(List.of(), english);
  }

  @Test
  @DisplayName("X3 Names and counts inside a driver's sentence follow the language too")
  void namesAndCountsFollowTheLanguage() {
    Wording german = Spoken.wording(Language.GERMAN);
    assertEquals(
        "Der Scanner tippt für die Tastatur US-Englisch, dieser Rechner hat aber Deutsch (QWERTZ)."
            + " Am Scanner das Tastaturland Deutsch (QWERTZ) einstellen oder auf USB-Seriell"
            + " umschalten; beide Codes stehen in seiner Anleitung. Feststelltaste ausschalten.",
        DriverWords.say(
            Told.of(ReadReason.KEYBOARDS_DIFFER, ReadReason.US, ReadReason.GERMAN)
                .and(ReadReason.CAPS_LOCK_TOO),
            german));
    assertEquals(
        "Bereit an dock-2. 1 Etikett wartet.",
        DriverWords.say(
            Told.of(PrinterReason.READY, "dock-2").and(PrinterReason.LABELS_WAIT, 1L), german));
  }
}
