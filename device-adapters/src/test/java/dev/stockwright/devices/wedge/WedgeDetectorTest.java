package dev.stockwright.devices.wedge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stockwright.devices.wedge.Heard.Ending;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WedgeDetectorTest {
  private static final WedgeSettings USUAL = WedgeSettings.USUAL;
  private static final Optional<Mark> TILDE = Optional.of(new Mark.Characters("~"));
  private static final Optional<Mark> HASH = Optional.of(new Mark.Characters("#"));

  private Keyboard keyboard = new Keyboard(USUAL);

  @Test
  void aFastBurstEndedByEnterIsOneScan() {
    keyboard.type("4006381333931", 5);
    keyboard.enter(5);
    assertEquals(List.of(scan("4006381333931", Ending.ENTER)), keyboard.heard());
  }

  @Test
  void aFastBurstEndedByTabIsOneScanAndTheTabIsSwallowed() {
    keyboard.type("4006381333931", 5);
    assertTrue(keyboard.stroke(5, new Stroke.Tab()).swallow());
    assertEquals(List.of(scan("4006381333931", Ending.TAB)), keyboard.heard());
    assertFalse(keyboard.stroke(500, new Stroke.Tab()).swallow(), "a person's Tab moves the focus");
  }

  @Test
  void aFastBurstEndedBySilenceIsOneScan() {
    keyboard.type("PO-2041", 20);
    keyboard.silence(80);
    assertEquals(List.of(scan("PO-2041", Ending.SILENCE)), keyboard.heard());
  }

  @Test
  void silenceThatNobodyToldOfEndsAScanToo() {
    keyboard = new Keyboard(USUAL, false);
    keyboard.type("PO-2041", 20);
    keyboard.type("7", 0, 300);
    assertEquals(List.of("PO-2041"), keyboard.scans());
    keyboard.enter(300);
    assertEquals("7\n", keyboard.typed());
  }

  @Test
  void slowDigitsAreAPersonOneByOne() {
    keyboard.type("12", 200);
    keyboard.silence(80);
    assertEquals(List.of(new Heard.Typed('1', true), new Heard.Typed('2', true)), keyboard.heard());
  }

  @Test
  void threeFastCharactersAreTooShortForAScan() {
    keyboard.type("120", 5);
    keyboard.enter(5);
    assertEquals("120\n", keyboard.typed());
    assertEquals(4, keyboard.heard().size());
  }

  @Test
  void theGapIsFiftyMillisecondsAndNotOneMore() {
    keyboard.type("4006381333931", 50);
    keyboard.enter(50);
    assertEquals(List.of("4006381333931"), keyboard.scans());
    keyboard.type("400", 51, 500);
    keyboard.type("6", 51);
    keyboard.enter(51);
    assertEquals("4006\n", keyboard.typed());
  }

  @Test
  void aPauseInsideABurstMakesNeitherHalfAScan() {
    keyboard.type("4006381", 5);
    keyboard.type("333931", 5, 65);
    keyboard.enter(5);
    assertEquals(List.of(), keyboard.scans());
    assertEquals(List.of("unfinished"), codes());
    assertEquals("4006381333931", keyboard.refused().getFirst().typed());
    assertEquals("", keyboard.typed(), "half a code must not become a number");
  }

  @Test
  void aThreadThatWasHeldUpTearsNothing() {
    keyboard.type("4006381", 5);
    keyboard.detector().heldUp(Duration.ofMillis(60).toNanos());
    keyboard.type("333931", 5, 65);
    keyboard.enter(5);
    assertEquals(List.of("4006381333931"), keyboard.scans());
  }

  @Test
  void enterAloneIsAPersons() {
    keyboard.enter(0);
    assertEquals(List.of(new Heard.Entered()), keyboard.heard());
  }

  @Test
  void theLineFeedAfterTheCarriageReturnOfAScanIsSwallowedOnce() {
    keyboard.type("SKU-1", 5);
    keyboard.enter(5);
    keyboard.enter(5);
    keyboard.enter(500);
    assertEquals(List.of(scan("SKU-1", Ending.ENTER), new Heard.Entered()), keyboard.heard());
  }

  @Test
  void anEnterThatComesLateBelongsToTheScanThatSilenceEnded() {
    keyboard.type("SKU-1", 5);
    keyboard.enter(200);
    keyboard.enter(5);
    keyboard.enter(500);
    assertEquals(List.of(scan("SKU-1", Ending.SILENCE), new Heard.Entered()), keyboard.heard());
  }

  @Test
  void twoScansRightAfterEachOtherAreTwo() {
    for (int i = 0; i < 3; i++) {
      keyboard.type("SKU-" + i, 1);
      keyboard.enter(1);
    }
    assertEquals(List.of("SKU-0", "SKU-1", "SKU-2"), keyboard.scans());
  }

  @Test
  void aBlankInAScanIsDataAndABlankAloneIsAPersons() {
    keyboard.type("LOT 7 A", 5);
    keyboard.enter(5);
    keyboard.type(" ", 0, 500);
    keyboard.silence(100);
    assertEquals(
        List.of(scan("LOT 7 A", Ending.ENTER), new Heard.Typed(' ', true)), keyboard.heard());
  }

  @Test
  void aBlankBetweenOtherKeysIsNotAlone() {
    keyboard.type("a b", 60);
    keyboard.silence(200);
    assertEquals(
        List.of(
            new Heard.Typed('a', false), new Heard.Typed(' ', false), new Heard.Typed('b', false)),
        keyboard.heard());
  }

  @Test
  void aTypedDigitBeforeAScanStaysAPersons() {
    keyboard.type("1", 0);
    keyboard.type("SKU-1", 5, 300);
    keyboard.enter(5);
    assertEquals(
        List.of(new Heard.Typed('1', true), scan("SKU-1", Ending.ENTER)), keyboard.heard());
  }

  @Test
  void aWholeScanInOneEventCounts() {
    keyboard.stroke(0, new Stroke.Characters("4006381333931"));
    keyboard.enter(1);
    keyboard.stroke(500, new Stroke.Characters("SKU-1\nSKU-2\r\nSKU-3"));
    keyboard.silence(100);
    assertEquals(List.of("4006381333931", "SKU-1", "SKU-2", "SKU-3"), keyboard.scans());
  }

  @Test
  void aKeyHeldDownIsNoScan() {
    keyboard.type("00000000", 30, 500);
    keyboard.silence(100);
    assertEquals("00000000", keyboard.typed());
  }

  @Test
  void inAFieldSilenceNeedsMoreThanAnybodyRolls() {
    keyboard.detector().inField(true);
    keyboard.type("tion", 40);
    keyboard.silence(100);
    assertEquals(List.of(), keyboard.scans());
    keyboard.type("4006381333931", 10, 500);
    keyboard.silence(100);
    assertEquals(List.of("4006381333931"), keyboard.scans());
    keyboard.type("SKU-1", 10, 500);
    keyboard.enter(10);
    assertEquals(List.of("4006381333931", "SKU-1"), keyboard.scans());
  }

  @Test
  void aWordOfAnInputMethodInAFieldStaysThere() {
    keyboard.detector().inField(true);
    keyboard.stroke(0, new Stroke.Characters("Schraubendreher"));
    keyboard.silence(100);
    assertEquals(List.of(), keyboard.scans());
  }

  @Test
  void gsComesAsCtrlBracketWithOrWithoutItsCharacter() {
    keyboard.type("10A1", 5);
    assertTrue(keyboard.stroke(5, new Stroke.Pressed(WedgeSettings.CTRL_BRACKET)).swallow());
    keyboard.type("\u001d", 0);
    keyboard.type("21X", 5);
    keyboard.stroke(5, new Stroke.Pressed(WedgeSettings.CTRL_BRACKET));
    keyboard.type("30", 5);
    keyboard.type("\u001d", 5);
    keyboard.type("11", 5);
    keyboard.enter(5);
    assertEquals(List.of("10A1\u001d21X\u001d30\u001d11"), keyboard.scans());
  }

  @Test
  void gsComesAsAKeyOfTheSettings() {
    for (String name : List.of("Down", "F8")) {
      WedgeKey key = WedgeKey.of(name);
      keyboard = new Keyboard(USUAL.withSeparators(Set.of(key), ""));
      keyboard.stroke(5, new Stroke.Pressed(key));
      keyboard.type("10A1", 5);
      keyboard.stroke(5, new Stroke.Pressed(key));
      keyboard.type("21X", 5);
      keyboard.enter(5);
      assertEquals(List.of("\u001d10A1\u001d21X"), keyboard.scans());
    }
  }

  @Test
  void aKeyThatMayBeGsIsHandedBackWhenAPersonPressedIt() {
    WedgeKey f8 = WedgeKey.of("F8");
    keyboard = new Keyboard(USUAL.withSeparators(Set.of(f8), ""));
    assertTrue(keyboard.stroke(0, new Stroke.Pressed(f8)).swallow());
    assertEquals(List.of(), keyboard.heard(), "not decided yet");
    keyboard.silence(100);
    assertEquals(List.of(new Heard.Handed(f8)), keyboard.heard());
  }

  @Test
  void keysThatNobodyConfiguredPassUntouched() {
    keyboard.type("SKU", 5);
    for (String name : List.of("F1", "F8", "F13", "Down", "Ctrl+B", "Ctrl+1")) {
      assertFalse(keyboard.stroke(5, new Stroke.Pressed(WedgeKey.of(name))).swallow(), name);
    }
    keyboard.type("-1", 5);
    keyboard.enter(5);
    assertEquals(List.of("SKU-1"), keyboard.scans());
  }

  @Test
  @DisplayName("H23 A typed substitute for the GS1 separator is the separator")
  void aSubstituteCharacterIsGsAndTheTypedTextIsKept() {
    keyboard = new Keyboard(USUAL.withSeparators(Set.of(), "|"));
    keyboard.type("10A1|21X|30", 5);
    keyboard.enter(5);
    assertEquals(
        List.of(new Heard.Scanned("10A1\u001d21X\u001d30", "10A1|21X|30", Ending.ENTER)),
        keyboard.heard());
  }

  @Test
  void aPrefixMakesAScanCertainWhateverTheTiming() {
    keyboard = new Keyboard(USUAL.withMarks(TILDE, Optional.empty()));
    keyboard.type("~A1", 300);
    keyboard.enter(300);
    assertEquals(List.of(new Heard.Scanned("A1", "~A1", Ending.ENTER)), keyboard.heard());
    keyboard.type("~B2", 5, 400);
    keyboard.silence(600);
    assertEquals(List.of("A1", "B2"), keyboard.scans());
  }

  @Test
  void aPrefixPartsAPersonsKeyFromAScan() {
    keyboard = new Keyboard(USUAL.withMarks(TILDE, Optional.empty()));
    keyboard.type("7~SKU-1", 5);
    keyboard.enter(5);
    assertEquals("7", keyboard.typed());
    assertEquals(List.of("SKU-1"), keyboard.scans());
    keyboard.type("~SKU-2~SKU-3", 5, 500);
    keyboard.enter(5);
    assertEquals(List.of("SKU-1", "SKU-2", "SKU-3"), keyboard.scans());
  }

  @Test
  void anAimIdentifierBeforeThePrefixStaysWithTheScan() {
    keyboard = new Keyboard(USUAL.withMarks(TILDE, Optional.empty()));
    keyboard.type("]E0~4006381333931", 5);
    keyboard.enter(5);
    assertEquals(List.of("]E04006381333931"), keyboard.scans());
  }

  @Test
  void betweenPrefixAndSuffixLineBreaksAreData() {
    keyboard = new Keyboard(USUAL.withMarks(TILDE, HASH));
    keyboard.type("~A", 200);
    keyboard.enter(200);
    keyboard.type("B#", 200);
    keyboard.enter(5);
    assertEquals(List.of(new Heard.Scanned("A\rB", "~A\rB#", Ending.SUFFIX)), keyboard.heard());
  }

  @Test
  void aPrefixWhoseSuffixNeverComesIsRefused() {
    keyboard = new Keyboard(USUAL.withMarks(TILDE, HASH));
    keyboard.type("~4006", 5);
    keyboard.silence(2_100);
    assertEquals(List.of("unfinished"), codes());
    keyboard.type("1", 5);
    keyboard.silence(200);
    assertEquals("1", keyboard.typed(), "and the keyboard is a person's again");
  }

  @Test
  void aSuffixMakesAShortBurstCertain() {
    keyboard = new Keyboard(USUAL.withMarks(Optional.empty(), HASH));
    keyboard.type("A1#", 5);
    assertEquals(List.of("A1"), keyboard.scans());
  }

  @Test
  void aKeyCanBePrefixAndSuffix() {
    WedgeKey f13 = WedgeKey.of("F13");
    WedgeKey f14 = WedgeKey.of("F14");
    keyboard =
        new Keyboard(
            USUAL.withMarks(Optional.of(new Mark.Key(f13)), Optional.of(new Mark.Key(f14))));
    assertTrue(keyboard.stroke(0, new Stroke.Pressed(f13)).swallow());
    keyboard.type("A1", 300);
    assertTrue(keyboard.stroke(300, new Stroke.Pressed(f14)).swallow());
    assertEquals(List.of("A1"), keyboard.scans());
  }

  @Test
  void charactersByNumberWithAltAreRead() {
    for (boolean echo : List.of(false, true)) {
      keyboard = new Keyboard(USUAL);
      for (char c : List.of('1', '0', 'A', 'A', '\u001d', '2', '1', 'x')) {
        altCode(c, echo);
      }
      keyboard.enter(30);
      assertEquals(List.of("10AA\u001d21x"), keyboard.scans(), "echo " + echo);
    }
  }

  @Test
  void deadKeysAndShiftKeepABurstAlive() {
    for (char c : List.of('A', 'B', 'C', 'D')) {
      keyboard.stroke(40, new Stroke.Modifier());
      keyboard.type(String.valueOf(c), 40);
    }
    keyboard.enter(40);
    assertEquals(List.of("ABCD"), keyboard.scans());
  }

  @Test
  void aBurstWithoutEndIsRefusedOnceAndBounded() {
    for (int i = 0; i < 20_000; i++) {
      keyboard.type(i % 2 == 0 ? "a" : "b", 1);
      assertTrue(keyboard.detector().pending() <= WedgeDetector.BURST_MAX);
    }
    keyboard.silence(100);
    assertEquals(List.of("too_long"), codes());
    assertEquals(WedgeDetector.BURST_MAX, keyboard.refused().getFirst().typed().length());
    keyboard.type("SKU-1", 5, 300);
    keyboard.enter(5);
    assertEquals(List.of("SKU-1"), keyboard.scans());
  }

  private void altCode(char c, boolean echo) {
    keyboard.stroke(20, new Stroke.Modifier());
    String number = "0" + (int) c;
    for (int i = 0; i < number.length(); i++) {
      keyboard.stroke(20, new Stroke.AltDigit(number.charAt(i) - '0'));
    }
    keyboard.stroke(20, new Stroke.AltReleased());
    if (echo) {
      keyboard.stroke(1, new Stroke.Characters(String.valueOf(c)));
    }
  }

  private List<String> codes() {
    return keyboard.refused().stream().map(Heard.Refused::code).toList();
  }

  private static Heard scan(String text, Ending ending) {
    return new Heard.Scanned(text, text, ending);
  }
}
