package dev.stockwright.server.notify;

import java.time.Duration;
import java.util.Optional;

/// How an attempt to deliver a message ended.
sealed interface Delivered {
  /// The other side has taken it.
  record Sent() implements Delivered {}

  /// Not now; it may go later.
  ///
  /// @param pause what the other side asked for
  record Later(String why, Optional<Duration> pause) implements Delivered {}

  /// It will never go like this.
  record Never(String why) implements Delivered {}

  static Delivered later(String why) {
    return new Later(why, Optional.empty());
  }
}
