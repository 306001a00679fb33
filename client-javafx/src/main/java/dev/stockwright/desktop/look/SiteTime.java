package dev.stockwright.desktop.look;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as the site writes them: its time zone, 24 hours.
public record SiteTime(ZoneId zone) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);

  /// `10:42`.
  public String clock(Instant at) {
    return CLOCK.format(at.atZone(zone));
  }

  /// `Wed 14 Oct 2026`.
  public String day(Instant at) {
    return DAY.format(at.atZone(zone));
  }
}
