package dev.stockwright.server.queries;

import dev.stockwright.vocabulary.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// A part of time that a report is about.
///
/// @param from included
/// @param to not included
public record Span(Instant from, Instant to) {
  /// The longest that a report looks at.
  public static final Duration MOST = Duration.ofDays(400);

  public Span {
    if (!from.isBefore(to)) {
      throw new InvalidValue("invalid_from", "from is not before to; give an earlier moment");
    }
    if (Duration.between(from, to).compareTo(MOST) > 0) {
      throw new InvalidValue(
          "invalid_from", "from is more than 400 days before to; ask for a shorter time");
    }
  }

  /// What is absent: up to now, from 30 days before.
  public static Span of(Optional<Instant> from, Optional<Instant> to, Instant now) {
    Instant end = to.orElse(now);
    return new Span(from.orElse(end.minus(Duration.ofDays(30))), end);
  }

  OffsetDateTime fromTime() {
    return from.atOffset(ZoneOffset.UTC);
  }

  OffsetDateTime toTime() {
    return to.atOffset(ZoneOffset.UTC);
  }

  /// Its length in days, with fractions.
  double days() {
    return Duration.between(from, to).toSeconds() / 86_400.0;
  }
}
