package dev.stockwright.vocabulary.gs1;

import java.time.LocalDate;
import java.time.YearMonth;

/// Dates of element strings, YYMMDD: day 00 is the last day of the month, and the century is the
/// one that brings the year nearest (GS1 General Specifications 3.4 and 7.12).
public final class Gs1Date {
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

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

  /// Whether the six digits from an index on are a date, with the day 00 where `dayMayBeOpen`. A
  /// 29th of February is taken in every year that divides by four, because the century is not
  /// known here.
  static boolean valid(String text, int from, boolean dayMayBeOpen) {
    int day = twoDigits(text, from + 4);
    return day == 0 && dayMayBeOpen
        ? valid(2000, twoDigits(text, from + 2), 1)
        : valid(2000 + twoDigits(text, from), twoDigits(text, from + 2), day);
  }

  /// Whether the eight digits from an index on are a date YYYYMMDD.
  static boolean validWithCentury(String text, int from) {
    int year = twoDigits(text, from) * 100 + twoDigits(text, from + 2);
    return valid(year, twoDigits(text, from + 4), twoDigits(text, from + 6));
  }

  private static boolean valid(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1) {
      return false;
    }
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= DAYS[month - 1] + (month == 2 && leap ? 1 : 0);
  }

  static int twoDigits(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }
}
