package dev.stockwright.server.counting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// When the counts of a day are brought into the books: once a day at the same time by the
/// warehouse's clock. Pure.
///
/// In the night in which that time does not exist it is as much later as the clocks were put
/// forward; in the night in which it comes twice the first one counts.
public final class NightTime {
  /// When nothing is set.
  public static final LocalTime USUAL = LocalTime.of(2, 0);

  private NightTime() {}

  /// When the counts of `day` are taken.
  public static Instant of(LocalDate day, LocalTime at, ZoneId zone) {
    return ZonedDateTime.of(day, at, zone).withEarlierOffsetAtOverlap().toInstant();
  }

  /// The last day whose time has come.
  public static LocalDate lastDue(Instant now, LocalTime at, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(now, zone);
    while (of(day, at, zone).isAfter(now)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /// When the next day's time comes, after `now`.
  public static Instant next(Instant now, LocalTime at, ZoneId zone) {
    LocalDate day = lastDue(now, at, zone).plusDays(1);
    while (!of(day, at, zone).isAfter(now)) {
      day = day.plusDays(1);
    }
    return of(day, at, zone);
  }
}
