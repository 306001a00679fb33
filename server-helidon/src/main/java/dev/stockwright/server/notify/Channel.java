package dev.stockwright.server.notify;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// Where alerts are told, and when.
///
/// @param warehouse only of the warehouse with this row; 0: of all
/// @param kinds only alerts of these kinds; of all when empty
/// @param severity of this and graver: 1 critical, 2 warning, 3 notice
/// @param digest what is not critical is gathered for so long; zero: told at once
/// @param zone of the quiet hours and of the times in messages
record Channel(
    int id,
    String name,
    Medium medium,
    String address,
    String secret,
    int warehouse,
    Set<String> kinds,
    int severity,
    Optional<Quiet> quiet,
    Duration digest,
    ZoneId zone) {

  /// How it is told.
  enum Medium {
    EMAIL,
    SLACK,
    WEBHOOK
  }

  /// From `from` to `until`, perhaps over midnight, what is not critical waits.
  record Quiet(LocalTime from, LocalTime until) {
    boolean at(LocalTime time) {
      return from.isBefore(until)
          ? !time.isBefore(from) && time.isBefore(until)
          : !time.isBefore(from) || time.isBefore(until);
    }
  }
}
