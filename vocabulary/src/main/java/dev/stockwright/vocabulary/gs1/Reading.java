package dev.stockwright.vocabulary.gs1;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/// What the value of an element means, with its type.
public sealed interface Reading {
  /// A day, such as a best-before date; day 00 of the label is the last of its month.
  record Day(LocalDate day) implements Reading {}

  /// A day and a time of day at the place where the label was made.
  record Moment(LocalDateTime time) implements Reading {}

  /// From one day to another, such as a harvest.
  record Days(LocalDate first, LocalDate last) implements Reading {}

  /// A weight, length, area, volume or temperature.
  ///
  /// @param unit as people write it, such as `kg`, `m²`, `fl oz`
  record Measure(Decimal value, String unit) implements Reading {}

  /// An amount of money.
  ///
  /// @param currency the letters of ISO 4217, such as `EUR`; where they are missing, it is the
  ///     currency of the place
  record Amount(Decimal value, Optional<String> currency) implements Reading {}

  /// A discount.
  record Percent(Decimal value) implements Reading {}

  /// Pieces.
  record Count(long pieces) implements Reading {}

  /// All else: the value as it stands there.
  record Text(String text) implements Reading {}

  /// The reading of an element that was read or checked.
  ///
  /// @param today for the century of dates
  static Reading of(Element element, LocalDate today) {
    AiRow row = element.ai().row();
    String value = element.value();
    Component first = row.form().getFirst();
    if (first.has(ContentCheck.DATE) || first.has(ContentCheck.DAY)) {
      return dated(row, Gs1Date.of(value.substring(0, 6), today), value.substring(6), today);
    }
    if (first.has(ContentCheck.BORN)) {
      int year = Integer.parseInt(value, 0, 4, 10);
      LocalDate day = LocalDate.of(year, two(value, 4), two(value, 6));
      return dated(row, day, value.substring(8), today);
    }
    return counted(element).orElseGet(() -> new Text(value));
  }

  private static Reading dated(AiRow row, LocalDate day, String rest, LocalDate today) {
    if (rest.isEmpty()) {
      return new Day(day);
    }
    if (row.form().get(1).has(ContentCheck.DAY)) {
      return new Days(day, Gs1Date.of(rest, today));
    }
    int minute = rest.length() > 2 ? two(rest, 2) : 0;
    int second = rest.length() > 4 ? two(rest, 4) : 0;
    return new Moment(day.atTime(two(rest, 0), minute, second));
  }

  /// The last digit of a four-digit identifier says how many digits are behind the point.
  private static Optional<Reading> counted(Element element) {
    AiRow row = element.ai().row();
    String value = element.value();
    int scale = element.ai().code().charAt(element.ai().code().length() - 1) - '0';
    if (row.rules().contains("count")) {
      return Optional.of(new Count(Long.parseLong(value)));
    }
    if (row.rules().contains("percent")) {
      return Optional.of(new Percent(new Decimal(Long.parseLong(value), scale)));
    }
    if (row.rules().contains("amount")) {
      boolean named = row.form().getFirst().has(ContentCheck.CURRENCY);
      long unscaled = Long.parseLong(value, named ? 3 : 0, value.length(), 10);
      Optional<String> currency =
          named ? IsoCodes.currencyLetters(value.substring(0, 3)) : Optional.empty();
      return Optional.of(new Amount(new Decimal(unscaled, scale), currency));
    }
    Optional<String> unit = row.rules("measure").findFirst();
    if (unit.isPresent()) {
      Decimal decimal = new Decimal(Long.parseLong(value), scale);
      return Optional.of(new Measure(decimal, unit.get().replace('_', ' ')));
    }
    return row.rules("temperature").findFirst().map(degrees -> temperature(value, degrees));
  }

  /// Hundredths of a degree; a minus stands behind them.
  private static Reading temperature(String value, String unit) {
    long unscaled = Long.parseLong(value, 0, 6, 10);
    return new Measure(new Decimal(value.endsWith("-") ? -unscaled : unscaled, 2), unit);
  }

  private static int two(String text, int at) {
    return Gs1Date.twoDigits(text, at);
  }
}
