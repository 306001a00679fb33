package dev.stockwright.devices.wedge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A keyboard with a clock, and the timer that a window keeps beside its detector.
final class Keyboard {
  private final WedgeDetector detector;
  private final boolean timer;
  private final List<Heard> heard = new ArrayList<>();
  private long nanos;
  private long lastStroke;

  Keyboard(WedgeSettings settings) {
    this(settings, true);
  }

  /// @param timer whether somebody tells the detector of silence
  Keyboard(WedgeSettings settings, boolean timer) {
    this.detector = new WedgeDetector(settings);
    this.timer = timer;
  }

  WedgeDetector detector() {
    return detector;
  }

  List<Heard> heard() {
    return heard;
  }

  /// The scans' texts.
  List<String> scans() {
    return heard.stream()
        .filter(Heard.Scanned.class::isInstance)
        .map(h -> ((Heard.Scanned) h).text())
        .toList();
  }

  /// What people typed, Enter as a line feed.
  String typed() {
    StringBuilder typed = new StringBuilder();
    for (Heard one : heard) {
      if (one instanceof Heard.Typed key) {
        typed.append(key.character());
      } else if (one instanceof Heard.Entered) {
        typed.append('\n');
      }
    }
    return typed.toString();
  }

  List<Heard.Refused> refused() {
    return heard.stream()
        .filter(Heard.Refused.class::isInstance)
        .map(Heard.Refused.class::cast)
        .toList();
  }

  /// So many milliseconds after the last stroke.
  WedgeDetector.Verdict stroke(long afterMillis, Stroke stroke) {
    return strokeNanos(TimeUnit.MILLISECONDS.toNanos(afterMillis), stroke);
  }

  WedgeDetector.Verdict strokeNanos(long after, Stroke stroke) {
    pass(after);
    lastStroke = nanos;
    WedgeDetector.Verdict verdict = detector.accept(stroke, nanos);
    heard.addAll(verdict.heard());
    return verdict;
  }

  void type(String characters, long gapMillis) {
    type(characters, gapMillis, gapMillis);
  }

  void type(String characters, long gapMillis, long firstGapMillis) {
    for (int i = 0; i < characters.length(); i++) {
      stroke(
          i == 0 ? firstGapMillis : gapMillis,
          new Stroke.Characters(characters.substring(i, i + 1)));
    }
  }

  void enter(long afterMillis) {
    stroke(afterMillis, new Stroke.Enter());
  }

  void silence(long millis) {
    pass(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private void pass(long after) {
    long until = nanos + after;
    if (timer) {
      long due = lastStroke + detector.quietAfter() + TimeUnit.MILLISECONDS.toNanos(5);
      if (due > nanos && due < until) {
        heard.addAll(detector.silent(due));
      }
    }
    nanos = until;
    if (!timer) {
      return;
    }
    heard.addAll(detector.silent(nanos));
  }
}
