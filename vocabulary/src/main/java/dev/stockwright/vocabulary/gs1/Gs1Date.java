package dev.stockwright.vocabulary.gs1;

import java.time.LocalDate;
import java.time.YearMonth;

/// Dates of element strings, YYMMDD: day 00 is the last day of the month, and the century is the
/// one that brings the year nearest (GS1 General Specifications 3.4 and 7.12).
public final class Gs1Date {
  private Gs1Date() {}

  /// The day that a valid YYMMDD means.
  ///
  /// @param today decides the century: 51 or more years ahead is the past century, 50 or more
  ///     years back is the next one
  public static LocalDate of(String yymmdd, LocalDate today) {
    int year = twoDigits(yymmdd, 0);
    int ahead = year - today.getYear() % 100;
    int century = today.getYear() / 100;
    if (ahead >= 51) {
      century--;
    } else if (ahead <= -50) {
      century++;
    }
    YearMonth month = YearMonth.of(century * 100 + year, twoDigits(yymmdd, 2));
    int day = twoDigits(yymmdd, 4);
    return day == 0 ? month.atEndOfMonth() : month.atDay(Math.min(day, month.lengthOfMonth()));
  }

  /// Whether six digits are a date, with the day 00 where `dayMayBeOpen`. A 29th of February is
  /// taken in every year that divides by four, because the century is not known here.
  static boolean valid(String yymmdd, boolean dayMayBeOpen) {
    int month = twoDigits(yymmdd, 2);
    int day = twoDigits(yymmdd, 4);
    if (month < 1 || month > 12 || day == 0) {
      return month >= 1 && month <= 12 && dayMayBeOpen;
    }
    return day <= YearMonth.of(2000 + twoDigits(yymmdd, 0), month).lengthOfMonth();
  }

  static boolean validWithCentury(String yyyymmdd) {
    int month = twoDigits(yyyymmdd, 4);
    int day = twoDigits(yyyymmdd, 6);
    int year = twoDigits(yyyymmdd, 0) * 100 + twoDigits(yyyymmdd, 2);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(year, month).lengthOfMonth();
  }

  private static int twoDigits(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }
}
