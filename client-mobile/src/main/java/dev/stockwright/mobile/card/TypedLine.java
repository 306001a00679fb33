package dev.stockwright.mobile.card;

import java.time.Duration;
import java.util.Optional;

/// A code that somebody types by hand, or a scanner so slowly that it looks like a hand: letters and
/// what follows them, until Enter. Digits alone are a quantity and do not come here.
final class TypedLine {
  /// After a longer pause a new line begins.
  static final Duration PAUSE = Duration.ofSeconds(3);

  private static final int LEAST = 3;
  private static final int MOST = 200;

  private final StringBuilder line = new StringBuilder();
  private long lastNanos;

  /// Whether the character belongs to a line; else it is a digit of a quantity.
  boolean takes(char character, long nanos) {
    if (nanos - lastNanos > PAUSE.toNanos()) {
      line.setLength(0);
    }
    boolean digit = character >= '0' && character <= '9';
    if (digit && line.isEmpty() || line.length() >= MOST) {
      return false;
    }
    lastNanos = nanos;
    line.append(character);
    return true;
  }

  /// Enter: the line, when there is one that can be a code.
  Optional<String> ended() {
    String text = line.toString().strip();
    line.setLength(0);
    return text.length() < LEAST ? Optional.empty() : Optional.of(text);
  }
}
