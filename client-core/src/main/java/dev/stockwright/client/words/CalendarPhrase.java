package dev.stockwright.client.words;

import java.time.Month;
import java.util.Locale;

/// The months in three letters or so: a day is never written with the month as a number, because
/// 03.11. and 11/03 have cost goods before.
public enum CalendarPhrase implements Phrase {
  JANUARY,
  FEBRUARY,
  MARCH,
  APRIL,
  MAY,
  JUNE,
  JULY,
  AUGUST,
  SEPTEMBER,
  OCTOBER,
  NOVEMBER,
  DECEMBER;

  public static CalendarPhrase of(Month month) {
    return valueOf(month.name());
  }

  @Override
  public String key() {
    return "calendar." + name().toLowerCase(Locale.ROOT);
  }
}
