package dev.stockwright.desktop.look;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as the site writes them: its time zone, 24 hours.
public record SiteTime(ZoneId zone) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);

  /// `10:42`.
  public String clock(Instant at) {
    return CLOCK.format(at.atZone(zone));
  }

  /// `10:42:07`.
  public String seconds(Instant at) {
    return SECONDS.format(at.atZone(zone));
  }

  /// `10:42` of the day of `now`, `14 Oct` of another one.
  public String brief(Instant at, Instant now) {
    boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    return today ? clock(at) : DATE.format(at.atZone(zone));
  }

  /// `under a minute`, `12 min`, `3 h`, `2 days`.
  public static String age(Duration age) {
    if (age.toMinutes() < 1) {
      return "under a minute";
    }
    if (age.toMinutes() < 100) {
      return age.toMinutes() + " min";
    }
    return age.toHours() < 48 ? age.toHours() + " h" : age.toDays() + " days";
  }

  /// `Wed 14 Oct 2026`.
  public String day(Instant at) {
    return DAY.format(at.atZone(zone));
  }
}
