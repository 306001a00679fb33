package dev.stockwright.devices.wedge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.scanner.TestCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class LayoutCheckTest {
  @Test
  void whatCameAsItStandsIsRight() {
    assertTrue(LayoutCheck.of(LayoutCheck.CODE).right());
  }

  /// The middle column was taken down by hand from pictures of the keyboards, not computed.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "FRENCH  | aqwzym AQWZYM 0123 ]-/:;& | qazwy, QAZWY? \u00e0&\u00e9\" $)!Mm7",
        "GERMAN  | aqwzym AQWZYM 0123 ]-/:;& | aqwyzm AQWYZM 0123 +\u00df-\u00d6\u00f6/",
        "SPANISH | aqwzym AQWZYM 0123 ]-/:;& | aqwzym AQWZYM 0123 +'-\u00d1\u00f1/",
        "ITALIAN | aqwzym AQWZYM 0123 ]-/:;& | aqwzym AQWZYM 0123 +'-\u00e7\u00f2/",
        "UK      | ab\"c@d#e                 | ab@c\"d\u00a3e"
      })
  void aUsScannerAtAnotherKeyboardIsNamed(KeyboardLayout computer, String sent, String received) {
    LayoutFinding finding = LayoutCheck.of(sent, received);
    assertEquals(new LayoutFinding.Layouts(KeyboardLayout.US, computer, false), finding);
    assertTrue(finding.sentence().contains(computer.title()), finding.sentence());
    assertFalse(finding.right());
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyboardLayout.class,
      names = {"US", "UK"},
      mode = Mode.EXCLUDE)
  void bothCodesTellEveryLayoutThatMatters(KeyboardLayout computer) {
    for (String code : new String[] {LayoutCheck.CODE, TestCode.LAYOUT.content()}) {
      String received = KeyboardLayout.US.typedOn(computer, code, false).orElseThrow();
      LayoutFinding.Layouts found =
          assertInstanceOf(LayoutFinding.Layouts.class, LayoutCheck.of(code, received));
      assertEquals(KeyboardLayout.US, found.scanner(), code);
    }
  }

  @Test
  void aScannerSetToGermanAtAUsKeyboardIsNamedToo() {
    assertEquals(
        new LayoutFinding.Layouts(KeyboardLayout.GERMAN, KeyboardLayout.US, false),
        LayoutCheck.of("zZyY-/+?", "yYzZ/&]_"));
  }

  @Test
  void capsLockIsNamed() {
    assertInstanceOf(LayoutFinding.CapsLock.class, LayoutCheck.of("AbC-19", "aBc-19"));
    assertInstanceOf(LayoutFinding.OneCase.class, LayoutCheck.of("AbC-19", "ABC-19"));
    assertEquals(
        new LayoutFinding.Layouts(KeyboardLayout.US, KeyboardLayout.GERMAN, true),
        LayoutCheck.of("yY-/z", "Zz\u1e9e-Y".replace("\u1e9e", "\u00df")));
  }

  @Test
  void aLostOrReplacedSeparatorIsNamed() {
    String sent = "]C110A1\u001d21B";
    assertInstanceOf(LayoutFinding.SeparatorLost.class, LayoutCheck.of(sent, "]C110A121B"));
    assertEquals(new LayoutFinding.SeparatorReplaced('|'), LayoutCheck.of(sent, "]C110A1|21B"));
  }

  @Test
  void whatNothingExplainsIsSaidWithItsPlace() {
    assertEquals(new LayoutFinding.Cut(2), LayoutCheck.of("ABCD", "AB"));
    assertEquals(new LayoutFinding.Unclear(1, "B", "<GS>"), LayoutCheck.of("ABCD", "A\u001dCD"));
    assertEquals(
        "Character 2 is B on the label, but <GS> arrived. Scan again; if it stays, switch the"
            + " scanner to USB serial mode.",
        LayoutCheck.of("ABCD", "A\u001dCD").sentence());
  }

  @Test
  void whatIsRightForNobodyPassesNowhere() {
    for (KeyboardLayout scanner : KeyboardLayout.values()) {
      for (KeyboardLayout computer : KeyboardLayout.values()) {
        scanner
            .typedOn(computer, LayoutCheck.CODE, false)
            .filter(seen -> !seen.equals(LayoutCheck.CODE))
            .map(seen -> seen.replace(KeyboardLayout.SOMETHING, '?'))
            .ifPresent(seen -> assertFalse(LayoutCheck.of(seen).right(), scanner + " " + computer));
      }
    }
  }
}
