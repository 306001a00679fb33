package dev.stockwright.devices.wedge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// People and scanners at one keyboard, made by a seeded generator that knows what must come out.
class TypingTest {
  private static final String CODES = "0123456789ABCDEFabcdef-./+]()& ";
  private static final WedgeSettings PREFIXED =
      WedgeSettings.USUAL.withMarks(Optional.of(new Mark.Characters("~")), Optional.empty());

  private final List<String> scans = new ArrayList<>();
  private final StringBuilder typed = new StringBuilder();

  @Test
  void noScanIsLostOrJoinedAndNoTypedCharacterIsLost() {
    runAll(40, 400);
  }

  @Test
  @Tag("thorough")
  void theSameForALongDay() {
    runAll(1_000, 2_000);
  }

  private void runAll(int seeds, int turns) {
    for (long seed = 1; seed <= seeds; seed++) {
      for (WedgeSettings settings : List.of(WedgeSettings.USUAL, PREFIXED)) {
        for (boolean timer : List.of(true, false)) {
          Keyboard keyboard = new Keyboard(settings, timer);
          generate(new Random(seed), turns, keyboard, settings.equals(PREFIXED));
          assertEquals(scans, keyboard.scans(), "scans, seed " + seed + ", timer " + timer);
          assertEquals(typed.toString(), keyboard.typed(), "typed, seed " + seed);
          assertEquals(List.of(), keyboard.refused(), "seed " + seed);
        }
      }
    }
  }

  /// The negative control: a detector whose gap is broken fails the same comparison.
  @Test
  void aDetectorWithAnotherGapFailsTheSameCheck() {
    for (Duration broken : List.of(Duration.ofMillis(20), Duration.ofMillis(120))) {
      Keyboard keyboard = new Keyboard(WedgeSettings.USUAL.withGap(broken));
      generate(new Random(1), 400, keyboard, false);
      boolean same = scans.equals(keyboard.scans()) && typed.toString().equals(keyboard.typed());
      assertFalse(same, "a gap of " + broken + " goes unnoticed");
    }
  }

  @Test
  void theGeneratorMakesBothKinds() {
    generate(new Random(7), 400, new Keyboard(WedgeSettings.USUAL), false);
    assertTrue(scans.size() > 100 && typed.length() > 200, scans.size() + ", " + typed.length());
  }

  private void generate(Random random, int turns, Keyboard keyboard, boolean prefixed) {
    scans.clear();
    typed.setLength(0);
    for (int turn = 0; turn < turns; turn++) {
      if (random.nextInt(3) == 0) {
        scan(random, keyboard, prefixed);
      } else {
        person(random, keyboard);
      }
    }
    keyboard.silence(1_000);
    if (!prefixed) {
      // Without a timer the last burst waits for the next stroke.
      keyboard.type("z", 1_000);
      keyboard.enter(1_000);
      typed.append("z\n");
    } else {
      keyboard.enter(1_000);
      typed.append('\n');
    }
  }

  /// 80 to 250 ms between keys; words, numbers, blanks, Enter.
  private void person(Random random, Keyboard keyboard) {
    int keys = 1 + random.nextInt(6);
    for (int i = 0; i < keys; i++) {
      // After a scan nobody is back at the keys in less than a quarter of a second.
      long after = i == 0 ? 260 + random.nextInt(300) : 80 + random.nextInt(171);
      if (random.nextInt(8) == 0) {
        keyboard.enter(after);
        typed.append('\n');
      } else {
        char c = CODES.charAt(random.nextInt(CODES.length()));
        keyboard.type(String.valueOf(c), after);
        typed.append(c);
      }
    }
  }

  /// 1 to 40 ms between characters, jittering within one scan; every kind of ending. It begins 51
  /// ms or more after a person's key, or with a prefix at once.
  private void scan(Random random, Keyboard keyboard, boolean prefixed) {
    int scannersPace = 1 + random.nextInt(40);
    StringBuilder code = new StringBuilder();
    int length = 4 + random.nextInt(30);
    while (code.length() < length) {
      code.append(CODES.charAt(random.nextInt(CODES.length())));
    }
    int ending = random.nextInt(5);
    if (ending == 4 && code.chars().distinct().count() == 1) {
      ending = 0;
    }
    String text = (prefixed ? "~" : "") + code;
    boolean whole = random.nextInt(10) == 0;
    long first = prefixed ? 5 + random.nextInt(600) : 85 + random.nextInt(600);
    if (whole) {
      keyboard.stroke(first, new Stroke.Characters(text));
    } else {
      for (int i = 0; i < text.length(); i++) {
        if (random.nextInt(4) == 0) {
          keyboard.stroke(0, new Stroke.Modifier());
        }
        long after = i == 0 ? first : 1 + random.nextInt(scannersPace);
        keyboard.type(text.substring(i, i + 1), after);
      }
    }
    end(ending, scannersPace, keyboard);
    scans.add(code.toString());
  }

  private static void end(int ending, int pace, Keyboard keyboard) {
    switch (ending) {
      case 0 -> keyboard.enter(pace);
      case 1 -> {
        keyboard.enter(pace);
        keyboard.enter(pace);
      }
      case 2 -> keyboard.stroke(pace, new Stroke.Tab());
      case 3 -> {
        keyboard.stroke(pace, new Stroke.Tab());
        keyboard.enter(pace);
      }
      default -> keyboard.silence(600);
    }
  }
}
