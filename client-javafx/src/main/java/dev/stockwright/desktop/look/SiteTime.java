package dev.stockwright.desktop.look;

import dev.stockwright.client.words.CalendarPhrase;
import dev.stockwright.client.words.FramePhrase;
import dev.stockwright.client.words.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as the site writes them: its time zone, 24 hours.
public record SiteTime(ZoneId zone) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);

  /// `10:42`.
  public String clock(Instant at) {
    return CLOCK.format(at.atZone(zone));
  }

  /// `10:42:07`.
  public String seconds(Instant at) {
    return SECONDS.format(at.atZone(zone));
  }

  /// `10:42` of the day of `now`, `14 Oct` of another one, the month as `words` have it.
  public String brief(Instant at, Instant now, Speech words) {
    LocalDate day = day(at);
    return day.equals(day(now))
        ? clock(at)
        : words.say(
            FramePhrase.DAY_OF, day.getDayOfMonth(), Text.of(CalendarPhrase.of(day.getMonth())));
  }

  /// The day that it is at the site.
  public LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }
}
