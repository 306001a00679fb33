package dev.stockwright.client.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How old the picture is.
///
/// @param asOf when the server was last heard; absent when never
/// @param live the stream is up and nothing is missing
public record Freshness(Optional<Instant> asOf, boolean live) {
  /// The age at `now`; zero when live, absent when nothing was ever heard.
  public Optional<Duration> age(Instant now) {
    return live ? Optional.of(Duration.ZERO) : asOf.map(then -> Duration.between(then, now));
  }
}
