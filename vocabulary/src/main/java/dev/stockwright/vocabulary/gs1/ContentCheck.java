package dev.stockwright.vocabulary.gs1;

import dev.stockwright.vocabulary.CheckDigit;
import java.util.Locale;

/// What the content of a component must satisfy beyond its characters and length. Each is asked
/// only after length and characters are known to be those of the component.
enum ContentCheck {
  CHECK("wrong_check_digit", "the check digit is wrong", CheckDigit::right),
  PAIR("wrong_check_pair", "the check characters are wrong", CheckPair::right),
  DATE("invalid_date", "it is no date YYMMDD", (t, from, to) -> Gs1Date.valid(t, from, true)),
  DAY(
      "invalid_date",
      "it is no date YYMMDD with a day",
      (t, from, to) -> Gs1Date.valid(t, from, false)),
  BORN(
      "invalid_date", "it is no date YYYYMMDD", (t, from, to) -> Gs1Date.validWithCentury(t, from)),
  TIME(
      "invalid_time",
      "it is no time HHMM",
      (t, from, to) -> two(t, from) <= 23 && two(t, from + 2) <= 59),
  HOUR("invalid_time", "it is no hour", (t, from, to) -> two(t, from) <= 23),
  MINUTE("invalid_time", "it is over 59", (t, from, to) -> two(t, from) <= 59),
  PIECES(
      "invalid_pieces",
      "it is no piece number and total",
      (t, from, to) -> two(t, from) >= 1 && two(t, from) <= two(t, from + 2)),
  IBAN("invalid_iban", "it is no IBAN", Iban::right),
  COUNTRY("unknown_country", "it is no country number of ISO 3166", IsoCodes::country),
  COUNTRY_OR_999(
      "unknown_country",
      "it is no country number of ISO 3166",
      (t, from, to) -> t.startsWith("999", from) || IsoCodes.country(t, from, to)),
  COUNTRY_LETTERS("unknown_country", "it is no country code of ISO 3166", IsoCodes::countryLetters),
  CURRENCY("unknown_currency", "it is no currency number of ISO 4217", IsoCodes::currency),
  PACKAGE("unknown_package_type", "it is no package type of GS1's list", PackageTypes::known),
  FLAG("invalid_flag", "it is neither 0 nor 1", (t, from, to) -> t.charAt(from) <= '1'),
  MINUS("invalid_sign", "only a minus may stand here", (t, from, to) -> t.charAt(from) == '-'),
  NOT_ZERO("zero_value", "it must not be zero", (t, from, to) -> !zeros(t, from, to)),
  ZERO("not_zero", "it must be zero", ContentCheck::zeros),
  NO_LEADING_ZERO(
      "leading_zero",
      "it must not begin with 0",
      (t, from, to) -> to - from == 1 || t.charAt(from) != '0'),
  WINDING(
      "invalid_winding",
      "the winding is 0, 1 or 9",
      (t, from, to) -> "019".indexOf(t.charAt(from)) >= 0),
  IMPORTER(
      "invalid_importer_index",
      "it is no letter, digit, - or _",
      (t, from, to) -> t.charAt(from) != '=' && Charset.BASE64URL.firstOutside(t, from, to) < 0),
  NOT_ALL_DIGITS(
      "only_digits",
      "a character that is no digit is missing",
      (t, from, to) -> Charset.DIGITS.firstOutside(t, from, to) >= 0),
  SEX(
      "invalid_sex_code",
      "it is none of 0, 1, 2, 9",
      (t, from, to) -> "0129".indexOf(t.charAt(from)) >= 0),
  SEQUENCE("invalid_sequence", "it is no position/total", ContentCheck::positionOfTotal),
  PERCENT("invalid_percent", "a % is not followed by two hex digits", ContentCheck::percent),
  MEDIA("unknown_media_type", "it is none of 01-10, 80-99", ContentCheck::media),
  LATITUDE(
      "invalid_latitude",
      "it is over 1800000000",
      (t, from, to) -> Long.parseLong(t, from, to, 10) <= 1_800_000_000L),
  LONGITUDE(
      "invalid_longitude",
      "it is over 3600000000",
      (t, from, to) -> Long.parseLong(t, from, to, 10) <= 3_600_000_000L);

  /// A rule for the characters between two indexes.
  @FunctionalInterface
  private interface Rule {
    boolean holds(String text, int from, int to);
  }

  private final String code;
  private final String sentence;
  private final Rule rule;

  ContentCheck(String code, String sentence, Rule rule) {
    this.code = code;
    this.sentence = sentence;
    this.rule = rule;
  }

  static ContentCheck named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /// Stable, for machines.
  String code() {
    return code;
  }

  /// Why a value fails, as the second half of a sentence.
  String sentence() {
    return sentence;
  }

  boolean holds(String text, int from, int to) {
    return rule.holds(text, from, to);
  }

  private static int two(String text, int at) {
    return Gs1Date.twoDigits(text, at);
  }

  private static boolean zeros(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }

  private static boolean positionOfTotal(String text, int from, int to) {
    char position = text.charAt(from);
    char total = text.charAt(from + 2);
    return text.charAt(from + 1) == '/' && position >= '1' && position <= total && total <= '9';
  }

  private static boolean percent(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '%'
          && (i + 2 >= to
              || Character.digit(text.charAt(i + 1), 16) < 0
              || Character.digit(text.charAt(i + 2), 16) < 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean media(String text, int from, int to) {
    int type = two(text, from);
    return type >= 1 && type <= 10 || type >= 80;
  }
}
