package dev.stockwright.mobile.card;

import java.time.Duration;
import java.util.Optional;

/// A code that somebody types by hand, or a scanner so slowly that it looks like a hand: letters
/// and
/// what follows them, until Enter. Digits alone are a quantity where one can be typed, and do not
/// come
/// here then.
final class TypedLine {
  /// After a longer pause a new line begins.
  static final Duration PAUSE = Duration.ofSeconds(3);

  private static final int LEAST = 3;
  private static final int MOST = 200;

  private final StringBuilder line = new StringBuilder();
  private long lastNanos;

  /// Whether somebody is in the middle of a line.
  boolean begun(long nanos) {
    if (nanos - lastNanos > PAUSE.toNanos()) {
      line.setLength(0);
    }
    return !line.isEmpty();
  }

  void add(char character, long nanos) {
    if (begun(nanos) && line.length() >= MOST) {
      return;
    }
    lastNanos = nanos;
    line.append(character);
  }

  /// Enter: the line, when there is one that can be a code.
  Optional<String> ended() {
    String text = line.toString().strip();
    line.setLength(0);
    return text.length() < LEAST ? Optional.empty() : Optional.of(text);
  }
}
