package dev.stockwright.devices.wedge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Random strokes at random times. Each character is used once in a long while, so that each scan
/// tells which strokes it was made of.
class WedgeFuzzTest {
  private static final int EVENTS = 1_000_000;
  private static final int ALPHABET = 20_000;
  private static final char FIRST = '\u4e00';
  private static final long MILLI = 1_000_000;

  /// When each stroke came that types something or keeps a burst alive, and which of them made a
  /// character.
  private final List<Long> strokes = new ArrayList<>();

  private final int[] strokeOf = new int[ALPHABET];
  private long nanos;
  private int next;
  private long given;
  private long returned;

  @Test
  void aMillionRandomStrokesDoNoHarmAndOnlyBurstsAreScans() {
    List<WedgeSettings> all =
        List.of(
            WedgeSettings.USUAL,
            WedgeSettings.USUAL
                .withGap(Duration.ofMillis(20))
                .withSeparators(Set.of(WedgeKey.of("F8"), WedgeKey.of("Down")), "\u4e01"));
    for (WedgeSettings settings : all) {
      int scans = run(settings, EVENTS / 2, 20261120);
      assertTrue(scans > 100, "the noise held bursts: " + scans);
      assertEquals(given, returned, "no character vanished and none was made up");
    }
  }

  @Test
  void marksDoNoHarmEither() {
    WedgeSettings settings =
        WedgeSettings.USUAL.withMarks(
            Optional.of(new Mark.Key(WedgeKey.of("F13"))),
            Optional.of(new Mark.Characters("\u4e02")));
    run(settings, EVENTS / 10, 7);
  }

  private int run(WedgeSettings settings, int events, long seed) {
    WedgeDetector detector = new WedgeDetector(settings);
    Random random = new Random(seed);
    int scans = 0;
    given = 0;
    returned = 0;
    for (int i = 0; i < events; i++) {
      nanos += pause(random, i);
      if (random.nextInt(10) == 0) {
        scans += judge(detector.silent(nanos), settings);
      }
      Stroke stroke = stroke(random);
      if (!(stroke instanceof Stroke.Enter || stroke instanceof Stroke.Tab)
          && !(stroke instanceof Stroke.Pressed pressed
              && !settings.separatorKeys().contains(pressed.key()))) {
        strokes.add(nanos);
      }
      scans += judge(detector.accept(stroke, nanos).heard(), settings);
      assertTrue(detector.pending() <= WedgeDetector.BURST_MAX);
      if (random.nextInt(50) == 0) {
        detector.inField(random.nextBoolean());
      }
    }
    nanos += 10_000 * MILLI;
    scans += judge(detector.silent(nanos), settings);
    return scans;
  }

  /// Mostly short, sometimes a person's, with stretches of each.
  private static long pause(Random random, int i) {
    boolean fast = (i / 40) % 2 == 0 || (i / 20_000) % 10 == 9;
    return fast ? random.nextLong(30 * MILLI) : random.nextLong(300 * MILLI);
  }

  private Stroke stroke(Random random) {
    WedgeKey[] keys = {
      WedgeSettings.CTRL_BRACKET, WedgeKey.of("F8"), WedgeKey.of("Down"), WedgeKey.of("F13")
    };
    return switch (random.nextInt(40)) {
      case 0 -> new Stroke.Enter();
      case 1 -> new Stroke.Tab();
      case 2 -> new Stroke.Pressed(keys[random.nextInt(keys.length)]);
      case 3 -> new Stroke.Modifier();
      case 4 -> new Stroke.AltDigit(random.nextInt(10));
      default -> character();
    };
  }

  private Stroke character() {
    int index = next++ % ALPHABET;
    strokeOf[index] = strokes.size();
    given++;
    return new Stroke.Characters(String.valueOf((char) (FIRST + index)));
  }

  /// Checks what was heard by the times of the strokes alone, not as the detector does it.
  private int judge(List<Heard> heard, WedgeSettings settings) {
    int scans = 0;
    for (Heard one : heard) {
      switch (one) {
        case Heard.Scanned scan -> {
          scans++;
          check(scan, settings);
        }
        case Heard.Typed typed -> returned++;
        case Heard.Refused refused -> {
          returned += ours(refused.typed());
          assertTrue(refused.typed().length() <= WedgeDetector.BURST_MAX);
        }
        case Heard.Entered entered -> {}
        case Heard.Handed handed -> {}
      }
    }
    return scans;
  }

  private void check(Heard.Scanned scan, WedgeSettings settings) {
    returned += ours(scan.typed());
    if (settings.prefix().isPresent() || settings.suffix().isPresent()) {
      return;
    }
    assertTrue(scan.text().length() >= settings.shortest(), "too short: " + scan);
    int before = -1;
    for (int i = 0; i < scan.typed().length(); i++) {
      char c = scan.typed().charAt(i);
      if (c >= FIRST) {
        int stroke = strokeOf[c - FIRST];
        for (int s = before + 1; before >= 0 && s <= stroke; s++) {
          long pause = strokes.get(s) - strokes.get(s - 1);
          assertTrue(pause <= settings.gap().toNanos(), "a pause of " + pause + ": " + scan);
        }
        before = stroke;
      }
    }
  }

  private static long ours(String typed) {
    return typed.chars().filter(c -> c >= FIRST).count();
  }
}
