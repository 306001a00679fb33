package dev.stockwright.server.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Set;

/// Whom to tell of what, and when. Pure.
final class NotifyRules {
  /// What happened to an alert that is worth a message; that a colleague has acknowledged or
  /// snoozed it is not.
  private static final Set<String> TOLD = Set.of("opened", "woken", "escalated", "resolved");

  private static final int CRITICAL = 1;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  /// With the pauses of [#pause] that is a day and a half.
  static final int TRIES_MAX = 14;

  private NotifyRules() {}

  /// Is it for this channel?
  static boolean wants(Channel channel, Telling telling) {
    return TOLD.contains(telling.what())
        && telling.severity() <= channel.severity()
        && (channel.kinds().isEmpty() || channel.kinds().contains(telling.kind()))
        && (channel.warehouse() == 0 || channel.warehouse() == telling.warehouseId());
  }

  /// When it is told: what is critical at once; everything else when the digest is due, and not in
  /// quiet hours.
  static Instant dueAt(Channel channel, int severity, Instant now) {
    return severity == CRITICAL ? now : afterQuiet(channel, afterDigest(channel, now));
  }

  /// Digests are due at whole multiples of their length since midnight in the channel's time zone,
  /// those of a day and more at midnight.
  private static Instant afterDigest(Channel channel, Instant now) {
    long minutes = channel.digest().toMinutes();
    if (minutes == 0) {
      return now;
    }
    ZonedDateTime local = now.atZone(channel.zone());
    ZonedDateTime midnight = local.toLocalDate().atStartOfDay(channel.zone());
    long days = minutes / Duration.ofDays(1).toMinutes();
    if (days > 0) {
      long day = local.toLocalDate().toEpochDay();
      return midnight.plusDays(days - Math.floorMod(day, days)).toInstant();
    }
    long passed = Duration.between(midnight, local).toMinutes();
    ZonedDateTime next = midnight.plus(Duration.ofMinutes((passed / minutes + 1) * minutes));
    ZonedDateTime tomorrow = local.toLocalDate().plusDays(1).atStartOfDay(channel.zone());
    return (next.isAfter(tomorrow) ? tomorrow : next).toInstant();
  }

  private static Instant afterQuiet(Channel channel, Instant at) {
    return channel
        .quiet()
        .filter(quiet -> quiet.at(at.atZone(channel.zone()).toLocalTime()))
        .map(
            quiet -> {
              ZonedDateTime local = at.atZone(channel.zone());
              ZonedDateTime end = local.toLocalDate().atTime(quiet.until()).atZone(channel.zone());
              return (end.isAfter(local)
                      ? end
                      : local
                          .toLocalDate()
                          .plusDays(1)
                          .atTime(quiet.until())
                          .atZone(channel.zone()))
                  .toInstant();
            })
        .orElse(at);
  }

  /// How long to wait after so many tries in vain: twice as long each time, and never for all
  /// messages alike.
  ///
  /// @param spread any number that belongs to the message
  static Duration pause(int tries, long spread) {
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(20, Math.max(0, tries - 1)));
    Duration pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    return pause.plusMillis(Math.floorMod(spread, Math.max(1, pause.toMillis() / 5)));
  }
}
