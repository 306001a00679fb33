package dev.stockwright.client.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: a random part (full jitter) of a time that doubles from
/// half a second to thirty. Has one owner, its link's thread.
final class BackOff {
  static final Duration FIRST = Duration.ofMillis(500);
  static final Duration LONGEST = Duration.ofSeconds(30);

  private final RandomGenerator random;
  private int failures;

  BackOff(RandomGenerator random) {
    this.random = random;
  }

  void worked() {
    failures = 0;
  }

  Duration failed() {
    long most = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, 16));
    failures++;
    return Duration.ofMillis(random.nextLong(1, most + 1));
  }
}
