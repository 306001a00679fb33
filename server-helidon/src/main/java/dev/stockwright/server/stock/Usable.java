package dev.stockwright.server.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// Whether goods with an expiry date may still go to somebody: the one place that says so, for
/// allocating, for checking a scan and for reports. Goods may be used on their last day, by the
/// wall clock of the site where they are.
public final class Usable {
  private Usable() {}

  /// May it be used at that moment in that place?
  ///
  /// @param expiresOn the lot's last day; absent: it does not expire
  /// @param daysLeft how many days it must still be good for after today
  public static boolean usable(
      Optional<LocalDate> expiresOn, Instant at, ZoneId zone, int daysLeft) {
    return usable(expiresOn, LocalDate.ofInstant(at, zone), daysLeft);
  }

  /// The same on a day of the site's calendar.
  public static boolean usable(Optional<LocalDate> expiresOn, LocalDate today, int daysLeft) {
    return expiresOn.filter(goodFrom(today, daysLeft)::isAfter).isEmpty();
  }

  /// The earliest last day that is good enough, for questions in SQL.
  public static LocalDate goodFrom(LocalDate today, int daysLeft) {
    return today.plusDays(daysLeft);
  }
}
